// API keys of an office: its owners make them for programs, see when each was last used, and revoke them.
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { hashOf, newSecret } from '#platform/secret-token.ts';
import type { Work } from '#platform/work.ts';
import { endOf, keyState, MOST_KEYS, type KeyModule, type KeyState } from '../../domain/keys.ts';
import { governedOffice } from '../../policy.ts';
import { insertKey, listKeyRows, loadKey, revokeKeyRow, type KeyRow } from '../../store/keys.ts';
import { tokenPrefixes } from '../open-token.ts';
import { audit } from '../record-audit.ts';

type Access = 'read' | 'write';

export interface ApiKey extends Omit<KeyRow, 'role' | 'createdAt' | 'expiresAt' | 'revokedAt' | 'lastUsedAt'> {
  readonly access: Access;
  readonly state: KeyState;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
}

const works = ({ state }: Pick<ApiKey, 'state'>): boolean => state === 'valid' || state === 'ends_soon';

const shown = (row: KeyRow, now: Date): ApiKey => {
  const { role, createdAt, expiresAt, revokedAt, lastUsedAt, ...rest } = row;
  return {
    ...rest,
    access: role === 'editor' ? 'write' : 'read',
    state: keyState(row, now),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
};

/** All keys an office ever had, those that work first, each newest first. Owners only. */
export async function listKeys(
  work: Work,
  { officeId }: { readonly officeId: OfficeId },
): Promise<Result<{ readonly entries: readonly ApiKey[] }>> {
  const office = governedOffice(work.actor, officeId);
  if (!office.ok) return office;
  const keys = (await listKeyRows(work, office.value)).map((row) => shown(row, work.now));
  return ok({ entries: [...keys.filter(works), ...keys.filter((key) => !works(key))] });
}

interface NewKey {
  readonly officeId: OfficeId;
  readonly name: string;
  readonly access: Access;
  /** Null: all of them. */
  readonly modules: readonly KeyModule[] | null;
  readonly days: number;
}

/** Makes a key that lasts so many days; its secret is answered this once and never again. */
export async function createKey(work: Work, input: NewKey): Promise<Result<ApiKey & { readonly secret: string }>> {
  const office = governedOffice(work.actor, input.officeId);
  if (!office.ok) return office;
  const working = (await listKeyRows(work, office.value)).filter((row) => works(shown(row, work.now)));
  if (working.length >= MOST_KEYS) return refuse({ kind: 'conflict', code: 'accounts.too_many_keys', params: { max: MOST_KEYS } });
  const account = work.newId<'Account'>();
  const secret = newSecret(tokenPrefixes.key);
  const { name, access, modules, days } = input;
  const role = access === 'write' ? 'editor' : 'viewer';
  await insertKey(work, office.value, { account, role, modules, name, hash: hashOf(secret), expiresAt: endOf(work.now, days) });
  await audit(work, { useCase: 'create-key', office: office.value, subjects: [account], fields: ['name', 'access', 'modules', 'days'] });
  const key = await loadKey(work, office.value, account);
  if (key === null) throw new Error('a key vanished as it was made');
  return ok({ ...shown(key, work.now), secret });
}

/** Revokes a key; it stays in the list and in the log. One that is revoked already stays as it is. */
export async function revokeKey(
  work: Work,
  { officeId, keyId }: { readonly officeId: OfficeId; readonly keyId: AccountId },
): Promise<Result<ApiKey>> {
  const office = governedOffice(work.actor, officeId);
  if (!office.ok) return office;
  const before = await loadKey(work, office.value, keyId);
  if (before === null) return notFound('accounts.key_unknown');
  if (before.revokedAt !== null) return ok(shown(before, work.now));
  await revokeKeyRow(work, office.value, keyId);
  await audit(work, { useCase: 'revoke-key', office: office.value, subjects: [keyId], fields: ['revokedAt'] });
  return ok(shown({ ...before, revokedAt: work.now }, work.now));
}
