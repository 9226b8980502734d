import type { Id, OfficeId } from '#kernel/ids.ts';
import { expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { cellOf, releasedForum, type Forum } from '#modules/meetings/api/forum-fixture.ts';
import { createOrganisation } from '#modules/organisations/api/change-organisation.ts';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import { searchTerms } from '#platform/search/search-terms.ts';
import type { Asked } from '../contract.ts';
import { updateOutcome, withdrawOutcome } from './change-outcome.ts';
import { listOutcomes } from './list-outcomes.ts';
import { getOutcome } from './open-outcome.ts';
import { confirmStage } from './confirm-stage.ts';
import { deals, entry as entryOf, openTie, text } from './outcomes-fixture.ts';
import { recordOutcome } from './record-outcome.ts';
import { previewOutcomeAudience, setOutcomeAudience } from './share-outcome.ts';
import { takeUpOutcome } from './take-up-outcome.ts';

const db = await shareTestDatabase();
const tie = await openTie(db);

const record = async (facts: Partial<Asked<'recordOutcome'>> = {}, by: TestOffice = tie.liverpool) =>
  valueOf(await db.as(by.owner, (work) => recordOutcome(work, deals(tie, by.office, facts))));
const update = (outcomeId: Id<'Outcome'>, facts: Omit<Asked<'updateOutcome'>, 'outcomeId'>, by: TestOffice = tie.liverpool) =>
  db.as(by.owner, (work) => updateOutcome(work, { outcomeId, ...facts }));
const share = async (
  outcomeId: Id<'Outcome'>,
  visibility: 'private' | 'shared' | 'public',
  sharedWith: OfficeId[] = [],
  by = tie.liverpool,
) => valueOf(await db.as(by.owner, (work) => setOutcomeAudience(work, { outcomeId, visibility, sharedWith })));
const read = async (by: TestOffice | null, outcomeId: Id<'Outcome'>) =>
  valueOf(await db.as(by?.owner ?? null, (work) => getOutcome(work, { outcomeId })));
const list = async (by: TestOffice | null, asked: Partial<Asked<'listOutcomes'>>) =>
  valueOf(await db.as(by?.owner ?? null, (work) => listOutcomes(work, { limit: 100, ...asked }))).entries.map(({ id }) => id);
const find = async (by: TestOffice | null, q: string) =>
  valueOf(await db.as(by?.owner ?? null, async (work) => ok(await searchTerms(work, { q, limit: 9 })))).map(
    ({ label }) => label['en']?.text,
  );

const nobody = { organisationId: null, cityId: null, name: null, role: 'partner' as const, share: null };

test('an organisation on record takes part by its name, and whoever may not see it reads neither name nor id', async () => {
  const name = { en: { text: 'Cypress Water', origin: 'human' as const } };
  const facts = { kind: 'company' as const, country: null, city: null, website: null, officeId: null };
  const made = valueOf(
    await db.as(tie.liverpool.owner, (work) => createOrganisation(work, { ...facts, office: tie.liverpool.office, name })),
  );
  const { id } = await record();
  valueOf(await update(id, { parties: [{ ...nobody, organisationId: made.id, share: '60' }] }));
  expect((await read(tie.liverpool, id)).parties).toMatchObject([{ organisationId: made.id, organisation: { name }, share: '60' }]);
  const { outcome } = valueOf(await db.as(tie.liverpool.owner, (work) => previewOutcomeAudience(work, { outcomeId: id })));
  expect(outcome.parties).toMatchObject([{ organisation: null, share: '60' }]);
  await share(id, 'public');
  expect((await read(null, id)).parties).toMatchObject([{ organisationId: null, organisation: null, name: null, share: '60' }]);
});

test('a part names its whole and the whole its parts, to whoever may see them', async () => {
  const whole = await record({ title: text('The whole') });
  const part = await record({ title: text('One part') });
  valueOf(await update(part.id, { partOf: whole.id }));
  expect((await read(tie.liverpool, part.id)).whole).toEqual({ id: whole.id, title: text('The whole') });
  expect((await read(tie.liverpool, whole.id)).parts).toMatchObject([{ id: part.id, title: text('One part') }]);
  await share(part.id, 'public');
  expect(await read(null, part.id)).toMatchObject({ partOf: null, whole: null });
  await share(whole.id, 'public');
  expect((await read(null, part.id)).whole?.id).toBe(whole.id);
  await share(part.id, 'private');
  expect((await read(null, whole.id)).parts).toEqual([]);
});

test('a part stands in its whole as it stands on its own page: how sure it is, and what the other side holds', async () => {
  const whole = await record();
  const entry = entryOf({ stage: 'signed', amount: '1.1', currency: 'GBP' });
  const part = await record({ extent: 'single', title: text('A licence'), partOf: whole.id, entry });
  await share(part.id, 'shared', [tie.shanghai.office]);
  const unset = {
    amount: null,
    currency: null,
    count: null,
    qualifier: 'exact',
    countQualifier: 'exact',
    heldParty: null,
    note: null,
  } as const;
  const held = { ...unset, heldStage: 'not_reached', source: null, visibility: 'shared' } as const;
  const asked = { ...held, outcomeId: part.id, office: tie.shanghai.office, stage: 'signed', verdict: 'differs', through: 1 } as const;
  valueOf(await db.as(tie.shanghai.owner, (work) => confirmStage(work, asked)));
  const [shown] = (await read(tie.liverpool, whole.id)).parts;
  const { figures: own } = await read(tie.liverpool, part.id);
  expect(shown?.figures).toMatchObject([{ stage: 'signed', assurance: 'differ', differing: [{ heldStage: 'not_reached' }] }]);
  expect(shown?.figures[0]?.differing).toEqual(own[0]?.differing);
});

test('facts are corrected without a word of the ledger being touched', async () => {
  const { id, entries, version } = await record();
  const facts = { kind: 'project' as const, title: text('A port'), fromCity: null, occurred: null, domain: 'trade' as const };
  const updated = valueOf(await update(id, facts));
  expect(updated).toMatchObject({ ...facts, version: version + 1 });
  expect(updated.entries).toEqual(entries);
});

test('outcomes of a city: what goes from or to it, what it takes part in, what a tie of it has to do with', async () => {
  const bare = { fromCity: null, toCity: null, attributions: [] };
  const { id: from } = await record({ ...bare, fromCity: tie.cities.shanghai });
  const { id: party } = await record({ ...bare, parties: [{ ...nobody, cityId: tie.cities.shanghai }] });
  const { id: related } = await record({ ...bare, attributions: [{ subjectKind: 'tie', subjectId: tie.tieId, relation: 'related_to' }] });
  const { id: other } = await record({ ...bare, fromCity: tie.cities.liverpool });
  const ours = await list(tie.liverpool, { cityId: tie.cities.shanghai });
  expect([from, party, related, other].map((id) => ours.includes(id))).toEqual([true, true, true, false]);
  await share(from, 'public');
  const everybody = async () =>
    (await list(null, { cityId: tie.cities.shanghai })).filter((id) => [from, party, related, other].includes(id));
  // What Liverpool says of Shanghai alone waits for Shanghai's desk.
  expect(await everybody()).toEqual([]);
  const { owner, office } = tie.shanghai;
  valueOf(await db.as(owner, (work) => takeUpOutcome(work, { outcomeId: from, office, takesUp: true })));
  expect(await everybody()).toEqual([from]);
});

test('an outcome is found by name by those who may see it, until it is withdrawn', async () => {
  const { id } = await record({ title: text('Harbour crane'), parties: [{ ...nobody, name: 'Zephyr Lifting' }] });
  const found = async (q: string) => [await find(tie.liverpool, q), await find(tie.shanghai, q), await find(null, q)];
  const hit = ['Harbour crane'];
  expect(await found('zephyr')).toEqual([hit, [], []]);
  await share(id, 'shared', [tie.shanghai.office]);
  expect(await found('harbour cr')).toEqual([hit, hit, []]);
  await share(id, 'public');
  expect(await found('zephyr lifting')).toEqual([hit, hit, hit]);
  valueOf(await update(id, { title: text('Harbour bridge'), parties: [] }));
  expect([await find(null, 'harbour bridge'), await find(null, 'zephyr')]).toEqual([['Harbour bridge'], []]);
  await share(id, 'private');
  expect(await found('harbour bridge')).toEqual([['Harbour bridge'], [], []]);
  valueOf(await db.as(tie.liverpool.owner, (work) => withdrawOutcome(work, { outcomeId: id })));
  expect(await found('harbour bridge')).toEqual([[], [], []]);
});

async function afterMeeting(): Promise<{ readonly forum: Forum; readonly id: Id<'Outcome'>; readonly meetingId: string }> {
  const forum = await releasedForum(db);
  const { meetingId } = await cellOf(forum, 'E01');
  const attributions = [{ subjectKind: 'meeting' as const, subjectId: meetingId, relation: 'result_of' as const }];
  const { id } = await record({ fromCity: null, toCity: null, title: text('Sold after we met'), attributions }, forum.company);
  return { forum, id, meetingId };
}

test('an outcome points to a meeting for those alone in whose agenda it stands', async () => {
  const { forum, id, meetingId } = await afterMeeting();
  const told = async (by: TestOffice | null) => (await read(by, id)).attributions.map(({ title }) => title['en']?.text);
  const title = `Company B01 – Company E01 · Forum ${forum.organiser.office}`;
  expect([title, `Company E01 – Company B01 · Forum ${forum.organiser.office}`]).toContain((await told(forum.company))[0]);
  await share(id, 'shared', [forum.buyerOne.office, forum.stranger.office], forum.company);
  expect((await told(forum.buyerOne)).length).toBe(1);
  expect(await told(forum.stranger)).toEqual([]);
  await share(id, 'public', [], forum.company);
  expect(await told(null)).toEqual([]);
  const about = { subjectKind: 'meeting' as const, subjectId: meetingId };
  expect([await list(forum.company, about), await list(forum.stranger, about), await list(null, about)]).toEqual([[id], [], []]);
});

test('nobody relates an outcome to a meeting of others, and what one cannot see is not lost by correcting the rest', async () => {
  const { forum, id, meetingId } = await afterMeeting();
  const attributions = [{ subjectKind: 'meeting' as const, subjectId: meetingId, relation: 'related_to' as const }];
  const refused = await db.as(forum.stranger.owner, (work) =>
    recordOutcome(work, deals(tie, forum.stranger.office, { fromCity: null, toCity: null, attributions })),
  );
  expect(refused).toMatchObject({ refusal: { problems: [{ path: ['attributions', 0, 'subjectId'], code: 'outcomes.subject_unknown' }] } });
  await db.owner.query(`update meetings.agenda_entry set shared_with = '{}' where meeting_id = $1`, [meetingId]);
  expect((await read(forum.company, id)).attributions).toEqual([]);
  valueOf(await update(id, { attributions: [] }, forum.company));
  const { rows } = await db.owner.query('select relation from outcomes.attribution where outcome_id = $1', [id]);
  expect(rows).toEqual([{ relation: 'result_of' }]);
});
