// All tables in the rows of their hall. The bar under a number is the age of what goes on there, full at the longest meeting: it says where a table comes
// free without a second number. Arrow keys move; the banner above tells of the chosen one.
import { useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Gap, Section } from '#design/page.tsx';
import { writing } from '#kernel/language.ts';
import { Named, usePlaceWord, useName } from '../edition/names.tsx';
import type { BoardProps, QueueTable, QueueTalk, Tell } from './tell.ts';

const inRow = 25;
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -inRow, ArrowDown: inRow };

const ageOf = ({ since, state }: QueueTable, { board, now }: BoardProps): number =>
  since === null || (state !== 'talking' && state !== 'over')
    ? 0
    : Math.min(1, (now - Date.parse(since)) / (board.talkMinutes.longest * 60_000));

export function TableMap(props: BoardProps & { readonly tell: Tell }) {
  const { t } = useText();
  const { board } = props;
  const [at, setAt] = useState(0);
  const chosen = board.tables[Math.min(at, board.tables.length - 1)];
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    if (step === undefined || board.tables[at + step] === undefined) return;
    event.preventDefault();
    setAt(at + step);
    document.getElementById(`queue-table-${at + step}`)?.focus();
  };
  if (chosen === undefined) return null;
  return (
    <Section title={t('meetings.queue_tables')} count={board.tables.length} aside={<Key minutes={board.talkMinutes.longest} />}>
      <Banner key={chosen.place.id} {...props} table={chosen} />
      <div className="tablemap" role="listbox" tabIndex={-1} aria-label={t('meetings.queue_tables')} onKeyDown={move}>
        {board.tables.map((table, index) => (
          <button
            key={table.place.id}
            id={`queue-table-${index}`}
            type="button"
            role="option"
            tabIndex={index === at ? 0 : -1}
            aria-selected={table === chosen}
            aria-label={`${table.place.code}, ${t(`meetings.table_${table.state}`)}`}
            className={table.state}
            style={{ '--age': `${Math.round(ageOf(table, props) * 100)}%` } as CSSProperties}
            onClick={() => setAt(index)}
          >
            {table.place.code}
          </button>
        ))}
      </div>
    </Section>
  );
}

function Key({ minutes }: { readonly minutes: number }) {
  const { t } = useText();
  return (
    <p className="note tablekey">
      {(['talking', 'called', 'free', 'over', 'unused'] as const).map((state) => (
        <span key={state}>
          <span aria-hidden className={`tableswatch ${state}`} style={{ '--age': '60%' } as CSSProperties} />{' '}
          {t(`meetings.key_${state}`, { minutes })}
        </span>
      ))}
    </p>
  );
}

function Banner({ table, board, edition, now, tell }: BoardProps & { readonly table: QueueTable; readonly tell: Tell }) {
  const { t, language } = useText();
  const { colon } = writing[language];
  const formats = useFormats();
  const name = useName();
  const placeWord = usePlaceWord();
  const talks = board.talks.filter(({ id }) => table.talkIds.includes(id));
  const closed = table.state === 'closed';
  /** Until a call is shown nobody has been called. */
  const isShown = ({ begunAt, goesOutAt }: QueueTalk): boolean => begunAt !== null || Date.parse(goesOutAt) <= now;
  const shown = talks.filter(isShown);
  const toggle = () => tell({ kind: closed ? 'placeOpens' : 'placeCloses', placeId: table.place.id });
  return (
    <div className="banner plain tablebanner">
      <div>
        <b>
          {placeWord(table.place.code)}
          {table.owner !== null && (
            <>
              {colon}
              <Named name={table.owner.name} />
            </>
          )}
        </b>{' '}
        {t(table.state === 'called' && shown.length === 0 ? 'meetings.table_next' : `meetings.table_${table.state}`)}
        {table.since !== null && (talks.length === 0 || shown.length > 0) && (
          <>
            <Gap />
            {t('meetings.since_time', { time: formats.time(table.since, edition.timeZone) })}
          </>
        )}
        {talks.map((talk) => (
          <p key={talk.id}>
            {t('meetings.table_talk', { number: talk.rotating.code, name: name(talk.rotating.name) })}
            <Gap />
            {talk.interpreter !== null && t('meetings.queue_interprets', { name: talk.interpreter.name })}
          </p>
        ))}
      </div>
      <Buttons>
        {shown.map((talk) =>
          talk.begunAt === null ? (
            <Button key={talk.id} onPress={() => tell({ kind: 'begin', talkId: talk.id })}>
              {t('meetings.queue_begin_of', { number: talk.rotating.code })}
            </Button>
          ) : (
            <Button key={talk.id} kind="go" onPress={() => tell({ kind: 'end', talkId: talk.id })}>
              {t('meetings.queue_end_of', { number: talk.rotating.code })}
            </Button>
          ),
        )}
        {board.state !== 'closed' && (
          <Button kind="text" onPress={toggle}>
            {t(closed ? 'meetings.place_open' : 'meetings.place_close')}
          </Button>
        )}
      </Buttons>
    </div>
  );
}
