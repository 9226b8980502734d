import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import { listOrganisations } from '#modules/organisations/api/list-organisations.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { createGroup, listGroups, updateGroup } from './change-groups.ts';
import { createInterpreter, listInterpreters } from './change-interpreters.ts';
import { updateParticipant, withdrawParticipant } from './change-participants.ts';
import { getSetup, replaceSlots, replaceTables } from './change-setup.ts';
import { createStand, listStands } from './change-stands.ts';
import { asListed, organiserOf, readingAs, slotsFrom, text } from './edition-fixture.ts';
import { listDirectory } from './list-directory.ts';
import { listEditions } from './edition/list-editions.ts';
import { getParticipant, listParticipants } from './list-participants.ts';
import { getEdition } from './edition/open-edition.ts';
import { planningFacts } from './planning-facts.ts';
import { previewPublication, publishEdition, unpublishEdition } from './edition/publish-edition.ts';
import { onOfficesChanged, type OfficesChanged } from './settle-audience.ts';

const db = await shareTestDatabase();
const mine = await db.foundOffice();
const company = await db.foundOffice({ kind: 'company', slug: 'the-company' });
const chamber = await db.foundOffice({ kind: 'chamber', slug: 'the-chamber' });
const stranger = await db.foundOffice({ kind: 'company', slug: 'the-stranger' });
const organiser = organiserOf(db, mine);
const read = readingAs(db);

const away = [{ startsAt: '2019-11-06T01:00:00Z', endsAt: '2019-11-06T02:00:00Z', reason: 'Reason canary' }];

/** An edition with a company of its own office, one of a chamber's group and one of nobody, and something to leak in each. */
async function filled(name: string) {
  const edition = await organiser.edition(name);
  const editionId = edition.id;
  valueOf(await organiser.as((work) => replaceSlots(work, { editionId, slots: slotsFrom(2) })));
  valueOf(await organiser.as((work) => replaceTables(work, { editionId, tables: [{ number: 1, hall: 'N1', seats: 1, closedSlots: [] }] })));
  const stand = valueOf(await organiser.as((work) => createStand(work, { editionId, code: 'A1', hall: '7.1', seats: 2 })));
  const group = valueOf(
    await organiser.as((work) =>
      createGroup(work, { editionId, code: 'G1', kind: 'delegation', name: text('Group canary'), leadOffice: chamber.office }),
    ),
  );
  valueOf(
    await organiser.as((work) =>
      createInterpreter(work, { editionId, name: 'Interpreter Lin', languages: ['en', 'zh-Hans'], unavailable: away, ...asListed }),
    ),
  );
  const secret = {
    languages: ['fr'],
    maxMeetings: 7,
    contacts: [
      {
        surname: 'Contact canary',
        givenName: '',
        nameOrder: 'given_first' as const,
        post: '',
        email: 'canary@contact.example',
        phone: null,
        languages: [],
      },
    ],
    unavailable: away,
  };
  const own = await organiser.participant(editionId, 'E01', { ...secret, officeId: company.office, standId: stand.id, leadsStand: true });
  const member = await organiser.participant(editionId, 'E02', { ...secret, groupId: group.id, standId: stand.id, meetsAt: 'stand' });
  const buyer = await organiser.participant(editionId, 'B01', secret);
  return { editionId, slug: edition.slug, stand, group, own, member, buyer };
}

const codesOf = (page: { readonly entries: readonly { readonly code: string }[] }) => page.entries.map(({ code }) => code).sort();
const participantsFor = (account: AccountId, editionId: string) =>
  read(account, (work) => listParticipants(work, { editionId, limit: 50, state: 'all' }));
const directoryFor = (account: AccountId | null, editionId: string) =>
  read(account, (work) => listDirectory(work, { editionId, limit: 50 }));

test('shows a participant to its company and to the lead of its group, and only theirs', async () => {
  const { editionId, own, member, buyer } = await filled('Own Only');
  expect(codesOf(await participantsFor(mine.owner, editionId))).toEqual(['B01', 'E01', 'E02']);
  expect((await participantsFor(company.owner, editionId)).entries).toMatchObject([
    { code: 'E01', maxMeetings: 7, mayEdit: false, unavailable: away, officeName: { en: { text: 'the-company' } } },
  ]);
  expect(codesOf(await participantsFor(chamber.owner, editionId))).toEqual(['E02']);
  for (const [reader, hidden] of [
    [company.owner, member.id],
    [company.owner, buyer.id],
    [chamber.owner, own.id],
  ] as const)
    expect(await db.as(reader, (work) => getParticipant(work, { editionId, participantId: hidden }))).toMatchObject({
      ok: false,
      refusal: { code: 'expos.participant_not_found' },
    });
});

test('lets those who take part know who else does, but nothing that they are planned with', async () => {
  const { editionId } = await filled('Directory');
  for (const reader of [company.owner, chamber.owner]) {
    const page = await directoryFor(reader, editionId);
    expect(codesOf(page)).toEqual(['B01', 'E01', 'E02']);
    expect(JSON.stringify(page)).not.toMatch(/canary|languages|Meetings/i);
  }
  const names = await read(company.owner, (work) => listInterpreters(work, { editionId, limit: 50 }));
  expect(names.entries).toMatchObject([{ name: 'Interpreter Lin', unavailable: [] }]);
  const setup = await read(company.owner, (work) => getSetup(work, { editionId }));
  expect([setup.slots.length, setup.places.length]).toEqual([2, 2]);
});

test('gives a stranger and the public nothing of a private edition', async () => {
  const { editionId, slug, own } = await filled('Nothing');
  for (const reader of [stranger.owner, null]) {
    expect((await read(reader, (work) => listEditions(work, { limit: 200 }))).entries.filter(({ id }) => id === editionId)).toEqual([]);
    const calls = [
      await db.as(reader, (work) => getEdition(work, { edition: slug })),
      await db.as(reader, (work) => listDirectory(work, { editionId, limit: 50 })),
      await db.as(reader, (work) => listStands(work, { editionId, limit: 50 })),
      await db.as(reader, (work) => getSetup(work, { editionId })),
      await db.as(reader, (work) => getParticipant(work, { editionId, participantId: own.id })),
      await db.as(reader, (work) => planningFacts(work, editionId)),
      await db.as(reader, (work) => previewPublication(work, { editionId })),
    ];
    for (const answer of calls) expect(answer).toEqual({ ok: false, refusal: { kind: 'not_found', code: 'expos.not_found' } });
  }
});

test('makes exactly the previewed list public: listed exhibitors with their stand, no buyer, nothing private', async () => {
  const { editionId, slug } = await filled('Published');
  await organiser.participant(editionId, 'E03', { listed: false, name: text('Unlisted canary') });
  const preview = valueOf(await organiser.as((work) => previewPublication(work, { editionId })));
  expect(codesOf({ entries: preview.exhibitors })).toEqual(['E01', 'E02']);
  expect(preview).toMatchObject({
    counts: { slots: 2, tables: 1, stands: 1, exhibitors: 2, buyers: 1 },
    keptBack: { exhibitors: 1, buyers: 1 },
    visibility: 'shared',
  });
  valueOf(await organiser.as((work) => publishEdition(work, { editionId, digest: preview.digest }), preview.version));
  for (const reader of [null, stranger.owner]) {
    expect(await read(reader, (work) => getEdition(work, { edition: slug }))).toMatchObject({ visibility: 'public', mayEdit: false });
    // The directory also counts the papers that each shows of itself; the preview lists whom it names.
    expect((await directoryFor(reader, editionId)).entries).toEqual(preview.exhibitors.map((shown) => ({ ...shown, files: 0 })));
    const stands = await read(reader, (work) => listStands(work, { editionId, limit: 50 }));
    expect(stands.entries[0]?.exhibitors.map(({ code, isLead }) => [code, isLead])).toEqual([
      ['E01', true],
      ['E02', false],
    ]);
    const facts = await read(reader, (work) => planningFacts(work, editionId));
    expect([facts.participants, facts.interpreters, facts.groups, facts.slots.length]).toEqual([[], [], [], 2]);
    const all = [await directoryFor(reader, editionId), stands, await read(reader, (work) => getSetup(work, { editionId }))];
    expect(JSON.stringify(all)).not.toMatch(/canary|\bB01\b/i);
  }
  const rows = await read(stranger.owner, (work) => listParticipants(work, { editionId, limit: 50, state: 'all' }));
  const groups = await read(stranger.owner, (work) => listGroups(work, { editionId, limit: 50 }));
  const interpreters = await read(stranger.owner, (work) => listInterpreters(work, { editionId, limit: 50 }));
  expect([rows.entries, groups.entries, interpreters.entries]).toEqual([[], [], []]);
});

test('refuses to publish what differs from the preview', async () => {
  const { editionId, own } = await filled('Outdated');
  const preview = valueOf(await organiser.as((work) => previewPublication(work, { editionId })));
  valueOf(await organiser.as((work) => updateParticipant(work, { editionId, participantId: own.id, name: text('Another name') })));
  expect(await organiser.as((work) => publishEdition(work, { editionId, digest: preview.digest }), preview.version)).toEqual({
    ok: false,
    refusal: { kind: 'conflict', code: 'expos.preview_outdated' },
  });
  expect((await read(mine.owner, (work) => getEdition(work, { edition: editionId }))).visibility).toBe('shared');
});

test('keeps the public list right while the edition is public, and takes all of it back', async () => {
  const { editionId, own, member, buyer } = await filled('Kept Right');
  await organiser.publish(editionId);
  valueOf(await organiser.as((work) => withdrawParticipant(work, { editionId, participantId: member.id })));
  valueOf(await organiser.as((work) => updateParticipant(work, { editionId, participantId: own.id, role: 'buyer' })));
  valueOf(await organiser.as((work) => updateParticipant(work, { editionId, participantId: buyer.id, role: 'exhibitor' })));
  expect(codesOf(await directoryFor(null, editionId))).toEqual(['B01']);
  const back = valueOf(await organiser.as((work) => unpublishEdition(work, { editionId })));
  expect(back).toMatchObject({ visibility: 'shared', publishedAt: null });
  expect(await db.as(null, (work) => listDirectory(work, { editionId, limit: 50 }))).toMatchObject({ ok: false });
  expect(codesOf(await directoryFor(company.owner, editionId))).toEqual(['B01', 'E01']);
});

test('moves what is shared when a group gets another lead and a company another office', async () => {
  const { editionId, group, own } = await filled('Moved');
  valueOf(await organiser.as((work) => updateGroup(work, { editionId, groupId: group.id, leadOffice: stranger.office })));
  expect(codesOf(await participantsFor(stranger.owner, editionId))).toEqual(['E02']);
  expect(await db.as(chamber.owner, (work) => listParticipants(work, { editionId, limit: 50, state: 'all' }))).toMatchObject({ ok: false });
  valueOf(await organiser.as((work) => updateParticipant(work, { editionId, participantId: own.id, officeId: null, groupId: group.id })));
  expect(codesOf(await participantsFor(stranger.owner, editionId))).toEqual(['E01', 'E02']);
  expect(await db.as(company.owner, (work) => getEdition(work, { edition: editionId }))).toMatchObject({ ok: false });
  const { rows } = await db.owner.query<{ shared: number }>(
    `select count(*)::int as shared from expos.unavailable where edition_id = $1 and $2 = any (shared_with)`,
    [editionId, company.office],
  );
  expect(rows[0]?.shared).toBe(0);
});

test('tells once, in the same transaction, for whom other offices act now', async () => {
  const { editionId, group, member } = await filled('Told');
  const told: OfficesChanged[] = [];
  onOfficesChanged(async (work, change) => {
    const { rows } = await sql<{ offices: string[] }>`select shared_with as offices from expos.participant where id = ${member.id}`.execute(
      work.tx,
    );
    if (change.editionId === editionId)
      told.push({ ...change, participants: change.participants.filter(({ offices }) => offices.join() === rows[0]?.offices.join()) });
  });
  valueOf(await organiser.as((work) => updateGroup(work, { editionId, groupId: group.id, leadOffice: stranger.office })));
  valueOf(await organiser.as((work) => updateGroup(work, { editionId, groupId: group.id, name: text('Only the name') })));
  expect(told).toEqual([{ editionId, participants: [{ id: member.id, offices: [stranger.office] }] }]);
});

test('shares members with the lead of the group above theirs, and the group with both leads', async () => {
  const { editionId, group } = await filled('Nested');
  const above = valueOf(
    await organiser.as((work) =>
      createGroup(work, { editionId, code: 'G0', kind: 'trading_group', name: text('Main'), leadOffice: stranger.office }),
    ),
  );
  valueOf(await organiser.as((work) => updateGroup(work, { editionId, groupId: group.id, parentId: above.id })));
  expect(codesOf(await participantsFor(stranger.owner, editionId))).toEqual(['E02']);
  const groupsFor = (account: AccountId) => read(account, (work) => listGroups(work, { editionId, limit: 50 }));
  expect(codesOf(await groupsFor(stranger.owner))).toEqual(['G0', 'G1']);
  expect(codesOf(await groupsFor(chamber.owner))).toEqual(['G0', 'G1']);
  const names = (await groupsFor(mine.owner)).entries.map(({ leadOffice, leadOfficeName }) => [leadOffice, leadOfficeName?.['en']?.text]);
  expect(names).toEqual([
    [stranger.office, 'the-stranger'],
    [chamber.office, 'the-chamber'],
  ]);
  expect(codesOf(await groupsFor(company.owner))).toEqual([]);
});

test('lets nobody but the organiser’s editors change anything', async () => {
  const { editionId, own, group } = await filled('Unchanged');
  const viewer = await db.addMember(mine.office, 'viewer');
  for (const actor of [company.owner, chamber.owner, viewer]) {
    const tries = [
      await db.as(actor, (work) => updateParticipant(work, { editionId, participantId: own.id, seats: 9 })),
      await db.as(actor, (work) => withdrawParticipant(work, { editionId, participantId: own.id })),
      await db.as(actor, (work) => updateGroup(work, { editionId, groupId: group.id, leadOffice: stranger.office })),
      await db.as(actor, (work) => replaceSlots(work, { editionId, slots: [] })),
      await db.as(actor, (work) => previewPublication(work, { editionId })),
    ];
    const code = actor === viewer ? 'kernel.forbidden' : 'expos.organiser_only';
    for (const answer of tries) expect(answer).toEqual({ ok: false, refusal: { kind: 'forbidden', code } });
  }
  expect((await read(company.owner, (work) => getParticipant(work, { editionId, participantId: own.id }))).seats).toBe(1);
});

test('the database itself refuses rows and readers that no use case lets through', async () => {
  const { editionId, own, buyer } = await filled('Behind');
  const asCompany = async (statement: string, values: readonly unknown[]) => {
    const client = await db.database.appPool.connect();
    try {
      await client.query('begin');
      await client.query('select * from platform.begin_actor($1)', [company.owner]);
      return await client.query<Record<string, unknown>>(statement, [...values]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const changed = await asCompany('update expos.participant set seats = 9 where edition_id = $1 returning id', [editionId]);
  expect(changed.rows).toEqual([]);
  const seen = await asCompany('select participant_id from expos.unavailable where edition_id = $1', [editionId]);
  expect(seen.rows).toEqual([{ participant_id: own.id }]);
  await expect(
    asCompany(
      `insert into expos.unavailable (edition_id, id, participant_id, owner_office, starts_at, ends_at)
       values ($1, gen_random_uuid(), $2, $3, now(), now() + interval '1 hour')`,
      [editionId, buyer.id, mine.office],
    ),
  ).rejects.toThrow('row-level security');
});

test('the office that acts for a company finds the company’s record shared with it, and no longer when another acts', async () => {
  const edition = await organiser.edition('Own Company');
  const [first, second] = [await db.foundOffice({ kind: 'company' }), await db.foundOffice({ kind: 'company' })];
  const own = await organiser.participant(edition.id, 'E01', { officeId: first.office, name: text('Juniper Works') });
  const seenBy = async (account: AccountId) =>
    (await read(account, (work) => listOrganisations(work, { q: 'juniper', limit: 50 }))).entries.map(({ id }) => id);
  expect([await seenBy(first.owner), await seenBy(second.owner)]).toEqual([[own.organisationId], []]);
  const input = { editionId: edition.id, participantId: own.id, officeId: second.office };
  valueOf(await organiser.as((work) => updateParticipant(work, input)));
  expect([await seenBy(first.owner), await seenBy(second.owner)]).toEqual([[], [own.organisationId]]);
});
