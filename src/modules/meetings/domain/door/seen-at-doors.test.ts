import { expect, test } from 'vitest';
import { seenAtDoors, type Due, type Known } from './seen-at-doors.ts';

const due = (hall: string | null, ...codes: readonly string[]): readonly Due[] => codes.map((participantId) => ({ participantId, hall }));
const known = (of: Partial<Record<keyof Known, readonly string[]>>): Known => ({
  ...{ here: new Set(of.here), left: new Set(of.left), inside: new Set(of.inside) },
});
const six = due('A', 'E1', 'E2', 'E3', 'B1', 'B2', 'B3');
const missing = (list: readonly Due[], of: Known, asked: readonly string[]) => asked.filter(seenAtDoors(list, of).isMissing);
const all = six.map(({ participantId }) => participantId);

test('one who was checked in makes nobody else a suspect; a door that saw half of those due tells who is missing', () => {
  expect(missing(six, known({ here: ['B9'] }), all)).toEqual([]);
  expect(missing(six, known({ here: ['E1', 'E2'] }), all)).toEqual([]);
  expect(seenAtDoors(six, known({ here: ['E1'] }))).toMatchObject({ seen: 1, due: 6, isUsed: false });
  expect(missing(six, known({ here: ['E1', 'E2', 'E3'] }), all)).toEqual(['B1', 'B2', 'B3']);
  expect(missing([], known({ here: ['E1'] }), all)).toEqual([]);
});

test('whoever reports that the other side is missing is inside, whatever the door saw; whoever left is missing, however few are checked in', () => {
  expect(missing(six, known({ here: ['E1', 'E2', 'E3'], inside: ['B1'] }), all)).toEqual(['B2', 'B3']);
  expect(missing(six, known({ left: ['B2'] }), all)).toEqual(['B2']);
  expect(missing(six, known({ left: ['B2'], inside: ['B2'] }), all)).toEqual(['B2']);
});

test('each hall counts for itself, and who is due nowhere goes by all of them', () => {
  const halls = [...due('A', 'E1', 'B1', 'B2'), ...due('B', 'E5', 'B5')];
  expect(missing(halls, known({ here: ['E1', 'B1'] }), ['B2', 'E5', 'B5', 'B7'])).toEqual(['B2']);
  expect(missing(halls, known({ here: ['E1', 'B1', 'E5'] }), ['B2', 'E5', 'B5', 'B7'])).toEqual(['B2', 'B5', 'B7']);
});
