import type { Id } from '#kernel/ids.ts';
import { newId } from '#platform/work.ts';
import { expect, test } from 'vitest';
import { ownTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { NamedOrganisation } from '../domain/organisation.ts';
import { addContact, endContact, eraseContact, listContacts, updateContact } from './change-contacts.ts';
import { createOrganisation, previewOrganisation, setOrganisationAudience, updateOrganisation } from './change-organisation.ts';
import { ensureOrganisations } from './ensure-organisations.ts';
import { listOrganisations } from './list-organisations.ts';
import { getOrganisation } from './open-organisation.ts';

const db = await ownTestDatabase();
const mine = await db.foundOffice();
const other = await db.foundOffice({ kind: 'company' });

const text = (words: string) => ({ text: words, origin: 'human' as const });
const facts = (name: string, zh?: string) => ({
  kind: 'company' as const,
  name: { en: text(name), ...(zh === undefined ? {} : { 'zh-Hans': text(zh) }) } as Record<string, ReturnType<typeof text>>,
  country: 'GB',
  city: 'Liverpool',
  website: null,
  officeId: null,
});
const create = async (name: string, zh?: string) =>
  valueOf(await db.as(mine.owner, (work) => createOrganisation(work, { ...facts(name, zh), office: mine.office })));
const person = (organisationId: Id<'Organisation'>) => ({
  organisationId,
  surname: 'Canary',
  givenName: 'Ada',
  nameOrder: 'given_first' as const,
  title: null,
  post: { en: text('Director') },
  languages: ['en'],
  email: 'ada@example.org',
  fromDate: '2019-01-01',
});
const find = async (account: Parameters<TestDatabase['as']>[0], q: string, page: { limit?: number; cursor?: string } = {}) =>
  valueOf(await db.as(account, (work) => listOrganisations(work, { q, limit: 50, ...page })));

test('finds an organisation by its Chinese name, or a part of its English one', async () => {
  await create('Cypress Water', '柏溪水务');
  expect((await find(mine.owner, '溪水')).entries.map((o) => o.name['en']?.text)).toEqual(['Cypress Water']);
  expect((await find(mine.owner, 'PRESS wat')).entries).toHaveLength(1);
  expect((await find(mine.owner, '%')).entries).toEqual([]);
});

test('gives pages in order of name, none twice', async () => {
  for (const name of ['Page Delta', 'Page Alpha', 'Page Echo', 'Page Bravo', 'Page Charlie']) await create(name);
  const first = await find(mine.owner, 'page ', { limit: 2 });
  const second = await find(mine.owner, 'page ', { limit: 2, cursor: first.nextCursor ?? '' });
  const third = await find(mine.owner, 'page ', { limit: 2, cursor: second.nextCursor ?? '' });
  expect([first, second, third].map((p) => p.entries.map((o) => o.name['en']?.text.slice(5)))).toEqual([
    ['Alpha', 'Bravo'],
    ['Charlie', 'Delta'],
    ['Echo'],
  ]);
  expect(third.nextCursor).toBeNull();
});

test('refuses a cursor that no page gave out', async () => {
  const result = await db.as(mine.owner, (work) => listOrganisations(work, { limit: 5, cursor: 'nonsense' }));
  expect(result).toMatchObject({ ok: false, refusal: { problems: [{ path: ['cursor'], code: 'kernel.bad_format' }] } });
});

test('shows a private organisation to its office alone, in lists, by id and by the name of a foreign page', async () => {
  const secret = await create('Hidden Canary');
  for (const stranger of [other.owner, null]) {
    expect((await find(stranger, 'hidden')).entries).toEqual([]);
    expect(await db.as(stranger, (work) => getOrganisation(work, { organisationId: secret.id }))).toMatchObject({
      ok: false,
      refusal: { kind: 'not_found', code: 'organisations.not_found' },
    });
    expect((await find(stranger, '', { cursor: secret.id })).entries).toEqual([]);
  }
});

test('shows a shared organisation to the named office and nobody else, and not with whom else it is shared', async () => {
  const third = { ...(await db.foundOffice({ slug: 'third-office' })), name: { en: { text: 'third-office', origin: 'human' } } };
  const made = await create('Shared Canary');
  valueOf(
    await db.as(mine.owner, (work) =>
      setOrganisationAudience(work, {
        organisationId: made.id,
        visibility: 'shared',
        sharedWith: [other.office, third.office, mine.office],
      }),
    ),
  );
  expect((await find(other.owner, 'shared canary')).entries).toMatchObject([{ id: made.id, sharedWith: [], mayEdit: false }]);
  expect((await find(mine.owner, 'shared canary')).entries).toMatchObject([
    { sharedWith: [{ id: other.office }, { id: third.office, name: third.name }], mayEdit: true },
  ]);
  expect((await find(null, 'shared canary')).entries).toEqual([]);
});

test('shows a public organisation to everybody after a preview that names what becomes public, but never its contacts', async () => {
  const made = await create('Public House', '公共楼');
  valueOf(await db.as(mine.owner, (work) => addContact(work, person(made.id))));
  const preview = valueOf(await db.as(mine.owner, (work) => previewOrganisation(work, { organisationId: made.id })));
  expect(preview).toEqual({
    version: 1,
    becomesPublic: [
      { field: 'kind', value: 'company' },
      { field: 'name', value: 'Public House · 公共楼' },
      { field: 'country', value: 'GB' },
      { field: 'city', value: 'Liverpool' },
    ],
    staysPrivate: { contacts: 1 },
  });
  valueOf(
    await db.as(mine.owner, (work) => setOrganisationAudience(work, { organisationId: made.id, visibility: 'public', sharedWith: [] })),
  );
  expect((await find(null, 'public house')).entries).toHaveLength(1);
  for (const reader of [null, other.owner]) {
    const contacts = valueOf(await db.as(reader, (work) => listContacts(work, { organisationId: made.id, limit: 50 })));
    expect(contacts.entries).toEqual([]);
  }
});

test('refuses to share with nobody', async () => {
  const made = await create('Lonely');
  const result = await db.as(mine.owner, (work) =>
    setOrganisationAudience(work, { organisationId: made.id, visibility: 'shared', sharedWith: [mine.office] }),
  );
  expect(result).toMatchObject({ ok: false, refusal: { problems: [{ path: ['sharedWith'], code: 'organisations.share_with_whom' }] } });
});

test('refuses to share with an office that does not exist', async () => {
  const made = await create('Misdirected');
  const result = await db.as(mine.owner, (work) =>
    setOrganisationAudience(work, { organisationId: made.id, visibility: 'shared', sharedWith: [other.office, newId<'Office'>()] }),
  );
  expect(result).toMatchObject({ ok: false, refusal: { problems: [{ path: ['sharedWith', 1], code: 'organisations.office_unknown' }] } });
});

test('lets editors write and viewers only read', async () => {
  const viewer = await db.addMember(mine.office, 'viewer');
  const made = await create('Read Only');
  const change = { organisationId: made.id, city: 'Leeds' };
  expect(await db.as(viewer, (work) => updateOrganisation(work, change), 1)).toMatchObject({
    ok: false,
    refusal: { code: 'kernel.forbidden' },
  });
  expect(await db.as(viewer, (work) => createOrganisation(work, { ...facts('New'), office: mine.office }))).toMatchObject({
    ok: false,
    refusal: { code: 'kernel.forbidden' },
  });
  expect(valueOf(await db.as(viewer, (work) => getOrganisation(work, { organisationId: made.id }))).city).toBe('Liverpool');
});

test('lets nobody record for a foreign office', async () => {
  const result = await db.as(other.owner, (work) => createOrganisation(work, { ...facts('Intruder'), office: mine.office }));
  expect(result).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
});

test('changes only the fields given, counts the version, and refuses the version before', async () => {
  const made = await create('Version One', '第一版');
  const changed = valueOf(await db.as(mine.owner, (work) => updateOrganisation(work, { organisationId: made.id, city: null }), 1));
  expect(changed).toMatchObject({ version: 2, city: null, country: 'GB', name: made.name });
  expect(await db.as(mine.owner, (work) => updateOrganisation(work, { organisationId: made.id, city: 'York' }), 1)).toMatchObject({
    ok: false,
    refusal: { kind: 'stale', code: 'kernel.stale' },
  });
});

test('finds a renamed organisation under the new name only', async () => {
  const made = await create('Oldname Works');
  valueOf(await db.as(mine.owner, (work) => updateOrganisation(work, { organisationId: made.id, name: { en: text('Newname Works') } }), 1));
  expect((await find(mine.owner, 'oldname')).entries).toEqual([]);
  expect((await find(mine.owner, 'newname')).entries).toHaveLength(1);
});

test('refuses to link an office that does not exist', async () => {
  const made = await create('Linked');
  const officeId = newId<'Office'>();
  expect(await db.as(mine.owner, (work) => updateOrganisation(work, { organisationId: made.id, officeId }), 1)).toMatchObject({
    ok: false,
    refusal: { problems: [{ path: ['officeId'], code: 'organisations.office_unknown' }] },
  });
  expect(
    valueOf(await db.as(mine.owner, (work) => updateOrganisation(work, { organisationId: made.id, officeId: other.office }), 1)).officeId,
  ).toBe(other.office);
});

test('of a person who asks to be forgotten the office keeps the post and its dates, and nothing that says who it was', async () => {
  const made = await create('With Somebody');
  const added = valueOf(await db.as(mine.owner, (work) => addContact(work, person(made.id))));
  const asked = { organisationId: made.id, contactId: added.id };
  expect(await db.as(other.owner, (work) => eraseContact(work, asked))).toMatchObject({ ok: false });
  expect(await db.as(mine.owner, (work) => eraseContact(work, asked), 7)).toMatchObject({ refusal: { kind: 'stale' } });
  const left = valueOf(await db.as(mine.owner, (work) => eraseContact(work, asked), added.version));
  expect(left).toMatchObject({ surname: '–', givenName: '', title: null, email: null, languages: [] });
  expect([left.post, left.fromDate, left.toDate]).toEqual([added.post, added.fromDate, added.toDate]);
  const { rows } = await db.owner.query('select to_jsonb(c)::text as row from organisations.contact c where id = $1', [added.id]);
  expect(rows.filter(({ row }) => [added.surname, added.email].some((word) => word !== null && String(row).includes(word)))).toEqual([]);
});

test('keeps a contact after its end, out of the list of those in post', async () => {
  const made = await create('With Contact');
  const added = valueOf(await db.as(mine.owner, (work) => addContact(work, person(made.id))));
  const ended = valueOf(
    await db.as(
      mine.owner,
      (work) => endContact(work, { organisationId: made.id, contactId: added.id, toDate: '2020-06-30' }),
      added.version,
    ),
  );
  expect(ended).toMatchObject({ toDate: '2020-06-30', version: 2 });
  const at = async (day?: string) =>
    valueOf(
      await db.as(mine.owner, (work) =>
        listContacts(work, { organisationId: made.id, limit: 50, ...(day === undefined ? {} : { at: day }) }),
      ),
    ).entries.length;
  expect([await at(), await at('2018-12-31'), await at('2020-06-30'), await at('2020-07-01')]).toEqual([1, 0, 1, 0]);
  expect(
    await db.as(mine.owner, (work) => endContact(work, { organisationId: made.id, contactId: added.id, toDate: '2018-01-01' }), 2),
  ).toMatchObject({ ok: false, refusal: { problems: [{ path: ['toDate'], code: 'organisations.post_ends_before_start' }] } });
  const reopen = { organisationId: made.id, contactId: added.id, toDate: null };
  expect(valueOf(await db.as(mine.owner, (work) => endContact(work, reopen), 2)).toDate).toBeNull();
  expect(await at('2020-07-01')).toBe(1);
  expect(
    await db.as(mine.owner, (work) => updateContact(work, { organisationId: made.id, contactId: added.id, surname: 'X' }), 1),
  ).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
});

test('records what is not on record yet, and finds the rest', async () => {
  const before = await create('Ensured Alpha', '阿尔法');
  const named: readonly NamedOrganisation[] = [
    { name: { 'zh-Hans': text('阿尔法') }, country: 'GB', city: null },
    { name: { en: text('Ensured Beta') }, country: null, city: 'Leeds' },
    { name: { en: text('ensured BETA') }, country: null, city: null },
  ];
  const result = valueOf(await db.as(mine.owner, (work) => ensureOrganisations(work, { office: mine.office, named })));
  expect(result.ids[0]).toBe(before.id);
  expect(result.ids[1]).toBe(result.ids[2]);
  expect(result.created).toEqual([result.ids[1]]);
  expect((await find(mine.owner, 'ensured beta')).entries).toMatchObject([
    { id: result.ids[1], country: null, city: 'Leeds', visibility: 'private' },
  ]);
});

test('writes exactly one audit entry for each change, without what was said', async () => {
  const made = await create('Audited Canary');
  valueOf(await db.as(mine.owner, (work) => updateOrganisation(work, { organisationId: made.id, city: 'Canary City' }), 1));
  valueOf(await db.as(mine.owner, (work) => addContact(work, person(made.id))));
  const { rows } = await db.owner.query<{ use_case: string; fields: string[] }>(
    'select use_case, fields from accounts.audit_entry where $1 = any (subjects) order by id',
    [made.id],
  );
  expect(rows.map((row) => row.use_case)).toEqual(['create-organisation', 'update-organisation', 'add-contact']);
  expect(rows[1]?.fields).toEqual(['city']);
  expect(JSON.stringify(rows)).not.toContain('Canary');
});
