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

/** One press answers, to the office that reports it alone; what differs is told in the dialog. */
export function AnswerButtons({ figure, office }: { readonly figure: UnansweredFigure; readonly office: string }) {
  const { t } = useText();
  const naming = useNaming();
  const [isOpen, setOpen] = useState(false);
  const { keep, busy } = useKeeping(outcomesQueries.key());
  const asked = { outcomeId: figure.outcome.id, office, stage: figure.stage, through: figure.through };
  const say = (verdict: 'confirms' | 'cannot_say') =>
    void keep(() => outcomesApi.confirmStage({ ...asked, verdict }), {
      said: t('outcomes.answered_for', { answer: t(`outcomes.say_${verdict}`), office: naming(figure.office.name) }),
      undo: () => outcomesApi.confirmStage({ ...asked, verdict: 'withdraws' }),
    });
  const of = t('outcomes.answer_titled', { title: naming(figure.outcome.title) });
  return (
    <span className="btns">
      <TextAction aria-label={`${t('outcomes.agree')} – ${of}`} disabled={busy} onPress={() => say('confirms')}>
        {t('outcomes.agree')}
      </TextAction>
      <TextAction aria-label={`${t('outcomes.differs_action')} – ${of}`} onPress={() => setOpen(true)}>
        {t('outcomes.differs_action')}
      </TextAction>
      <TextAction aria-label={`${t('outcomes.cannot_say_action')} – ${of}`} disabled={busy} onPress={() => say('cannot_say')}>
        {t('outcomes.cannot_say_action')}
      </TextAction>
      {isOpen && <Differs figure={figure} office={office} onClose={() => setOpen(false)} />}
    </span>
  );
}

interface DiffersProps {
  readonly figure: UnansweredFigure;
  readonly office: string;
  readonly onClose: () => void;
}

function Differs({ figure: { outcome, stage }, office, onClose }: DiffersProps) {
  const { data } = useQuery(outcomesQueries.getOutcome.queryOptions({ input: { outcomeId: outcome.id } }));
  return data === undefined ? null : (
    <AnswerDialog outcome={data} office={office} chosen={{ stage, verdict: 'differs' }} onClose={onClose} />
  );
}
