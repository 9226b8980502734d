// The answer of a side where a figure is only listed: it was so, it was otherwise, we cannot say.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useNaming } from '#design/named.tsx';
import type { UnansweredFigure } from '../../contract/shapes.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';
import { AnswerDialog } from './answer-dialog.tsx';

/** One press agrees, to the office that reports it alone; what differs, or cannot be said, is told in the dialog. */
export function AnswerButtons({ figure, office }: { readonly figure: UnansweredFigure; readonly office: string }) {
  const { t } = useText();
  const naming = useNaming();
  const [open, setOpen] = useState<'differs' | 'cannot_say' | null>(null);
  const { keep, busy } = useKeeping(outcomesQueries.key());
  const asked = { outcomeId: figure.outcome.id, office, stage: figure.stage, through: figure.through };
  const agree = () =>
    void keep(() => outcomesApi.confirmStage({ ...asked, verdict: 'confirms' }), {
      said: t('outcomes.answered_for', { answer: t('outcomes.say_confirms'), office: naming(figure.office.name) }),
      undo: () => outcomesApi.confirmStage({ ...asked, verdict: 'withdraws' }),
    });
  const of = t('outcomes.answer_titled', { title: naming(figure.outcome.title) });
  return (
    <span className="btns">
      <TextAction aria-label={`${t('outcomes.agree')} – ${of}`} disabled={busy} onPress={agree}>
        {t('outcomes.agree')}
      </TextAction>
      <TextAction aria-label={`${t('outcomes.differs_action')} – ${of}`} onPress={() => setOpen('differs')}>
        {t('outcomes.differs_action')}
      </TextAction>
      <TextAction aria-label={`${t('outcomes.cannot_say_action')} – ${of}`} onPress={() => setOpen('cannot_say')}>
        {t('outcomes.cannot_say_action')}
      </TextAction>
      {open !== null && <Told figure={figure} office={office} verdict={open} onClose={() => setOpen(null)} />}
    </span>
  );
}

interface ToldProps {
  readonly verdict: 'differs' | 'cannot_say';
  readonly figure: UnansweredFigure;
  readonly office: string;
  readonly onClose: () => void;
}

/** Opens with the outcome in view: nobody gives up an answer from a line of a list. */
function Told({ figure: { outcome, stage }, office, verdict, onClose }: ToldProps) {
  const { data } = useQuery(outcomesQueries.getOutcome.queryOptions({ input: { outcomeId: outcome.id } }));
  return data === undefined ? null : <AnswerDialog outcome={data} office={office} chosen={{ stage, verdict }} onClose={onClose} />;
}
