// What should be looked at again in a list of ties: narrowed down by it in the address, and counted beside each.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { later } from '#design/notices/later.tsx';
import type { TieSummary } from '../contract/shapes.ts';
import { doubtKinds, hasDoubt, type DoubtKind } from '../domain/doubts.ts';

type Only = DoubtKind | '';

/** Most lists have nothing to narrow down, and need no field. */
const OnlyChoice = later(() => import('./only-choice.tsx'), 'OnlyChoice');

/** Stands in the address, so that the way back from a tie leads to the same list. */
export function useOnly(): { readonly only: Only; readonly setOnly: (only: Only) => void } {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    only: doubtKinds.find((kind) => kind === search['only']) ?? '',
    setOnly: (only) => void navigate({ to: '.', search: only === '' ? {} : { only }, hash: 'ties', replace: true, resetScroll: false }),
  };
}

interface OnlyFieldProps {
  readonly all: readonly TieSummary[];
  readonly only: Only;
  readonly onChange: (only: Only) => void;
}

/** Offered where there is something doubtful at all. */
export function OnlyField({ all, only, onChange }: OnlyFieldProps) {
  const { t } = useText();
  const count = (kind: DoubtKind): number => all.filter(({ doubts }) => hasDoubt(doubts, kind)).length;
  const offered = doubtKinds.filter((kind) => kind === only || (count(kind) > 0 && count(kind) < all.length));
  if (offered.length === 0) return null;
  const options = [
    { value: '' as const, text: t('ties.only_all') },
    ...offered.map((kind) => ({ value: kind, text: t(`ties.only_${kind}`, { count: count(kind) }) })),
  ];
  return <OnlyChoice {...{ only, onChange, options }} />;
}

/** "3 sources, 2 dates", where there is more than one to look at. */
export function SourceCount({ doubts: { sources, dates, differing } }: { readonly doubts: TieSummary['doubts'] }) {
  const { t } = useText();
  if (sources < 2) return null;
  const counted = t('ties.sources', { count: sources });
  return (
    <small className={differing ? 'differs' : undefined}>
      {dates > 1 ? `${counted}${t('ties.comma')}${t('ties.dates', { count: dates })}` : counted}
    </small>
  );
}
