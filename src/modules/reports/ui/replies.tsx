// What the sides answered to an outcome: confirmed, held otherwise, with the words they added.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { VisibilityMark } from '#design/marks.tsx';
import { AsWritten, Named } from '#design/named.tsx';
import type { Outcome } from '#modules/outcomes/contract/shapes.ts';
import { useStageWord } from '#modules/outcomes/ui/words.tsx';
import { standingReplies } from '../domain/replies.ts';

export function Replies({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  const formats = useFormats();
  const word = useStageWord();
  const replies = standingReplies(outcome.confirmations);
  if (replies.length === 0) return null;
  return (
    <>
      {replies.map(({ id, office, stage, verdict, count, amount, note, outdated, visibility }) => (
        <p key={id} className="note">
          <Named text={office.name} quiet /> {t(`outcomes.verdict_${verdict}`)}
          {count !== null && <> {formats.spelt(formats.count(count))}</>}
          {amount !== null && <> {formats.spelt(formats.money(amount, 'exact', 'text'))}</>} ({word(stage)})
          {note !== null && (
            <>
              {t('reports.colon')}
              <AsWritten text={note} />
            </>
          )}
          {outdated && <small> {t('outcomes.outdated')}</small>}
          {visibility !== 'public' && (
            <>
              {' '}
              <VisibilityMark visibility={visibility} />
            </>
          )}
        </p>
      ))}
    </>
  );
}
