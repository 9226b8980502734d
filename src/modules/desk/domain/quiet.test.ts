import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import type { TieFacts } from '#modules/ties/domain/tie-facts.ts';
import { quietSince } from './quiet.ts';

const ours = 'ours' as OfficeId;
const facts = (...starts: readonly string[]): TieFacts =>
  ({
    ...{ statements: [], pins: [], agreements: [], items: [] },
    exchanges: starts.map((text) => ({ starts: { text, qualifier: 'exact' }, ends: null })),
  }) as unknown as TieFacts;
const quiet = (months: number, ...starts: readonly string[]) =>
  quietSince(facts(...starts), ours, { today: '2019-11-05', months })?.text ?? null;

test('a tie is quiet once its last exchange lies further back than the rule says, whatever the date can mean', () => {
  expect([quiet(12, '2018-11-04'), quiet(12, '2018-11-05'), quiet(12, '2017', '2018-11-04')]).toEqual(['2018-11-04', null, '2018-11-04']);
  expect([quiet(12, '2018'), quiet(10, '2018'), quiet(9, '2018-12')]).toEqual([null, '2018', '2018-12']);
  expect(quiet(12)).toBe(null);
});
