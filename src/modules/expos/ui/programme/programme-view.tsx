// A programme as its readers see it: rooms across and time down where there is room, one list by the hour on a phone and on paper.
import type { CSSProperties } from 'react';
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Named, useNaming } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import { Unknown } from '#design/marks.tsx';
import type { ShownItem } from '../../contract/programme.ts';
import './programme.css';

interface DayProps {
  readonly day: string;
  readonly items: readonly ShownItem[];
  readonly timeZone: string;
}

/** Rows of the grid are five minutes high. */
const STEP = 5 * 60_000;
const HALF_HOUR = 30 * 60_000;

type Timed = ShownItem & { readonly startsAt: string; readonly endsAt: string };
const isTimed = (item: ShownItem): item is Timed => item.startsAt !== null && item.endsAt !== null;

export function ProgrammeDay({ day, items, timeZone }: DayProps) {
  const { t } = useText();
  const formats = useFormats();
  const timed = items.filter(isTimed);
  const untimed = items.filter((item) => !isTimed(item));
  return (
    <Section title={formats.day(day, 'day')} aside={t('expos.programme_items', { count: items.length })}>
      {untimed.length > 0 && (
        <ul className="progitems">
          {untimed.map((item) => (
            <li key={item.id} className={item.kind === 'forum' ? 'progitem major' : 'progitem'}>
              <Item item={item} timeZone={timeZone} withRoom />
            </li>
          ))}
        </ul>
      )}
      {timed.length > 0 && <TimeGrid items={timed} timeZone={timeZone} />}
    </Section>
  );
}

const roomKey = ({ room }: ShownItem): string => (room === null ? '' : JSON.stringify(room.name));

function TimeGrid({ items, timeZone }: { readonly items: readonly Timed[]; readonly timeZone: string }) {
  const { t } = useText();
  const formats = useFormats();
  const starts = items.map(({ startsAt }) => Date.parse(startsAt));
  const first = Math.floor(Math.min(...starts) / HALF_HOUR) * HALF_HOUR;
  const last = Math.max(...items.map(({ endsAt }) => Date.parse(endsAt)));
  const rooms = [...Map.groupBy(items, roomKey)].map(([key, of]) => ({ key, room: of[0]?.room ?? null }));
  const row = (at: number): number => Math.round((at - first) / STEP) + 2;
  const hours = Array.from({ length: Math.ceil((last - first) / HALF_HOUR) }, (_, n) => first + n * HALF_HOUR);
  // Set by the page's own script (CSSOM), which its policy allows; a style attribute it would not.
  const placed = (style: CSSProperties) => style;
  return (
    <div className="proggrid" style={placed({ gridTemplateColumns: `4rem repeat(${rooms.length}, minmax(11rem, 1fr))` })}>
      {rooms.map(({ key, room }, at) => (
        <div key={key} className="proghead" style={placed({ gridColumn: at + 2, gridRow: 1 })}>
          {room === null ? <Unknown>{t('expos.room_unknown_yet')}</Unknown> : <b>{<Named text={room.name} quiet />}</b>}
          {room?.seats != null && <small> {t('expos.room_seat_count', { count: room.seats })}</small>}
        </div>
      ))}
      {hours.map((at) => (
        <div key={at} className="proghour" aria-hidden="true" style={placed({ gridColumn: '1 / -1', gridRow: row(at) })}>
          {formats.time(at, timeZone)}
        </div>
      ))}
      {items.map((item) => (
        <div
          key={item.id}
          className={item.kind === 'forum' ? 'progitem major' : 'progitem'}
          style={placed({
            gridColumn: rooms.findIndex(({ key }) => key === roomKey(item)) + 2,
            gridRow: `${row(Date.parse(item.startsAt))} / ${row(Date.parse(item.endsAt))}`,
          })}
        >
          <Item item={item} timeZone={timeZone} />
        </div>
      ))}
    </div>
  );
}

function Item({ item, timeZone, withRoom = false }: { readonly item: ShownItem; readonly timeZone: string; readonly withRoom?: boolean }) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <>
      <p>
        {isTimed(item) ? (
          <span className="when">{formats.span(item.startsAt, item.endsAt, timeZone)}</span>
        ) : (
          <Unknown>{t('expos.time_unknown')}</Unknown>
        )}{' '}
        <b>
          <Named text={item.title} />
        </b>
      </p>
      <p className="muted">{t(`expos.programme_${item.kind}`)}</p>
      <p className={withRoom ? undefined : 'onlynarrow'}>
        {item.room === null ? <Unknown>{t('expos.room_unknown_yet')}</Unknown> : <Named text={item.room.name} quiet />}
      </p>
      <Hosts item={item} />
      <Speakers item={item} />
      {item.languages.length > 0 && <p className="muted">{formats.list(item.languages.map((tag) => formats.languageName(tag)))}</p>}
      {item.interpretedInto.length > 0 && (
        <p className="muted">
          {t('expos.interpreted_into', { languages: formats.list(item.interpretedInto.map((tag) => formats.languageName(tag))) })}
        </p>
      )}
      <Cities item={item} />
      {item.source !== null && (
        <p className="note">
          <a href={item.source} rel="noreferrer">
            {t('expos.programme_source')}
          </a>
        </p>
      )}
    </>
  );
}

function Hosts({ item }: { readonly item: ShownItem }) {
  const { t } = useText();
  const naming = useNaming();
  const formats = useFormats();
  if (item.hosts.length === 0 && item.themes.length === 0) return null;
  return (
    <>
      {item.hosts.length > 0 && <p>{t('expos.organised_by', { hosts: formats.list(item.hosts.map((host) => naming(host))) })}</p>}
      {item.themes.length > 0 && <p className="muted">{formats.list(item.themes.map((theme) => naming(theme)))}</p>}
    </>
  );
}

/** In order of rank on that day. */
function Speakers({ item }: { readonly item: ShownItem }) {
  const { t } = useText();
  const naming = useNaming();
  if (item.speakers.length === 0) return null;
  return (
    <ul className="speakers" aria-label={t('expos.speakers')}>
      {item.speakers.map(({ name, post, office, topic }, at) => (
        <li key={at}>
          <b>
            <Named text={name} quiet />
          </b>{' '}
          <span className="muted">{[naming(post), naming(office)].filter((words) => words !== '').join(t('expos.speaker_comma'))}</span>
          {naming(topic) !== '' && <i className="topic">{naming(topic)}</i>}
        </li>
      ))}
      {item.speakers.length > 1 && item.speakers.every(({ rank }) => rank === item.speakers[0]?.rank) && (
        <li>
          <Unknown>{t('expos.speaker_order_unknown')}</Unknown>
        </li>
      )}
    </ul>
  );
}

function Cities({ item }: { readonly item: ShownItem }) {
  const { t } = useText();
  if (item.cities.length === 0) return null;
  return (
    <p>
      {t('expos.programme_cities')}{' '}
      {item.cities.map(({ id, slug, name }, at) => (
        <span key={id}>
          {at > 0 && ' · '}
          <Link to="/cities/$slug" params={{ slug }}>
            <Named text={name} quiet />
          </Link>
        </span>
      ))}
    </p>
  );
}
