// The figures of a plan under one another.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { Facts } from '#design/rows.tsx';
import type { PlanFigures } from './event-answers.ts';

export function Figures({ figures }: { readonly figures: PlanFigures }) {
  const { t } = useText();
  const { number } = useFormats();
  const of = (n: number, total: number) => t('meetings.n_of', { n: number(n), total: number(total) });
  return (
    <Facts
      entries={[
        { term: t('meetings.figure_placed'), value: of(figures.placed, figures.wished), end: true },
        { term: t('meetings.figure_bound'), value: figures.bound === null ? <Unknown /> : number(figures.bound), end: true },
        { term: t('meetings.figure_musts'), value: of(figures.mustsPlaced, figures.musts), end: true },
        { term: t('meetings.figure_breaks'), value: number(figures.breaks), end: true },
      ]}
    />
  );
}
