import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doorCodeOf, idOfDoorCode } from './door-code.ts';
import { whoIsHere, type CheckIn } from './who-is-here.ts';

test('the code of a badge is the id and nothing else, however a reader types it', () => {
  fc.assert(fc.property(fc.uuid(), (id) => idOfDoorCode(` ${doorCodeOf(id).toLowerCase()}\n`) === id));
  for (const other of [
    'E07',
    'HANSA',
    `${doorCodeOf('ffffffff-ffff-7fff-bfff-ffffffffffff')}0`,
    `HANSA${'Z'.repeat(26)}`,
    `HANSA${'U'.repeat(26)}`,
  ])
    expect(idOfDoorCode(other)).toBeNull();
});

test('somebody is here from the first who said so, whatever order the words come in, until they leave', () => {
  const said: readonly CheckIn[] = [
    { id: '3', participantId: 'p', kind: 'arrived', at: 30 },
    { id: '1', participantId: 'p', kind: 'arrived', at: 10 },
    { id: '2', participantId: 'q', kind: 'arrived', at: 20 },
    { id: '4', participantId: 'q', kind: 'left', at: 40 },
  ];
  for (const list of [said, said.toReversed()])
    expect(Object.fromEntries(whoIsHere(list))).toEqual({
      p: { state: 'here', since: 10, told: ['1', '3'] },
      q: { state: 'left', since: 40, told: ['4'] },
    });
  expect(whoIsHere([])).toEqual(new Map());
});
