// The waiting list as a table, and that it is read as participants.
import { expect, test } from 'vitest';
import { createEdition } from '#modules/expos/api/edition/change-edition.ts';
import { editionInput, organiserOf, text } from '#modules/expos/api/edition-fixture.ts';
import { confirmRegistration, register } from '#modules/expos/api/registration/register.ts';
import { changeRegistrationTerms, getRegistrationTerms } from '#modules/expos/api/registration/terms.ts';
import { replaceTopics } from '#modules/expos/api/topics.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { emptyFile } from '../../domain/file/file-fixture.ts';
import { readEditionBytes } from '../../formats/edition-bytes.ts';
import { exportRegistrations } from './export-registrations.ts';

const db = await shareTestDatabase();

const posting = { origin: 'https://hansa.example', channels: ['mail' as const] };
const dayAfter = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('the waiting list leaves as a table with each company’s place, and is read as participants with their contacts', async () => {
  const office = await db.foundOffice();
  const fair = organiserOf(db, office);
  const days = { firstDay: dayAfter(7), lastDay: dayAfter(8) };
  const { id: editionId, version } = valueOf(
    await fair.as((work) => createEdition(work, { ...editionInput(office.office, 'Waiting'), ...days })),
  );
  const topics = valueOf(await fair.as((work) => replaceTopics(work, { editionId, topics: [{ name: text('Food and drink') }] }), version));
  await fair.publish(editionId);
  const read = valueOf(await fair.as((work) => getRegistrationTerms(work, { editionId })));
  const { state: _state, figures: _figures, isPublic: _public, version: own, ...terms } = read;
  const changed = { ...terms, editionId, isOpen: true, most: 1, approval: 'automatic' as const };
  const { version: now } = valueOf(await fair.as((work) => changeRegistrationTerms(work, changed, posting), own));
  for (const company of ['Aspen', 'Birch', 'Cypress']) {
    const contact = {
      surname: 'Ho',
      givenName: 'Ann',
      nameOrder: 'given_first' as const,
      post: '',
      phone: null,
      email: `${company.toLowerCase()}@company.example`,
    };
    const facts = {
      role: 'buyer' as const,
      name: text(company),
      country: 'DE',
      city: null,
      groupId: null,
      languages: ['en'],
      offer: null,
      need: null,
    };
    const market = { offerTopics: [], needTopics: topics.entries.map(({ id }) => id), markets: ['CN'], size: 'to_49' as const };
    const input = {
      editionId,
      version: now,
      language: 'en' as const,
      ...facts,
      ...market,
      ...{ offerDetails: null, needDetails: null },
      standWish: '',
      consents: ['take_part'],
      contact,
    };
    valueOf(await db.as(null, (work) => register(work, input, { ...posting, network: company })));
    const { rows } = await db.owner.query<{ body: string }>('select body from platform.mail where recipient = $1', [contact.email]);
    const token = /#(hansa_registration_[\w-]{43})/.exec(rows[0]?.body ?? '')?.[1] ?? expect.fail('no letter');
    valueOf(await db.as(null, (work) => confirmRegistration(work, { token }, posting)));
  }
  const take = (state?: 'waiting') =>
    exportRegistrations((use) => fair.as(use), { editionId, format: 'csv', language: 'en', ...(state === undefined ? {} : { state }) });
  const waiting = valueOf(await take('waiting'));
  const [heads = '', ...rows] = (await waiting.text()).trim().split('\r\n');
  expect(heads).toContain('Need: source,Markets,Size');
  expect(heads).toContain('Registration,Place on the waiting list,Registered on');
  expect(rows.map((row) => [/Birch|Cypress/.exec(row)?.[0], /Waiting list,(\d)/.exec(row)?.[1]])).toEqual([
    ['Birch', '1'],
    ['Cypress', '2'],
  ]);
  // What was agreed to, in the words that were read, with who receives.
  expect(heads).toMatch(/Stand preference,Agreed to$/);
  for (const row of rows) expect(row).toMatch(/\(.+\)"?$/);
  expect((await valueOf(await take()).text()).trim().split('\r\n')).toHaveLength(4);
  const bytes = new Uint8Array(await waiting.arrayBuffer());
  const day = { date: days.firstDay, firstStart: '09:00', minutes: 20 };
  const existing = { ...emptyFile, topics: [{ name: { en: 'Food and drink' } }] };
  const { edition, ignored } = valueOf(
    await readEditionBytes({ bytes, fileName: 'waiting.csv', existing, editionOf: 'existing', way: 'add', day }),
  );
  expect(edition.participants).toMatchObject([
    { code: 'B01', name: { en: 'Birch' }, needTopics: ['Food and drink'], markets: ['CN'], size: 'to_49' },
    { code: 'B02', name: { en: 'Cypress' } },
  ]);
  expect(edition.contacts.map(({ email }) => email)).toEqual(['birch@company.example', 'cypress@company.example']);
  expect(ignored.map(({ column }) => column)).toContain('Registration');
  const other = await db.foundOffice();
  expect(await exportRegistrations((use) => db.as(other.owner, use), { editionId, format: 'csv' })).toMatchObject({ ok: false });
});
