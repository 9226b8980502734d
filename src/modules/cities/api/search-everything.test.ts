// Editions, sources and people are found beside what has terms of its own, and row-level security decides by whom.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import { enterStatements } from '#modules/evidence/api/enter-statements.ts';
import { organiserOf } from '#modules/expos/api/edition-fixture.ts';
import { addContact } from '#modules/organisations/api/change-contacts.ts';
import { createOrganisation } from '#modules/organisations/api/change-organisation.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { newId } from '#platform/work.ts';
import { search } from './search.ts';

let db: TestDatabase;
let mine: TestOffice;
let other: TestOffice;
const text = (words: string) => ({ en: { text: words, origin: 'human' as const } });

beforeAll(async () => {
  db = await openTestDatabase();
  mine = await db.foundOffice();
  other = await db.foundOffice();
  const organiser = organiserOf(db, mine);
  await organiser.edition('Canary Harbour Forum, a draft');
  await organiser.publish((await organiser.edition('Canary Harbour Forum')).id);
  const { id: organisationId } = valueOf(
    await db.as(mine.owner, (work) =>
      createOrganisation(work, {
        ...{
          office: mine.office,
          kind: 'company',
          name: text('Wharf Ltd'),
          country: 'GB',
          city: 'Liverpool',
          website: null,
          officeId: null,
        },
      }),
    ),
  );
  const facts = { organisationId, title: null, post: null, languages: [], email: null, fromDate: '2019-01-01' };
  for (const [surname, givenName, nameOrder] of [
    ['Canary', 'Ada', 'given_first'],
    ['金丝雀', '明', 'surname_first'],
  ] as const)
    valueOf(await db.as(mine.owner, (work) => addContact(work, { ...facts, surname, givenName, nameOrder })));
  const entries = [
    {
      attribute: 'established',
      value: { type: 'date' as const, date: { text: '1999', qualifier: 'exact' as const } },
      source: { class: 'press_or_study' as const, title: 'Canary yearbook' },
    },
    {
      attribute: 'established',
      value: { type: 'date' as const, date: { text: '1998', qualifier: 'exact' as const } },
      source: { class: 'press_or_study' as const, title: '上海年鉴' },
    },
  ];
  valueOf(
    await db.as(mine.owner, (work) =>
      enterStatements(work, { office: mine.office, subject: { kind: 'tie', id: newId<'Tie'>() }, entries }),
    ),
  );
});
afterAll(() => db.close());

const found = async (by: AccountId | null, q: string, limit = 20) =>
  valueOf(await db.as(by, (work) => search(work, { q, limit }))).entries.map(
    ({ kind, term, isPublic }) => `${kind} ${term}${isPublic ? '' : ' (kept)'}`,
  );

test('a member of the office finds its editions, sources and people by a part of their names', async () => {
  expect(await found(mine.owner, 'canary')).toEqual([
    'edition Canary Harbour Forum',
    'edition Canary Harbour Forum, a draft (kept)',
    'person Ada Canary (kept)',
    'source Canary yearbook (kept)',
  ]);
  expect(await found(mine.owner, 'ada can')).toEqual(['person Ada Canary (kept)']);
  expect(await found(mine.owner, '金丝雀明')).toEqual(['person 金丝雀明 (kept)']);
});

test('what is written in Chinese is found by pinyin, by members of the office alone', async () => {
  for (const q of ['nianjian', 'shanghai nian', 'Shanghai']) expect(await found(mine.owner, q)).toContain('source 上海年鉴 (kept)');
  expect(await found(mine.owner, 'jinsique')).toEqual(['person 金丝雀明 (kept)']);
  for (const by of [null, other.owner]) expect(await found(by, 'nianjian')).toEqual([]);
});

test('everybody else finds what is published alone', async () => {
  for (const by of [null, other.owner]) expect(await found(by, 'canary')).toEqual(['edition Canary Harbour Forum']);
});

test('a word of a pattern is a letter like any other, and few places still hold one of each', async () => {
  expect(await found(mine.owner, '%')).toEqual([]);
  expect(await found(mine.owner, 'canary', 2)).toHaveLength(2);
});
