// An office's own words: kept by it alone, all or none, and of effect on its own answers alone.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProfileEntry, publishProfileEntry } from '#modules/cities/api/profile/change-profile.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { listCityMatches } from '../cities/list-city-matches.ts';
import { listTold } from '../cities/list-told.ts';
import { addOwnWords, listOwnWords, removeOwnWords } from './keep-own-words.ts';

let db: TestDatabase;
let w: TieWorld;
const tell = async ({ owner }: TestOffice, city: string, kind: 'challenge' | 'practice', en: string) => {
  const text = { en: { text: en, origin: 'human' as const } };
  const written = {
    cityId: w.city(city),
    kind,
    domain: null,
    goals: [],
    title: text,
    body: text,
    sought: null,
    saidBy: null,
    source: null,
  };
  const { id: entryId } = valueOf(await db.as(owner, (work) => createProfileEntry(work, written)));
  valueOf(await db.as(owner, (work) => publishProfileEntry(work, { entryId, note: 'One person.' })));
};
beforeAll(async () => {
  db = await openTestDatabase();
  w = await openTieWorld(db);
  await tell(w.liverpool, 'Liverpool', 'challenge', 'The Bluefin scheme');
  await tell(w.shanghai, 'Shanghai', 'practice', 'Shore power at every berth');
});
afterAll(() => db.close());

const add = ({ owner, office }: TestOffice, words: readonly { english: string; chinese: string }[]) =>
  db.as(owner, (work) => addOwnWords(work, { officeId: office, words: [...words] }));
const answersOf = async (who: TestOffice, city: string) => {
  const { entries } = valueOf(await listCityMatches(w.transactAs(who), { cityId: w.city(city) }));
  return entries.flatMap(({ others }) => others.filter(({ score }) => score !== null).map((match) => match.bill));
};

test('a word of the house finds what it means there, for that office alone, until it is taken back', async () => {
  expect(await answersOf(w.liverpool, 'Liverpool')).toEqual([]);
  const before = JSON.stringify(await answersOf(w.shanghai, 'Shanghai'));
  const { added } = valueOf(await add(w.liverpool, [{ english: 'Bluefin scheme', chinese: '岸电' }]));
  const [bill] = await answersOf(w.liverpool, 'Liverpool');
  expect(bill?.sought[0]).toMatchObject({ ours: ['Bluefin scheme'], theirs: ['Shore power'] });
  expect(JSON.stringify(await answersOf(w.shanghai, 'Shanghai'))).toBe(before);
  const searched = await listTold(w.transactAs(w.liverpool), { q: '岸电', limit: 20 });
  expect(valueOf(searched).entries.map(({ city }) => city.slug)).toEqual(['shanghai-cn']);
  valueOf(await db.as(w.liverpool.owner, (work) => removeOwnWords(work, { officeId: w.liverpool.office, wordIds: added as never })));
  expect(await answersOf(w.liverpool, 'Liverpool')).toEqual([]);
});

test('others read none of them, and a table with a row that is no pair adds nothing', async () => {
  expect(await db.as(w.shanghai.owner, (work) => listOwnWords(work, { officeId: w.liverpool.office }))).toMatchObject({
    ok: false,
    refusal: { code: 'kernel.forbidden' },
  });
  const refused = await add(w.liverpool, [
    { english: 'big battery', chinese: '储能' },
    { english: '储能', chinese: '' },
  ]);
  expect(refused).toMatchObject({ ok: false, refusal: { problems: [{ path: ['words', 1], code: 'matching.own_word_missing' }] } });
  expect(valueOf(await db.as(w.liverpool.owner, (work) => listOwnWords(work, { officeId: w.liverpool.office }))).entries).toEqual([]);
});
