// What stands beside the calls: who is called and not at the table, who waits though both are free, and what a person must do.
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Attention, Section } from '#design/page.tsx';
import { Rows, type RowEntry } from '#design/rows.tsx';
import { Named, useSay } from '../edition/names.tsx';
import { Reach } from '../edition/reach.tsx';
import { CallMark } from './next-calls.tsx';
import { useMinutes, type BoardProps, type QueueTalk, type Tell } from './tell.ts';

interface Acting extends BoardProps {
  readonly tell: Tell;
}

const shownCalls = ({ board, now }: BoardProps): readonly QueueTalk[] =>
  board.talks
    .filter(({ begunAt, goesOutAt }) => begunAt === null && Date.parse(goesOutAt) <= now)
    .sort((a, b) => Date.parse(a.goesOutAt) - Date.parse(b.goesOutAt));

function CallButtons({ talk, tell }: { readonly talk: QueueTalk; readonly tell: Tell }) {
  const { t } = useText();
  const missing = (who: QueueTalk['rotating']): ReactNode => (
    <Button
      key={who.id}
      kind="text"
      onPress={() =>
        tell({ kind: 'notHere', talkId: talk.id, participantId: who.id }, t('meetings.queue_not_here_said', { number: who.code }), {
          kind: 'arrive',
          participantId: who.id,
        })
      }
    >
      {t('meetings.queue_is_missing', { number: who.code })}
    </Button>
  );
  return (
    <span className="btns">
      <Button onPress={() => tell({ kind: 'begin', talkId: talk.id })}>{t('meetings.queue_begin')}</Button>
      {missing(talk.rotating)}
      {missing(talk.seated)}
    </span>
  );
}

export function Called(props: Acting) {
  const { t } = useText();
  const formats = useFormats();
  const calls = shownCalls(props);
  return (
    <Section title={t('meetings.queue_called')} count={calls.length} span={7} aside={t('meetings.queue_called_note')}>
      {calls.length === 0 ? (
        <p className="muted">{t('meetings.queue_called_none')}</p>
      ) : (
        <DataTable
          caption={t('meetings.queue_called')}
          rows={calls}
          rowKey={({ id }) => id}
          columns={[
            { key: 'who', head: t('meetings.queue_number_table'), naming: true, cell: (talk) => <CallMark talk={talk} /> },
            {
              key: 'names',
              head: t('meetings.queue_both'),
              cell: ({ rotating, seated }) => (
                <>
                  <Named name={rotating.name} />
                  <small>
                    <Named name={seated.name} />
                  </small>
                </>
              ),
            },
            {
              key: 'at',
              head: t('meetings.queue_called_at'),
              end: true,
              cell: ({ goesOutAt, late }) => {
                const time = formats.time(goesOutAt, props.edition.timeZone);
                return late ? <Attention>{time}</Attention> : time;
              },
            },
            {
              key: 'act',
              head: t('meetings.actions'),
              silent: true,
              end: true,
              cell: (talk) => <CallButtons talk={talk} tell={props.tell} />,
            },
          ]}
        />
      )}
    </Section>
  );
}

export function Waiting({ board }: BoardProps) {
  const { t } = useText();
  const say = useSay();
  const minutes = useMinutes();
  const pairs = board.waiting.reduce((sum, group) => sum + group.pairs, 0);
  const cause = ({ reason, pairs: count }: (typeof board.waiting)[number]): ReactNode => {
    switch (reason.code) {
      case 'meetings.wait_kept_free':
        return (
          <>
            {t('meetings.waiting_kept')}
            <small>
              {say(reason)}
              {count > 1 && ` ${t('meetings.waiting_kept_more', { count: count - 1 })}`}
            </small>
          </>
        );
      case 'meetings.wait_no_table':
        return t('meetings.waiting_table');
      default:
        return say(reason);
    }
  };
  return (
    <Section title={t('meetings.queue_waiting')} count={pairs} span={5}>
      {pairs === 0 ? (
        <p className="muted">{t('meetings.queue_waiting_none')}</p>
      ) : (
        <DataTable
          caption={t('meetings.queue_waiting')}
          rows={board.waiting}
          rowKey={({ reason }) => `${reason.code} ${String(reason.params['languages'] ?? '')}`}
          columns={[
            { key: 'why', head: t('meetings.waiting_because'), naming: true, cell: cause },
            { key: 'pairs', head: t('meetings.waiting_pairs'), end: true, cell: ({ pairs: count }) => count },
            {
              key: 'longest',
              head: t('meetings.waiting_longest'),
              end: true,
              nowrap: true,
              cell: ({ longestMinutes }) => minutes(longestMinutes),
            },
            {
              key: 'helps',
              head: t('meetings.waiting_helps'),
              cell: ({ reason }) => {
                if (reason.code === 'meetings.wait_no_table') return t('meetings.helps_table');
                if (reason.code === 'meetings.wait_no_interpreter') return t('meetings.helps_interpreter');
                return reason.code === 'meetings.wait_kept_free' ? t('meetings.helps_kept') : '–';
              },
            },
          ]}
        />
      )}
    </Section>
  );
}

/** What is said where no person is needed. */
function nobodyNeeded({ opensAt, state }: BoardProps['board'], now: number) {
  if (Date.parse(opensAt) > now) return 'meetings.needs_nobody_yet';
  return state === 'paused' ? 'meetings.needs_nobody_paused' : 'meetings.needs_nobody';
}

/** What must be done now, each with its action in the sentence. */
export function NeedsPerson(props: Acting) {
  const { t } = useText();
  const formats = useFormats();
  const say = useSay();
  const minutes = useMinutes();
  const { board, edition } = props;
  const late = shownCalls(props).filter((talk) => talk.late);
  const over = board.tables.filter(({ state }) => state === 'over');
  const short = board.waiting.filter(({ reason }) => reason.code === 'meetings.wait_no_interpreter');
  const entries: readonly RowEntry[] = [
    ...late.map((talk): RowEntry => ({
      ...{ key: talk.id, when: formats.time(talk.goesOutAt, edition.timeZone), late: true },
      what: t('meetings.needs_late', { number: talk.rotating.code, table: talk.place.code }),
      detail: (
        <>
          {edition.mayEdit && <Reach editionId={edition.id} participantId={talk.rotating.id} />}
          <CallButtons talk={talk} tell={props.tell} />
        </>
      ),
    })),
    ...(over.length === 0
      ? []
      : [
          {
            ...{ key: 'over', when: formats.time(over.map(({ since }) => since ?? '').sort()[0] ?? '', edition.timeZone), late: true },
            what: t('meetings.needs_over', { count: over.length, minutes: board.talkMinutes.longest }),
            detail: t('meetings.needs_over_tables', { tables: over.map(({ place }) => place.code).join(', ') }),
          },
        ]),
    ...short.map((group): RowEntry => ({
      ...{ key: String(group.reason.params['languages']), when: minutes(group.longestMinutes), late: true },
      what: board.languages.length === 0 ? t('meetings.needs_no_interpreters') : say(group.reason),
      detail: t('meetings.needs_interpreter', { count: group.pairs }),
    })),
  ];
  return (
    <Section title={t('meetings.needs_person')} count={entries.length} attention={entries.length > 0}>
      {entries.length === 0 ? <p className="muted">{t(nobodyNeeded(board, props.now))}</p> : <Rows entries={entries} />}
    </Section>
  );
}
