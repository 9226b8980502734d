// How a request of ours stands, the same wherever it is shown.
import { useText } from '#client/language.ts';
import { AsWritten } from '#design/named.tsx';
import { useSessionsOf, useSessionWords } from '#modules/expos/ui/slots/session-words.ts';
import type { ReplyTold, Request } from '../edition/answers.ts';

interface StateWordsProps {
  readonly editionId: string;
  readonly request: Request;
  readonly reply: ReplyTold | undefined;
}

/** Whether it is in the schedule, else what the other side has let us know: nothing is no answer yet, or none that we are told. */
export function StateWords({ editionId, request, reply }: StateWordsProps) {
  const { t } = useText();
  const sessions = useSessionsOf(editionId);
  const sessionWord = useSessionWords(sessions);
  if (request.state !== 'open' || reply === undefined)
    return t(request.state === 'open' ? 'meetings.waits_for_them' : `meetings.request_${request.state}`);
  if (reply.kind !== 'another_time') return t(`meetings.they_${reply.kind}`);
  return (
    <>
      {t('meetings.they_another_time', { session: reply.session === null ? t('meetings.session_any') : sessionWord(reply.session) })}
      {reply.note !== '' && (
        <small>
          <AsWritten text={reply.note} />
        </small>
      )}
    </>
  );
}
