// The way to what others asked of us and we of them, with how many await our answer.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { meetingsQueries } from '../client.ts';
import { isWaiting } from '../edition/answers.ts';

interface RequestsLinkProps {
  readonly edition: { readonly id: string; readonly slug?: string };
  /** All of ours, unless one is named. */
  readonly participantId?: string;
  readonly isText?: boolean;
}

export function RequestsLink({ edition, participantId, isText = false }: RequestsLinkProps) {
  const { t } = useText();
  const input = { editionId: edition.id, ...(participantId === undefined ? {} : { participantId }) };
  // Without a connection the way is still there, without a count.
  const { data } = useQuery({ ...meetingsQueries.listMyRequests.queryOptions({ input }), throwOnError: false });
  const waiting = data?.received.filter(isWaiting).length ?? 0;
  return (
    <>
      <Link className={isText ? 'btn text' : 'btn'} to="/editions/$slug/my-requests" params={{ slug: edition.slug ?? edition.id }}>
        {t('meetings.our_requests')}
      </Link>
      {waiting > 0 && <span className="attention">{t('expos.in_waiting', { count: waiting })}</span>}
    </>
  );
}
