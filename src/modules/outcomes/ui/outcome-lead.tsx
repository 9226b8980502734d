// One outcome where there is room for one figure.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import type { OutcomeSummary } from '../contract/shapes.ts';
import { assuredOf, leading } from '../domain/headline.ts';
import { FigureSaid } from './figure-said.tsx';
import { Assured, Reached, StageAmount, useCounted, useStageWord, type Reader } from './words.tsx';

/** The one large figure, with what it is: nobody can mistake what is potential for money. */
export function OutcomeLead({ outcome, reader }: { readonly outcome: OutcomeSummary; readonly reader: Reader }) {
  const { t } = useText();
  const formats = useFormats();
  const stageWord = useStageWord();
  const counted = useCounted();
  const figure = leading(outcome);
  if (figure === undefined) return null;
  // A figure of an earlier stage is not what became of it: beside "cancelled" it says what it was a figure of.
  const isEarlier = outcome.reached.ended !== null ? figure.stage !== outcome.reached.ended : figure.stage !== outcome.reached.stage;
  const count = figure.count === null ? null : formats.spelt(counted(outcome, figure.count, figure.countQualifier));
  return (
    <>
      {figure.amount !== null ? (
        <div className="figure">
          <FigureSaid figure={figure} outcome={outcome}>
            <StageAmount figure={figure} style="text" />
          </FigureSaid>
        </div>
      ) : (
        count !== null && (
          <div className="figure">
            <FigureSaid figure={figure} outcome={outcome}>
              {count}
            </FigureSaid>
          </div>
        )
      )}
      {figure.amount !== null && count !== null && <p className="read">{t('outcomes.in_count', { figure: count })}</p>}
      {isEarlier && (figure.amount ?? count) !== null && (
        <p className="read">{t('outcomes.figure_of_stage', { stage: stageWord(figure.stage, outcome) })}</p>
      )}
      <p className="marks-row">
        <Reached outcome={outcome} /> <Assured figure={assuredOf(outcome) ?? figure} office={outcome.office.id} reader={reader} />
      </p>
    </>
  );
}
