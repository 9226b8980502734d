// Two editions compared, with what the modules that know of meetings and outcomes count of both.
import { ComparePage } from '#modules/expos/ui/compare/compare-page.tsx';

export function EditionCompare() {
  return <ComparePage />;
}
