// /editions/$slug/queue: the live queue for its organiser. It calls by itself; a person is there for what it cannot know.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonLink, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Columns, Gap, Note, Sentence } from '#design/page.tsx';
import { writing } from '#kernel/language.ts';
import { meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { EventPage } from '../edition/edition-page.tsx';
import { Interpreters } from './interpreters.tsx';
import { Called, NeedsPerson, Waiting } from './lists.tsx';
import { NextCalls } from './next-calls.tsx';
import { Opening, OpenQueue } from './open-form.tsx';
import { ChangeHours } from './change-hours.tsx';
import { Desk } from './desk.tsx';
import './queue.css';
import { TableMap } from './table-map.tsx';
import {
  askEvery,
  isStaleAt,
  useQueueState,
  useMinutes,
  useSeconds,
  useTell,
  useVenueMoment,
  type Board,
  type BoardProps,
} from './tell.ts';

export function QueuePage() {
  const { t } = useText();
  return <EventPage title={t('meetings.queue_title')}>{(edition) => <Queue edition={edition} />}</EventPage>;
}

function Queue({ edition }: { readonly edition: Edition }) {
  const answer = useQuery({
    ...meetingsQueries.getQueue.queryOptions({ input: { editionId: edition.id } }),
    refetchInterval: askEvery,
    throwOnError: (_error, query) => query.state.data === undefined,
  });
  const now = useSeconds();
  if (answer.data === undefined) return <Skeleton lines={8} />;
  const { queue } = answer.data;
  if (queue === null) return <OpenQueue edition={edition} />;
  // Counted by the server's clock: that of this machine may be wrong.
  const at = Date.parse(queue.at) + (now - answer.dataUpdatedAt);
  return (
    <Running edition={edition} board={queue} now={at} stale={isStaleAt(now, answer.dataUpdatedAt)} receivedAt={answer.dataUpdatedAt} />
  );
}

function Running({ stale, receivedAt, ...on }: BoardProps & { readonly stale: boolean; readonly receivedAt: number }) {
  const { t } = useText();
  const formats = useFormats();
  const [opening, setOpening] = useState(false);
  const { edition, board } = on;
  const tell = useTell(edition.id, stale);
  const received = { time: formats.time(receivedAt, edition.timeZone) };
  const running = board.state !== 'closed';
  if (opening && !running) return <Opening edition={edition} onClose={() => setOpening(false)} />;
  return (
    <div className="queue">
      {stale && (
        <Notice kind="refused" live>
          {t('meetings.queue_stale', received)}
        </Notice>
      )}
      <Lead {...on} />
      <StateNotice {...on} />
      {running && (
        <Columns>
          <NextCalls {...on} tell={tell} />
          <div className="c4">
            <NeedsPerson {...on} tell={tell} />
            <Desk edition={edition} />
            <Interpreters {...on} tell={tell} />
          </div>
        </Columns>
      )}
      <TableMap {...on} tell={tell} />
      {running && (
        <Columns>
          <Called {...on} tell={tell} />
          <Waiting {...on} />
        </Columns>
      )}
      <StateButtons {...on} onOpenAnother={() => setOpening(true)} />
      <Note>
        {t('meetings.queue_log')}
        <Gap />
        {t('meetings.queue_received', received)}
      </Note>
    </div>
  );
}

/** One sentence with the figures; its parts add up to the tables. */
function Lead({ board, edition, now }: BoardProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const count = (...states: readonly Board['tables'][number]['state'][]): number =>
    board.tables.filter(({ state }) => states.includes(state)).length;
  // A call that is not shown yet has called nobody.
  const shown = new Set(
    board.talks.flatMap(({ id, begunAt, goesOutAt }) => (begunAt !== null || Date.parse(goesOutAt) <= now ? [id] : [])),
  );
  const soon = board.tables.filter(({ state, talkIds }) => state === 'called' && !talkIds.some((id) => shown.has(id))).length;
  const pairs = board.waiting.reduce((sum, group) => sum + group.pairs, 0);
  const longest = Math.max(0, ...board.waiting.map(({ longestMinutes }) => longestMinutes));
  const { figures } = board;
  const minutes = useMinutes();
  const moment = useVenueMoment(edition.timeZone, now);
  // The clock says of which day it is while that is not the queue’s.
  const isItsDay = dayOf(now, edition.timeZone) === dayOf(board.opensAt, edition.timeZone);
  const time = isItsDay ? moment(now) : formats.dateTime(now, edition.timeZone, 'short');
  const waiting = Date.parse(board.opensAt) > now ? 'meetings.queue_lead_before' : 'meetings.queue_lead_waiting';
  return (
    <>
      <Sentence>
        {[
          t('meetings.queue_lead', {
            time,
            count: board.tables.length,
            talking: count('talking', 'over'),
            called: count('called') - soon,
            soon,
            free: count('free'),
            unused: count('unused', 'closed'),
          }),
          pairs === 0 ? t('meetings.queue_lead_nobody') : t(waiting, { count: pairs, minutes: minutes(longest) }),
        ].join(writing[language].blank)}
      </Sentence>
      <Note>
        {t('meetings.queue_lead_so_far', {
          exhibitors: t('meetings.queue_exhibitors', { count: figures.exhibitors }),
          buyers: t('meetings.queue_buyers', { count: figures.buyers }),
          ...{ ended: figures.talksEnded, wishes: figures.wishes, musts: figures.musts, mustsEnded: figures.mustsEnded },
        })}
        <Gap />
        {board.pairs === 'unscheduled' && t('meetings.queue_counts_unscheduled')}
      </Note>
    </>
  );
}

/** Each day has one queue: another takes an edition of several days, one of which is still to end. */
const hasOtherDay = ({ firstDay, lastDay, timeZone }: BoardProps['edition'], now: number): boolean =>
  firstDay < lastDay && dayOf(now, timeZone) <= lastDay;

function StateNotice({ board, edition, now }: BoardProps) {
  const { t } = useText();
  const moment = useVenueMoment(edition.timeZone, now);
  if (board.state === 'paused') return <Notice kind="draft">{t('meetings.queue_paused_note')}</Notice>;
  const time = { time: moment(board.opensAt) };
  if (board.state === 'closed' && Date.parse(board.opensAt) > now)
    return (
      <Notice kind="plain">{t(hasOtherDay(edition, now) ? 'meetings.queue_closed_ahead' : 'meetings.queue_closed_early', time)}</Notice>
    );
  if (board.state === 'closed') return <Notice kind="plain">{t('meetings.queue_closed_note')}</Notice>;
  if (Date.parse(board.opensAt) > now) return <Notice kind="plain">{t('meetings.queue_before', time)}</Notice>;
  if (Date.parse(board.closesAt) <= now) return <Notice kind="plain">{t('meetings.queue_after', { time: moment(board.closesAt) })}</Notice>;
  return null;
}

function StateButtons({ board, edition, now, onOpenAnother }: BoardProps & { readonly onOpenAnother: () => void }) {
  const { t } = useText();
  const [changing, setChanging] = useState(false);
  const [asked, setAsked] = useState(false);
  const set = useQueueState(edition.id);
  const standing = board.talks.filter(({ begunAt }) => begunAt === null).length;
  return (
    <>
      <Buttons>
        <ButtonLink to="/editions/$slug/wall" params={{ slug: edition.slug }}>
          {t('meetings.wall_open')}
        </ButtonLink>
        {board.state === 'open' ? (
          <Button onPress={() => set('paused', t('meetings.queue_paused'))}>{t('meetings.queue_pause')}</Button>
        ) : (
          <Button onPress={() => set('open', t('meetings.queue_resumed'))}>{t('meetings.queue_resume')}</Button>
        )}
        {board.state === 'closed' && hasOtherDay(edition, now) && (
          <Button onPress={onOpenAnother}>{t('meetings.queue_open_another')}</Button>
        )}
        {board.state !== 'closed' && (
          <>
            <Button kind="text" onPress={() => setChanging(true)}>
              {t('meetings.queue_hours')}
            </Button>
            <Button kind="text" onPress={() => setAsked(true)}>
              {t('meetings.queue_end')}
            </Button>
          </>
        )}
        <Link to="/editions/$slug/agendas" params={{ slug: edition.slug }}>
          {t('meetings.agendas_title')}
        </Link>
      </Buttons>
      {changing && <ChangeHours {...{ edition, board, now }} onClose={() => setChanging(false)} />}
      {asked && (
        <Dialog
          open
          title={t('meetings.queue_end_title')}
          onClose={() => setAsked(false)}
          actions={
            <>
              <Button kind="go" onPress={() => set('closed', t('meetings.queue_ended')).then(() => setAsked(false))}>
                {t('meetings.queue_end')}
              </Button>
              <Button kind="text" onPress={() => setAsked(false)}>
                {t('design.cancel')}
              </Button>
            </>
          }
        >
          <p>{t('meetings.queue_end_text', { count: standing })}</p>
        </Dialog>
      )}
    </>
  );
}
