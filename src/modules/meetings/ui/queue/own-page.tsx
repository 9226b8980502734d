// /my/$editionId/$participantId/queue: a company's own part of the live queue, on a phone: its number, where to go now, whom it still meets.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { dayOf, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Section, Title } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { placeWords } from '../agenda/next.tsx';
import { meetingsQueries } from '../client.ts';
import { Named, useName } from '../edition/names.tsx';
import './queue.css';
import { RequestsLink } from '../requests/requests-link.tsx';
import { askEvery, isStaleAt, useSeconds, useTellOwn, useVenueMoment, type OwnQueue } from './tell.ts';

export function OwnQueuePage() {
  const { editionId = '', participantId = '' } = useParams({ strict: false });
  const { data, dataUpdatedAt } = useQuery({
    ...meetingsQueries.getOwnQueue.queryOptions({ input: { editionId, participantId } }),
    refetchInterval: askEvery,
    throwOnError: (_error, query) => query.state.data === undefined,
  });
  const now = useSeconds();
  return data === undefined ? (
    <Skeleton lines={8} />
  ) : (
    <OwnView own={data} stale={isStaleAt(now, dataUpdatedAt)} receivedAt={dataUpdatedAt} />
  );
}

interface OwnProps {
  readonly own: OwnQueue;
}

function OwnView({ own, stale, receivedAt }: OwnProps & { readonly stale: boolean; readonly receivedAt: number }) {
  const { t } = useText();
  const formats = useFormats();
  const name = useName();
  const { edition, participant, queue } = own;
  const on = { editionId: edition.id, participantId: participant.id };
  const received = { time: formats.time(receivedAt, edition.timeZone) };
  return (
    <div className="narrow ownqueue">
      <Title
        title={name(participant.name)}
        crumb={
          <Link to="/my/$editionId/$participantId" params={on}>
            <Named name={edition.name} />
          </Link>
        }
      />
      {stale && (
        <Notice kind="refused" live>
          {t('meetings.queue_stale', received)}
        </Notice>
      )}
      {queue === null ? (
        <Empty heading={t('meetings.own_none')}>{t('meetings.own_none_text')}</Empty>
      ) : (
        <>
          <Now own={own} queue={queue} />
          <StillToMeet own={own} queue={queue} />
          <Note>{t('meetings.queue_received', received)}</Note>
        </>
      )}
    </div>
  );
}

interface WithQueue extends OwnProps {
  readonly queue: NonNullable<OwnQueue['queue']>;
}

function ownWord(queue: NonNullable<OwnQueue['queue']>, now: number) {
  if (queue.state === 'open') return waitingWord(queue);
  if (queue.state === 'paused') return 'meetings.own_paused';
  return Date.parse(queue.opensAt) > now ? 'meetings.own_called_off' : 'meetings.own_closed';
}

/** Number and what to do now, large enough to read while walking. */
function Now({ own, queue }: WithQueue) {
  const { t } = useText();
  const formats = useFormats();
  const { edition, participant } = own;
  const tell = useTellOwn({ editionId: edition.id, participantId: participant.id });
  const seated = participant.role === 'exhibitor';
  const [talk] = queue.talks;
  const now = useSeconds();
  const moment = useVenueMoment(edition.timeZone, now);
  const isToday = dayOf(queue.opensAt, edition.timeZone) <= dayOf(now, edition.timeZone);
  return (
    <section className="next" aria-labelledby="own-number">
      <p className="clock" id="own-number">
        {participant.code} <small>{t('meetings.your_number')}</small>
      </p>
      <div role="status">
        {talk === undefined ? (
          <p className="where">
            {t(ownWord(queue, now), { time: moment(queue.opensAt) })}
            {queue.state !== 'closed' && Date.parse(queue.opensAt) > now && (
              <small> {t('meetings.own_opens', { time: moment(queue.opensAt) })}</small>
            )}
          </p>
        ) : (
          <>
            <p className="where">
              {talk.begunAt === null && !seated ? t('meetings.own_go', { place: placeWords(t, talk) }) : placeWords(t, talk)}
            </p>
            <p className="whom">
              <Named name={talk.with.name} /> <span className="note">{talk.with.code}</span>
            </p>
            {talk.interpreter !== null && <p>{t('meetings.queue_interprets', { name: talk.interpreter.name })}</p>}
            <p className="note">
              {talk.begunAt === null
                ? t('meetings.own_called_at', { time: formats.time(talk.goesOutAt, edition.timeZone) })
                : t('meetings.own_since', { time: formats.time(talk.begunAt, edition.timeZone) })}
            </p>
          </>
        )}
      </div>
      {own.mayTell && (
        <>
          {talk !== undefined && (
            <Button kind="go" big onPress={() => tell({ kind: talk.begunAt === null ? 'begin' : 'end', talkId: talk.id })}>
              {t(talk.begunAt === null ? 'meetings.own_begin' : 'meetings.own_end')}
            </Button>
          )}
          {talk === undefined && isToday && queue.own !== 'here' && queue.state !== 'closed' && (
            <Button kind="go" big onPress={() => tell({ kind: 'arrive' })}>
              {t(queue.own === 'gone' ? 'meetings.own_back' : 'meetings.own_here')}
            </Button>
          )}
          {queue.own === 'here' && (
            <Button big onPress={() => tell({ kind: 'leave' })}>
              {t('meetings.own_pause')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

const waitingWord = ({ own, soon }: WithQueue['queue']) => {
  if (own === 'expected') return 'meetings.own_expected' as const;
  if (own === 'gone') return 'meetings.own_gone' as const;
  return soon ? ('meetings.own_soon' as const) : ('meetings.own_waiting' as const);
};

function StillToMeet({ own, queue }: WithQueue) {
  const { t } = useText();
  const formats = useFormats();
  const detail = ({ state, here, freeAbout }: WithQueue['queue']['wishes'][number]): string => {
    if (state !== 'waiting') return t(`meetings.own_${state}`);
    if (!here) return t('meetings.own_not_seen');
    return freeAbout === null
      ? t('meetings.own_is_here')
      : t('meetings.own_free_about', { time: formats.time(freeAbout, own.edition.timeZone) });
  };
  return (
    <Section title={t('meetings.own_wishes')} count={queue.wishes.filter(({ state }) => state !== 'ended').length}>
      {queue.wishes.length === 0 ? (
        <p className="muted">{t('meetings.own_wishes_none')}</p>
      ) : (
        <Rows
          entries={queue.wishes.map((wish) => ({
            key: wish.with.id,
            when: wish.with.code,
            what:
              wish.state === 'ended' ? (
                <s>
                  <Named name={wish.with.name} />
                </s>
              ) : (
                <Named name={wish.with.name} />
              ),
            detail: detail(wish),
            end: wish.must ? t('meetings.wish_must') : undefined,
          }))}
        />
      )}
      <RequestsLink edition={own.edition} />
    </Section>
  );
}
