import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { hashOf } from '#platform/secret-token.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { getSession } from '../get-session.ts';
import { listAudit } from '../list-audit.ts';
import { audit } from '../record-audit.ts';
import { createKey, listKeys, revokeKey } from './keys.ts';

let db: TestDatabase;
let officeId: OfficeId;
let owner: AccountId;
beforeAll(async () => {
  db = await openTestDatabase();
  ({ office: officeId, owner } = await db.foundOffice());
});
afterAll(() => db.close());

const wanted = (name: string) => ({ officeId, name, access: 'write', modules: ['ties', 'desk'], days: 30 }) as const;
const made = async (name: string) => valueOf(await db.as(owner, (work) => createKey(work, wanted(name))));

test('an owner makes a key; its secret is told once, and what is kept cannot open anything', async () => {
  const { secret, ...key } = await made('Register sync');
  expect(key).toMatchObject({ access: 'write', modules: ['ties', 'desk'], state: 'valid', revokedAt: null, lastUsedAt: null });
  expect(secret).toMatch(/^hansa_key_[\w-]{43}$/);
  const { entries } = valueOf(await db.as(owner, (work) => listKeys(work, { officeId })));
  expect(JSON.stringify(entries)).not.toContain(secret);
  expect(entries.find(({ id }) => id === key.id)?.createdBy).toMatch(/^Owner of/);
  const { rows } = await db.owner.query<{ kept: string; all: string }>(
    'select t.token_hash as kept, t::text as all from accounts.access_token t where account = $1',
    [key.id],
  );
  expect(rows[0]?.kept).toBe(hashOf(secret));
  expect(rows[0]?.all).not.toContain(secret.slice('hansa_key_'.length));
});

test('what a key does stands in the log under its name, as a key’s', async () => {
  const key = await made('Badge printer');
  valueOf(
    await db.as(key.id, async (work) =>
      ok(await audit(work, { useCase: 'keep-tie', office: officeId, subjects: [officeId], fields: ['class'] })),
    ),
  );
  const { entries } = valueOf(await db.as(owner, (work) => listAudit(work, { officeId, limit: 2 })));
  expect(entries).toMatchObject([
    { useCase: 'keep-tie', account: key.id, accountName: 'Badge printer', holder: 'key', subjects: [officeId] },
    { useCase: 'create-key', account: owner, holder: 'person', subjects: [key.id] },
  ]);
});

test('a revoked key acts for nobody from then on and stays in the list; revoking it again changes nothing', async () => {
  const key = await made('Old');
  const offices = async () => valueOf(await db.as(key.id, getSession)).offices.map(({ id, role }) => [id, role]);
  expect(await offices()).toEqual([[officeId, 'editor']]);
  const revoked = valueOf(await db.as(owner, (work) => revokeKey(work, { officeId, keyId: key.id })));
  expect(revoked.state).toBe('revoked');
  expect(await offices()).toEqual([]);
  const again = valueOf(await db.as(owner, (work) => revokeKey(work, { officeId, keyId: key.id })));
  expect(again.revokedAt).toBe(revoked.revokedAt);
});

test('a key ends by itself, and is marked two weeks before', async () => {
  const key = await made('Ending');
  const stateAt = async (days: number) => {
    await db.owner.query(
      `update accounts.access_token set created_at = now() - interval '300 days', expires_at = now() + $2 * interval '1 day' where account = $1`,
      [key.id, days],
    );
    const { entries } = valueOf(await db.as(owner, (work) => listKeys(work, { officeId })));
    return [entries.find(({ id }) => id === key.id)?.state, valueOf(await db.as(key.id, getSession)).offices.length];
  };
  expect([await stateAt(15), await stateAt(13), await stateAt(-1)]).toEqual([
    ['valid', 1],
    ['ends_soon', 1],
    ['expired', 0],
  ]);
});

test('keys are the owners’ own: editors are told so, strangers and keys learn nothing, no key makes another', async () => {
  const editor = await db.addMember(officeId, 'editor');
  const stranger = (await db.foundOffice()).owner;
  const key = await made('Curious');
  const asked = async (account: AccountId) =>
    [
      await db.as(account, (work) => listKeys(work, { officeId })),
      await db.as(account, (work) => createKey(work, wanted('Another'))),
      await db.as(account, (work) => revokeKey(work, { officeId, keyId: key.id })),
    ].map((result) => (result.ok ? 'done' : result.refusal.code));
  const refused = (code: string) => [code, code, code];
  expect(await asked(editor)).toEqual(refused('kernel.forbidden'));
  expect(await asked(key.id)).toEqual(refused('kernel.forbidden'));
  expect(await asked(stranger)).toEqual(refused('kernel.not_found'));
  const elsewhere = await db.as(stranger, (work) => revokeKey(work, { officeId, keyId: key.id }));
  expect(elsewhere.ok).toBe(false);
});
