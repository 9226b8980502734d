// What begins next and what was changed, in pages that take turns by the clock, so that all screens of a hall turn together; names in one
// language after the other.
import type { ReactNode } from 'react';
import { dayOf, useFormats } from '#client/formats.ts';
import { chooseText, languages } from '#kernel/language.ts';
import { Both, PlaceInBoth, type Wall } from './both.tsx';

type Schedule = NonNullable<Wall['schedule']>;
type Begins = Schedule['begins'][number];
type Change = Schedule['changes'][number];
type Parties = Begins['parties'];

/** A page stands long enough to be read in each language. */
const languageFor = 6000;
const pageFor = languageFor * languages.length;
const changesAtOnce = 2;
/** A table at which a meeting begins in so many minutes stands out. */
const soonMinutes = 5;

/** The page of a list whose turn it is. */
function pageOf<T>(list: readonly T[], size: number, now: number) {
  const pages = Math.max(1, Math.ceil(list.length / size));
  const page = Math.floor(now / pageFor) % pages;
  return { shown: list.slice(page * size, (page + 1) * size), page: page + 1, pages };
}

interface ScheduleViewProps {
  readonly schedule: Schedule;
  readonly zone: string;
  readonly now: number;
  readonly note: (usual: ReactNode) => ReactNode;
}

export function ScheduleView({ schedule, zone, now, note }: ScheduleViewProps) {
  const { released, begins, moreBegin, changes } = schedule;
  const language = languages[Math.floor(now / languageFor) % languages.length] ?? 'en';
  const named = begins.some(({ parties }) => parties.some(({ name }) => name !== null));
  // With names a row has two lines: beside changes one row fewer has room.
  const rowCount = named && changes.length > 0 ? 5 : 6;
  const size = named ? rowCount : 2 * rowCount;
  const { shown, page, pages } = pageOf(begins, size, now);
  const placeHead = shown.every(({ place }) => place.kind === 'table') ? 'table' : 'place';
  const rows = (from: number, until: number) => (
    <Meetings meetings={shown.slice(from, until)} {...{ zone, now, language, named, placeHead }} slots={until - from} />
  );
  return (
    <>
      {begins.length === 0 ? (
        <p className="wallempty">
          <Both word={released ? 'over' : 'unreleased'} />
        </p>
      ) : (
        <div className={named ? 'wallnamed' : 'wallcols'}>
          {named ? (
            rows(0, rowCount)
          ) : (
            <>
              {rows(0, rowCount)}
              {rows(rowCount, size)}
            </>
          )}
        </div>
      )}
      <footer>
        {changes.length > 0 && <Changes changes={changes} {...{ zone, now, language }} />}
        {note(
          <>
            {moreBegin > 0 ? (
              <>
                <Both word="more" /> <b>{moreBegin}</b>
              </>
            ) : (
              released && <Both word="agendas" />
            )}
            {pages > 1 && (
              <span className="wallpage">
                {page} / {pages}
              </span>
            )}
          </>,
        )}
      </footer>
    </>
  );
}

interface MeetingsProps {
  readonly meetings: readonly Begins[];
  readonly zone: string;
  readonly now: number;
  readonly language: string;
  readonly named: boolean;
  readonly placeHead: 'table' | 'place';
  /** Rows, filled or not. */
  readonly slots: number;
}

function Meetings({ meetings, zone, now, language, named, placeHead, slots }: MeetingsProps) {
  const formats = useFormats();
  return (
    <div className={`wallcol ${named ? 'named' : 'timed'}${slots === 5 ? ' five' : ''}`}>
      <p className="wallhead">
        <Both word="time" />
        <Both word={placeHead} />
        <Both word="who" />
      </p>
      <ol>
        {meetings.map(({ meetingId, startsAt, place, parties }) => (
          <li key={meetingId} className={Date.parse(startsAt) - now < soonMinutes * 60_000 ? 'new' : undefined}>
            <b>
              {formats.time(startsAt, zone)}
              {dayOf(startsAt, zone) !== dayOf(now, zone) && <small>{dayOf(startsAt, zone)}</small>}
            </b>
            <b>
              {place.code}
              {placeHead === 'place' && (
                <small>
                  <Both word={place.kind} />
                </small>
              )}
            </b>
            <Sides parties={parties} language={language} />
          </li>
        ))}
        {Array.from({ length: slots - meetings.length }, (_, at) => (
          <li key={at} aria-hidden />
        ))}
      </ol>
    </div>
  );
}

/** Both sides by number, and by name where the screen shows names. */
function Sides({ parties, language }: { readonly parties: Parties; readonly language: string }) {
  return (
    <span className="wallsides">
      {parties.map(({ code, name }, at) => {
        const chosen = name === null ? null : chooseText(name, language);
        return (
          <span key={code}>
            {at > 0 && <i aria-hidden>–</i>}
            <b>{code}</b>
            {chosen !== null && <span lang={chosen.language}>{chosen.text}</span>}
          </span>
        );
      })}
    </span>
  );
}

function Changes({
  changes,
  zone,
  now,
  language,
}: { readonly changes: readonly Change[] } & Omit<MeetingsProps, 'meetings' | 'named' | 'placeHead' | 'slots'>) {
  const formats = useFormats();
  const { shown, page, pages } = pageOf(changes, changesAtOnce, now);
  // The day once where both times lie in it: a line has room for whom it is about.
  const spot = (at: NonNullable<Change['before']>, said = dayOf(now, zone)) => (
    <>
      {dayOf(at.startsAt, zone) !== said && `${dayOf(at.startsAt, zone)} `}
      {formats.time(at.startsAt, zone)} · <PlaceInBoth code={at.place} />
    </>
  );
  return (
    <div className="wallchanges">
      <h3>
        <Both word="changed" />
        {pages > 1 && (
          <small>
            {page} / {pages}
          </small>
        )}
      </h3>
      <ul>
        {shown.map(({ meetingId, kind, parties, before, after }) => (
          <li key={meetingId}>
            <Sides parties={parties} language={language} />
            <span className="wallspot" lang="en">
              {before !== null && <s>{spot(before)}</s>}
              {before !== null && after !== null && <span aria-hidden> → </span>}
              {after !== null && <b>{spot(after, before === null ? undefined : dayOf(before.startsAt, zone))}</b>}
              {(kind === 'removed' || kind === 'added') && (
                <em>
                  <Both word={kind} />
                </em>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
