// T22: what a clock at the venue shows means the right instant in every IANA zone and on every day a clock is changed, and a calendar file
// holds that instant, one identity a meeting for ever, and what is cancelled. The expectations know nothing of the product: they come from
// the formats of the platform's own Intl and from a reader of RFC 5545 written apart.
import { expect, test } from 'vitest';
import type { Agenda } from '#modules/meetings/api/agenda/show-agenda.ts';
import { clockMeaning, venueClock } from '#modules/expos/domain/venue-time.ts';
import { agendaCalendar } from '#modules/meetings/print/agenda-calendar.ts';
import { chanceOf } from '../fixtures/chance.ts';
import { eventsOf } from '../journeys/calendar-file.ts';

const [cases, years] = process.env['HANSA_ROUNDS'] === undefined ? [400, [2026]] : [50_000, [1998, 2011, 2019, 2026, 2027]];
const zones = Intl.supportedValuesOf('timeZone');
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();
/** What a clock in a zone shows, as if it were UTC: minutes alone count. */
function shownBy(zone: string, at: number): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: zone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23' },
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    });
  formats.set(zone, format);
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute']);
}
const offsetOf = (zone: string, at: number): number => shownBy(zone, at) - Math.floor(at / MINUTE) * MINUTE;

/** The instants of a year at which a clock is changed, found by halving between days that differ. */
function changesIn(zone: string, year: number): readonly number[] {
  const days = Array.from({ length: 37 }, (_, n) => Date.UTC(year, 0, 1 + 10 * n, 12));
  return days.flatMap((from) => {
    let [before, after] = [from, from + 10 * DAY];
    const offset = offsetOf(zone, before);
    if (offset === offsetOf(zone, after)) return [];
    while (after - before > MINUTE) {
      const middle = before + Math.floor((after - before) / MINUTE / 2) * MINUTE;
      if (offsetOf(zone, middle) === offset) before = middle;
      else after = middle;
    }
    return [after];
  });
}

/** The instants at which a clock shows a reading: of all that an offset of these days could mean, those that do. */
function instantsOf(zone: string, local: number): readonly number[] {
  const offsets = new Set([-2, -1, 0, 1, 2].map((days) => offsetOf(zone, local + days * DAY)));
  return [...offsets]
    .map((offset) => local - offset)
    .filter((at) => shownBy(zone, at) === local)
    .sort((a, b) => a - b);
}

const clockOf = (local: number) => ({
  date: new Date(local).toISOString().slice(0, 10),
  time: new Date(local).toISOString().slice(11, 16),
});

/** Readings in turn from all zones, most of them within three hours of a change. */
function readings(): readonly { readonly zone: string; readonly local: number }[] {
  const chance = chanceOf(22);
  const changes = new Map(zones.map((zone) => [zone, years.flatMap((year) => changesIn(zone, year))]));
  return Array.from({ length: cases }, (_, n) => {
    const zone = zones[n % zones.length] ?? 'UTC';
    const near = changes.get(zone) ?? [];
    const isNear = near.length > 0 && chance.whole(1, 5) > 1;
    const at = isNear ? chance.pick(near) : Date.UTC(chance.pick(years), 0, chance.whole(1, 365), chance.whole(0, 23));
    return { zone, local: at + offsetOf(zone, at) + chance.whole(-36, 36) * 5 * MINUTE };
  });
}

const named = (text: string) => ({ en: { text, origin: 'human' as const }, 'zh-Hans': { text, origin: 'human' as const } });
/** An id of a number, of the form that ids have. */
const idOf = (number: number): string => `01a212ff-c0b5-774b-811b-${String(number).padStart(12, '0')}`;

const meeting = (number: number, startsAt: number, name: string, sequence = 0): Agenda['entries'][number] => ({
  about: { offer: null, need: null, offerTopics: [], needTopics: [], offerTitle: null, needTitle: null },
  ...{ meetingId: idOf(number), number: 1, slotId: idOf(900), sequence, metAt: null },
  ...{ startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + 30 * MINUTE).toISOString() },
  with: { id: idOf(800), code: 'B07', name: named(name), country: 'CN', role: 'buyer' },
  place: { id: idOf(700), code: '3', kind: 'table', hall: '' },
  ...{ person: null, interpreter: null, movedFrom: null, added: false, absence: null, feedback: null },
  why: { code: 'meetings.why_both', params: {} },
  language: { code: 'meetings.language_common', params: { language: 'English' } },
});
const agendaOf = (zone: string, entries: Agenda['entries'], cancelled: Agenda['cancelled'] = []): Agenda => ({
  edition: { id: idOf(1), name: named('Forum'), timeZone: zone, venue: named('Hall A') },
  participant: {
    id: idOf(2),
    code: 'E02',
    name: named('Cypress Water'),
    country: 'CN',
    role: 'exhibitor',
    standCode: null,
    meetsAt: 'table',
    seats: 1,
  },
  release: { number: 1, publishedAt: '2026-11-26T09:56:35Z' },
  side: 'own',
  ...{ entries, cancelled, holes: [], away: [] },
});

const written = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

test(`${cases} clock readings in ${zones.length} zones: once, skipped or twice, and the instant of each, in the calendar file too`, () => {
  const kinds = { once: 0, skipped: 0, twice: 0 };
  const wrong: string[] = [];
  const meetings = new Map<string, number[]>();
  for (const { zone, local } of readings()) {
    const [first, again] = instantsOf(zone, local);
    const meant = clockMeaning(zone, clockOf(local));
    kinds[meant.kind] += 1;
    const at = first ?? local - offsetOf(zone, local - DAY);
    const kind = first === undefined ? 'skipped' : again === undefined ? 'once' : 'twice';
    const right = meant.at === at && meant.kind === kind && (meant.kind !== 'twice' || meant.again === again);
    const back = meant.kind === 'skipped' || JSON.stringify(venueClock(zone, meant.at)) === JSON.stringify(clockOf(local));
    if (!right || !back) wrong.push(`${zone} ${clockOf(local).date} ${clockOf(local).time}: ${JSON.stringify(meant)}`);
    meetings.set(zone, [...(meetings.get(zone) ?? []), meant.at]);
  }
  for (const [zone, starts] of meetings) {
    const file = agendaCalendar(
      agendaOf(
        zone,
        starts.map((at, n) => meeting(n, at, 'x')),
      ),
      'en',
    );
    const read = eventsOf(file).map(({ start, end }) => `${start} ${end}`);
    if (read.join() !== starts.map((at) => `${written(at)} ${written(at + 30 * MINUTE)}`).join())
      wrong.push(`the calendar file of ${zone}`);
    if (!file.includes(`X-WR-TIMEZONE:${zone}\r\n`)) wrong.push(`the zone of ${zone}`);
  }
  expect(wrong).toEqual([]);
  expect(Math.min(kinds.skipped, kinds.twice)).toBeGreaterThan(cases / 250);
});

test('a meeting has one identity through every move, cancellation and language, and its changes are counted', () => {
  const start = Date.UTC(2026, 10, 27, 1, 30);
  const names = ['青岱园林, Ltd; “x”', 'A\\B', '名'.repeat(90), 'Łódź – parks'];
  for (const name of names) {
    const first = agendaOf('Asia/Shanghai', [meeting(1, start, name), meeting(2, start + 3_600_000, name)]);
    const moved = agendaOf('Asia/Shanghai', [meeting(1, start + 86_400_000, name, 1)], [meeting(2, start + 3_600_000, name, 1)]);
    const [was, is] = [first, moved].map((agenda) => agendaCalendar(agenda, 'en'));
    const uids = (file = ''): readonly string[] => eventsOf(file).map(({ uid }) => uid);
    expect(uids(is)).toEqual(uids(was));
    expect(uids(agendaCalendar(moved, 'zh-Hans'))).toEqual(uids(was));
    expect(new Set(uids(was)).size).toBe(2);
    const [kept = '', gone = ''] = (is ?? '').split('BEGIN:VEVENT').slice(1);
    expect(kept).toMatch(/SEQUENCE:1\r\n/);
    expect([kept.includes('STATUS:CONFIRMED'), kept.includes('STATUS:CANCELLED')]).toEqual([true, false]);
    expect([gone.includes('STATUS:CANCELLED'), /SEQUENCE:1\r\n/.test(gone)]).toEqual([true, true]);
    const unescaped = eventsOf(was ?? '').map(({ summary }) => summary.replace(/\\([\\;,])/g, '$1'));
    expect(unescaped).toEqual([name, name]);
    // The same agenda is the same file, however often it is asked for.
    expect(agendaCalendar(first, 'en')).toBe(was);
  }
});
