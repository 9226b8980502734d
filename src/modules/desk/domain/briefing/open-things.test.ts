import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import type { AgreedItem } from '#modules/ties/domain/records.ts';
import type { TieFacts } from '#modules/ties/domain/tie-facts.ts';
import { openOutcomes, openThings, type OpenOutcome } from './open-things.ts';

const [ours, theirs] = ['ours' as OfficeId, 'theirs' as OfficeId];
const sides = { office: ours, other: theirs, side: 'a' as const, today: '2026-11-30' };
const entries = [{ id: 'e', enteredAt: '2026-11-02T10:00:00Z' }];
const figure = (stage: OpenOutcome['figures'][number]['stage'], assurance: OpenOutcome['figures'][number]['assurance']) => ({
  ...{ stage, count: null, assurance, entries: ['e'] },
});
const outcome = (facts: Partial<OpenOutcome>): OpenOutcome => ({
  ...{ id: 'o', title: {}, office: { id: ours }, extent: 'single', visibility: 'public', sharedWith: [] },
  reached: { stage: 'signed', ended: null },
  entries,
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

test('an item that they call done or not agreed and we open since differs for both; before our word it stands among the answers', () => {
  const word = (office: OfficeId, state: AgreedItem['states'][number]['state'], day: number) => ({
    ...{ office, state, at: `2026-11-0${day}T00:00:00.000Z`, sourceId: null, documentId: null },
  });
  const openTo = (visibility: AgreedItem['visibility'], states: AgreedItem['states']) => {
    const item = { id: 'i', agreementId: 'p', text: {}, due: null, aOwner: null, bOwner: null, visibility, states };
    const facts = { items: [item], agreements: [{ id: 'p', office: ours }] } as unknown as TieFacts;
    const nothing = { deadlines: [], unanswered: [], outcomes: [], isAnswered: () => false, turn: null };
    return openThings(sides, { facts, ...nothing }).map(({ about, turn }) => [about, turn]);
  };
  const open = (...states: AgreedItem['states']) => openTo('public', states);
  // What the other side is not shown is over with our own word; else it waits for theirs.
  expect([openTo('private', [word(ours, 'done', 2)]), open(word(ours, 'done', 2))]).toEqual([[], [['item', 'theirs']]]);
  for (const state of ['done', 'not_agreed'] as const) {
    expect([open(word(theirs, state, 2)), open(word(ours, 'open', 1), word(theirs, state, 2))]).toEqual([[], []]);
    expect(open(word(theirs, state, 2), word(ours, 'open', 3))).toEqual([['differing', 'both']]);
    expect(open(word(theirs, state, 2), word(ours, state, 3))).toEqual([]);
  }
});
