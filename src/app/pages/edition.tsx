// The page of an edition, with the way to what became of its results.
import { EditionPage } from '#modules/expos/ui/edition/edition-page.tsx';
import { FollowThroughButton } from '#modules/reports/ui/follow-through/follow-through-button.tsx';

export function EditionWithResults() {
  return <EditionPage further={(edition) => <FollowThroughButton edition={edition} />} />;
}
