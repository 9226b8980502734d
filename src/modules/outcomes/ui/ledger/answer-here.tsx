// The way to answer an outcome where it is only listed: on the page of its tie.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { outcomesQueries } from '../client.ts';
import { AnswerDialog } from './answer-dialog.tsx';

/** Nothing where the reader's offices have no word in it, or have said it. */
export function AnswerHere({ outcomeId }: { readonly outcomeId: string }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(outcomesQueries.getOutcome.queryOptions({ input: { outcomeId } }));
  const voice = data?.voices.find((office) => office !== data.office.id);
  if (
    data === undefined ||
    voice === undefined ||
    !data.openVerdicts.some(({ office, verdicts }) => office === voice && verdicts.length > 0)
  )
    return null;
  return (
    <>
      <Button kind="go" onPress={() => setOpen(true)}>
        {t('outcomes.answer')}
      </Button>
      {isOpen && <AnswerDialog outcome={data} office={voice} onClose={() => setOpen(false)} />}
    </>
  );
}
