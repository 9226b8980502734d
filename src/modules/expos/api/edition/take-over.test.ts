import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { getSetup, replaceSlots, replaceTables } from '../change-setup.ts';
import { createStand } from '../change-stands.ts';
import { organiserOf, text } from '../edition-fixture.ts';
import { replaceFloorTable } from '../floor/replace-floor.ts';
import { getFloorTable } from '../floor/show-floor.ts';
import { changeRegistrationTerms, getRegistrationTerms } from '../registration/terms.ts';
import { listTopics, replaceTopics } from '../topics.ts';
import { createInterpreter, listInterpreters } from '../change-interpreters.ts';
import { replaceProgrammeRooms } from '../programme/change-programme.ts';
import { getProgrammeDraft } from '../programme/show-programme.ts';
import { createEdition } from './change-edition.ts';
import { getEdition } from './open-edition.ts';
import { listTakeOvers, previewTakeOver, takeOverSetup, undoTakeOver } from './take-over.ts';

const db = await shareTestDatabase();
const all = ['slots', 'tables', 'floor', 'topics', 'rooms', 'interpreters', 'terms'] as const;

/** An edition of two days with all of its setup, and the next one, which has one day and nothing. */
async function twoEditions() {
  const office = await db.foundOffice();
  const fair = organiserOf(db, office);
  const open = async (name: string, firstDay: string, lastDay: string) =>
    valueOf(
      await fair.as((w) =>
        createEdition(w, { office: office.office, name: text(name), venue: text('Hall'), timeZone: 'Asia/Shanghai', firstDay, lastDay }),
      ),
    );
  const [first, next] = [await open('First', '2026-11-05', '2026-11-06'), await open('Next', '2027-11-04', '2027-11-04')];
  const on = { editionId: first.id };
  const slot = (day: string) => ({ startsAt: `${day}T01:00:00Z`, endsAt: `${day}T01:30:00Z`, session: 1 });
  valueOf(await fair.as((w) => replaceSlots(w, { ...on, slots: [slot('2026-11-05'), slot('2026-11-06')] })));
  const tables = [1, 2].map((number) => ({ number, hall: 'A', seats: 1, closedSlots: [] }));
  valueOf(await fair.as((w) => replaceTables(w, { ...on, tables })));
  valueOf(await fair.as((w) => createStand(w, { ...on, code: 'S1', hall: 'A', seats: 0 })));
  const box = (kind: 'table' | 'stand', code: string, x: number) => ({
    kind,
    hall: 'A',
    code,
    name: null,
    x,
    y: 0,
    width: 100,
    depth: 100,
  });
  const plan = { halls: [{ code: 'A', width: 1000, depth: 500 }], walks: [], rectangles: [box('table', '1', 0), box('stand', 'S1', 300)] };
  valueOf(await fair.as((w) => replaceFloorTable(w, { ...on, ...plan })));
  valueOf(await fair.as((w) => replaceTopics(w, { ...on, topics: [{ name: text('Food') }] })));
  const { version } = valueOf(await fair.as((w) => getEdition(w, { edition: first.slug })));
  valueOf(await fair.as((w) => replaceProgrammeRooms(w, { ...on, rooms: [{ name: text('Blue'), hall: 'A', seats: 80 }] }), version));
  const contact = { surname: 'Ng', givenName: 'Mei', nameOrder: 'given_first' as const, email: 'ng@words.example', phone: null };
  const away = [{ startsAt: '2026-11-05T01:00:00Z', endsAt: '2026-11-05T02:00:00Z', reason: '' }];
  const carries = { name: 'Ng Mei', languages: ['zh', 'en'], longestMinutes: 60, restMinutes: 15 };
  valueOf(await fair.as((w) => createInterpreter(w, { ...on, ...carries, contact, unavailable: away })));
  const {
    version: _,
    state: _state,
    figures: _figures,
    isPublic: _isPublic,
    ...terms
  } = valueOf(await fair.as((w) => getRegistrationTerms(w, on)));
  const posting = { origin: 'https://hansa.example', channels: ['mail' as const] };
  const window = { opensAt: '2026-06-01T00:00:00Z', closesAt: '2026-10-01T00:00:00Z', approval: 'automatic' as const };
  valueOf(await fair.as((w) => changeRegistrationTerms(w, { ...on, ...terms, ...window }, posting)));
  return { fair, first, next };
}

test('an edition takes the setup of an earlier one over, on its own days, without stands and the window of registration, and gives it back whole', async () => {
  const { fair, first, next } = await twoEditions();
  const on = { editionId: next.id };
  const preview = valueOf(await fair.as((w) => previewTakeOver(w, { ...on, earlierId: first.id })));
  expect(preview.parts).toEqual([
    { part: 'slots', has: 0, brings: 1, leftOut: 1 },
    { part: 'tables', has: 0, brings: 2, leftOut: 0 },
    { part: 'floor', has: 0, brings: 1, leftOut: 1 },
    { part: 'topics', has: 0, brings: 1, leftOut: 0 },
    { part: 'rooms', has: 0, brings: 1, leftOut: 0 },
    { part: 'interpreters', has: 0, brings: 1, leftOut: 0 },
    { part: 'terms', has: 0, brings: 1, leftOut: 0 },
  ]);
  const taken = valueOf(await fair.as((w) => takeOverSetup(w, { ...on, earlierId: first.id, parts: [...all] }), preview.version));
  const setup = valueOf(await fair.as((w) => getSetup(w, on)));
  expect(setup).toMatchObject({ slots: [{ startsAt: '2027-11-04T01:00:00Z' }], places: [{ number: 1, hall: 'A' }, { number: 2 }] });
  expect(valueOf(await fair.as((w) => getFloorTable(w, on)))).toMatchObject({
    halls: [{ code: 'A' }],
    rectangles: [{ kind: 'table', code: '1' }],
  });
  expect(valueOf(await fair.as((w) => listTopics(w, on))).entries).toMatchObject([{ name: text('Food') }]);
  expect(valueOf(await fair.as((w) => getProgrammeDraft(w, on))).rooms).toMatchObject([{ name: text('Blue'), hall: 'A', seats: 80 }]);
  // When an interpreter was away is over.
  expect(valueOf(await fair.as((w) => listInterpreters(w, { ...on, limit: 10 }))).entries).toMatchObject([
    { name: 'Ng Mei', languages: ['zh', 'en'], longestMinutes: 60, contact: { email: 'ng@words.example' }, unavailable: [] },
  ]);
  const terms = valueOf(await fair.as((w) => getRegistrationTerms(w, on)));
  expect(terms).toMatchObject({ isOpen: false, approval: 'automatic', opensAt: null, closesAt: null });
  // Of what it has by now nothing is offered any more.
  expect(valueOf(await fair.as((w) => listTakeOvers(w, on)))).toMatchObject({ entries: [{ id: first.id }], first: null });
  // The earlier one is as it was.
  expect(valueOf(await fair.as((w) => getSetup(w, { editionId: first.id }))).slots).toHaveLength(2);
  // What is there already is never replaced unseen.
  expect(await fair.as((w) => takeOverSetup(w, { ...on, earlierId: first.id, parts: ['topics'] }), taken.version)).toMatchObject({
    refusal: { code: 'expos.take_over_taken' },
  });
  valueOf(await fair.as((w) => undoTakeOver(w, { ...on, parts: [...all] }), taken.version));
  expect(valueOf(await fair.as((w) => previewTakeOver(w, { ...on, earlierId: first.id }))).parts.map(({ has }) => has)).toEqual([
    0, 0, 0, 0, 0, 0, 0,
  ]);
});

test('a setup is taken over from an edition of the same organiser alone, at the version that was seen, and not from one that has nothing', async () => {
  const { fair, first, next } = await twoEditions();
  const other = await twoEditions();
  const take = (earlierId: string, editionId: string, version: number) =>
    fair.as((w) => takeOverSetup(w, { editionId, earlierId, parts: ['topics'] }), version);
  expect(await take(other.first.id, next.id, next.version)).toMatchObject({ refusal: { kind: 'not_found' } });
  expect(await take(first.id, next.id, next.version + 7)).toMatchObject({ refusal: { kind: 'stale' } });
  expect(await take(next.id, next.id, next.version)).toMatchObject({ refusal: { kind: 'not_found' } });
  const empty = valueOf(
    await fair.as((w) =>
      createEdition(w, {
        ...{ office: first.organiser, name: text('Third'), venue: text('Hall'), timeZone: 'UTC' },
        ...{ firstDay: '2028-01-01', lastDay: '2028-01-01' },
      }),
    ),
  );
  expect(await take(empty.id, next.id, next.version)).toMatchObject({ refusal: { code: 'expos.take_over_nothing' } });
});

test('of the other editions the first is offered that has something which fits; those of the same expo come first', async () => {
  const { fair, first, next } = await twoEditions();
  const offered = async (editionId: string) => {
    const { entries, first: offer } = valueOf(await fair.as((w) => listTakeOvers(w, { editionId })));
    return { entries: entries.map(({ id }) => id), offer };
  };
  const later = valueOf(
    await fair.as((w) =>
      createEdition(w, {
        ...{ office: first.organiser, name: text('Third'), venue: text('Hall'), timeZone: 'Asia/Shanghai' },
        ...{ firstDay: '2028-11-02', lastDay: '2028-11-02' },
      }),
    ),
  );
  expect(await offered(later.id)).toEqual({ entries: [next.id, first.id], offer: first.id });
  const slots = [{ startsAt: '2027-11-04T01:00:00Z', endsAt: '2027-11-04T01:30:00Z', session: 1 }];
  valueOf(await fair.as((w) => replaceSlots(w, { editionId: next.id, slots })));
  expect(await offered(later.id)).toEqual({ entries: [next.id, first.id], offer: next.id });
  expect(await offered(first.id)).toEqual({ entries: [later.id, next.id], offer: null });
  const other = await twoEditions();
  expect(await other.fair.as((w) => listTakeOvers(w, { editionId: next.id }))).toMatchObject({ ok: false });
});

test('undoing a take-over removes what it brought and nobody has changed since; what was added or changed stays, and what is left is told', async () => {
  const { fair, first, next } = await twoEditions();
  const on = { editionId: next.id };
  const offered = async () => valueOf(await fair.as((w) => listTakeOvers(w, on)));
  valueOf(await fair.as((w) => takeOverSetup(w, { ...on, earlierId: first.id, parts: [...all] }), next.version));
  expect((await offered()).taken).toEqual([
    ...[
      { part: 'slots', count: 1 },
      { part: 'tables', count: 2 },
      { part: 'floor', count: 1 },
      { part: 'topics', count: 1 },
    ],
    ...[
      { part: 'rooms', count: 1 },
      { part: 'interpreters', count: 1 },
      { part: 'terms', count: 1 },
    ],
  ]);
  const contact = { surname: '', givenName: '', nameOrder: 'given_first' as const, email: null, phone: null };
  const carries = { languages: ['fr', 'en'], longestMinutes: null, restMinutes: null, contact, unavailable: [] };
  valueOf(await fair.as((w) => createInterpreter(w, { ...on, name: 'Added', ...carries })));
  const { entries: topics } = valueOf(await fair.as((w) => listTopics(w, on)));
  valueOf(
    await fair.as((w) => replaceTopics(w, { ...on, topics: [...topics.map(({ id, name }) => ({ id, name })), { name: text('Wine') }] })),
  );
  const tables = [1, 2, 3].map((number) => ({ number, hall: 'A', seats: number === 2 ? 4 : 1, closedSlots: [] }));
  valueOf(await fair.as((w) => replaceTables(w, { ...on, tables })));
  const { version, taken } = await offered();
  expect(taken.find(({ part }) => part === 'tables')).toEqual({ part: 'tables', count: 1 });
  valueOf(await fair.as((w) => undoTakeOver(w, { ...on, parts: [...all] }), version));
  expect(valueOf(await fair.as((w) => listInterpreters(w, { ...on, limit: 10 }))).entries).toMatchObject([{ name: 'Added' }]);
  expect(valueOf(await fair.as((w) => listTopics(w, on))).entries).toMatchObject([{ name: text('Wine') }]);
  expect(valueOf(await fair.as((w) => getSetup(w, on)))).toMatchObject({ slots: [], places: [{ number: 2, seats: 4 }, { number: 3 }] });
  expect((await offered()).taken).toEqual([]);
  expect(await fair.as((w) => undoTakeOver(w, { ...on, parts: [...all] }), version + 1)).toMatchObject({
    refusal: { code: 'expos.take_over_left' },
  });
});

test('of an edition that took nothing over there is nothing to undo, whatever it has by itself', async () => {
  const { fair, first } = await twoEditions();
  const { version } = valueOf(await fair.as((w) => getEdition(w, { edition: first.slug })));
  expect(await fair.as((w) => undoTakeOver(w, { editionId: first.id, parts: ['interpreters'] }), version)).toMatchObject({
    refusal: { code: 'expos.take_over_left' },
  });
  expect(valueOf(await fair.as((w) => listInterpreters(w, { editionId: first.id, limit: 10 }))).entries).toHaveLength(1);
});
