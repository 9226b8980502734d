import type { Id } from '#kernel/ids.ts';
import { newId } from '#platform/work.ts';
import { expect, test } from 'vitest';
import { createOrganisation } from '#modules/organisations/api/change-organisation.ts';
import { listOrganisations } from '#modules/organisations/api/list-organisations.ts';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { createGroup, listGroups, removeGroup, updateGroup } from './change-groups.ts';
import { createInterpreter, listInterpreters, removeInterpreter, updateInterpreter } from './change-interpreters.ts';
import {
  createParticipant,
  reinstateParticipant,
  replaceUnavailable,
  updateParticipant,
  withdrawParticipant,
} from './change-participants.ts';
import { getSetup } from './change-setup.ts';
import { createStand, listStands, removeStand, updateStand } from './change-stands.ts';
import { asListed, organiserOf, readingAs, text } from './edition-fixture.ts';
import { listParticipants } from './list-participants.ts';
import { getEdition } from './edition/open-edition.ts';

const db = await ownTestDatabase();
const mine = await db.foundOffice();
const other = await db.foundOffice({ kind: 'company' });
const organiser = organiserOf(db, mine);
const read = readingAs(db);

const named = { unavailable: [], role: 'exhibitor' as const };
const countOf = async (name: string) => (await read(mine.owner, (work) => listOrganisations(work, { q: name, limit: 50 }))).entries.length;

const ho = { surname: 'Ho', givenName: 'Ann', nameOrder: 'given_first' as const, post: 'Head', email: null, phone: null, languages: [] };

test('takes name, country and office over from an organisation on record', async () => {
  const { id: editionId } = await organiser.edition('From Record');
  const facts = { kind: 'company' as const, country: 'DE', city: 'Hamburg', website: null, officeId: other.office };
  const organisation = valueOf(
    await organiser.as((work) => createOrganisation(work, { ...facts, name: text('Elbe Cranes'), office: mine.office })),
  );
  const made = valueOf(
    await organiser.as((work) => createParticipant(work, { ...named, editionId, code: 'E01', organisationId: organisation.id })),
  );
  expect(made).toMatchObject({
    organisationId: organisation.id,
    officeId: other.office,
    name: text('Elbe Cranes'),
    country: 'DE',
    city: 'Hamburg',
    seats: 1,
    listed: true,
    meetsAt: 'table',
    version: 1,
  });
});

test('records a new organisation by name once, whoever comes twice', async () => {
  const first = await organiser.edition('Named One');
  const second = await organiser.edition('Named Two');
  const one = await organiser.participant(first.id, 'E01', { name: text('Nova Ropes'), country: 'GB' });
  const two = await organiser.participant(second.id, 'E77', { name: text('NOVA  ropes'), country: 'GB' });
  expect(two.organisationId).toBe(one.organisationId);
  expect(await countOf('nova ropes')).toBe(1);
});

test('names all problems of a participant at once, and records no organisation for it', async () => {
  const { id: editionId } = await organiser.edition('Many Problems');
  const stand = valueOf(await organiser.as((work) => createStand(work, { editionId, code: 'A1' })));
  await organiser.participant(editionId, 'E01', { standId: stand.id, leadsStand: true });
  const wrong = {
    ...named,
    editionId,
    code: 'E01',
    name: text('Never Recorded'),
    groupId: newId<'Group'>(),
    standId: stand.id,
    leadsStand: true,
    minMeetings: 5,
    maxMeetings: 4,
    unavailable: [{ startsAt: '2019-11-06T02:00:00Z', endsAt: '2019-11-06T01:00:00Z', reason: '' }],
  };
  expect(await organiser.as((work) => createParticipant(work, wrong))).toMatchObject({
    ok: false,
    refusal: {
      kind: 'invalid',
      params: { count: 5 },
      problems: [
        { path: ['code'], code: 'expos.code_taken', params: { code: 'E01' } },
        { path: ['groupId'], code: 'expos.group_unknown' },
        { path: ['leadsStand'], code: 'expos.stand_lead_taken' },
        { path: ['minMeetings'], code: 'expos.minimum_over_maximum' },
        { path: ['unavailable', 0, 'endsAt'], code: 'expos.absence_ends_before_start' },
      ],
    },
  });
  expect(await countOf('never recorded')).toBe(0);
});

test('refuses a participant without organisation or name, with one that is not visible, and with an office that does not exist', async () => {
  const { id: editionId } = await organiser.edition('Whose');
  const foreign = valueOf(
    await db.as(other.owner, (work) =>
      createOrganisation(work, {
        kind: 'company',
        name: text('Foreign'),
        country: null,
        city: null,
        website: null,
        officeId: null,
        office: other.office,
      }),
    ),
  );
  const create = (more: object) => organiser.as((work) => createParticipant(work, { ...named, editionId, code: 'E09', ...more }));
  expect(await create({ meetsAt: 'stand' })).toMatchObject({
    ok: false,
    refusal: {
      problems: [
        { path: ['organisationId'], code: 'expos.organisation_or_name' },
        { path: ['meetsAt'], code: 'expos.stand_required' },
      ],
    },
  });
  expect(await create({ organisationId: foreign.id })).toMatchObject({
    ok: false,
    refusal: { problems: [{ path: ['organisationId'], code: 'expos.organisation_unknown' }] },
  });
  expect(await create({ name: text('X'), officeId: editionId })).toMatchObject({
    ok: false,
    refusal: { problems: [{ path: ['officeId'], code: 'expos.office_unknown' }] },
  });
});

test('finds participants by name, code, role, group, country and state, in pages by code as people count', async () => {
  const { id: editionId } = await organiser.edition('Filters');
  const group = valueOf(await organiser.as((work) => createGroup(work, { editionId, code: 'G1', kind: 'delegation', name: text('G') })));
  await organiser.participant(editionId, 'E2', {
    name: { ...text('Delta'), 'zh-Hans': { text: '三角洲', origin: 'human' } },
    groupId: group.id,
  });
  await organiser.participant(editionId, 'E10', { name: text('Alpha'), country: 'GB' });
  await organiser.participant(editionId, 'B01', { name: text('Charlie'), country: 'GB' });
  const gone = await organiser.participant(editionId, 'B02', { name: text('Bravo') });
  valueOf(await organiser.as((work) => withdrawParticipant(work, { editionId, participantId: gone.id })));
  const find = async (more: object) =>
    (await read(mine.owner, (work) => listParticipants(work, { editionId, limit: 50, state: 'active', ...more }))).entries.map(
      ({ code }) => code,
    );
  expect(await find({})).toEqual(['B01', 'E2', 'E10']);
  expect(await find({ q: '角洲' })).toEqual(['E2']);
  expect(await find({ q: 'e1' })).toEqual(['E10']);
  expect(await find({ role: 'buyer' })).toEqual(['B01']);
  expect(await find({ groupId: group.id })).toEqual(['E2']);
  expect(await find({ country: 'GB' })).toEqual(['B01', 'E10']);
  expect(await find({ state: 'withdrawn' })).toEqual(['B02']);
  const page = await read(mine.owner, (work) => listParticipants(work, { editionId, limit: 2, state: 'all' }));
  expect(await find({ state: 'all', cursor: page.nextCursor })).toEqual(['E2', 'E10']);
  expect((await read(mine.owner, (work) => getEdition(work, { edition: editionId }))).counts).toEqual({
    exhibitors: 2,
    buyers: 1,
    countries: 1,
    stands: 0,
  });
  expect((await read(mine.owner, (work) => listGroups(work, { editionId, limit: 50 }))).entries).toMatchObject([
    { code: 'G1', memberCount: 1 },
  ]);
});

test('changes only the fields given, and refuses the version before', async () => {
  const { id: editionId } = await organiser.edition('Partial');
  const made = await organiser.participant(editionId, 'E01', {
    country: 'GB',
    languages: ['en'],
    contacts: [ho, { ...ho, surname: '', email: 'desk@mersey.example', phone: '+44 151 496 0107', languages: ['en'] }],
  });
  const change = { editionId, participantId: made.id, country: null, seats: 3 };
  const changed = valueOf(await organiser.as((work) => updateParticipant(work, change), 1));
  expect(changed).toEqual({ ...made, country: null, seats: 3, version: 2 });
  expect(await organiser.as((work) => updateParticipant(work, change), 1)).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
  const away = [{ startsAt: '2019-11-06T01:00:00Z', endsAt: '2019-11-06T02:00:00Z', reason: 'Forum' }];
  const busy = valueOf(await organiser.as((work) => replaceUnavailable(work, { editionId, participantId: made.id, unavailable: away }), 2));
  expect(busy).toMatchObject({ version: 3, unavailable: away });
});

test('takes a withdrawn participant back in, unless another leads its stand by now', async () => {
  const { id: editionId } = await organiser.edition('Back');
  const stand = valueOf(await organiser.as((work) => createStand(work, { editionId, code: 'A1' })));
  const lead = await organiser.participant(editionId, 'E01', { standId: stand.id, leadsStand: true });
  valueOf(await organiser.as((work) => withdrawParticipant(work, { editionId, participantId: lead.id })));
  const next = await organiser.participant(editionId, 'E02', { standId: stand.id, leadsStand: true });
  const back = () => organiser.as((work) => reinstateParticipant(work, { editionId, participantId: lead.id }));
  expect(await back()).toMatchObject({ ok: false, refusal: { problems: [{ code: 'expos.stand_lead_taken' }] } });
  valueOf(await organiser.as((work) => updateParticipant(work, { editionId, participantId: next.id, leadsStand: false })));
  expect(valueOf(await back())).toMatchObject({ withdrawnAt: null, leadsStand: true });
  const stands = await read(mine.owner, (work) => listStands(work, { editionId, limit: 50 }));
  expect(stands.entries[0]?.exhibitors.map(({ code, isLead }) => [code, isLead])).toEqual([
    ['E01', true],
    ['E02', false],
  ]);
});

test('makes a stand with seats a place of meetings, follows its changes, and removes it only when empty', async () => {
  const { id: editionId } = await organiser.edition('Stand Places');
  const stand = valueOf(await organiser.as((work) => createStand(work, { editionId, code: 'A1', hall: '7.1', seats: 2 })));
  const places = async () => (await read(mine.owner, (work) => getSetup(work, { editionId }))).places;
  const [place] = await places();
  expect(place).toMatchObject({ kind: 'stand', number: null, code: 'A1', hall: '7.1', seats: 2, standId: stand.id });
  const moved = valueOf(await organiser.as((work) => updateStand(work, { editionId, standId: stand.id, code: 'A2', seats: 4 }), 1));
  expect(await places()).toMatchObject([{ id: place?.id, code: 'A2', seats: 4 }]);
  expect(await organiser.as((work) => createStand(work, { editionId, code: 'A2' }))).toMatchObject({
    ok: false,
    refusal: { problems: [{ path: ['code'], code: 'expos.code_taken' }] },
  });
  const exhibitor = await organiser.participant(editionId, 'E01', { standId: stand.id });
  expect(await organiser.as((work) => removeStand(work, { editionId, standId: stand.id }), moved.version)).toMatchObject({
    ok: false,
    refusal: { kind: 'conflict', code: 'expos.stand_has_exhibitors', params: { count: 1 } },
  });
  valueOf(await organiser.as((work) => updateParticipant(work, { editionId, participantId: exhibitor.id, standId: null })));
  valueOf(await organiser.as((work) => updateStand(work, { editionId, standId: stand.id, seats: 0 })));
  expect(await places()).toEqual([]);
  valueOf(await organiser.as((work) => removeStand(work, { editionId, standId: stand.id })));
  expect((await read(mine.owner, (work) => listStands(work, { editionId, limit: 50 }))).entries).toEqual([]);
});

test('keeps groups out of circles and removes only those nobody depends on', async () => {
  const { id: editionId } = await organiser.edition('Groups');
  const group = async (code: string, parentId: Id<'Group'> | null = null) =>
    valueOf(await organiser.as((work) => createGroup(work, { editionId, code, kind: 'trading_group', name: text(code), parentId })));
  const top = await group('G1');
  const sub = await group('G2', top.id);
  const leaf = await group('G3', sub.id);
  const parent = (groupId: Id<'Group'>, parentId: Id<'Group'>) =>
    organiser.as((work) => updateGroup(work, { editionId, groupId, parentId }));
  for (const inside of [top.id, sub.id, leaf.id])
    expect(await parent(top.id, inside)).toMatchObject({
      ok: false,
      refusal: { problems: [{ path: ['parentId'], code: 'expos.group_circle' }] },
    });
  expect(await parent(top.id, newId())).toMatchObject({ ok: false, refusal: { problems: [{ code: 'expos.group_unknown' }] } });
  expect(await organiser.as((work) => removeGroup(work, { editionId, groupId: sub.id }))).toMatchObject({
    ok: false,
    refusal: { code: 'expos.group_has_parts' },
  });
  const member = await organiser.participant(editionId, 'B01', { groupId: leaf.id });
  valueOf(await organiser.as((work) => withdrawParticipant(work, { editionId, participantId: member.id })));
  expect(await organiser.as((work) => removeGroup(work, { editionId, groupId: leaf.id }))).toMatchObject({
    ok: false,
    refusal: { code: 'expos.group_has_members', params: { count: 1 } },
  });
  expect(await organiser.as((work) => updateGroup(work, { editionId, groupId: leaf.id, leadOffice: newId<'Office'>() }))).toMatchObject({
    ok: false,
    refusal: { problems: [{ path: ['leadOffice'], code: 'expos.office_unknown' }] },
  });
  valueOf(await organiser.as((work) => updateParticipant(work, { editionId, participantId: member.id, groupId: null })));
  valueOf(await organiser.as((work) => removeGroup(work, { editionId, groupId: leaf.id })));
});

test('keeps interpreters by name with their absences, and keeps one that a meeting needs', async () => {
  const { id: editionId } = await organiser.edition('Interpreters');
  const away = [{ startsAt: '2019-11-06T01:00:00Z', endsAt: '2019-11-06T02:00:00Z', reason: '' }];
  const made = valueOf(
    await organiser.as((work) =>
      createInterpreter(work, { editionId, name: 'Lin', languages: ['en', 'zh-Hans'], unavailable: away, ...asListed }),
    ),
  );
  expect(
    await organiser.as((work) => createInterpreter(work, { editionId, name: 'Lin', languages: ['fr'], unavailable: [], ...asListed })),
  ).toMatchObject({
    ok: false,
    refusal: { problems: [{ path: ['name'], code: 'expos.interpreter_name_taken', params: { name: 'Lin' } }] },
  });
  const ids = { editionId, interpreterId: made.id };
  const changed = valueOf(await organiser.as((work) => updateInterpreter(work, { ...ids, languages: ['de'] }), 1));
  expect(changed).toMatchObject({ id: made.id, version: 2, name: 'Lin', languages: ['de'], unavailable: away });
  await db.owner.query(
    'create table below (edition uuid, interpreter uuid, foreign key (edition, interpreter) references expos.interpreter (edition_id, id))',
  );
  await db.owner.query('insert into below values ($1, $2)', [editionId, made.id]);
  expect(await organiser.as((work) => removeInterpreter(work, ids), 2)).toEqual({
    ok: false,
    refusal: { kind: 'conflict', code: 'expos.interpreter_in_use' },
  });
  await db.owner.query('drop table below');
  valueOf(await organiser.as((work) => removeInterpreter(work, ids), 2));
  expect((await read(mine.owner, (work) => listInterpreters(work, { editionId, limit: 5 }))).entries).toEqual([]);
});
