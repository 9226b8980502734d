// What comes of a meeting: proposed, private, and one outcome for both who met.
import { expect, test } from 'vitest';
import { updateParticipant } from '#modules/expos/api/change-participants.ts';
import { exportNumbers, getEditionNumbers, tellsLaterSteps } from '#modules/meetings/api/numbers/count-numbers.ts';
import { cellOf, releasedForum } from '#modules/meetings/api/forum-fixture.ts';
import { previewTieAudience, setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { ownTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import { confirmStage } from './confirm-stage.ts';
import { getLead, tellLeads } from './leads.ts';
import { getOutcome } from './open-outcome.ts';
import { deals, entry, openTie, text } from './outcomes-fixture.ts';
import { recordOutcome } from './record-outcome.ts';
import { setOutcomeAudience } from './share-outcome.ts';

const db = await ownTestDatabase();
const tie = await openTie(db);

async function afterMeeting() {
  const forum = await releasedForum(db);
  const { meetingId } = await cellOf(forum, 'E01');
  const note = (by: TestOffice, confirmed: ['outcomes.may_be_same'] | undefined = undefined) => {
    const attributions = [{ subjectKind: 'meeting' as const, subjectId: meetingId, relation: 'result_of' as const }];
    const facts = { extent: 'single' as const, occurred: { text: '2019-11-06', qualifier: 'exact' as const } };
    const lead = { ...facts, fromCity: null, toCity: null, title: text('To be continued'), attributions, entry: entry({}), confirmed };
    return db.as(by.owner, (work) => recordOutcome(work, deals(tie, by.office, lead)));
  };
  const known = async (by: TestOffice) => valueOf(await db.as(by.owner, (work) => getLead(work, { meetingId })));
  return { forum, meetingId, note, known };
}

test('a lead is its office’s own; shared with the other side, that side is led to it, is asked before it notes a second one, and answers there', async () => {
  const { forum, note, known } = await afterMeeting();
  const { company, buyerOne, stranger } = forum;
  const { id, sides } = valueOf(await note(company));
  expect((await known(company)).known).toMatchObject([{ id, isOurs: true }]);
  expect((await known(buyerOne)).known).toEqual([]);
  expect(await db.as(stranger.owner, (work) => getLead(work, { meetingId: forum.ids.E01 }))).toMatchObject({
    refusal: { kind: 'not_found' },
  });
  // With whom to share it: the office of the company that they met.
  expect(sides.map((side) => side.id)).toEqual([buyerOne.office]);
  const shared = { outcomeId: id, visibility: 'shared' as const, sharedWith: [buyerOne.office] };
  valueOf(await db.as(company.owner, (work) => setOutcomeAudience(work, shared)));
  expect((await known(buyerOne)).known).toMatchObject([{ id, isOurs: false, office: { id: company.office } }]);
  expect(await note(buyerOne)).toMatchObject({ refusal: { questions: [{ code: 'outcomes.may_be_same', like: [{ id }] }] } });
  const said = {
    ...{ office: buyerOne.office, stage: 'potential' as const, verdict: 'confirms' as const, through: 1, source: null, note: null },
    ...{
      amount: null,
      currency: null,
      count: null,
      qualifier: 'exact' as const,
      countQualifier: 'exact' as const,
      heldStage: null,
      heldParty: null,
    },
    visibility: 'shared' as const,
  };
  valueOf(await db.as(buyerOne.owner, (work) => confirmStage(work, { outcomeId: id, ...said })));
  const { figures } = valueOf(await db.as(company.owner, (work) => getOutcome(work, { outcomeId: id })));
  expect(figures).toMatchObject([{ stage: 'potential', assurance: 'confirmed' }]);
});

test('the tie of the two companies’ cities is proposed, to whoever may see it', async () => {
  const { forum, known } = await afterMeeting();
  const { E01, B01 } = forum.ids;
  for (const [participantId, city, country] of [
    [E01, 'Liverpool', 'GB'],
    [B01, '上海', 'CN'],
  ] as const)
    valueOf(await forum.as(forum.organiser, (w) => updateParticipant(w, { editionId: forum.editionId, participantId, city, country })));
  expect((await known(forum.company)).ties).toEqual([]);
  const of = { office: tie.liverpool.office, tieId: tie.tieId };
  const { version } = valueOf(await db.as(tie.liverpool.owner, (work) => previewTieAudience(work, of)));
  const nothing = { agreementIds: [], exchangeIds: [], carrierIds: [], statementIds: [] };
  const shown = { ...of, visibility: 'public' as const, sharedWith: [], ...nothing };
  valueOf(await db.as(tie.liverpool.owner, (work) => setTieAudience(work, shown), version));
  expect((await known(forum.company)).ties).toMatchObject([{ id: tie.tieId }]);
});

test('the organiser learns from how many meetings something came, not of fewer than five, and nobody else does', async () => {
  const { forum, meetingId, note } = await afterMeeting();
  const { id } = valueOf(await note(forum.company));
  valueOf(await note(forum.buyerOne, ['outcomes.may_be_same']));
  tellsLaterSteps(tellLeads);
  const count = (by: TestOffice) => db.as(by.owner, (work) => getEditionNumbers(work, { editionId: forum.editionId }));
  expect(valueOf(await count(forum.organiser)).total).toMatchObject({ leads: null, agreed: null });
  await db.owner.query(
    `insert into meetings.meeting (edition_id, id, owner_office, number, a_participant, b_participant, round, wish_of_a)
     select m.edition_id, gen_random_uuid(), m.owner_office, 100 + n, m.a_participant, m.b_participant, 1 + n, 'want'
     from meetings.meeting m cross join generate_series(1, 4) n where m.id = $1`,
    [meetingId],
  );
  await db.owner.query(
    `insert into outcomes.attribution (outcome_id, owner_office, subject_kind, subject_id, relation)
     select a.outcome_id, a.owner_office, a.subject_kind, m.id, a.relation
     from outcomes.attribution a join meetings.meeting m on m.edition_id = $2 and m.number > 100 where a.outcome_id = $1`,
    [id, forum.editionId],
  );
  // Five meetings, though of one both sides noted theirs.
  const { total, rows } = valueOf(await count(forum.organiser));
  expect(total).toMatchObject({ leads: 5, agreed: 0 });
  expect(rows.filter(({ dimension }) => dimension === 'group').map(({ code, leads }) => [code, leads])).toEqual([
    ['D1', 5],
    [null, 5],
  ]);
  const format = 'csv' as const;
  const file = valueOf(
    await db.as(forum.organiser.owner, (work) => exportNumbers(work, { editionId: forum.editionId, format, language: 'en' })),
  );
  const [heads = '', everybody = ''] = (await file.text()).split('\r\n');
  expect(heads).toContain('With a lead noted,"of these, signed or realised"');
  expect(everybody).toMatch(/,5,0$/);
  for (const other of [forum.company, forum.chamber]) expect(await count(other)).toMatchObject({ refusal: { kind: 'forbidden' } });
  expect((await count(forum.stranger)).ok).toBe(false);
});
