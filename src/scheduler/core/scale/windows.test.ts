import { expect, test } from 'vitest';
import { terrainOf } from '../engines/terrain.ts';
import { factsFrom, slotsOf } from '../facts-fixture.ts';
import { windowsOf } from './windows.ts';

const facts = factsFrom({
  slots: slotsOf(4),
  participants: [{}, { unavailableSlots: [2, 3] }, { unavailableSlots: [0] }, {}],
  meetings: [{ participants: [0, 1] }, { participants: [0, 2] }, { participants: [0, 3], allowedSlots: [1, 2] }],
});

test('counts how many meetings can be behind somebody, and how many must be', () => {
  const windows = windowsOf(terrainOf(facts), 0);
  // One can only be early, one only from the second slot on, one in the middle.
  expect(windows).toEqual({
    load: 3,
    low: Int32Array.of(0, 1, 2, 3),
    high: Int32Array.of(1, 2, 3, 3),
    open: Uint8Array.of(1, 1, 1, 1),
  });
});

test('is null where the meetings do not fit', () => {
  const crowded = {
    ...facts,
    meetings: [0, 1].map((n) => ({ ...(facts.meetings[0] ?? { participants: [] }), id: `m${n}`, allowedSlots: [0] })),
  };
  expect(windowsOf(terrainOf(crowded as typeof facts), 0)).toBeNull();
});
