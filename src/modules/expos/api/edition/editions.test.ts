import { expect, test } from 'vitest';
import { statementsAsked } from '#platform/postgres/preparing-client.ts';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { createEdition, updateEdition } from './change-edition.ts';
import { closePlace, getSetup, replaceSlots, replaceTables } from '../change-setup.ts';
import { editionInput, organiserOf, readingAs, slotsFrom, text } from '../edition-fixture.ts';
import { listEditions } from './list-editions.ts';
import { getEdition } from './open-edition.ts';
import { previewPublication, publishEdition } from './publish-edition.ts';

const db = await ownTestDatabase();
const mine = await db.foundOffice();
const other = await db.foundOffice();
const organiser = organiserOf(db, mine);
const read = readingAs(db);

test('gives an edition a slug that stays when the name changes, and is found by both', async () => {
  const made = await organiser.edition('Harbour Forum');
  expect(made).toMatchObject({ slug: 'harbour-forum-2019', visibility: 'private', mayEdit: true, version: 1 });
  const renamed = valueOf(await organiser.as((work) => updateEdition(work, { editionId: made.id, name: text('Port Forum') }), 1));
  expect(renamed).toMatchObject({ slug: 'harbour-forum-2019', name: text('Port Forum'), version: 2 });
  expect((await read(mine.owner, (work) => getEdition(work, { edition: 'harbour-forum-2019' }))).id).toBe(made.id);
  expect((await read(mine.owner, (work) => getEdition(work, { edition: made.id }))).slug).toBe('harbour-forum-2019');
});

test('numbers the slug when another office has taken it, without showing that edition', async () => {
  const first = await organiser.edition('Twice Given');
  const second = valueOf(await db.as(other.owner, (work) => createEdition(work, editionInput(other.office, 'Twice Given'))));
  expect([first.slug, second.slug]).toEqual(['twice-given-2019', 'twice-given-2019-2']);
  expect(await db.as(other.owner, (work) => getEdition(work, { edition: first.slug }))).toMatchObject({
    ok: false,
    refusal: { kind: 'not_found', code: 'expos.not_found' },
  });
});

test('shows a private edition to its organiser alone', async () => {
  const made = await organiser.edition('Canary Expo');
  for (const stranger of [other.owner, null]) {
    expect((await read(stranger, (work) => listEditions(work, { limit: 200 }))).entries.map(({ id }) => id)).not.toContain(made.id);
    expect((await read(stranger, (work) => listEditions(work, { limit: 200, q: 'canary' }))).entries).toEqual([]);
    expect(await db.as(stranger, (work) => getEdition(work, { edition: made.id }))).toMatchObject({ ok: false });
    expect(await db.as(stranger, (work) => getSetup(work, { editionId: made.id }))).toMatchObject({ ok: false });
  }
});

test('lists the newest first, in pages, by name and by days', async () => {
  const input = (name: string, firstDay: string) => ({ ...editionInput(mine.office, name), firstDay, lastDay: firstDay });
  for (const [name, day] of [
    ['Paged One', '2021-01-01'],
    ['Paged Two', '2023-01-01'],
    ['Paged Three', '2022-01-01'],
  ] as const)
    valueOf(await organiser.as((work) => createEdition(work, input(name, day))));
  const page = (more: object) => read(mine.owner, (work) => listEditions(work, { limit: 2, q: 'paged', ...more }));
  const first = await page({});
  expect(first.entries.map(({ firstDay }) => firstDay)).toEqual(['2023-01-01', '2022-01-01']);
  const second = await page({ cursor: first.nextCursor ?? '' });
  expect([second.entries.map(({ firstDay }) => firstDay), second.nextCursor]).toEqual([['2021-01-01'], null]);
  expect((await page({ from: '2022-01-01', to: '2022-12-31' })).entries.map(({ slug }) => slug)).toEqual(['paged-three-2022']);
});

test('an archived edition is in no list but that of archived ones, is not published, and comes back as it was', async () => {
  const made = await organiser.edition('Archived by Mistake');
  const listed = async (more: object) =>
    (await read(mine.owner, (work) => listEditions(work, { limit: 20, q: 'archived by', ...more }))).entries.map(({ slug }) => slug);
  const archive = (archived: boolean, version: number) =>
    organiser.as((work) => updateEdition(work, { editionId: made.id, archived }), version);
  expect(valueOf(await archive(true, 1))).toMatchObject({ version: 2, archivedAt: expect.any(String) as string, name: made.name });
  expect([await listed({}), await listed({ among: 'archived' })]).toEqual([[], [made.slug]]);
  const { digest } = valueOf(await organiser.as((work) => previewPublication(work, { editionId: made.id })));
  const publish = (version: number) => organiser.as((work) => publishEdition(work, { editionId: made.id, digest }), version);
  expect(await publish(2)).toMatchObject({ ok: false, refusal: { code: 'expos.archived' } });
  expect(valueOf(await archive(false, 2))).toMatchObject({ version: 3, archivedAt: null });
  expect([await listed({}), await listed({ among: 'archived' })]).toEqual([[made.slug], []]);
  expect(valueOf(await publish(3)).publishedAt).not.toBeNull();
  expect(await archive(true, 4)).toMatchObject({ ok: false, refusal: { code: 'expos.archived_public' } });
});

test('names the organiser of each edition to everybody, with as many queries whatever their number', async () => {
  for (const office of [mine, other]) {
    const name = { en: { text: `Organiser ${office.office}`, origin: 'human' as const } };
    await db.owner.query('update accounts.office set name = $2 where id = $1', [office.office, name]);
    const made = valueOf(await db.as(office.owner, (work) => createEdition(work, editionInput(office.office, 'Named Organiser'))));
    await organiserOf(db, office).publish(made.id);
    expect((await read(null, (work) => getEdition(work, { edition: made.slug }))).organiserName).toEqual(name);
  }
  const listed = async (limit: number) => {
    const before = statementsAsked();
    const { entries } = await read(null, (work) => listEditions(work, { limit, q: 'named organiser' }));
    return { entries, asked: statementsAsked() - before };
  };
  const [one, both] = [await listed(1), await listed(50)];
  expect(both.entries.map(({ organiserName }) => organiserName['en']?.text).sort()).toEqual(
    [mine, other].map(({ office }) => `Organiser ${office}`).sort(),
  );
  expect(both.asked).toBe(one.asked);
});

test('refuses days in the wrong order, a foreign office and a stale version', async () => {
  const wrong = { ...editionInput(mine.office, 'Wrong'), lastDay: '2019-11-01' };
  expect(await organiser.as((work) => createEdition(work, wrong))).toMatchObject({
    ok: false,
    refusal: { problems: [{ path: ['lastDay'], code: 'expos.last_day_before_first' }] },
  });
  expect(await db.as(other.owner, (work) => createEdition(work, editionInput(mine.office, 'Foreign')))).toMatchObject({
    ok: false,
    refusal: { code: 'kernel.forbidden' },
  });
  const made = await organiser.edition('Stale');
  valueOf(await organiser.as((work) => updateEdition(work, { editionId: made.id, website: 'https://example.org' }), 1));
  expect(await organiser.as((work) => updateEdition(work, { editionId: made.id, website: null }), 1)).toMatchObject({
    ok: false,
    refusal: { kind: 'stale' },
  });
});

test('sets slots as a whole: numbers by time, identity by span', async () => {
  const made = await organiser.edition('Slots');
  const [a, b, c] = slotsFrom(3);
  if (a === undefined || b === undefined || c === undefined) throw new Error('three slots');
  const first = valueOf(await organiser.as((work) => replaceSlots(work, { editionId: made.id, slots: [b, a] }), 1));
  expect(first.slots.map(({ number, startsAt }) => [number, startsAt])).toEqual([
    [1, '2019-11-06T01:00:00Z'],
    [2, '2019-11-06T01:30:00Z'],
  ]);
  expect(first.version).toBe(2);
  const second = valueOf(await organiser.as((work) => replaceSlots(work, { editionId: made.id, slots: [b, { ...c, session: 2 }] }), 2));
  expect(second.slots.map(({ number, session }) => [number, session])).toEqual([
    [1, 1],
    [2, 2],
  ]);
  expect(second.slots[0]?.id).toBe(first.slots[1]?.id);
});

test('refuses wrong slots with all problems, and changes nothing', async () => {
  const made = await organiser.edition('Wrong Slots');
  valueOf(await organiser.as((work) => replaceSlots(work, { editionId: made.id, slots: slotsFrom(2) }), 1));
  const [a] = slotsFrom(1);
  const slots = [
    { ...slotsFrom(1, 1)[0], startsAt: a?.startsAt ?? '', endsAt: a?.endsAt ?? '', session: 1 },
    { startsAt: '2019-11-06T01:15:00Z', endsAt: '2019-11-06T01:45:00Z', session: 1 },
    { startsAt: '2019-11-06T03:00:00Z', endsAt: '2019-11-06T02:00:00Z', session: 1 },
    { startsAt: '2019-11-07T15:59:00Z', endsAt: '2019-11-07T16:01:00Z', session: 1 },
  ];
  expect(await organiser.as((work) => replaceSlots(work, { editionId: made.id, slots }), 2)).toMatchObject({
    ok: false,
    refusal: {
      problems: [
        { path: ['slots', 2, 'endsAt'], code: 'expos.slot_ends_before_start' },
        { path: ['slots', 3, 'startsAt'], code: 'expos.slot_outside_edition' },
        { path: ['slots', 1], code: 'expos.slot_overlaps', params: { other: 1 } },
      ],
    },
  });
  expect((await read(mine.owner, (work) => getSetup(work, { editionId: made.id }))).slots).toHaveLength(2);
});

test('refuses days that would leave a slot outside', async () => {
  const made = await organiser.edition('Shrinking');
  valueOf(await organiser.as((work) => replaceSlots(work, { editionId: made.id, slots: slotsFrom(2) }), 1));
  expect(await organiser.as((work) => updateEdition(work, { editionId: made.id, lastDay: '2019-11-05' }), 2)).toMatchObject({
    ok: false,
    refusal: { problems: [{ code: 'expos.slots_outside_edition', params: { count: 2 } }] },
  });
});

test('refuses to let a slot or table vanish that something below still uses', async () => {
  const made = await organiser.edition('Used');
  const setup = valueOf(await organiser.as((work) => replaceSlots(work, { editionId: made.id, slots: slotsFrom(2) }), 1));
  const tables = [{ number: 1, hall: '', seats: 1, closedSlots: [] }];
  const placed = valueOf(await organiser.as((work) => replaceTables(work, { editionId: made.id, tables }), 2));
  // A table of a module below, as the migrations of that module would make it.
  await db.owner.query(
    `create table below (edition uuid, slot uuid, place uuid,
      foreign key (edition, slot) references expos.slot (edition_id, id) on delete restrict,
      foreign key (edition, place) references expos.place (edition_id, id) on delete restrict)`,
  );
  await db.owner.query('insert into below values ($1, $2, $3)', [made.id, setup.slots[0]?.id, placed.places[0]?.id]);
  expect(await organiser.as((work) => replaceSlots(work, { editionId: made.id, slots: slotsFrom(1, 5) }), 3)).toEqual({
    ok: false,
    refusal: { kind: 'conflict', code: 'expos.slot_in_use' },
  });
  expect(await organiser.as((work) => replaceTables(work, { editionId: made.id, tables: [] }), 3)).toEqual({
    ok: false,
    refusal: { kind: 'conflict', code: 'expos.place_in_use' },
  });
  expect((await read(mine.owner, (work) => getSetup(work, { editionId: made.id }))).slots).toHaveLength(2);
  await db.owner.query('drop table below');
});

test('sets tables by number, closes them for slots, and forgets a closing with its slot', async () => {
  const made = await organiser.edition('Tables');
  const { slots } = valueOf(await organiser.as((work) => replaceSlots(work, { editionId: made.id, slots: slotsFrom(2) }), 1));
  const [first = '', second = ''] = slots.map(({ id }) => id);
  const table = (number: number, closedSlots: string[] = []) => ({ number, hall: 'N1', seats: 1, closedSlots });
  const set = valueOf(
    await organiser.as((work) => replaceTables(work, { editionId: made.id, tables: [table(10), table(2, [second, first])] }), 2),
  );
  expect(set.places.map(({ number, closedSlots }) => [number, closedSlots])).toEqual([
    [2, [first, second]],
    [10, []],
  ]);
  const ten = set.places[1]?.id ?? '';
  const closed = valueOf(await organiser.as((work) => closePlace(work, { editionId: made.id, placeId: ten, closedSlots: [first] }), 3));
  expect(closed.places[1]).toMatchObject({ id: ten, closedSlots: [first] });
  const shorter = valueOf(await organiser.as((work) => replaceSlots(work, { editionId: made.id, slots: slotsFrom(1) }), 4));
  expect(shorter.places.map(({ closedSlots }) => closedSlots)).toEqual([[first], [first]]);
});

test('refuses wrong tables with all problems', async () => {
  const made = await organiser.edition('Wrong Tables');
  const table = (number: number, closedSlots: string[] = []) => ({ number, hall: '', seats: 1, closedSlots });
  const tables = [table(1), table(1, [made.id])];
  expect(await organiser.as((work) => replaceTables(work, { editionId: made.id, tables }), 1)).toMatchObject({
    ok: false,
    refusal: {
      problems: [
        { path: ['tables', 1, 'number'], code: 'expos.table_number_taken', params: { number: 1 } },
        { path: ['tables', 1, 'closedSlots', 0], code: 'expos.slot_unknown' },
      ],
    },
  });
  expect(await organiser.as((work) => closePlace(work, { editionId: made.id, placeId: made.id, closedSlots: [] }), 1)).toMatchObject({
    ok: false,
    refusal: { code: 'expos.place_not_found' },
  });
});

test('writes one audit entry for each change', async () => {
  const made = await organiser.edition('Audited');
  valueOf(await organiser.as((work) => replaceSlots(work, { editionId: made.id, slots: slotsFrom(1) }), 1));
  valueOf(await organiser.as((work) => updateEdition(work, { editionId: made.id, website: 'https://example.org' }), 2));
  const { rows } = await db.owner.query<{ use_case: string; fields: string[] }>(
    'select use_case, fields from accounts.audit_entry where $1 = any (subjects) order by id',
    [made.id],
  );
  expect(rows.map(({ use_case }) => use_case)).toEqual(['create-edition', 'replace-slots', 'update-edition']);
  expect(rows[2]?.fields).toEqual(['website']);
});

test('days move together with slots and absences, past each other, at the same times of the clock', async () => {
  const made = await organiser.edition('Postponed');
  const editionId = made.id;
  const days = ['2019-11-05', '2019-11-06', '2019-11-07'];
  const slots = days.map((day) => ({ startsAt: `${day}T01:00:00Z`, endsAt: `${day}T01:30:00Z`, session: 1 }));
  const before = valueOf(await organiser.as((work) => replaceSlots(work, { editionId, slots }), 1));
  await organiser.participant(editionId, 'E01', {
    unavailable: [{ startsAt: '2019-11-06T01:00:00Z', endsAt: '2019-11-06T01:30:00Z', reason: '' }],
  });
  const { version } = await read(mine.owner, (work) => getEdition(work, { edition: editionId }));
  const input = { editionId, firstDay: '2019-11-06', lastDay: '2019-11-08' };
  expect(await organiser.as((work) => updateEdition(work, input), version)).toMatchObject({
    refusal: { problems: [{ path: ['lastDay'], code: 'expos.slots_outside_edition', params: { count: 1 } }] },
  });
  valueOf(await organiser.as((work) => updateEdition(work, { ...input, moveSlots: true }), version));
  const after = await read(mine.owner, (work) => getSetup(work, { editionId }));
  expect(after.slots).toEqual(
    before.slots.map((slot, at) => ({ ...slot, startsAt: `2019-11-0${at + 6}T01:00:00Z`, endsAt: `2019-11-0${at + 6}T01:30:00Z` })),
  );
  const { rows } = await db.owner.query('select starts_at from expos.unavailable where edition_id = $1', [editionId]);
  expect(rows).toEqual([{ starts_at: new Date('2019-11-07T01:00:00Z') }]);
});
