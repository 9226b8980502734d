// Random sound editions for property tests: every table, odd texts, several languages.
import fc from 'fast-check';
import { hasMarkup } from '#kernel/writing/markup.ts';
import { fileDetailsOrNull } from '../domain/file/details.ts';
import { noContact } from '#modules/expos/domain/interpreter.ts';
import { sizes } from '#modules/expos/domain/topic.ts';
import { topicKey } from '../domain/file/topics.ts';
import type { InterpreterContact } from '#modules/expos/domain/roster.ts';
import { numberMeetings, type EditionFile, type FileDetails, type FileInterpreter, type FileText } from '../domain/file/edition-file.ts';

// Texts that formats stumble over: quotes, separators, formulas, escapes, scripts. Line breaks and tabs are refused (`rules.test`).
const fragments = fc.constantFrom(
  '=1+1',
  '+44',
  '-5',
  '@x',
  "'",
  '"',
  ',',
  ';',
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

interface Size {
  readonly slots: number;
  readonly stands: number;
  readonly groups: number;
  readonly people: number;
}

const exactly = (n: number) => ({ minLength: n, maxLength: n });
const numbersTo = (n: number): number[] => Array.from({ length: n }, (_, at) => at + 1);
const standCodes = ({ stands }: Size): string[] => codes('S-', stands);
const groupCodes = ({ groups }: Size): string[] => codes('G', groups);
const peopleCodes = ({ people }: Size): string[] => codes('P', people);

const arbitraryPlaces = (size: Size) => {
  const closedSlots = fc.subarray(numbersTo(size.slots));
  return {
    minutes: fc.array(fc.integer({ min: 5, max: 60 }), exactly(size.slots)),
    tables: fc.array(fc.record({ hall: text(2), seats: fc.integer({ min: 1, max: 3 }), closedSlots }), { maxLength: 4 }),
    stands: fc.array(
      fc.record({
        hall: text(2),
        seats: fc.integer({ min: 0, max: 3 }),
        area: fc.option(fc.integer({ min: 1, max: 999 }).map((n) => n / 4)),
        closedSlots,
      }),
      exactly(size.stands),
    ),
    groups: fc.array(
      fc.record({ name: inLanguages, kind: fc.constantFrom('delegation' as const, 'trading_group' as const) }),
      exactly(size.groups),
    ),
  };
};

/** Words that hold what parts words elsewhere. */
const topicNames: readonly FileText[] = [
  { en: 'Food and drink', 'zh-Hans': '食品及饮料' },
  { en: 'Medicine, health', 'zh-Hans': '医疗、健康' },
  { 'zh-Hans': '汽车' },
];
const topics = topicNames.map((name) => ({ name }));

const arbitraryDetails: fc.Arbitrary<FileDetails | null> = fc
  .record({
    title: fc.constantFrom({}, { en: 'Shore power' }, { en: 'Shore power', 'zh-Hans': '岸电' }),
    goals: fc.subarray([7 as const, 11 as const, 13 as const]),
    places: fc.subarray(['Liverpool', '长三角', 'Mersey, north bank']),
    from: fc.constantFrom(null, '2026-01-01'),
    until: fc.constantFrom(null, '2027-12-31'),
    source: fc.constantFrom(null, 'Catalogue 2026, page 3; 产品目录'),
  })
  .map(fileDetailsOrNull);

const arbitraryPeople = (size: Size) => ({
  participants: fc.array(
    fc.record({
      name: inLanguages,
      country: fc.constantFrom('', 'GB', 'CN', 'NA'),
      city: text(2),
      role: fc.constantFrom('exhibitor' as const, 'buyer' as const),
      // What is offered is refused with markup in it.
      offer: fc.oneof(fc.constant({}), inLanguages).filter((said) => !Object.values(said).some(hasMarkup)),
      need: fc.constant({}),
      offerTopics: fc.subarray([...topicNames.keys()]),
      needTopics: fc.subarray([...topicNames.keys()]),
      offerDetails: arbitraryDetails,
      needDetails: arbitraryDetails,
      markets: fc.subarray(['GB', 'CN', 'KR', 'BA']),
      size: fc.option(fc.constantFrom(...sizes)),
      seats: fc.integer({ min: 1, max: 4 }),
      languages: fc.subarray(['en', 'zh', 'pt']),
      minMeetings: fc.option(fc.integer({ min: 0, max: 3 })),
      maxMeetings: fc.option(fc.integer({ min: 3, max: 9 })),
      group: orNull(groupCodes(size)),
      stand: orNull(standCodes(size)),
    }),
    exactly(size.people),
  ),
  contacts: fc.array(
    fc.record({
      participant: fc.constantFrom(...peopleCodes(size)),
      surname: someText(2),
      givenName: text(2),
      nameOrder: fc.constantFrom('surname_first' as const, 'given_first' as const),
      post: text(3),
      email: fc.option(fc.constantFrom('a@cypress.example', "o'neil+2@mersey.example")),
      phone: fc.option(fc.constantFrom('+44 151 496 0107', '021-5555 0107', '(021) 5555 0107 转 12')),
      languages: fc.subarray(['en', 'zh']),
    }),
    { maxLength: 6 },
  ),
  interpreters: fc.uniqueArray(
    fc.record({
      name: someText(3),
      languages: fc.subarray(['en', 'zh', 'pt']),
      longestMinutes: fc.option(fc.integer({ min: 15, max: 720 })),
      restMinutes: fc.option(fc.integer({ min: 5, max: 240 })),
      contact: fc.option(
        fc.record({
          surname: someText(2),
          givenName: text(2),
          nameOrder: fc.constantFrom('surname_first' as const, 'given_first' as const),
          email: fc.option(fc.constant('gu@interpreters.example')),
          phone: fc.option(fc.constant('+86 21 5555 0107')),
        }),
      ),
    }),
    { maxLength: 2, selector: (interpreter) => interpreter.name },
  ),
});

const arbitraryWishes = (size: Size) => {
  const someone = fc.constantFrom(...peopleCodes(size));
  const slot = fc.constantFrom(...numbersTo(size.slots));
  return {
    away: fc.array(fc.record({ who: someone, slot: fc.option(slot), reason: text(3) }), { maxLength: 4 }),
    wishes: fc.uniqueArray(
      fc.record({
        pair: fc.tuple(someone, someone).filter(([a, b]) => a !== b),
        wish: fc.constantFrom('must' as const, 'want' as const, 'no' as const),
        note: text(4),
        any: fc.boolean(),
      }),
      { maxLength: 12, selector: (wish) => wish.pair.join() },
    ),
    fixed: slot,
  };
};

function slotsFrom(minutes: readonly number[]): EditionFile['slots'] {
  let at = 540;
  return minutes.map((length, n) => {
    const start = at;
    at += length;
    return { number: n + 1, date: '2026-11-06', start: clock(start), end: clock(at), session: n < 3 ? 1 : 2 };
  });
}

type Wish = {
  readonly pair: readonly [string, string];
  readonly wish: 'must' | 'want' | 'no';
  readonly note: string;
  readonly any: boolean;
};

function wantedFrom(wishes: readonly Wish[], slot: number): Pick<EditionFile, 'requests' | 'orders' | 'fixed'> {
  const requests = numberMeetings(
    wishes.map(({ pair, wish, note, any }) => ({ from: pair[0], to: pair[1], wish, note, session: any ? null : 1, meeting: null })),
  );
  const [first, second] = [...new Set(requests.flatMap((r) => r.meeting ?? []))];
  return {
    requests,
    orders: first !== undefined && second !== undefined ? [{ earlier: first, later: second }] : [],
    fixed: first === undefined ? [] : [{ meeting: first, slot }],
  };
}

type Away = { readonly who: string; readonly slot: number | null; readonly reason: string };

const awayFrom = (away: readonly Away[], interpreters: EditionFile['interpreters']): EditionFile['unavailable'] => [
  ...away.map(({ who, slot, reason }) => ({
    who: { kind: 'participant' as const, code: who },
    away: slot === null ? { kind: 'span' as const, date: '2026-11-05', start: '08:00', end: '24:00' } : { kind: 'slot' as const, slot },
    reason,
  })),
  ...interpreters.map(({ name }) => ({
    who: { kind: 'interpreter' as const, name },
    away: { kind: 'slot' as const, slot: 1 },
    reason: '',
  })),
];

/** As a file holds them: those of a participant together, none twice word for word. */
const contactsOnce = (contacts: EditionFile['contacts']): EditionFile['contacts'] =>
  [...new Map(contacts.map((one) => [JSON.stringify(one), one])).values()].toSorted((a, b) =>
    a.participant < b.participant ? -1 : a.participant > b.participant ? 1 : 0,
  );

/** Everything that names a hall drawn in it, side by side, and a zone under it all. */
function floorFrom(
  placed: readonly Pick<EditionFile['rectangles'][number], 'kind' | 'code' | 'hall'>[],
  name: FileText,
): Pick<EditionFile, 'halls' | 'walks' | 'rectangles'> {
  const halls = [...new Set(placed.map(({ hall }) => hall))].filter((hall) => hall !== '').sort();
  return {
    halls: [...halls.map((code) => ({ code, width: 60.5, depth: 40.25 })), { code: 'never measured', width: null, depth: null }],
    walks: halls.slice(1).map((to, n) => ({ from: halls[n] ?? '', to, minutes: n })),
    rectangles: [
      ...halls.map((hall) => ({ kind: 'zone' as const, hall, code: null, name, x: 0, y: 0, width: 60.5, depth: 40.25 })),
      ...placed.flatMap((one, n) => (one.hall === '' ? [] : [{ ...one, name: {}, x: n * 3.01, y: 0.5, width: 3.01, depth: 2.75 }])),
    ].map((one) => ({ ...one, x: Math.round(one.x * 100) / 100 })),
  };
}

/** As a file holds them: with how they are reached, or blank. */
const reached = (
  interpreters: readonly (Pick<FileInterpreter, 'name' | 'languages' | 'longestMinutes' | 'restMinutes'> & {
    readonly contact: InterpreterContact | null;
  })[],
): readonly FileInterpreter[] => interpreters.map(({ contact, ...one }) => ({ ...one, ...(contact ?? noContact) }));

const fileOfSize = (size: Size): fc.Arbitrary<EditionFile> =>
  fc
    .record({ name: inLanguages, venue: inLanguages, ...arbitraryPlaces(size), ...arbitraryPeople(size), ...arbitraryWishes(size) })
    .map((f): EditionFile => {
      const [stands, groups, people] = [standCodes(size), groupCodes(size), peopleCodes(size)];
      const topicsOf = (numbers: readonly number[]): readonly string[] => numbers.map((n) => topicKey(topics[n] ?? { name: {} }));
      const participants = f.participants.map((p, n) => ({
        ...p,
        offerTopics: topicsOf(p.offerTopics),
        needTopics: topicsOf(p.needTopics),
        code: people[n] ?? '',
        meetsAt: p.stand === null ? ('table' as const) : ('stand' as const),
      }));
      const tables = f.tables.map((table, n) => ({ ...table, number: n + 1 }));
      return {
        edition: { name: f.name, venue: f.venue, timeZone: 'Asia/Shanghai', firstDay: '2026-11-05', lastDay: '2026-11-06' },
        slots: slotsFrom(f.minutes),
        tables,
        ...floorFrom(
          [
            ...tables.map(({ number, hall }) => ({ kind: 'table' as const, code: String(number), hall })),
            ...f.stands.map(({ hall }, n) => ({ kind: 'stand' as const, code: stands[n] ?? '', hall })),
          ],
          f.venue,
        ),
        stands: f.stands.map((stand, n) => ({
          ...stand,
          code: stands[n] ?? '',
          lead: participants.find((p) => p.stand === stands[n])?.code ?? null,
        })),
        groups: f.groups.map((group, n) => ({ ...group, code: groups[n] ?? '', parent: groups[n - 1] ?? null })),
        topics,
        participants,
        contacts: contactsOnce(f.contacts),
        interpreters: reached(f.interpreters),
        unavailable: awayFrom(f.away, reached(f.interpreters)),
        ...wantedFrom(f.wishes, f.fixed),
      };
    });

/** A sound edition of up to six slots and eight participants. */
export const arbitraryFile: fc.Arbitrary<EditionFile> = fc
  .record({
    slots: fc.integer({ min: 1, max: 6 }),
    stands: fc.integer({ min: 0, max: 3 }),
    groups: fc.integer({ min: 0, max: 3 }),
    people: fc.integer({ min: 2, max: 8 }),
  })
  .chain(fileOfSize);
