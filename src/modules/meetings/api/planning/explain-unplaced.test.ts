import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { factsFrom } from '#scheduler/core/facts-fixture.ts';
import type { Facts } from '#scheduler/core/model.ts';
import { valueOf } from '#scheduler/core/verify.ts';
import { explainer } from '#scheduler/core/explain.ts';
import { explainedBy, explainUnplaced } from './explain-unplaced.ts';

const looking = { now: new Date(0), load: () => Promise.resolve(null) };
const explained = async (of: Facts, meetings: readonly number[]) =>
  (await explainUnplaced(of, [], meetings, looking)).map(({ explanation }) => explanation);

const facts = (buyers: number) =>
  factsFrom({
    participants: Array.from({ length: buyers + 1 }, () => ({})),
    meetings: Array.from({ length: buyers }, (_, i) => ({ participants: [0, i + 1] })),
  });

test('explains the meetings asked for, in their order, as the scheduler does', async () => {
  const explain = explainer(facts(6), []);
  expect(await explained(facts(6), [4, 1])).toEqual([explain(4), explain(1)]);
  expect(await explained(facts(6), [1, 4, 2])).toEqual([explain(1), explain(4), explain(2)]);
});

test('lets others have their turn between two explanations, and needs none for what it has explained already', async () => {
  let turns = 0;
  let waiting = true;
  const watch = (async () => {
    while (waiting) {
      await turn();
      turns++;
    }
  })();
  const asked = Array.from({ length: 30 }, (_, i) => i);
  const first = await explained(facts(30), asked);
  expect(turns).toBeGreaterThanOrEqual(29);
  const before = turns;
  const again = await explained(facts(30), asked);
  expect(turns).toBe(before);
  expect(again.every((explanation, i) => explanation === first[i])).toBe(true);
  waiting = false;
  await watch;
});

test('what is kept holds for these facts and placements alone: whatever else a meeting or a placement says has another mark', () => {
  const of = facts(2);
  const placed = { meeting: 0, slot: 0, place: 0, resource: 0, pinned: false };
  const outcome = (placements: readonly (typeof placed)[]) => ({
    ...{ plan: { engine: '', seed: 0, placements }, unplaced: [], bound: null, most: null, stopped: false },
    value: valueOf(of, placements),
  });
  const mark = (meetings: Facts['meetings'], at: typeof placed) => explainedBy({ ...of, meetings }, outcome([at]), '').of;
  const other = (value: unknown): unknown => {
    if (typeof value === 'number') return value + 1;
    if (typeof value === 'boolean') return !value;
    if (typeof value === 'string') return `${value}x`;
    return value === null ? 1 : [];
  };
  const [first, ...rest] = of.meetings;
  if (first === undefined) throw new Error('there are meetings');
  const known = mark(of.meetings, placed);
  expect(mark([...of.meetings], { ...placed })).toBe(known);
  for (const [field, value] of Object.entries(first)) {
    const changed = field === 'allowedSlots' ? [0] : other(value);
    expect(mark([{ ...first, [field]: changed }, ...rest], placed), field).not.toBe(known);
  }
  for (const [field, value] of Object.entries(placed))
    expect(mark(of.meetings, { ...placed, [field]: other(value) }), field).not.toBe(known);
});
