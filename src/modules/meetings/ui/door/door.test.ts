import { expect, test } from 'vitest';
import { doorCodeOf } from '../../domain/door/door-code.ts';
import { find } from './find.ts';
import { presenceOf, type AtDoor } from './presence.ts';

const ids = ['01a212ff-c0b5-774b-811b-83a1091ce8e1', '01a212ff-c0b5-774b-811b-83a1091ce8e2', '01a212ff-c0b5-774b-811b-83a1091ce8e3'];
const everyone = [
  { id: ids[0] ?? '', code: 'E07', words: 'Müller Windräder 米勒 mile Smith Jane' },
  { id: ids[1] ?? '', code: 'E070', words: 'Cypress Water' },
  { id: ids[2] ?? '', code: 'B01', words: '桑知渔 sangzhiyu E07 Trading' },
];

test('a badge or a number means one, words find whoever has them in any spelling, a personal link is nobody’s badge', () => {
  expect(find(doorCodeOf(ids[1] ?? '').toLowerCase(), everyone)).toEqual({ kind: 'one', id: ids[1] });
  expect(find('ｅ０７', everyone)).toEqual({ kind: 'one', id: ids[0] });
  expect(find('muller jane', everyone)).toEqual({ kind: 'some', ids: [ids[0]] });
  expect(find('米勒', everyone)).toEqual({ kind: 'some', ids: [ids[0]] });
  expect(find('e0', everyone)).toEqual({ kind: 'some', ids });
  expect(find(doorCodeOf('01a212ff-c0b5-774b-811b-83a1091ce8ef'), everyone)).toEqual({ kind: 'stranger' });
  const interpreter = { id: '01a212ff-c0b5-774b-811b-83a1091ce8ef', name: 'Ms Gu' };
  expect(find(doorCodeOf(interpreter.id), everyone, [interpreter])).toEqual({ kind: 'interpreter', name: 'Ms Gu' });
  expect(find('https://hansa.example/in#abc', everyone)).toEqual({ kind: 'link' });
  for (const typed of ['', '  ', 'nobody']) expect(find(typed, everyone)).toEqual({ kind: 'none' });
});

test('what is entered without a network counts at once, what the server knows is not counted twice, and an undoing takes back its own', () => {
  const said = (told: string, what: AtDoor) => ({ told, at: '2026-11-06T01:05:00Z', what, words: 'E07', problem: null });
  const here = { participantId: 'p', state: 'here' as const, since: '2026-11-06T01:00:00Z', told: ['1'] };
  const come = said('2', { kind: 'arrived', participantId: 'q' });
  expect([...presenceOf([here], [come]).values()]).toEqual([
    here,
    { participantId: 'q', state: 'here', since: '2026-11-06T01:05:00Z', told: ['2'] },
  ]);
  expect(presenceOf([here], [said('1', { kind: 'arrived', participantId: 'p' })]).get('p')).toEqual(here);
  expect([...presenceOf([here], [come, said('3', { kind: 'takeBack', participantId: 'q', of: '2' })]).keys()]).toEqual(['p']);
  const gone = said('4', { kind: 'left', participantId: 'p' });
  expect(presenceOf([here], [gone]).get('p')?.state).toBe('left');
  expect(presenceOf([here], [gone, said('5', { kind: 'takeBack', participantId: 'p', of: '4' })]).get('p')?.state).toBe('here');
});
