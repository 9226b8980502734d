// A figure of an outcome that opens: who said it, of what, where it is printed, who entered it, and who confirms it.
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Named, useNaming } from '#design/named.tsx';
import { Opening, type SlipEntry } from '#design/said.tsx';
import { writing } from '#kernel/language.ts';
import { useVoice } from '#modules/evidence/ui/said.tsx';
import type { Figure, OutcomeSummary } from '../contract/shapes.ts';

type Said = Figure['said'][number];

/** What one entry adds, where a figure has several. */
function useEntryFigures(): (said: Said) => ReactNode {
  const formats = useFormats();
  return ({ count, amount, qualifier }) => (
    <>
      {count !== null && <>{formats.spelt(formats.count(count, qualifier))} </>}
      {amount !== null && formats.spelt(formats.money(amount, qualifier, 'table'))}
    </>
  );
}

function useSlip(figure: Figure, office: OutcomeSummary['office']): readonly SlipEntry[] {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const voice = useVoice();
  const figures = useEntryFigures();
  const confirming = figure.confirmedBy.map(({ name }) => naming(name));
  return [
    ...figure.said.flatMap((said): readonly SlipEntry[] => [
      ...(figure.said.length === 1 ? [] : [{ term: t('outcomes.entry_number', { number: said.number }), value: figures(said) }]),
      ...voice(said, office.name),
      {
        term: t('evidence.entered'),
        value: (
          <>
            <Named text={office.name} quiet />
            {writing[language].comma}
            {formats.entryDay(said.enteredAt)}
          </>
        ),
      },
    ]),
    { term: t('evidence.confirmed'), value: confirming.length === 0 ? t('outcomes.not_confirmed') : formats.list(confirming) },
  ];
}

export function FigureSaid({
  figure,
  office,
  children,
}: {
  readonly figure: Figure;
  readonly office: OutcomeSummary['office'];
  readonly children: ReactNode;
}) {
  return <Opening figure={children} slip={useSlip(figure, office)} />;
}
