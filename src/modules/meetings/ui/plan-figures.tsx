// The figures of a plan that its sentence does not tell.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Note } from '#design/page.tsx';
import type { PlanFigures } from './event-answers.ts';

export function Figures({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useText();
  const { number, language } = useFormats();
  const of = (n: number, total: number) => t('meetings.n_of', { n: number(n), total: number(total) });
  const { placed, wished, mustsPlaced, musts, breaks, bound, breaksBound } = figures;
  const words = [
    t('meetings.figures_placed', { of: of(placed, wished) }),
    ...(bound === null ? [] : [t('meetings.figures_bound', { bound: number(bound) })]),
    ...(musts === 0 ? [] : [t('meetings.figures_musts', { of: of(mustsPlaced, musts) })]),
    t('meetings.figures_breaks', { count: breaks }),
    ...(breaksBound === null || placed < wished ? [] : [t('meetings.figures_breaks_least', { bound: number(breaksBound) })]),
  ];
  return <Note>{words.join(language === 'en' ? ' · ' : '，')}</Note>;
}
