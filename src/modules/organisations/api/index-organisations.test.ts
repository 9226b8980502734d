import type { OfficeId } from '#kernel/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { searchTerms } from '#platform/search/search-terms.ts';
import { createOrganisation, setOrganisationAudience, updateOrganisation } from './change-organisation.ts';
import { ensureOrganisations } from './ensure-organisations.ts';

let db: TestDatabase;
let owner: TestOffice;
let stranger: TestOffice;
beforeAll(async () => {
  db = await openTestDatabase();
  [owner, stranger] = [await db.foundOffice(), await db.foundOffice()];
});
afterAll(() => db.close());

const find = async (q: string, by: TestOffice | null): Promise<number> =>
  valueOf(await db.as(by?.owner ?? null, async (work) => ok((await searchTerms(work, { q, limit: 9 })).length)));
const found = async (q: string): Promise<readonly number[]> => [await find(q, owner), await find(q, stranger), await find(q, null)];

const text = (words: string) => ({ text: words, origin: 'human' as const });

test('an organisation is found by those who may see it, as its audience changes', async () => {
  const fields = { kind: 'company' as const, country: null, city: null, website: null, officeId: null };
  const name = { en: text('Cypress Water'), 'zh-Hans': text('柏溪水务') };
  const made = valueOf(await db.as(owner.owner, (work) => createOrganisation(work, { ...fields, office: owner.office, name })));
  expect([await found('Cypress'), await found('bai xi')]).toEqual([
    [1, 0, 0],
    [1, 0, 0],
  ]);
  const set = async (visibility: 'private' | 'shared' | 'public', sharedWith: readonly OfficeId[], version: number) =>
    valueOf(
      await db.as(
        owner.owner,
        (work) => setOrganisationAudience(work, { organisationId: made.id, visibility, sharedWith: [...sharedWith] }),
        version,
      ),
    );
  await set('shared', [stranger.office], 1);
  expect(await found('柏溪')).toEqual([1, 1, 0]);
  await set('public', [], 2);
  expect(await found('柏溪')).toEqual([1, 1, 1]);
  await db.as(owner.owner, (work) => updateOrganisation(work, { organisationId: made.id, name: { en: text('Elm Water') } }), 3);
  expect([await found('Cypress'), await found('Elm')]).toEqual([
    [0, 0, 0],
    [1, 1, 1],
  ]);
  await set('private', [], 4);
  expect(await found('Elm')).toEqual([1, 0, 0]);
});

test('those of a roster are found by their office', async () => {
  const named = ['Rowan Rail', 'Maple Mills'].map((words) => ({ name: { en: text(words) }, country: null, city: null }));
  await db.as(owner.owner, (work) => ensureOrganisations(work, { office: owner.office, named }));
  expect(await found('rowan')).toEqual([1, 0, 0]);
});
