import { expect, test } from 'vitest';
import { listOrganisations } from '#modules/organisations/api/list-organisations.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { newId } from '#platform/work.ts';
import type { Roster, RosterParticipant } from '../domain/roster.ts';
import { noMarket } from '../domain/topic.ts';
import { updateGroup } from './change-groups.ts';
import { updateParticipant } from './change-participants.ts';
import { organiserOf, readingAs, text } from './edition-fixture.ts';
import { listDirectory } from './list-directory.ts';
import { listParticipants } from './list-participants.ts';
import { planningFacts, rosterOf } from './planning-facts.ts';
import { replaceRoster } from './replace-roster.ts';

const db = await shareTestDatabase();
const mine = await db.foundOffice();
const lead = await db.foundOffice({ kind: 'chamber' });
const organiser = organiserOf(db, mine);
const read = readingAs(db);

const at = (hour: number, minutes = 0) => Date.UTC(2019, 10, 6, hour, minutes);
const participant = (code: string, more: Partial<RosterParticipant> = {}): RosterParticipant => ({
  code,
  name: text(`Company ${code}`),
  country: 'GB',
  city: null,
  offer: null,
  need: null,
  ...noMarket,
  role: code.startsWith('B') ? 'buyer' : 'exhibitor',
  seats: 1,
  languages: ['en'],
  minMeetings: null,
  maxMeetings: null,
  group: null,
  stand: null,
  meetsAt: 'table',
  contacts: [],
  unavailable: [],
  ...more,
});
const ho = { surname: 'Ho', givenName: 'Ann', nameOrder: 'given_first' as const, post: 'Head', email: null, phone: null, languages: [] };
const roster: Roster = {
  slots: [
    { start: at(1), end: at(1, 30), session: 1 },
    { start: at(1, 30), end: at(2), session: 1 },
    { start: at(6), end: at(6, 45), session: 2 },
  ],
  tables: [
    { number: 1, hall: 'N1', seats: 1, closedSlots: [] },
    { number: 2, hall: 'N1', seats: 2, closedSlots: [1, 3] },
  ],
  stands: [{ code: 'A1', hall: '7.1', seats: 3, closedSlots: [2], lead: 'E01', area: null }],
  floor: { halls: [], walks: [], rectangles: [] },
  topics: [],
  groups: [
    { code: 'G1', kind: 'trading_group', name: text('Part'), parent: 'G2' },
    { code: 'G2', kind: 'trading_group', name: text('Main'), parent: null },
  ],
  participants: [
    participant('B01', {
      group: 'G1',
      languages: ['zh-Hans', 'en'],
      minMeetings: 1,
      maxMeetings: 4,
      unavailable: [{ start: at(1), end: at(2), reason: 'Forum' }],
    }),
    participant('E01', {
      stand: 'A1',
      meetsAt: 'stand',
      seats: 2,
      contacts: [{ ...ho, email: 'ann@mersey.example', phone: '+44 151 496 0107', languages: ['en'] }, ho],
    }),
    participant('E02', { stand: 'A1', country: null, city: 'Leeds' }),
  ],
  interpreters: [
    {
      name: 'Lin',
      languages: ['en', 'zh-Hans'],
      longestMinutes: null,
      restMinutes: null,
      contact: null,
      unavailable: [{ start: at(6), end: at(7), reason: '' }],
    },
  ],
};

const set = (editionId: string, wanted: Roster) => organiser.as((work) => replaceRoster(work, editionId, wanted));
const current = async (editionId: string) => rosterOf(await read(mine.owner, (work) => planningFacts(work, editionId)));

test('sets a whole roster and reads it back unchanged', async () => {
  const { id } = await organiser.edition('Whole');
  const ids = valueOf(await set(id, roster));
  expect(await current(id)).toEqual(roster);
  expect([...ids.slots.keys(), ...ids.tables.keys()]).toEqual([1, 2, 3, 1, 2]);
  expect([...ids.participants.keys()].sort()).toEqual(['B01', 'E01', 'E02']);
  expect(ids.createdOrganisations).toHaveLength(3);
});

test('whatever alone is changed is read at once, and what is not is the same thing', async () => {
  const { id } = await organiser.edition('One by one');
  valueOf(await set(id, roster));
  const known = await read(mine.owner, (work) => planningFacts(work, id));
  expect((await read(mine.owner, (work) => planningFacts(work, id))).participants).toBe(known.participants);
  const of = (code: string, more: Partial<RosterParticipant>): Partial<Roster> => ({
    participants: roster.participants.map((one) => (one.code === code ? { ...one, ...more } : one)),
  });
  const changes: readonly Partial<Roster>[] = [
    of('E02', { seats: 2 }),
    of('E01', { contacts: [ho] }),
    of('B01', { unavailable: [{ start: at(1), end: at(2), reason: 'Visit' }] }),
    { stands: roster.stands.map((stand) => ({ ...stand, hall: '7.2' })) },
    { tables: roster.tables.map((table) => ({ ...table, closedSlots: [] })) },
    { slots: roster.slots.map((slot) => ({ ...slot, end: slot.end - 60_000 })) },
  ];
  for (const change of changes) {
    valueOf(await set(id, { ...roster, ...change }));
    expect(await current(id)).toEqual({ ...roster, ...change });
    valueOf(await set(id, roster));
    expect(await current(id)).toEqual(roster);
  }
});

test('keeps ids, offices and listing of what is named again, and recalls no organisation twice', async () => {
  const { id } = await organiser.edition('Again');
  const first = valueOf(await set(id, roster));
  const companyOffice = (await db.foundOffice({ kind: 'company' })).office;
  valueOf(
    await organiser.as((work) =>
      updateParticipant(work, {
        editionId: id,
        participantId: first.participants.get('E02') ?? newId(),
        officeId: companyOffice,
        listed: false,
      }),
    ),
  );
  valueOf(
    await organiser.as((work) => updateGroup(work, { editionId: id, groupId: first.groups.get('G2') ?? newId(), leadOffice: lead.office })),
  );
  const second = valueOf(await set(id, roster));
  expect({ ...second, createdOrganisations: [] }).toEqual({ ...first, createdOrganisations: [] });
  expect(second.createdOrganisations).toEqual([]);
  const seen = await read(lead.owner, (work) => listParticipants(work, { editionId: id, limit: 50, state: 'all' }));
  expect(seen.entries.map(({ code }) => code)).toEqual(['B01']);
  const own = await read(mine.owner, (work) => listParticipants(work, { editionId: id, limit: 50, state: 'all', q: 'E02' }));
  expect(own.entries).toMatchObject([{ officeId: companyOffice, listed: false }]);
});

test('withdraws who is no longer named, removes what else is not, and takes everybody back with the first roster', async () => {
  const { id } = await organiser.edition('Smaller');
  const before = valueOf(await set(id, roster));
  const smaller: Roster = {
    ...roster,
    slots: roster.slots.slice(1),
    tables: [],
    stands: [],
    groups: [],
    interpreters: [],
    participants: [participant('B01')],
  };
  valueOf(await set(id, smaller));
  expect(await current(id)).toEqual({ ...smaller });
  const gone = await read(mine.owner, (work) => listParticipants(work, { editionId: id, limit: 50, state: 'withdrawn' }));
  expect(gone.entries.map(({ code }) => code)).toEqual(['E01', 'E02']);
  const after = valueOf(await set(id, roster));
  expect(await current(id)).toEqual(roster);
  expect(after.participants).toEqual(before.participants);
});

test('lets stands swap codes and leads move without tripping over each other', async () => {
  const { id } = await organiser.edition('Swap');
  const two: Roster = {
    ...roster,
    stands: [
      { code: 'A1', hall: '7.1', seats: 3, closedSlots: [], lead: 'E01', area: null },
      { code: 'A2', hall: '7.2', seats: 1, closedSlots: [], lead: 'E02', area: null },
    ],
    participants: [participant('E01', { stand: 'A1' }), participant('E02', { stand: 'A2' })],
    groups: [],
  };
  valueOf(await set(id, two));
  const swapped: Roster = {
    ...two,
    stands: two.stands.map((stand) => ({ ...stand, lead: stand.lead === 'E01' ? 'E02' : 'E01' })),
    participants: [participant('E01', { stand: 'A2' }), participant('E02', { stand: 'A1' })],
  };
  valueOf(await set(id, swapped));
  expect(await current(id)).toEqual(swapped);
});

test('finds a renamed company among the office’s organisations', async () => {
  const { id } = await organiser.edition('Renamed');
  valueOf(
    await set(id, {
      ...roster,
      stands: [],
      groups: [],
      participants: [participant('E01', { name: text('Roster Alpha') }), participant('E02', { name: text('Roster Beta') })],
    }),
  );
  const swapped = [participant('E01', { name: text('Roster Beta') }), participant('E02', { name: text('Roster Alpha') })];
  const again = valueOf(await set(id, { ...roster, stands: [], groups: [], participants: swapped }));
  expect(again.createdOrganisations).toEqual([]);
  expect((await read(mine.owner, (work) => listOrganisations(work, { q: 'roster', limit: 50 }))).entries).toHaveLength(2);
});

test('refuses a wrong roster with the place of every problem and leaves the edition as it was', async () => {
  const { id } = await organiser.edition('All Or Nothing');
  valueOf(await set(id, roster));
  const wrong: Roster = {
    ...roster,
    slots: [...roster.slots, { start: at(1), end: at(3), session: 1 }],
    participants: [participant('E01', { group: 'G9' }), participant('E01')],
  };
  expect(await set(id, wrong)).toMatchObject({
    ok: false,
    refusal: {
      problems: [
        { path: ['slots', 3], code: 'expos.slot_overlaps', params: { other: 1 } },
        { path: ['slots', 1], code: 'expos.slot_overlaps', params: { other: 4 } },
        { path: ['stands', 0, 'lead'], code: 'expos.lead_stands_elsewhere' },
        { path: ['participants', 1, 'code'], code: 'expos.code_taken' },
        { path: ['participants', 0, 'group'], code: 'expos.group_unknown' },
      ],
    },
  });
  expect(await current(id)).toEqual(roster);
});

test('refuses a roster from anybody but an editor of the organiser', async () => {
  const { id } = await organiser.edition('Not Yours');
  valueOf(await set(id, roster));
  expect(await db.as(lead.owner, (work) => replaceRoster(work, id, roster))).toMatchObject({
    ok: false,
    refusal: { code: 'expos.not_found' },
  });
  const viewer = await db.addMember(mine.office, 'viewer');
  expect(await db.as(viewer, (work) => replaceRoster(work, id, roster))).toMatchObject({
    ok: false,
    refusal: { code: 'kernel.forbidden' },
  });
});

test('sets many hundred participants at once', async () => {
  const { id } = await organiser.edition('Large');
  const many = Array.from({ length: process.env['HANSA_ROUNDS'] === undefined ? 400 : 2000 }, (_, n) =>
    participant(`${n % 2 === 0 ? 'E' : 'B'}${n}`, {
      name: text(`Large company ${n}`),
      unavailable: [{ start: at(1), end: at(2), reason: '' }],
    }),
  );
  valueOf(await set(id, { ...roster, stands: [], groups: [], participants: many }));
  const page = await read(mine.owner, (work) => listDirectory(work, { editionId: id, limit: 200 }));
  expect(page.entries).toHaveLength(200);
});
