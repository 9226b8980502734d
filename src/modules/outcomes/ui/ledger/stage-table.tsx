// The figures of an outcome stage by stage: those that nobody has stated are there, too, as a word. Stages share no total.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable, type Column } from '#design/data-table.tsx';
import { StageMark } from '#design/stage-marks.tsx';
import type { Figure, OutcomeSummary } from '../../contract/shapes.ts';
import { isEnd, progressStages, type ProgressStage, type Stage } from '../../domain/stages.ts';
import { AssuranceCell } from './assurance-cell.tsx';
import { StageAmount, StageCount, useStageWord, type Reader } from '../words.tsx';

interface Row {
  readonly stage: Stage;
  readonly figure: Figure | undefined;
}

/** The stage that the squares show: an end stands at the step it was reached from. */
const shownStage = (stage: Stage, reached: ProgressStage | null): ProgressStage => (isEnd(stage) ? (reached ?? 'potential') : stage);

function useColumns(outcome: OutcomeSummary, reader: Reader): readonly Column<Row>[] {
  const { extent, reached } = outcome;
  const { t } = useText();
  const word = useStageWord();
  const count: Column<Row> = {
    key: 'count',
    head: t('outcomes.count'),
    end: true,
    cell: ({ figure }) => <StageCount of={outcome} figure={figure} />,
  };
  const amount: Column<Row> = {
    key: 'amount',
    head: t('outcomes.amount'),
    end: true,
    cell: ({ figure }) => <AmountCell figure={figure} />,
  };
  return [
    {
      key: 'stage',
      head: t('outcomes.stage'),
      naming: true,
      cell: ({ stage }) => (
        <StageMark stage={shownStage(stage, reached.stage)} ended={isEnd(stage) ? stage : undefined}>
          {word(stage, outcome)}
        </StageMark>
      ),
    },
    ...(extent === 'single' ? [] : [count]),
    ...(extent === 'count_only' ? [] : [amount]),
    {
      key: 'assurance',
      head: t('outcomes.assurance'),
      cell: ({ figure }) => (figure === undefined ? null : <AssuranceCell figure={figure} outcome={outcome} reader={reader} />),
    },
  ];
}

/** The amount with what it is in other currencies, at rates somebody stated. */
function AmountCell({ figure }: { readonly figure: Figure | undefined }) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <>
      <StageAmount figure={figure} />
      {figure?.converted.map(({ amount, rate, day }) => (
        <small key={`${amount.currency} ${day}`}>
          {t('outcomes.converted', { amount: formats.money(amount, 'exact', 'table').figure, rate, day: formats.day(day, 'table') })}
        </small>
      ))}
    </>
  );
}

export function StageTable({ outcome, reader }: { readonly outcome: OutcomeSummary; readonly reader: Reader }) {
  const { t } = useText();
  const columns = useColumns(outcome, reader);
  const figureAt = (stage: Stage): Figure | undefined => outcome.figures.find((figure) => figure.stage === stage);
  const ends = outcome.figures.filter(({ stage }) => isEnd(stage)).map(({ stage }) => stage);
  // What came or took part went through no stages: those that somebody speaks of are all there are.
  const steps = outcome.counted === null ? progressStages : progressStages.filter((stage) => figureAt(stage) !== undefined);
  const rows = [...steps, ...ends].map((stage): Row => ({ stage, figure: figureAt(stage) }));
  return <DataTable caption={t('outcomes.by_stage')} columns={columns} rows={rows} rowKey={({ stage }) => stage} />;
}
