// T1 for access tokens: a token opens what its office and its scope allow, says why it opens nothing, and ends at once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { tokenPrefixes } from '#modules/accounts/api/open-token.ts';
import { hashOf, newSecret } from '#platform/secret-token.ts';
import { newId } from '#platform/work.ts';
import { openTestApp, type Asked, type TestApp } from '../fixtures/app.ts';

let app: TestApp;
let office: OfficeId;
let owner: AccountId;
beforeAll(async () => {
  app = await openTestApp(undefined, { rate: 200 });
  ({ office, owner } = await app.db.foundOffice());
});
afterAll(() => app.close());

interface Token {
  readonly account: AccountId;
  readonly secret: string;
}

/** A token as it is kept, of either kind. */
async function token(
  holder: 'key' | 'link',
  { role = 'editor', modules = null }: { readonly role?: 'viewer' | 'editor'; readonly modules?: readonly string[] | null } = {},
): Promise<Token> {
  const [account, secret] = [newId<'Account'>(), newSecret(tokenPrefixes[holder])];
  const client = await app.db.owner.connect();
  try {
    await client.query('begin');
    await client.query('select platform.begin_actor($1)', [owner]);
    await client.query(`select accounts.issue_token($1, $2, $3, $4, $3, $5, 'A token', $6, now() + interval '1 day')`, [
      account,
      holder,
      office,
      role,
      modules,
      hashOf(secret),
    ]);
    await client.query('commit');
  } finally {
    client.release();
  }
  return { account, secret };
}

const by = ({ secret }: { readonly secret: string }) => ({ authorization: `Bearer ${secret}` });
const name = { en: { text: 'River Works', origin: 'human' } };
const record = (of: { readonly secret: string }, headers: Readonly<Record<string, string>> = {}): Promise<Asked> =>
  app.ask('POST', '/api/v1/organisations', { headers: { ...by(of), ...headers }, json: { office, name } });

test('the holder of a token acts for its one office under a name of its own, which the log and the answers to repeated requests keep', async () => {
  const [key, link] = [await token('key'), await token('link')];
  for (const held of [key, link]) {
    expect((await app.ask('GET', '/api/v1/session', { headers: by(held) })).body).toMatchObject({
      account: { id: held.account, name: 'A token' },
      offices: [{ id: office, role: 'editor' }],
    });
  }
  const offered = { 'idempotency-key': 'same' };
  const answers = [await record(key, offered), await record(key, offered), await record(await token('key'), offered)];
  expect(answers.map(({ status, headers }) => [status, headers.get('idempotency-replayed')])).toEqual([
    [201, null],
    [201, 'true'],
    [201, null],
  ]);
});

test('what let a token in is told apart: of all modules or some, to change or to read, and never what only people do', async () => {
  const refusalOf = ({ status, body }: Asked) => [status, (body as { readonly code?: string }).code ?? null];
  const reader = await token('key', { role: 'viewer' });
  const ties = await token('key', { modules: ['ties', 'desk'] });
  expect(refusalOf(await record(reader))).toEqual([403, 'kernel.token_reads_only']);
  const beyond = await app.ask('GET', '/api/v1/organisations', { headers: { ...by(ties), 'accept-language': 'en' } });
  expect(refusalOf(beyond)).toEqual([403, 'kernel.token_beyond_modules']);
  expect(beyond.text).toContain('This key does not include “organisations”. It includes: ties, desk.');
  expect((await app.ask('GET', '/api/v1/organisations', { headers: by(reader) })).status).toBe(200);
  expect((await app.ask('GET', '/api/v1/offices', { headers: by(ties) })).status).toBe(200);
  for (const held of [reader, ties, await token('link')])
    for (const [method, path, json] of [
      ['GET', `/api/v1/offices/${office}/members`, undefined],
      ['GET', `/api/v1/offices/${office}/audit`, undefined],
      ['GET', '/api/v1/account/data', undefined],
      ['PATCH', '/api/v1/account', { name: 'Another' }],
    ] as const) {
      const answer = await app.ask(method, path, { headers: by(held), ...(json === undefined ? {} : { json }) });
      expect([path, ...refusalOf(answer)]).toEqual([path, 403, 'kernel.for_people']);
    }
});

test('a token that opens nothing is refused on every address, in words for whoever holds it and none for others', async () => {
  const answerOf = async (secret: string) => {
    const open = await app.ask('GET', '/api/v1/session', { headers: { ...by({ secret }), 'accept-language': 'zh-Hans' } });
    return [open.status, (open.body as { readonly code?: string }).code, open.headers.get('www-authenticate')?.split(' ')[0]];
  };
  const [revoked, expired, fresh] = [await token('key'), await token('link'), await token('key')];
  await app.db.owner.query('update accounts.access_token set revoked_at = now(), revoked_by = created_by where account = $1', [
    revoked.account,
  ]);
  await app.db.owner.query(
    `update accounts.access_token set created_at = now() - interval '2 days', expires_at = now() - interval '1 second' where account = $1`,
    [expired.account],
  );
  expect(await answerOf(revoked.secret)).toEqual([401, 'kernel.token_revoked', 'Bearer']);
  expect(await answerOf(expired.secret)).toEqual([401, 'kernel.token_expired', 'Bearer']);
  for (const wrong of [
    newSecret(tokenPrefixes.key),
    `${fresh.secret}x`,
    fresh.secret.slice(0, -1),
    fresh.secret.replace('key', 'link'),
    'x',
  ])
    expect(await answerOf(wrong)).toEqual([401, 'kernel.token_unknown', 'Bearer']);
  // Neither is one let through to what anybody may read, nor does a cookie beside it speak for it.
  expect((await app.ask('GET', '/api/v1/cities', { headers: by(revoked) })).status).toBe(401);
  const cookie = await app.signIn(owner);
  expect((await app.ask('GET', '/api/v1/session', { cookie, headers: by(revoked) })).status).toBe(401);
  expect((await app.ask('GET', '/api/v1/cities', { headers: by(fresh) })).status).toBe(200);
});

test('whoever is signed in keeps working beside a proxy’s own password in the same header', async () => {
  const cookie = await app.signIn(owner);
  const answer = await app.ask('GET', '/api/v1/session', { cookie, headers: { authorization: 'Basic dTpw' } });
  expect(answer.body).toMatchObject({ account: { id: owner } });
});

test('no session is opened, and no calendar file, by what opens the API', async () => {
  const key = await token('key');
  expect((await app.ask('GET', '/api/auth/list-sessions', { headers: by(key) })).status).toBe(401);
  const file = await app.ask('GET', `/calendar/${office}/${office}.ics`, { headers: by(key) });
  expect([file.status, (file.body as { readonly code?: string }).code]).toEqual([403, 'kernel.token_for_api']);
});

test('wrong tokens of a network soon have to wait; whoever came from there with a right one before does not', async () => {
  const slow = await openTestApp(undefined, { rate: 1 });
  try {
    const { office: there, owner: its } = await slow.db.foundOffice();
    const cookie = await slow.signIn(its);
    const made = await slow.ask('POST', `/api/v1/offices/${there}/keys`, {
      cookie,
      json: { officeId: there, name: 'Program', access: 'read', modules: null, days: 1 },
    });
    const key = made.body as { readonly secret: string };
    const statusOf = async (secret: string) => (await slow.ask('GET', '/api/v1/session', { headers: by({ secret }) })).status;
    expect(await statusOf(key.secret)).toBe(200);
    const wrong = [];
    for (let n = 0; n < 30; n++) wrong.push(await statusOf(newSecret(tokenPrefixes.key)));
    expect([wrong.slice(0, 10), wrong.slice(11)]).toEqual([Array(10).fill(401), Array(19).fill(429)]);
    expect(await statusOf(key.secret)).toBe(200);
    // Its own requests are counted by themselves.
    const own = [];
    for (let n = 0; n < 12; n++) own.push(await statusOf(key.secret));
    expect([own[0], own.at(-1)]).toEqual([200, 429]);
  } finally {
    await slow.close();
  }
});

test('the last use is noted, and a feed that a token made ends with it', async () => {
  const key = await token('key');
  const row = async () =>
    (
      await app.db.owner.query<{ used: boolean; acts: boolean }>(
        'select last_used_at is not null as used, accounts.acts_in(account, office) as acts from accounts.access_token where account = $1',
        [key.account],
      )
    ).rows[0];
  expect(await row()).toEqual({ used: false, acts: true });
  await app.ask('GET', '/api/v1/session', { headers: by(key) });
  expect(await row()).toEqual({ used: true, acts: true });
  await app.db.owner.query('update accounts.access_token set revoked_at = now(), revoked_by = created_by where account = $1', [
    key.account,
  ]);
  expect(await row()).toEqual({ used: true, acts: false });
});
