// The first office of an installation, on a database without any.
import { expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { getSession } from './get-session.ts';
import { createAnswers } from './sign-in-answers.ts';
import { firstOffice, firstOfficeAddress } from './first-office.ts';

const db = await ownTestDatabase();
const secret = 'a-secret-of-the-tests-that-is-long-enough';
const place = { database: db.database, origin: 'https://hansa.example', secret };
const door = firstOffice({ ...place, answers: createAnswers((_, code) => code), hash: (password) => Promise.resolve(`kept ${password}`) });

const address = 'https://hansa.example/api/auth/first-office';
const name = { en: { text: 'Øresund Expo, operations', origin: 'human' } };
const filled = { name, person: 'Ana River', email: 'Ana@expo.example', language: 'zh-Hans', newPassword: 'a long enough one' };

async function ask(body: object): Promise<{ readonly status: number; readonly said: unknown }> {
  const reply = await door(new Request(address, { method: 'POST', body: JSON.stringify(body) }));
  return { status: reply.status, said: await reply.json() };
}
const isAwaited = async (): Promise<unknown> => (await door(new Request(address))).json();
const offices = async () => (await db.owner.query<Record<string, unknown>>('select slug, kind, name from accounts.office')).rows;

test('as long as there is no office its address opens, once, and for the token of this server alone', async () => {
  expect(await isAwaited()).toEqual({ awaited: true });
  const [path, token = ''] = ((await firstOfficeAddress(place)) ?? '').split('#');
  expect(path).toBe('https://hansa.example/begin');
  const others = (await firstOfficeAddress({ ...place, secret: `${secret} of another` }))?.split('#')[1];
  for (const wrong of ['', others, `${token}a`, undefined, 7])
    expect(await ask({ ...filled, token: wrong })).toMatchObject({ status: 410, said: { code: 'accounts.begun' } });
  expect(await ask({ token })).toMatchObject({
    said: { errors: ['name', 'person', 'email', 'language', 'newPassword'].map((field) => ({ path: [field] })) },
  });
  expect(await ask({ ...filled, token, newPassword: 'too short' })).toMatchObject({
    said: { errors: [{ path: ['newPassword'], code: 'accounts.password_too_short' }] },
  });
  expect(await offices()).toEqual([]);

  const both = await Promise.all([ask({ ...filled, token }), ask({ ...filled, token, email: 'ben@expo.example' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  expect(await offices()).toEqual([{ slug: 'oresund-expo-operations', kind: 'register', name }]);
  expect(await isAwaited()).toEqual({ awaited: false });
  expect(await firstOfficeAddress(place)).toBeNull();
  expect(await ask({ ...filled, token })).toMatchObject({ status: 410 });

  const { rows } = await db.owner.query<{ id: AccountId; password: string }>(
    'select u.id, a.password from sign_in."user" u join sign_in."account" a on a."userId" = u.id',
  );
  expect(rows).toMatchObject([{ password: 'kept a long enough one' }]);
  const session = valueOf(await db.as(rows[0]?.id ?? null, getSession));
  expect(session).toMatchObject({ account: { name: 'Ana River', language: 'zh-Hans' }, offices: [{ kind: 'register', role: 'owner' }] });
});

test('the application itself founds no first office: the sign-in role alone may', async () => {
  const mayDo = `select r as role, has_function_privilege(r, 'accounts.found_first_office(uuid, text, jsonb, uuid, text, text, text)', 'execute') as may
    from unnest(array['hansa_app', 'hansa_auth', 'hansa_backup']) r`;
  expect((await db.owner.query(mayDo)).rows.filter(({ may }) => may)).toMatchObject([{ role: 'hansa_auth' }]);
});
