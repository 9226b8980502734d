import { expect, test } from 'vitest';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { acceptInvitation, declineInvitation } from './answer-invitation.ts';
import { getSession, updateAccount } from './get-session.ts';
import { listAudit } from './list-audit.ts';
import { changeRole, inviteMember, listMembers, removeMember } from './manage-members.ts';
import { sealAudit } from './seal-audit.ts';

const db = await ownTestDatabase();

const origin = 'https://hansa.example.org';
const person = (email: string) => ({ email, name: 'Somebody', role: 'editor' as const, language: 'en' as const });

test('the session names each office with the role held there, and nobody has none', async () => {
  const { office, owner } = await db.foundOffice();
  expect(valueOf(await db.as(owner, getSession)).offices).toMatchObject([{ id: office, role: 'owner' }]);
  expect(valueOf(await db.as(null, getSession))).toEqual({ account: null, holder: null, offices: [], invitations: [] });
});

test('an invited person is a member, has mail that leads to sign-in, and is in the log without their address', async () => {
  const { office, owner } = await db.foundOffice();
  const member = valueOf(await db.as(owner, (work) => inviteMember(work, { officeId: office, ...person('New@Example.org') }, origin)));
  expect(member).toMatchObject({ email: 'new@example.org', role: 'editor' });
  const { rows } = await db.owner.query<{ body: string }>('select body from platform.mail where recipient = $1', ['new@example.org']);
  expect(rows[0]?.body).toContain('https://hansa.example.org/sign-in');
  const log = valueOf(await db.as(owner, (work) => listAudit(work, { officeId: office, limit: 10 })));
  expect(log.entries.map((entry) => entry.useCase)).toEqual(['invite-member', 'found-office']);
  expect(JSON.stringify(log)).not.toContain('example.org');
});

test('a person becomes a member by accepting, and keeps one account for several offices', async () => {
  const [first, second] = [await db.foundOffice(), await db.foundOffice()];
  const a = valueOf(
    await db.as(first.owner, (work) => inviteMember(work, { officeId: first.office, ...person('both@example.org') }, origin)),
  );
  expect(valueOf(await db.as(a.account, getSession))).toMatchObject({
    offices: [],
    invitations: [{ office: first.office, role: 'editor' }],
  });
  expect(await db.as(a.account, (work) => listMembers(work, { officeId: first.office }))).toMatchObject({ ok: false });
  valueOf(await db.as(a.account, (work) => acceptInvitation(work, { officeId: first.office })));
  const b = valueOf(
    await db.as(second.owner, (work) => inviteMember(work, { officeId: second.office, ...person('both@example.org') }, origin)),
  );
  expect(b.account).toBe(a.account);
  valueOf(await db.as(a.account, (work) => acceptInvitation(work, { officeId: second.office })));
  expect(valueOf(await db.as(a.account, getSession))).toMatchObject({
    offices: [{ id: first.office }, { id: second.office }],
    invitations: [],
  });
});

test('who invites a known address learns nothing of the account, before or after it declines', async () => {
  const [first, second] = [await db.foundOffice(), await db.foundOffice()];
  const known = { officeId: first.office, ...person('private@example.org'), name: 'A Real Name' };
  const { account } = valueOf(await db.as(first.owner, (work) => inviteMember(work, known, origin)));
  valueOf(await db.as(account, (work) => acceptInvitation(work, { officeId: first.office })));
  const guess = { officeId: second.office, ...person('private@example.org'), name: 'Whoever' };
  const answered = valueOf(await db.as(second.owner, (work) => inviteMember(work, guess, origin)));
  expect(answered).toMatchObject({ name: 'Whoever', email: 'private@example.org', accepted: false });
  const listed = valueOf(await db.as(second.owner, (work) => listMembers(work, { officeId: second.office })));
  expect(JSON.stringify(listed)).not.toContain('A Real Name');
  expect(await db.as(second.owner, (work) => acceptInvitation(work, { officeId: second.office }))).toMatchObject({ ok: false });
  valueOf(await db.as(account, (work) => declineInvitation(work, { officeId: second.office })));
  expect(valueOf(await db.as(second.owner, (work) => listMembers(work, { officeId: second.office }))).entries).toHaveLength(1);
});

test('a member cannot be invited twice', async () => {
  const { office, owner } = await db.foundOffice();
  await db.as(owner, (work) => inviteMember(work, { officeId: office, ...person('twice@example.org') }, origin));
  const again = await db.as(owner, (work) => inviteMember(work, { officeId: office, ...person('TWICE@example.org') }, origin));
  expect(again).toMatchObject({
    ok: false,
    refusal: { kind: 'conflict', code: 'accounts.member_already', problems: [{ path: ['email'] }] },
  });
});

test('only owners invite; a stranger does not even learn that the office exists', async () => {
  const { office } = await db.foundOffice();
  const editor = await db.addMember(office, 'editor');
  const stranger = (await db.foundOffice()).owner;
  const asked = (account: typeof editor) =>
    db.as(account, (work) => inviteMember(work, { officeId: office, ...person('no@example.org') }, origin));
  expect(await asked(editor)).toMatchObject({ ok: false, refusal: { kind: 'forbidden' } });
  expect(await asked(stranger)).toMatchObject({ ok: false, refusal: { kind: 'not_found' } });
  expect(await db.as(stranger, (work) => listMembers(work, { officeId: office }))).toMatchObject({
    ok: false,
    refusal: { kind: 'not_found' },
  });
  expect(await db.as(editor, (work) => listAudit(work, { officeId: office, limit: 10 }))).toMatchObject({
    ok: false,
    refusal: { kind: 'forbidden' },
  });
});

test('the last owner can neither step down nor leave', async () => {
  const { office, owner } = await db.foundOffice();
  const lastOwner = { ok: false, refusal: { kind: 'conflict', code: 'accounts.last_owner' } };
  expect(await db.as(owner, (work) => changeRole(work, { officeId: office, accountId: owner, role: 'viewer' }))).toMatchObject(lastOwner);
  expect(await db.as(owner, (work) => removeMember(work, { officeId: office, accountId: owner }))).toMatchObject(lastOwner);
  const second = await db.addMember(office, 'owner');
  expect(valueOf(await db.as(owner, (work) => changeRole(work, { officeId: office, accountId: owner, role: 'viewer' }))).role).toBe(
    'viewer',
  );
  expect(await db.as(second, (work) => removeMember(work, { officeId: office, accountId: owner }))).toMatchObject({ ok: true });
});

test('two owners who remove each other at once leave one of them', async () => {
  const { office, owner } = await db.foundOffice();
  const second = await db.addMember(office, 'owner');
  const results = await Promise.all([
    db.as(owner, (work) => removeMember(work, { officeId: office, accountId: second })),
    db.as(second, (work) => removeMember(work, { officeId: office, accountId: owner })),
  ]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
});

test('of two who invite the same person at once one is told that they are invited already', async () => {
  const { office, owner } = await db.foundOffice();
  const invite = (role: 'viewer' | 'editor') =>
    db.as(owner, (work) => inviteMember(work, { officeId: office, ...person('both@example.org'), role }, origin));
  const results = await Promise.all([invite('viewer'), invite('editor')]);
  expect(results.map((result) => (result.ok ? 'done' : result.refusal.code)).toSorted()).toEqual(['accounts.member_already', 'done']);
});

test('names and addresses of accounts are seen by colleagues alone', async () => {
  const [mine, other] = [await db.foundOffice(), await db.foundOffice()];
  const seen = valueOf(
    await db.as(mine.owner, async ({ tx }) => ({ ok: true, value: await tx.selectFrom('accounts.account').select('id').execute() })),
  );
  expect(seen).toEqual([{ id: mine.owner }]);
  expect(seen).not.toContainEqual({ id: other.owner });
});

test('one changes one’s own name and language, nobody else’s', async () => {
  const { owner } = await db.foundOffice();
  expect(valueOf(await db.as(owner, (work) => updateAccount(work, { name: 'New name', language: 'zh-Hans' })))).toMatchObject({
    name: 'New name',
    language: 'zh-Hans',
  });
  expect(await db.as(null, (work) => updateAccount(work, { name: 'x' }))).toMatchObject({ ok: false });
});

test('sealing covers every entry once and the chain holds', async () => {
  const { office, owner } = await db.foundOffice();
  await db.as(owner, (work) => inviteMember(work, { officeId: office, ...person('sealed@example.org') }, origin));
  // Those of the tests before, too: they would come of age between the two.
  for (const table of ['entry', 'unsealed'])
    await db.owner.query(`update accounts.audit_${table} set happened_at = happened_at - interval '5 seconds'`);
  expect(await sealAudit(db.database)).toBeGreaterThanOrEqual(2);
  expect(await sealAudit(db.database)).toBe(0);
  const log = valueOf(await db.as(owner, (work) => listAudit(work, { officeId: office, limit: 10 })));
  expect([log.brokenAt, log.entries.map((entry) => entry.sealNumber).sort()]).toEqual([null, [1, 2]]);
});

test('the log is read page by page', async () => {
  const { office, owner } = await db.foundOffice();
  for (const name of ['a', 'b', 'c'])
    await db.as(owner, (work) => inviteMember(work, { officeId: office, ...person(`${name}${office}@example.org`) }, origin));
  const first = valueOf(await db.as(owner, (work) => listAudit(work, { officeId: office, limit: 3 })));
  expect(first.entries).toHaveLength(3);
  const rest = valueOf(await db.as(owner, (work) => listAudit(work, { officeId: office, limit: 3, cursor: first.nextCursor ?? '' })));
  expect(rest).toMatchObject({ nextCursor: null, entries: [{ useCase: 'found-office' }] });
  const odd = await db.as(owner, (work) => listAudit(work, { officeId: office, limit: 3, cursor: 'x' }));
  expect(odd).toMatchObject({ ok: false, refusal: { problems: [{ path: ['cursor'], code: 'kernel.bad_format' }] } });
});
