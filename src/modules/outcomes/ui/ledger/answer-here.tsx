// The way to answer an outcome where it is only listed: on the page of its tie.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import type { Outcome } from '../../contract/shapes.ts';
import { askedOf } from '../../domain/asked.ts';
import type { Verdict } from '../../domain/assurance.ts';
import type { Stage } from '../../domain/stages.ts';
import { outcomesQueries } from '../client.ts';
import { AnswerDialog } from './answer-dialog.tsx';

/** What an office says of a stage's figures as they stand. */
const wordOf = ({ confirmations }: Outcome, office: string, stage: Stage): Verdict | undefined =>
  confirmations.findLast((said) => said.office.id === office && said.stage === stage && !said.outdated && said.verdict !== 'verifies')
    ?.verdict;

/** Whether the office has yet to answer what the outcome came to. */
const awaits = (outcome: Outcome, office: string): boolean =>
  askedOf(outcome, (stage) => wordOf(outcome, office, stage) === 'confirms').some(({ stage }) => {
    const word = wordOf(outcome, office, stage);
    return word === undefined || word === 'withdraws';
  });

/** Nothing where the reader's offices have no word in it, or have said it. */
export function AnswerHere({ outcomeId }: { readonly outcomeId: string }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(outcomesQueries.getOutcome.queryOptions({ input: { outcomeId } }));
  const voice = data?.voices.find((office) => office !== data.office.id);
  if (data === undefined || voice === undefined || !awaits(data, voice)) return null;
  return (
    <>
      <Button kind="go" onPress={() => setOpen(true)}>
        {t('outcomes.answer')}
      </Button>
      {isOpen && <AnswerDialog outcome={data} office={voice} onClose={() => setOpen(false)} />}
    </>
  );
}
