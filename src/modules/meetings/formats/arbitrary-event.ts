// Random sound events for property tests: every table, odd texts, several languages.
import fc from 'fast-check';
import { numberMeetings, type EventFile, type FileText } from '../domain/event-file.ts';

// Texts that formats stumble over: quotes, separators, formulas, escapes, line breaks, scripts.
const fragments = fc.constantFrom(
  '=1+1',
  '+44',
  '-5',
  '@x',
  "'",
  '"',
  ',',
  ';',
  '\t',
  '\n',
  '_x000D_',
  '<b>&amp;',
  '柏溪水务',
  'Água',
  ' ',
  '0012',
  '1e5',
  'TRUE',
  '2026-11-06',
  '😀',
  '｜',
  '，',
  '＝',
  'a',
);
const text = (max: number) => fc.array(fragments, { maxLength: max }).map((parts) => parts.join('').trim());
const someText = (max: number) => text(max).map((t) => (t === '' ? 'x' : t));
const inLanguages: fc.Arbitrary<FileText> = fc
  .tuple(someText(5), fc.option(someText(5)), fc.option(someText(3)))
  .map(([en, zh, pt]) => ({ en, ...(zh === null ? {} : { 'zh-Hans': zh }), ...(pt === null ? {} : { pt }) }));

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const codes = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${prefix}${n + 1}`);
const orNull = <T>(values: readonly T[]): fc.Arbitrary<T | null> =>
  values.length === 0 ? fc.constant(null) : fc.option(fc.constantFrom(...values));

/** A sound event of up to six slots and eight participants. */
export const arbitraryEvent: fc.Arbitrary<EventFile> = fc
  .record({
    slots: fc.integer({ min: 1, max: 6 }),
    stands: fc.integer({ min: 0, max: 3 }),
    groups: fc.integer({ min: 0, max: 3 }),
    people: fc.integer({ min: 2, max: 8 }),
  })
  .chain((size) => {
    const slotNumbers = Array.from({ length: size.slots }, (_, n) => n + 1);
    const standCodes = codes('S-', size.stands);
    const groupCodes = codes('G', size.groups);
    const people = codes('P', size.people);
    const closedSlots = fc.subarray(slotNumbers);
    return fc
      .record({
        name: inLanguages,
        venue: inLanguages,
        minutes: fc.array(fc.integer({ min: 5, max: 60 }), { minLength: size.slots, maxLength: size.slots }),
        tables: fc.array(fc.record({ hall: text(2), seats: fc.integer({ min: 1, max: 3 }), closedSlots }), { maxLength: 4 }),
        stands: fc.array(fc.record({ hall: text(2), seats: fc.integer({ min: 0, max: 3 }), closedSlots }), {
          minLength: size.stands,
          maxLength: size.stands,
        }),
        groups: fc.array(fc.record({ name: inLanguages, kind: fc.constantFrom('delegation' as const, 'trading_group' as const) }), {
          minLength: size.groups,
          maxLength: size.groups,
        }),
        participants: fc.array(
          fc.record({
            name: inLanguages,
            country: fc.constantFrom('', 'GB', 'CN', 'NA'),
            city: text(2),
            role: fc.constantFrom('exhibitor' as const, 'buyer' as const),
            seats: fc.integer({ min: 1, max: 4 }),
            languages: fc.subarray(['en', 'zh', 'pt']),
            minMeetings: fc.option(fc.integer({ min: 0, max: 3 })),
            maxMeetings: fc.option(fc.integer({ min: 3, max: 9 })),
            group: orNull(groupCodes),
            stand: orNull(standCodes),
            contact: fc.option(fc.record({ surname: someText(2), givenName: text(2), post: text(3) })),
          }),
          { minLength: size.people, maxLength: size.people },
        ),
        interpreters: fc.uniqueArray(fc.record({ name: someText(3), languages: fc.subarray(['en', 'zh', 'pt']) }), {
          maxLength: 2,
          selector: (i) => i.name,
        }),
        away: fc.array(fc.record({ who: fc.constantFrom(...people), slot: fc.option(fc.constantFrom(...slotNumbers)), reason: text(3) }), {
          maxLength: 4,
        }),
        wishes: fc.uniqueArray(
          fc.record({
            pair: fc.tuple(fc.constantFrom(...people), fc.constantFrom(...people)).filter(([a, b]) => a !== b),
            wish: fc.constantFrom('must' as const, 'want' as const, 'no' as const),
            note: text(4),
            any: fc.boolean(),
          }),
          { maxLength: 12, selector: (w) => w.pair.join() },
        ),
        fixed: fc.constantFrom(...slotNumbers),
      })
      .map((f): EventFile => {
        let at = 540;
        const slots = f.minutes.map((minutes, n) => {
          const slot = { number: n + 1, date: '2026-11-06', start: clock(at), end: clock(at + minutes), session: n < 3 ? 1 : 2 };
          at += minutes;
          return slot;
        });
        const requests = numberMeetings(
          f.wishes.map((w) => ({ from: w.pair[0], to: w.pair[1], wish: w.wish, note: w.note, session: w.any ? null : 1, meeting: null })),
        );
        const meetings = [...new Set(requests.flatMap((r) => (r.meeting === null ? [] : [r.meeting])))];
        const [first, second] = meetings;
        const participants = f.participants.map((p, n) => ({
          ...p,
          code: people[n] ?? '',
          meetsAt: p.stand === null ? ('table' as const) : ('stand' as const),
        }));
        return {
          edition: { name: f.name, venue: f.venue, timeZone: 'Asia/Shanghai', firstDay: '2026-11-05', lastDay: '2026-11-06' },
          slots,
          tables: f.tables.map((t, n) => ({ ...t, number: n + 1 })),
          stands: f.stands.map((s, n) => ({
            ...s,
            code: standCodes[n] ?? '',
            lead: participants.find((p) => p.stand === standCodes[n])?.code ?? null,
          })),
          groups: f.groups.map((g, n) => ({ ...g, code: groupCodes[n] ?? '', parent: n === 0 ? null : (groupCodes[n - 1] ?? null) })),
          participants,
          interpreters: f.interpreters,
          unavailable: [
            ...f.away.map((a) => ({
              who: { kind: 'participant' as const, code: a.who },
              away:
                a.slot === null
                  ? { kind: 'span' as const, date: '2026-11-05', start: '08:00', end: '24:00' }
                  : { kind: 'slot' as const, slot: a.slot },
              reason: a.reason,
            })),
            ...f.interpreters.map((i) => ({
              who: { kind: 'interpreter' as const, name: i.name },
              away: { kind: 'slot' as const, slot: 1 },
              reason: '',
            })),
          ],
          requests,
          orders: first !== undefined && second !== undefined ? [{ earlier: first, later: second }] : [],
          fixed: first === undefined ? [] : [{ meeting: first, slot: f.fixed }],
        };
      });
  });

/** An edition without any fact but its own. */
export const emptyEvent: EventFile = {
  edition: { name: { en: 'Forum' }, venue: {}, timeZone: 'Asia/Shanghai', firstDay: '2026-11-06', lastDay: '2026-11-06' },
  slots: [],
  tables: [],
  stands: [],
  groups: [],
  participants: [],
  unavailable: [],
  interpreters: [],
  requests: [],
  orders: [],
  fixed: [],
};
