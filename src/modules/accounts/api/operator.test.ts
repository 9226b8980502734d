// Offices founded from the operator's page, on the real database.
import { expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { acceptInvitation } from './answer-invitation.ts';
import { getSession } from './get-session.ts';
import { foundOfficeFromPage, inviteFirstOwner, listFoundedOffices } from './operator.ts';

const db = await ownTestDatabase();

const name = { en: { text: 'Harbour Fair', origin: 'human' as const }, 'zh-Hans': { text: '港湾博览', origin: 'human' as const } };
const person = { email: 'Ana@fair.example', person: 'Ana River', language: 'en' as const };

test('an owner of the register office founds an organiser’s office, and its first owner accepts for themselves', async () => {
  const { office: operator, owner } = await db.foundOffice({ kind: 'register' });
  const asked = { operator, name, kind: 'organiser' as const, slug: 'harbour-fair', ...person };
  const found = () => db.as(owner, (work) => foundOfficeFromPage(work, asked, 'https://hansa.example'));
  const office = valueOf(await found());
  expect(office).toMatchObject({ kind: 'organiser', invitedAt: 'ana@fair.example', invitedAs: 'Ana River', hasOwner: false });
  expect(await found()).toMatchObject({ refusal: { code: 'accounts.slug_taken', problems: [{ path: ['slug'] }] } });
  // The address was wrong: another is written to, and the first can no longer accept.
  const again = { operator, officeId: office.id as typeof operator, ...person, email: 'ben@fair.example', person: 'Ben' };
  expect(valueOf(await db.as(owner, (work) => inviteFirstOwner(work, again, 'https://hansa.example')))).toMatchObject({ invitedAs: 'Ben' });
  const { rows } = await db.owner.query<{ id: AccountId; email: string }>(
    `select id, email from accounts.account where email in ('ana@fair.example', 'ben@fair.example') order by email`,
  );
  const accepts = (account: AccountId | undefined) =>
    db.as(account ?? null, (work) => acceptInvitation(work, { officeId: office.id as typeof operator }));
  expect((await accepts(rows[0]?.id)).ok).toBe(false);
  expect((await accepts(rows[1]?.id)).ok).toBe(true);
  // From now on the operator sees that somebody came, and nobody's name.
  const { entries } = valueOf(await db.as(owner, (work) => listFoundedOffices(work, { operator })));
  expect(entries).toMatchObject([{ slug: 'harbour-fair', invitedAs: null, invitedAt: null, hasOwner: true }]);
  expect(await db.as(owner, (work) => inviteFirstOwner(work, again, ''))).toMatchObject({ refusal: { code: 'accounts.has_owner' } });
  const { rows: mails } = await db.owner.query<{ recipient: string; body: string }>(
    'select recipient, body from platform.mail order by id',
  );
  expect(mails.map(({ recipient }) => recipient)).toEqual(['ana@fair.example', 'ben@fair.example']);
  expect(mails[1]?.body).toContain('https://hansa.example/sign-in');
});

test('nobody else founds an office: no editor of the register office, no owner of another, not the application by itself', async () => {
  const { office: operator } = await db.foundOffice({ kind: 'register' });
  const other = await db.foundOffice();
  const asked = { operator, name, kind: 'company' as const, slug: 'nobody', ...person };
  const by = (account: AccountId, office = operator) =>
    db.as(account, (work) => foundOfficeFromPage(work, { ...asked, operator: office }, ''));
  expect(await by(await db.addMember(operator, 'editor'))).toMatchObject({ refusal: { kind: 'forbidden' } });
  expect(await by(other.owner)).toMatchObject({ refusal: { kind: 'not_found' } });
  expect(await by(other.owner, other.office)).toMatchObject({ refusal: { kind: 'forbidden' } });
  expect((await db.owner.query(`select 1 from accounts.office where slug = 'nobody'`)).rows).toEqual([]);
});

test('an operator who names their own address is the owner at once, and nobody is written to', async () => {
  const { office: operator, owner } = await db.foundOffice({ kind: 'register' });
  const { rows } = await db.owner.query<{ email: string }>('select email from accounts.account where id = $1', [owner]);
  const asked = { operator, name, kind: 'organiser' as const, slug: 'own-fair', ...person, email: (rows[0]?.email ?? '').toUpperCase() };
  expect(valueOf(await db.as(owner, (work) => foundOfficeFromPage(work, asked, 'https://hansa.example')))).toMatchObject({
    hasOwner: true,
  });
  expect(valueOf(await db.as(owner, getSession)).offices).toMatchObject([{ kind: 'register' }, { slug: 'own-fair', role: 'owner' }]);
  expect((await db.owner.query('select 1 from platform.mail where lower(recipient) = $1', [rows[0]?.email])).rows).toEqual([]);
});
