// What the sides answered to an outcome: confirmed, held otherwise, with the words they added.
import { useText } from '#client/language.ts';
import { VisibilityMark } from '#design/marks.tsx';
import { AsWritten, Named } from '#design/named.tsx';
import type { Outcome } from '#modules/outcomes/contract/shapes.ts';
import { useHeldWords } from '#modules/outcomes/ui/held-words.ts';
import { useStageWord } from '#modules/outcomes/ui/words.tsx';
import { standingReplies } from '../domain/replies.ts';

export function Replies({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  const held = useHeldWords();
  const word = useStageWord();
  const replies = standingReplies(outcome.confirmations);
  if (replies.length === 0) return null;
  const words = (reply: Outcome['confirmations'][number]): string => {
    const stage = word(reply.stage, outcome);
    const whole =
      reply.verdict === 'differs'
        ? t('outcomes.differs_on', { stage })
        : t('outcomes.said_of_stage', { words: t(`outcomes.verdict_${reply.verdict}`), stage });
    return [whole, held({ ...reply, note: null }, reply.stage, outcome) ?? []].flat().join(' · ');
  };
  return (
    <>
      {replies.map((reply) => (
        <p key={reply.id} className="note">
          <Named text={reply.office.name} quiet /> {words(reply)}
          {reply.note !== null && (
            <>
              {t('reports.colon')}
              <AsWritten text={reply.note} />
            </>
          )}
          {reply.outdated && <small> {t('outcomes.outdated')}</small>}
          {reply.visibility !== 'public' && (
            <>
              {' '}
              <VisibilityMark visibility={reply.visibility} />
            </>
          )}
        </p>
      ))}
    </>
  );
}
