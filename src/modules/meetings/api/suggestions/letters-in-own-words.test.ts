// Letters that name suggestions, to a side that has words of its own.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { updateParticipant } from '#modules/expos/api/change-participants.ts';
import { addOwnWords } from '#modules/matching/api/words/keep-own-words.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { openForum, origin, type Forum } from '../forum-fixture.ts';
import { prepareSuggestionLetters, previewSuggestionLetters, sendSuggestionLetters } from './suggestion-letters.ts';

let db: TestDatabase;
let f: Forum;
const human = (text: string) => ({ text, origin: 'human' as const });
const say = (code: keyof Forum['ids'], facts: object) =>
  f.as(f.organiser, (w) => updateParticipant(w, { editionId: f.editionId, participantId: f.ids[code], ...facts })).then(valueOf);
const organising = <T>(use: (work: Work) => Promise<Result<T>>): Promise<Result<T>> => db.as(f.organiser.owner, use);

beforeAll(async () => {
  db = await openTestDatabase();
  f = await openForum(db);
  await say('E01', { offer: { en: human('Shore power for ferries') } });
  await say('E02', { offer: { en: human('Greycoat scheme') } });
  await say('B01', { need: { 'zh-Hans': human('码头岸电。灰袍计划。') } });
  await say('B02', { need: { 'zh-Hans': human('码头岸电。灰袍计划。') } });
});
afterAll(() => db.close());

test('words of its own count in the letter to a side, and the organiser learns nothing of them', async () => {
  const { editionId } = f;
  const look = async () => JSON.stringify(valueOf(await previewSuggestionLetters(organising, { editionId }, { origin, leaves: true })));
  const before = await look();
  const words = [{ english: 'Greycoat scheme', chinese: '灰袍计划' }];
  valueOf(await db.as(f.buyerOne.owner, (w) => addOwnWords(w, { officeId: f.buyerOne.office, words })));
  expect(await look()).toBe(before);
  const prepared = valueOf(await prepareSuggestionLetters(organising, { editionId }));
  valueOf(await organising((w) => sendSuggestionLetters(w, { editionId }, prepared, origin)));
  const { rows } = await db.owner.query<{ body: string }>('select body from platform.mail order by id');
  const letterTo = (code: 'B01' | 'B02'): string => rows.find(({ body }) => body.includes(`/${f.ids[code]}/suggestions`))?.body ?? '';
  for (const named of ['Company E01', 'Company E02']) expect(letterTo('B01')).toContain(named);
  expect(letterTo('B02')).toContain('Company E01');
  expect(letterTo('B02')).not.toContain('Company E02');
});
