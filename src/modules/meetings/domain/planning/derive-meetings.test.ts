import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveMeetings, meetingChanges, type RequestFacts, type Side, type StandingMeeting } from './derive-meetings.ts';

const sides = new Map<string, Side>([
  ['E1', { role: 'exhibitor', withdrawn: false }],
  ['E2', { role: 'exhibitor', withdrawn: false }],
  ['B1', { role: 'buyer', withdrawn: false }],
  ['B2', { role: 'buyer', withdrawn: true }],
]);
const asks = (from: string, to: string, more: Partial<RequestFacts> = {}): RequestFacts => ({
  from,
  to,
  wish: 'want',
  session: null,
  round: 1,
  enteredAt: 0,
  ...more,
});

const anybody = { rules: { agreedOnly: false, answerDays: null }, now: 0 };

test('the n-th request of one side and the n-th of the other are one meeting', () => {
  const derived = deriveMeetings(
    [asks('B1', 'E1'), asks('E1', 'B1', { wish: 'must', enteredAt: 5 }), asks('E1', 'B1', { round: 2 })],
    sides,
    anybody,
  );
  expect(derived).toEqual([
    { a: 'E1', b: 'B1', round: 1, wishOfA: 'must', wishOfB: 'want', session: null, standing: 'wanted' },
    { a: 'E1', b: 'B1', round: 2, wishOfA: 'want', wishOfB: null, session: null, standing: 'wanted' },
  ]);
});

test('two exhibitors stand in the order of asking', () => {
  expect(deriveMeetings([asks('E2', 'E1', { enteredAt: 2 }), asks('E1', 'E2', { enteredAt: 1 })], sides, anybody)).toMatchObject([
    { a: 'E1', b: 'E2' },
  ]);
});

test('a "no" of either side excludes every meeting of the two, and makes none by itself', () => {
  expect(deriveMeetings([asks('E1', 'B1', { wish: 'no' }), asks('B1', 'E1', { wish: 'must' })], sides, anybody)).toMatchObject([
    { standing: 'excluded', wishOfA: null, wishOfB: 'must' },
  ]);
  expect(deriveMeetings([asks('E1', 'B1', { wish: 'no' })], sides, anybody)).toEqual([]);
});

test('a withdrawn participant excludes its meetings', () => {
  expect(deriveMeetings([asks('E1', 'B2')], sides, anybody)).toMatchObject([{ standing: 'excluded' }]);
});

test('where the sides name different sessions, the stronger wish decides, then the earlier', () => {
  const both = [asks('E1', 'B1', { session: 1, enteredAt: 1 }), asks('B1', 'E1', { session: 2, wish: 'must', enteredAt: 2 })];
  expect(deriveMeetings(both, sides, anybody)).toMatchObject([{ session: 2 }]);
  expect(
    deriveMeetings(
      both.map((r) => ({ ...r, wish: 'want' as const })),
      sides,
      anybody,
    ),
  ).toMatchObject([{ session: 1 }]);
});

test('a meeting on record keeps its number and sides, changes its wishes, and is withdrawn when nobody asks any more', () => {
  const known: StandingMeeting = {
    id: 'm',
    number: 7,
    a: 'B1',
    b: 'E1',
    round: 1,
    wishOfA: 'want',
    wishOfB: null,
    session: null,
    fixedSlot: null,
    standing: 'wanted',
  };
  const derived = deriveMeetings([asks('E1', 'B1', { wish: 'must' })], sides, anybody);
  expect(meetingChanges([known], derived)).toEqual({ added: [], changed: [{ ...known, wishOfA: null, wishOfB: 'must' }] });
  expect(meetingChanges([known], [])).toEqual({ added: [], changed: [{ ...known, standing: 'withdrawn' }] });
});

test('deriving twice changes nothing', () => {
  const request = fc.record({
    from: fc.constantFrom('E1', 'E2', 'B1'),
    to: fc.constantFrom('E1', 'E2', 'B1'),
    wish: fc.constantFrom('must' as const, 'want' as const, 'no' as const),
    session: fc.constantFrom(null, 1, 2),
    round: fc.integer({ min: 1, max: 2 }),
    enteredAt: fc.integer({ min: 0, max: 9 }),
  });
  const requests = fc
    .uniqueArray(request, { selector: (r) => `${r.from} ${r.to} ${r.round}` })
    .map((all) => all.filter((r) => r.from !== r.to));
  fc.assert(
    fc.property(requests, (all) => {
      const derived = deriveMeetings(all, sides, anybody);
      const known = derived.map((d, i): StandingMeeting => ({ ...d, id: `m${i}`, number: i + 1, fixedSlot: null }));
      expect(meetingChanges(known, deriveMeetings(all, sides, anybody))).toEqual({ added: [], changed: [] });
    }),
  );
});

test('what one side alone wants is not planned where both must want it, nor once it has lapsed; what is refused stays told', () => {
  const day = 86_400_000;
  const standings = (requests: Parameters<typeof deriveMeetings>[0], rules: Parameters<typeof deriveMeetings>[2]['rules'], now = 0) =>
    deriveMeetings(requests, sides, { rules, now }).map(({ standing }) => standing);
  const both = [asks('E1', 'B1'), asks('B1', 'E1')];
  expect(standings([asks('E1', 'B1')], { agreedOnly: true, answerDays: null })).toEqual([]);
  expect(standings(both, { agreedOnly: true, answerDays: null })).toEqual(['wanted']);
  expect(standings([asks('E1', 'B1')], { agreedOnly: false, answerDays: 2 }, 2 * day - 1)).toEqual(['wanted']);
  expect(standings([asks('E1', 'B1')], { agreedOnly: false, answerDays: 2 }, 2 * day)).toEqual([]);
  expect(standings(both, { agreedOnly: false, answerDays: 2 }, 9 * day)).toEqual(['wanted']);
  expect(standings([asks('E1', 'B1'), asks('B1', 'E1', { wish: 'no' })], { agreedOnly: true, answerDays: null })).toEqual(['excluded']);
});
