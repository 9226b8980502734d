import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import { openOutcomes, type OpenOutcome } from './open-things.ts';

const [ours, theirs] = ['ours' as OfficeId, 'theirs' as OfficeId];
const sides = { office: ours, other: theirs, side: 'a' as const, today: '2026-11-30' };
const said = [{ enteredAt: '2026-11-02T10:00:00Z' }];
const figure = (stage: OpenOutcome['figures'][number]['stage'], assurance: OpenOutcome['figures'][number]['assurance']) => ({
  ...{ stage, count: null, assurance, said },
});
const outcome = (facts: Partial<OpenOutcome>): OpenOutcome => ({
  ...{ id: 'o', title: {}, office: { id: ours }, extent: 'single', visibility: 'public', sharedWith: [] },
  reached: { stage: 'signed', ended: null },
  figures: [figure('signed', 'reported')],
  ...facts,
});
const turnOf = (facts: Partial<OpenOutcome>, answered: readonly string[] = []) =>
  openOutcomes([outcome(facts)], sides, (_, stage) => answered.includes(stage)).map(({ turn }) => turn);

test('whoever is not shown an outcome owes no answer to it', () => {
  expect(turnOf({})).toEqual(['theirs']);
  expect(turnOf({ visibility: 'private' })).toEqual([]);
  expect(turnOf({ visibility: 'shared', sharedWith: [{ id: 'third' }] })).toEqual([]);
  expect(turnOf({ visibility: 'shared', sharedWith: [{ id: theirs }] })).toEqual(['theirs']);
  // What they let us see waits for our word, and whom else they show it to is not ours to know.
  expect(turnOf({ office: { id: theirs }, visibility: 'shared' })).toEqual(['ours']);
});

test('of one thing only how far it came is asked: what both stand behind waits for nobody, whatever it once was to become', () => {
  const signed = [figure('potential', 'reported'), figure('signed', 'confirmed')];
  expect(turnOf({ figures: signed })).toEqual([]);
  expect(turnOf({ figures: [figure('potential', 'confirmed'), figure('signed', 'reported')] })).toEqual(['theirs']);
});

test('what differs is for both, and an outcome of a third office for neither', () => {
  expect(turnOf({ figures: [figure('signed', 'differ')] })).toEqual(['both']);
  expect(turnOf({ office: { id: 'third' } })).toEqual([]);
});

test('who has said something of it, be it that they cannot say, owes no answer any more', () => {
  expect(turnOf({}, ['signed'])).toEqual([]);
  expect(turnOf({ office: { id: theirs } }, ['signed'])).toEqual([]);
  // Of an earlier stage alone is nothing said of what it came to.
  expect(turnOf({}, ['potential'])).toEqual(['theirs']);
});
