import { expect, test } from 'vitest';
import { largeHolder, readPocket, withAnswer, without, type KeptAnswer, type Pocket } from './pocket.ts';

const day = 86_400_000;
const session = (id: string | null, kind = 'company'): KeptAnswer => ({
  key: ['session'],
  at: 1,
  answer: { account: id === null ? null : { id }, offices: [{ kind }] },
});
const agenda = (of: string, side = 'own', at = 2): KeptAnswer => ({
  key: [['meetings', 'getAgenda'], { input: { participantId: of } }],
  at,
  answer: { side, of },
});
const after = (...answers: readonly KeptAnswer[]): Pocket | null => answers.reduce<Pocket | null>(withAnswer, null);
const held = (pocket: Pocket | null) => pocket?.answers.map(({ answer }) => (answer as { readonly of?: string }).of ?? 'session');

test('a device keeps what its holder reads of their own agenda, and nothing before it is known whose it is', () => {
  expect(after(agenda('a'))).toBeNull();
  expect(held(after(session('one'), agenda('a'), agenda('b'), agenda('a', 'own', 3)))).toEqual(['a', 'b', 'session']);
  expect(held(after(session('one'), { key: [['meetings', 'listPlans']], at: 2, answer: { of: 'c' } }))).toEqual(['session']);
});

test('of what an organiser reads of others the door alone is kept, for a day', () => {
  const door: KeptAnswer = { key: [['meetings', 'getDoor'], { input: { editionId: 'e' } }], at: 2, answer: { of: 'door' } };
  const pocket = after(session('one', 'organiser'), agenda('a'), door);
  expect(held(pocket)).toEqual(['door', 'session']);
  expect(held(after(session('one'), door))).toEqual(['session']);
  expect(held(readPocket(JSON.stringify(pocket), day))).toEqual(['door', 'session']);
  expect(held(readPocket(JSON.stringify(pocket), day + 2))).toEqual(['session']);
  expect(held(after(session('one'), agenda('a', 'organiser')))).toEqual(['session']);
});

test('the door of thousands is kept by its holder beside the rest; nothing else that is so large', () => {
  const of = 'x'.repeat(400_000);
  const door: KeptAnswer = { key: [['meetings', 'getDoor'], {}], at: 2, answer: { of } };
  const organiser = after(session('one', 'organiser'));
  expect(withAnswer(organiser, door)).toBe(organiser);
  expect(largeHolder(organiser, door)).toBe('one');
  expect(largeHolder(after(session('one')), door)).toBeNull();
  expect(largeHolder(null, door)).toBeNull();
  expect(largeHolder(organiser, { ...door, answer: { of: 'few' } })).toBeNull();
  expect(largeHolder(after(session('one')), { key: [['meetings', 'getAgenda'], {}], at: 2, answer: { side: 'own', of } })).toBeNull();
});

test('whoever signs out, or signs in as somebody else, leaves nothing behind; a question that is refused takes its answer along', () => {
  const pocket = after(session('one'), agenda('a'));
  expect(withAnswer(pocket, session(null))).toBeNull();
  expect(held(withAnswer(pocket, session('two')))).toEqual(['session']);
  expect(held(pocket && without(pocket, agenda('a').key))).toEqual(['session']);
});

test('what is older than a fortnight is gone, and a broken text is nothing', () => {
  const text = JSON.stringify(after(session('one'), agenda('a', 'own', 10 * day)));
  expect(held(readPocket(text, 11 * day))).toEqual(['a', 'session']);
  expect(held(readPocket(text, 20 * day))).toEqual(['a']);
  expect(readPocket(text, 25 * day)).toBeNull();
  expect(readPocket('{', 0)).toBeNull();
  expect(readPocket(null, 0)).toBeNull();
});
