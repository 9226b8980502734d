import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import { agendaEntries, concernedBy, languageSentence, trackEntries, understandingOf, type TrackedEntry } from './agenda.ts';
import { meetingOf, placedAt, smallEdition } from '../edition-fixture.ts';

const edition = smallEdition({
  B01: { languages: ['zh'], contacts: [{ surname: 'Shen', givenName: 'Yulan', nameOrder: 'given_first', post: 'Purchasing manager' }] },
});
const meeting = meetingOf(1, 'E01', 'B01', { wishOfA: null, wishOfB: 'must' });
const at = (slotId: string, placeId = 't1') =>
  agendaEntries(edition, [meeting], [placedAt('m1', slotId, placeId, { interpreterId: 'i1' })]);

test('an entry tells each side of the other, for its own offices', () => {
  const [ours, theirs] = at('s2');
  expect(ours).toMatchObject({
    participantId: 'E01',
    offices: ['office of E01'],
    details: {
      with: { id: 'B01' },
      person: { surname: 'Shen' },
      asked: 'they',
      understanding: { kind: 'interpreted', tags: ['en', 'zh'], interpreter: 'Ms Gu' },
    },
  });
  expect(theirs).toMatchObject({
    participantId: 'B01',
    offices: ['office of B01'],
    details: { with: { id: 'E01' }, person: null, asked: 'we' },
  });
});

test('a moved meeting says from when, counts its change, and returns to nothing moved when it is moved back', () => {
  const first = trackEntries([], at('s2'), { kind: 'plan', number: 1 });
  expect(first.map((e) => [e.movedFrom, e.sequence, e.releaseNumber])).toEqual([
    [null, 0, 1],
    [null, 0, 1],
  ]);
  const moved = trackEntries(first, at('s3'), { kind: 'change', number: 2 });
  expect(moved.map((e) => [e.movedFrom, e.sequence, e.releaseNumber])).toEqual([
    [edition.slots[1]?.start, 1, 2],
    [edition.slots[1]?.start, 1, 2],
  ]);
  const again = trackEntries(moved, at('s4'), { kind: 'change', number: 3 });
  expect(again[0]?.movedFrom).toBe(edition.slots[1]?.start);
  expect(trackEntries(again, at('s2'), { kind: 'change', number: 4 })[0]).toMatchObject({ movedFrom: null, sequence: 3 });
});

test('what a later release adds is new until the next plan; of the first release nothing is', () => {
  expect(trackEntries([], at('s2'), { kind: 'plan', number: 1 })[0]?.added).toBe(false);
  const added = trackEntries([], at('s2'), { kind: 'plan', number: 2 });
  expect(added.map((e) => e.added)).toEqual([true, true]);
  expect(trackEntries(added, at('s3'), { kind: 'change', number: 3 })[0]).toMatchObject({ added: true, sequence: 1 });
  expect(trackEntries(added, at('s2'), { kind: 'plan', number: 3 })[0]).toMatchObject({ added: false, sequence: 0 });
});

test('what is left as it was keeps its count and its release', () => {
  const first = trackEntries([], at('s2'), { kind: 'plan', number: 1 });
  expect(trackEntries(first, at('s2'), { kind: 'plan', number: 2 })).toEqual(first);
});

test('a cancelled meeting stays as cancelled until the next plan, and comes back with a higher count', () => {
  const first = trackEntries([], at('s2'), { kind: 'plan', number: 1 });
  const cancelled = trackEntries(first, [], { kind: 'change', number: 2 });
  expect(cancelled.map((e) => [e.cancelled, e.sequence])).toEqual([
    [true, 1],
    [true, 1],
  ]);
  expect(trackEntries(cancelled, at('s2'), { kind: 'change', number: 3 })[0]).toMatchObject({ cancelled: false, sequence: 2 });
  expect(trackEntries(cancelled, [], { kind: 'plan', number: 3 })).toEqual([]);
});

test('who was to interpret a meeting is told that it is theirs no longer, at the time they were down for, until the next plan', () => {
  const edited = smallEdition({});
  const by = (interpreterId: string | null, slotId: string) =>
    agendaEntries(
      { ...edited, interpreters: ['i1', 'i2'].map((id) => ({ id, name: id, languages: [], away: [] })) },
      [meeting],
      [placedAt('m1', slotId, 't1', { interpreterId })],
    );
  const takenFrom = (entries: readonly TrackedEntry[]) => entries[0]?.details.takenFrom;
  const { start, end } = edited.slots[1] ?? { start: 0, end: 0 };
  const first = trackEntries([], by('i1', 's2'), { kind: 'plan', number: 1 });
  const taken = trackEntries(first, by('i2', 's3'), { kind: 'change', number: 2 });
  expect(takenFrom(taken)).toEqual([{ id: 'i1', start, end }]);
  // Unchanged it stays so; given back, it is nobody's but theirs; nobody needed, both were told.
  expect(takenFrom(trackEntries(taken, by('i1', 's3'), { kind: 'change', number: 3 }))).toMatchObject([{ id: 'i2' }]);
  const nobody = trackEntries(taken, by(null, 's3'), { kind: 'change', number: 3 });
  expect(takenFrom(nobody)).toMatchObject([{ id: 'i1' }, { id: 'i2' }]);
  expect(takenFrom(trackEntries(nobody, by('i2', 's3'), { kind: 'plan', number: 4 }))).toBeUndefined();
});

test('names the language in the reader’s language', () => {
  expect(languageSentence(understandingOf(['en', 'pt'], ['pt'], null), 'zh-Hans')).toEqual({
    code: 'meetings.language_common',
    params: { language: '葡萄牙语' },
  });
  expect(languageSentence(understandingOf(['en'], ['zh'], null), 'en')).toEqual({
    code: 'meetings.language_none',
    params: { languages: 'English and Chinese' },
  });
  expect(languageSentence(understandingOf([], ['zh'], null), 'en').code).toBe('meetings.language_unknown');
});

test('whom the release of a plan concerns is told from the schedule in force as from all entries, whatever was cancelled before', () => {
  const people = { ...edition, interpreters: ['i1', 'i2'].map((id) => ({ id, name: id, languages: [], away: [] })) };
  const meetings = [meetingOf(1, 'E01', 'B01'), meetingOf(2, 'E01', 'B02'), meetingOf(3, 'E02', 'B02')];
  const placement = fc.record({
    ...{ slotId: fc.constantFrom('s1', 's2'), placeId: fc.constantFrom('t1', 't2') },
    interpreterId: fc.constantFrom(null, 'i1', 'i2'),
  });
  const schedule = fc
    .tuple(...meetings.map(() => fc.option(placement)))
    .map((places) => places.flatMap((place, at) => (place === null ? [] : [placedAt(`m${at + 1}`, place.slotId, place.placeId, place)])));
  const spans = new Map(people.slots.map((slot) => [slot.id, slot]));
  const only = new Set(['m1', 'm2']);
  fc.assert(
    fc.property(schedule, schedule, schedule, (first, changed, after) => {
      const released = trackEntries([], agendaEntries(people, meetings, first), { kind: 'plan', number: 1 });
      const touched = released.filter(({ meetingId }) => only.has(meetingId));
      const change = changed.filter(({ meetingId }) => only.has(meetingId));
      const was = [
        ...released.filter(({ meetingId }) => !only.has(meetingId)),
        ...trackEntries(touched, agendaEntries(people, meetings, change), { kind: 'change', number: 2 }),
      ];
      const held = [...first.filter(({ meetingId }) => !only.has(meetingId)), ...change].map((p) => {
        const { start = 0, end = 0 } = spans.get(p.slotId) ?? {};
        return { ...p, start, end };
      });
      const cancelled = new Map(
        was.flatMap((e) => (e.cancelled && e.details.interpreter !== null ? [[e.meetingId, [e.details.interpreter.id]] as const] : [])),
      );
      const entries = trackEntries(was, agendaEntries(people, meetings, after), { kind: 'plan', number: 3 });
      const told = entries.filter(({ releaseNumber }) => releaseNumber === 3);
      const moved = new Set(told.map(({ meetingId }) => meetingId));
      const helpers = [...was, ...entries].flatMap(({ meetingId, details }) =>
        moved.has(meetingId) ? (details.interpreter?.id ?? []) : [],
      );
      const concerned = concernedBy(people, meetings, { held, after, cancelled });
      expect(new Set(concerned.meetings)).toEqual(moved);
      expect(concerned.participants).toEqual(new Set(told.map(({ participantId }) => participantId)));
      expect(concerned.interpreters).toEqual(new Set(helpers));
    }),
    { numRuns: rounds(300) },
  );
});
