// What the answers of an edition say: kept as sums, counted at later editions of the same organiser alone, and not where it is switched off.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { createEdition } from '#modules/expos/api/edition/change-edition.ts';
import { updateParticipant } from '#modules/expos/api/change-participants.ts';
import { changeSuggesting } from '#modules/matching/api/choose.ts';
import { getLearned } from '#modules/matching/api/learn.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { openForum, type Forum } from '../forum-fixture.ts';
import { learnFromEdition } from './learn-from-edition.ts';
import { listSuggestions } from './list-suggestions.ts';

let db: TestDatabase;
let f: Forum;
let others: Forum;
const human = (text: string) => ({ text, origin: 'human' as const });

async function opened(): Promise<Forum> {
  const forum = await openForum(db);
  const say = (code: keyof Forum['ids'], facts: object) =>
    forum
      .as(forum.organiser, (w) => updateParticipant(w, { editionId: forum.editionId, participantId: forum.ids[code], ...facts }))
      .then(valueOf);
  await say('E01', { offer: { en: human('Shore power for ferries') }, markets: ['CN'] });
  await say('E02', { offer: { en: human('Shore power cables') } });
  await say('B01', { need: { en: human('Shore power') }, country: 'CN' });
  await say('B02', { need: { en: human('Shore power') }, country: 'CN' });
  return forum;
}
beforeAll(async () => {
  db = await openTestDatabase();
  [f, others] = [await opened(), await opened()];
});
afterAll(() => db.close());

const transactOf =
  (forum: Forum, who: TestOffice) =>
  <T>(use: (work: Work) => Promise<Result<T>>) =>
    forum.as(who, use);
const listOf = async (forum: Forum) =>
  valueOf(
    await listSuggestions(transactOf(forum, forum.buyerOne), { editionId: forum.editionId, participantId: forum.ids.B01 }),
  ).entries.map(({ participant, score, bill }) => ({
    code: participant.code,
    score,
    market: bill.besides.filter(({ part }) => part === 'market').reduce((sum, { value }) => sum + value, 0),
    sum: [...bill.sought, ...bill.brought, ...bill.both, ...bill.besides].reduce((sum, { value }) => sum + value, 0),
  }));
const learnedOf = (forum: Forum, who: TestOffice = forum.organiser) => forum.as(who, (w) => getLearned(w, { editionId: forum.editionId }));

test('answers of an edition are kept as sums for its organiser; nothing is learned where nobody has answered', async () => {
  const learn = (who: TestOffice) => f.as(who, (w) => learnFromEdition(w, { editionId: f.editionId }));
  expect(await learn(f.organiser)).toMatchObject({ ok: false, refusal: { code: 'meetings.no_answers' } });
  await f.ask(f.ids.E01, f.ids.B01);
  await f.ask(f.ids.B01, f.ids.E01);
  await f.ask(f.ids.E02, f.ids.B02);
  expect(await learn(f.chamber)).toMatchObject({ ok: false });
  expect(valueOf(await learn(f.organiser))).toEqual({ answers: 1 });
  await f.ask(f.ids.B02, f.ids.E02, 'no');
  expect(valueOf(await learn(f.organiser))).toEqual({ answers: 2 });
  const { own, earlier } = valueOf(await learnedOf(f));
  expect(own?.parts.find(({ part }) => part === 'market')).toMatchObject({
    ...{ answeredWith: 1, acceptedWith: 1, answeredWithout: 1, acceptedWithout: 0 },
  });
  // What an edition says of itself changes nothing in it.
  expect(earlier).toEqual({ editions: 0, parts: [] });
  for (const who of [f.company, f.stranger, others.organiser]) expect(await learnedOf(f, who)).toMatchObject({ ok: false });
});

test('an earlier edition of the same organiser counts, lines still sum to the score; others notice nothing, and it can be switched off', async () => {
  const usual = await listOf(others);
  const days = { timeZone: 'Asia/Shanghai', firstDay: '2018-11-06', lastDay: '2018-11-06' };
  const name = { en: human('The year before') };
  const { id } = valueOf(
    await others.as(others.organiser, (w) => createEdition(w, { office: others.organiser.office, name, venue: name, ...days })),
  );
  const ofOthers = await listOf(f);
  await db.owner.query(
    `insert into matching.learned (edition_id, part, owner_office, answered_with, accepted_with, answered_without, accepted_without, learned_at)
     values ($1, 'market', $2, 400, 360, 400, 80, now())`,
    [id, others.organiser.office],
  );
  const learned = await listOf(others);
  const marketOf = (list: typeof usual) => list.find(({ code }) => code === 'E01')?.market ?? 0;
  expect(marketOf(usual)).toBeGreaterThan(0);
  expect(marketOf(learned)).toBeGreaterThan(1.25 * marketOf(usual));
  for (const { score, sum } of learned) expect(sum).toBe(score);
  expect(valueOf(await learnedOf(others)).earlier).toMatchObject({ editions: 1, parts: [{}, { factor: 2 }, {}] });
  // Another organiser's editions, and its own later ones, are not looked at.
  expect(await listOf(f)).toEqual(ofOthers);
  const off = { editionId: others.editionId, isOn: true, share: 0, learns: false };
  expect(valueOf(await others.as(others.organiser, (w) => changeSuggesting(w, off), 1))).toMatchObject({ learns: false });
  expect(await listOf(others)).toEqual(usual);
});
