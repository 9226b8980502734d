// What a hand-over lists besides the figures of outcomes and the ties themselves: letters to be sent, and what third parties say.
import { expect, test } from 'vitest';
import type { Language } from '#kernel/language.ts';
import { openAsking } from '#modules/outcomes/api/follow-up/asking-fixture.ts';
import { deals, text } from '#modules/outcomes/api/outcomes-fixture.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { takeUpOutcome } from '#modules/outcomes/api/take-up-outcome.ts';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { lineWords } from '../../formats/handover/compose-handover.ts';
import { openLines } from './open-lines.ts';

const db = await ownTestDatabase();
const world = await openAsking(db);
const { liverpool, shanghai, stranger, cities } = world.tie;

const linesOf = async ({ owner, office }: typeof liverpool) => valueOf(await db.as(owner, (work) => openLines(work, office, [])));
const said = async (of: typeof liverpool, language: Language = 'en') => (await linesOf(of)).map((line) => lineWords(line, language).words);

test('follow-ups to be sent are one line with their number, until they are sent; nobody else has it', async () => {
  expect(await said(liverpool)).not.toContain('Follow-ups to be sent: 0');
  for (const name of ['Cranes', 'Dredgers'])
    await world.deal(liverpool, name, await world.company(liverpool, `${name} Ltd`, `${name}@example.org`));
  const planned = new Date('2025-05-03T09:00:00Z');
  await world.plan(planned);
  const [line] = (await linesOf(liverpool)).filter(({ about }) => about === 'follow_ups');
  expect(line).toMatchObject({ part: 'deadlines', count: 2, late: true, page: { list: 'follow_ups' } });
  expect(await said(liverpool)).toContain('Follow-ups to be sent: 2');
  expect(await said(liverpool, 'zh-Hans')).toContain('待发跟进函：2项');
  expect((await linesOf(shanghai)).some(({ about }) => about === 'follow_ups')).toBe(false);
  await world.send(liverpool, planned);
  expect((await linesOf(liverpool)).some(({ about }) => about === 'follow_ups')).toBe(false);
});

test('letters that came back are a line with their number, until somebody has answered', async () => {
  const returned = async () => (await linesOf(liverpool)).filter(({ about }) => about === 'returned_letters');
  expect(await returned()).toEqual([]);
  await db.owner.query(
    'update platform.mail set sent_at = now(), refused_at = now() where id = (select mail_id from outcomes.follow_up order by id limit 1)',
  );
  expect(await returned()).toMatchObject([{ part: 'deadlines', count: 1, page: { list: 'returned_letters' } }]);
  expect(await said(liverpool)).toContain('Follow-up letters that reached nobody, another address is needed: 1');
  expect(await said(liverpool, 'zh-Hans')).toContain('未送达的跟进函：1封，须更换地址');
  await db.owner.query(
    `insert into outcomes.follow_up_answer (id, follow_up_id, outcome_id, number, owner_office, answer, said_for, language, answered_at)
     select gen_random_uuid(), id, outcome_id, 1, owner_office, 'kept', 'Cranes Ltd', 'en', now() from outcomes.follow_up order by id limit 1`,
  );
  expect(await returned()).toEqual([]);
});

test('what a third party says of a tie is a line, with its page, until it is taken up', async () => {
  const theirs = deals(world.tie, stranger.office, {
    ...{ title: text('By hearsay'), fromCity: cities.liverpool, toCity: null, attributions: [], parties: [] },
  });
  const { id: outcomeId } = valueOf(await db.as(stranger.owner, (work) => recordOutcome(work, theirs)));
  valueOf(await db.as(stranger.owner, (work) => setOutcomeAudience(work, { outcomeId, visibility: 'public', sharedWith: [] })));
  const third = async () => (await linesOf(liverpool)).filter(({ about }) => about === 'third');
  expect(await third()).toMatchObject([{ part: 'answers', page: { outcome: outcomeId } }]);
  expect(await said(liverpool)).toContainEqual(expect.stringContaining('Take it up or leave it: By hearsay'));
  expect(await said(liverpool, 'zh-Hans')).toContainEqual(expect.stringContaining('是否采纳待定：'));
  valueOf(await db.as(liverpool.owner, (work) => takeUpOutcome(work, { outcomeId, office: liverpool.office, takesUp: true })));
  expect(await third()).toEqual([]);
});
