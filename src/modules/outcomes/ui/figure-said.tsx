// A figure of an outcome that opens: who said it, of what, where it is printed, who entered it, and who confirms it.
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Named, useNaming } from '#design/named.tsx';
import { Opening, type SlipEntry } from '#design/said.tsx';
import { writing } from '#kernel/language.ts';
import { useVoice } from '#modules/evidence/ui/said.tsx';
import type { Figure, Outcome, OutcomeSummary } from '../contract/shapes.ts';
import { saidOf } from '../domain/headline.ts';
import { useCounted } from './words.tsx';

type Said = NonNullable<Figure['said']>[number];

/** What one entry adds, where a figure has several. */
function useEntryFigures(of: OutcomeSummary): (said: Said) => ReactNode {
  const formats = useFormats();
  const counted = useCounted();
  return ({ count, amount, qualifier, countQualifier }) => (
    <>
      {count !== null && <>{formats.spelt(counted(of, count, countQualifier))} </>}
      {amount !== null && formats.spelt(formats.money(amount, qualifier, 'table'))}
    </>
  );
}

function useSlip(figure: Figure, outcome: OutcomeSummary | Outcome): readonly SlipEntry[] {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const voice = useVoice();
  const { office } = outcome;
  const figures = useEntryFigures(outcome);
  const counted = useCounted();
  const part = figure.confirmedPart;
  const confirming = figure.confirmedBy.map(({ name }) => naming(name));
  const confirmed =
    part === null
      ? formats.list(confirming)
      : [
          ...(part.count === null ? [] : [formats.spelt(counted(outcome, part.count, 'exact'))]),
          ...(part.amount === null ? [] : [formats.spelt(formats.money(part.amount, 'exact', 'table'))]),
          formats.list(part.by.map(({ name }) => naming(name))),
        ].join(' · ');
  const said = saidOf<Said>(figure, 'entries' in outcome ? outcome.entries : []);
  return [
    ...said.flatMap((one): readonly SlipEntry[] => [
      ...(said.length === 1 ? [] : [{ term: t('outcomes.entry_number', { number: one.number }), value: figures(one) }]),
      ...voice(one, office.name),
      {
        term: t('evidence.entered'),
        value: (
          <>
            <Named text={office.name} quiet />
            {writing[language].comma}
            {formats.entryDay(one.enteredAt)}
          </>
        ),
      },
    ]),
    { term: t('evidence.confirmed'), value: confirmed === '' ? t('outcomes.not_confirmed') : confirmed },
  ];
}

export function FigureSaid({
  figure,
  outcome,
  children,
}: {
  readonly figure: Figure;
  readonly outcome: OutcomeSummary | Outcome;
  readonly children: ReactNode;
}) {
  return <Opening figure={children} slip={useSlip(figure, outcome)} />;
}
