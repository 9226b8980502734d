// Whom an edition suggests: what must hold of every bill, whoever says whatever.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { MultilingualText } from '#kernel/language.ts';
import type { Id } from '#kernel/ids.ts';
import type { Lexicon } from '#matcher/core/lexicon.ts';
import { loadLexicon } from '#matcher/run/load-lexicon.ts';
import { rounds } from '#platform/full-size.ts';
import { sumOf, type Bill } from './bill.ts';
import { indexOf, listsFor, suggestFor, type Wanted } from './edition-index.ts';
import { unsaid } from './side-fixture.ts';
import type { Side } from './side.ts';

let lexicon: Lexicon;
beforeAll(() => {
  lexicon = loadLexicon();
});

const said = (tag: string, text: string): MultilingualText => ({ [tag]: { text, origin: 'human' } });
const wording = fc.constantFrom<MultilingualText | null>(
  null,
  said('en', 'Shore power for ferries'),
  said('zh-Hans', '码头岸电'),
  said('en', 'Second-life batteries for depots'),
  said('zh-Hans', '园区储能与分布式发电'),
  said('en', 'Care homes, walking trainers'),
  said('zh-Hans', '养老院'),
  said('en', 'Clean water for the river'),
  said('zh-Hans', '学校饮用水瓶'),
);
const topics = fc.subarray(['t1', 't2']) as fc.Arbitrary<Id<'Topic'>[]>;
const market = fc.subarray(['CN', 'GB']);
const goalsSaid = fc.subarray([7 as const, 13 as const]);
const placesSaid = fc.subarray(['Liverpool', '上海']);
const sides: fc.Arbitrary<readonly Side[]> = fc
  .array(
    fc.record({
      ...{ role: fc.constantFrom('exhibitor' as const, 'buyer' as const), country: fc.constantFrom(null, 'CN', 'GB') },
      ...{ offer: wording, need: wording, offerTopics: topics, needTopics: topics, markets: market, size: fc.constant(null) },
      ...{ offerTitle: wording, needTitle: wording },
      ...{ offerGoals: goalsSaid, needGoals: goalsSaid, offerPlaces: placesSaid, needPlaces: placesSaid, lapsed: fc.constant([]) },
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((all) => all.map((side, at) => ({ ...side, participantId: `p${at}` as Id<'Participant'> })));

const free = { prices: new Map<number, number>(), sharedOut: new Map<number, ReadonlySet<number>>() };
const ofTexts: readonly string[] = ['words', 'wide', 'near', 'field', 'place'];
const everyLine = ({ sought, brought, both, besides }: Bill) => [...sought, ...brought, ...both, ...besides];
const of = (change: Partial<Wanted>): Wanted => ({
  ownId: 'p0',
  excluded: [],
  met: [],
  role: null,
  top: 10,
  share: 0,
  slots: 10,
  ...change,
});

test('lines sum to the score; nobody excluded, of the other role or oneself is named; read anew or kept, the answer is the same', () => {
  fc.assert(
    fc.property(sides, fc.subarray(['p1', 'p2', 'p3']), fc.subarray(['p4', 'p5']), (all, excluded, met) => {
      const wanted = of({ excluded, met, role: 'buyer' });
      const { suggestions, compared } = suggestFor(lexicon, indexOf(lexicon, all), wanted, free);
      const scored = suggestions.filter(({ score }) => score !== null);
      expect(scored.map(({ bill }) => sumOf(everyLine(bill)))).toEqual(scored.map(({ score }) => score));
      // A figure stands where a word of both texts bears it, and nowhere else; letters name the same.
      for (const { score, bill } of suggestions) {
        const isNamed = everyLine(bill).some(({ part, ours, theirs }) => part === 'words' && ours.length + theirs.length > 0);
        if (score !== null) expect(isNamed).toBe(true);
        for (const lines of [bill.sought, bill.brought, bill.both])
          expect(lines.map(({ value }) => value)).toEqual(lines.map(({ value }) => value).toSorted((one, other) => other - one));
        // Each line of texts quotes both.
        for (const { part, ours, theirs } of everyLine(bill).filter((line) => ofTexts.includes(line.part)))
          expect([part, ours.length > 0, theirs.length > 0]).toEqual([part, true, true]);
      }
      expect(listsFor(indexOf(lexicon, all), [wanted], free)).toEqual([scored.map(({ participantId }) => participantId)]);
      const may = all.filter(({ participantId: id, role }) => id !== 'p0' && role === 'buyer' && !excluded.includes(id));
      expect(compared).toBeLessThanOrEqual(may.length);
      expect(suggestions.map(({ participantId: id }) => may.some(({ participantId }) => participantId === id))).not.toContain(false);
      // What stood before one of them said something else leaves nothing behind.
      const changed = all.map((side, at) => (at === 1 ? { ...side, offer: said('zh-Hans', '储能电池') } : side));
      const kept = indexOf(lexicon, changed, { before: indexOf(lexicon, all) });
      expect(suggestFor(lexicon, kept, wanted, free)).toEqual(suggestFor(lexicon, indexOf(lexicon, changed), wanted, free));
    }),
    { numRuns: rounds(60) },
  );
}, 60_000);

test('what each seeks and the other offers is one line, in whatever words; kin of the same words have none of their own; an entry in both languages is quoted in its reader’s', () => {
  const both = { ...said('en', 'Shore power'), ...said('zh-Hans', '岸电') };
  const side = (id: string, more: Partial<Side>): Side => ({
    ...{ ...unsaid, participantId: id as Id<'Participant'>, role: 'buyer', country: null },
    ...more,
  });
  const index = indexOf(lexicon, [
    side('p0', { need: said('en', 'Shore power for ferries'), offer: said('zh-Hans', '岸电设备') }),
    side('p1', { need: said('zh-Hans', '岸电'), offer: both }),
    side('p2', { offer: said('en', 'Care homes') }),
    side('p3', { need: said('en', 'Small wind turbines') }),
    side('p4', { offer: said('zh-Hans', '风力发电机') }),
  ]);
  const billOf = (ownId: string, readsHan: boolean) => {
    const [first] = suggestFor(lexicon, index, of({ ownId, readsHan }), free).suggestions;
    if (first === undefined) expect.fail('nobody is named');
    expect(sumOf(everyLine(first.bill))).toBe(first.score);
    return first.bill;
  };
  const [bill, inChinese] = [billOf('p0', false), billOf('p0', true)];
  expect(everyLine(bill).filter(({ part }) => part === 'words')).toHaveLength(1);
  expect(bill.both[0]).toMatchObject({ part: 'words', ours: ['Shore power'], theirs: ['Shore power'] });
  expect(everyLine(inChinese).map(({ value }) => value)).toEqual(everyLine(bill).map(({ value }) => value));
  expect(inChinese.both[0]?.theirs).toEqual(['岸电']);
  // Of p1 alone nothing is known but both languages: each reader reads their own.
  expect([billOf('p1', false), billOf('p1', true)].map((each) => everyLine(each)[0]?.ours)).toEqual([['Shore power'], ['岸电']]);
  const terse = indexOf(lexicon, [
    side('p5', { need: { ...said('en', 'Shore power for ferries'), ...said('zh-Hans', '渡轮岸电') }, offer: said('zh-Hans', '岸电电缆') }),
    side('p6', { need: said('en', 'Shore power cables'), offer: said('zh-Hans', '岸电设备') }),
  ]);
  const [told] = suggestFor(lexicon, terse, of({ ownId: 'p5', readsHan: false }), free).suggestions;
  expect([told?.bill.besides, told?.bill.both[0]?.part]).toEqual([[], 'words']);
  const turbines = billOf('p3', false);
  expect(everyLine(turbines).map(({ part, ours }) => [part, ours])).toEqual([['words', [expect.stringMatching(/wind turbines/i)]]]);
});

test('how much a word counts is told by the edition’s own texts: at a port fair, harbours less than roofs', () => {
  const side = (id: string, more: Partial<Side>): Side => ({
    ...{ ...unsaid, participantId: id as Id<'Participant'>, role: 'exhibitor', country: null },
    ...more,
  });
  const lines = (others: readonly string[]) => {
    const index = indexOf(lexicon, [
      side('p0', { role: 'buyer', need: said('en', 'Wind turbines for roofs and harbours') }),
      side('p1', { offer: said('zh-Hans', '港口与屋顶风力发电机') }),
      ...others.map((text, at) => side(`o${at}`, { offer: said('en', text) })),
    ]);
    const [first] = suggestFor(lexicon, index, of({}), free).suggestions;
    const valueOf = (word: string) => first?.bill.sought.find(({ theirs }) => theirs.includes(word))?.value ?? 0;
    return { harbour: valueOf('港口'), roof: valueOf('屋顶'), turbine: valueOf('风力发电机') };
  };
  const kinds = ['Cranes', 'Ropes', 'Bollards', 'Fenders', 'Pilots', 'Tugs', 'Paint', 'Lamps', 'Software', 'Diving', 'Dredging', 'Buoys'];
  const atPorts = lines(kinds.map((kind) => `${kind} for harbours`));
  expect(atPorts.harbour).toBeLessThan(atPorts.roof / 2);
  expect(atPorts.turbine).toBeGreaterThanOrEqual(atPorts.roof);
  const elsewhere = lines(kinds.map((kind) => `${kind} for roofs`));
  expect(elsewhere.roof).toBeLessThan(elsewhere.harbour / 2);
});

test('a list that shares the popular out names the same after somebody else has said something else', () => {
  const side = (id: string, role: Side['role'], more: Partial<Side>): Side => ({
    ...{ ...unsaid, participantId: id as Id<'Participant'>, role, country: null },
    ...more,
  });
  const alike = ['p1', 'p2', 'p3'].map((id) => side(id, 'exhibitor', { offer: said('en', 'Shore power for ferries') }));
  const all = [side('p0', 'buyer', { need: said('en', 'Shore power for ferries') }), ...alike, side('p4', 'exhibitor', {})];
  const changed = all.map((one) => (one.participantId === 'p4' ? { ...one, offer: said('en', 'Care homes') } : one));
  // Of three alike, the last was shared out to this buyer.
  const popularity = { prices: new Map([1, 2, 3].map((at) => [at, 5])), sharedOut: new Map([[0, new Set([3])]]) };
  const wanted = of({ share: 100, top: 1 });
  const named = (index: ReturnType<typeof indexOf>) => listsFor(index, [wanted], popularity);
  const anew = named(indexOf(lexicon, structuredClone(changed)));
  expect(anew).toEqual([['p3']]);
  expect(named(indexOf(lexicon, structuredClone(changed), { before: indexOf(lexicon, all) }))).toEqual(anew);
});

test('a need in Chinese finds an offer in English, under the words of both, in the direction in which it is sought', () => {
  const side = (id: string, role: Side['role'], more: Partial<Side>): Side => ({
    ...{ ...unsaid, participantId: id as Id<'Participant'>, role, country: null },
    ...more,
  });
  const index = indexOf(lexicon, [
    side('p0', 'buyer', { need: said('zh-Hans', '寻求码头岸电设备'), country: 'CN' }),
    side('p1', 'exhibitor', { offer: said('en', 'We supply shore power to ports'), markets: ['CN'] }),
    side('p2', 'exhibitor', { offer: said('en', 'Care homes') }),
  ]);
  const [first, ...rest] = suggestFor(lexicon, index, of({}), free).suggestions;
  expect([first?.participantId, rest]).toEqual(['p1', []]);
  expect(first?.bill.sought[0]).toMatchObject({ part: 'words', ours: ['岸电'], theirs: ['shore power'] });
  expect([first?.bill.brought, first?.bill.besides.map(({ part, keys }) => [part, keys])]).toEqual([[], [['market', ['CN']]]]);
  // The same from the other side, with the directions changed over.
  const back = suggestFor(lexicon, index, of({ ownId: 'p1' }), free).suggestions[0];
  expect([back?.participantId, back?.score]).toEqual(['p0', first?.score]);
  expect(back?.bill.brought[0]).toMatchObject({ part: 'words', ours: ['shore power'], theirs: ['岸电'] });
});

test('topics, goals, a market and an earlier meeting in common are a related field and no more, however much they sum to, and come after whoever says a word of ours', () => {
  const side = (id: string, role: Side['role'], more: Partial<Side>): Side => ({
    ...{ ...unsaid, participantId: id as Id<'Participant'>, role, country: 'CN' },
    ...more,
  });
  const stated = { offerTopics: ['t1'] as Id<'Topic'>[], offerGoals: [7 as const], markets: ['CN'], country: 'GB' };
  const index = indexOf(lexicon, [
    side('p0', 'buyer', {
      need: said('en', 'Shore power for ferries'),
      needTopics: ['t1'] as Id<'Topic'>[],
      needGoals: [7],
      markets: ['GB'],
    }),
    ...Array.from({ length: 12 }, (_, at) => side(`t${at}`, 'exhibitor', { ...stated, offer: said('en', 'Olive oil') })),
    side('w', 'exhibitor', { offer: said('zh-Hans', '码头岸电') }),
  ]);
  const { suggestions } = suggestFor(lexicon, index, of({ met: ['t0'] }), free);
  expect(suggestions.map(({ participantId, score }) => [participantId, score === null])).toEqual([
    ['w', false],
    ['t0', true],
    ['t1', true],
  ]);
  // What is not said with a figure still sums up to more than the least score.
  expect(sumOf(everyLine(suggestions[1]?.bill ?? { sought: [], brought: [], both: [], besides: [] }))).toBeGreaterThan(100);
  expect(listsFor(index, [of({})], free)).toEqual([['w']]);
});
