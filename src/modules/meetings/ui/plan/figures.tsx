// The figures of a plan that its sentence does not tell.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Note } from '#design/page.tsx';
import { writing } from '#kernel/language.ts';
import type { PlanFigures } from '../edition/answers.ts';

/** How far the idle gaps may still be from the fewest possible, in whole per cent; null while that is not known, or where nothing is open. */
export const gapOf = (breaks: number, bound: number | null): number | null =>
  bound === null || breaks === 0 || bound >= breaks ? null : Math.round(((breaks - bound) / breaks) * 100);

export const gapWords = (gap: number | null, say: (gap: number) => string): readonly string[] => (gap === null ? [] : [say(gap)]);

export function Figures({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useText();
  const { number, language } = useFormats();
  const of = (n: number, total: number) => t('meetings.n_of', { n: number(n), total: number(total) });
  const { placed, wished, mustsPlaced, musts, breaks, bound, breaksBound } = figures;
  const words = [
    t('meetings.figures_placed', { of: of(placed, wished) }),
    ...(bound === null || bound >= wished ? [] : [t('meetings.figures_bound', { bound: number(bound) })]),
    ...(musts === 0 ? [] : [t('meetings.figures_musts', { of: of(mustsPlaced, musts) })]),
    t('meetings.figures_breaks', { count: breaks }),
    ...(breaksBound === null || placed < wished ? [] : [t('meetings.figures_breaks_least', { bound: number(breaksBound) })]),
    ...(placed < wished ? [] : gapWords(gapOf(breaks, breaksBound), (gap) => t('meetings.figures_gap', { gap }))),
  ];
  return <Note>{words.join(writing[language].clauses)}</Note>;
}
