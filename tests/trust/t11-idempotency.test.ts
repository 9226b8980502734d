// T11: a POST with an Idempotency-Key has one effect and one answer, however often and however parallel it is sent.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetAnswersJob } from '#platform/http/forget-answers-job.ts';
import { createLogger } from '#platform/logging/logger.ts';
import { openTestApp, type TestApp } from '../fixtures/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

interface Setting {
  readonly cookie: string;
  readonly path: string;
  readonly count: () => Promise<number>;
}

async function setting(): Promise<Setting> {
  const { office, owner } = await app.db.foundOffice();
  const count = async (): Promise<number> => {
    const { rows } = await app.db.owner.query<{ n: number }>(
      `select count(*)::int as n from accounts.audit_entry where office = $1 and use_case = 'invite-member'`,
      [office],
    );
    return rows[0]?.n ?? 0;
  };
  return { cookie: await app.signIn(owner), path: `/api/v1/offices/${office}/members`, count };
}

const person = (name: string) => ({ email: `${name}@example.org`, name, role: 'viewer', language: 'en' });

test('sent five times at once: one effect, five equal answers', async () => {
  const { cookie, path, count } = await setting();
  const send = () => app.ask('POST', path, { cookie, json: person('parallel'), headers: { 'idempotency-key': 'key-1' } });
  const answers = await Promise.all([send(), send(), send(), send(), send()]);
  expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200, 200]);
  expect(new Set(answers.map((a) => a.text)).size).toBe(1);
  expect(await count()).toBe(1);
});

test('sent again later: the same answer, marked as a repetition', async () => {
  const { cookie, path, count } = await setting();
  const first = await app.ask('POST', path, { cookie, json: person('again'), headers: { 'idempotency-key': 'key-2' } });
  // The same entries in another order are the same request.
  const { email, name, role, language } = person('again');
  const second = await app.ask('POST', path, { cookie, json: { language, role, name, email }, headers: { 'idempotency-key': 'key-2' } });
  expect(second.text).toBe(first.text);
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect(await count()).toBe(1);
});

test('another body under the same key is refused and changes nothing', async () => {
  const { cookie, path, count } = await setting();
  await app.ask('POST', path, { cookie, json: person('one'), headers: { 'idempotency-key': 'key-3' } });
  const other = await app.ask('POST', path, { cookie, json: person('two'), headers: { 'idempotency-key': 'key-3' } });
  expect(other.status).toBe(422);
  expect(other.body).toMatchObject({ code: 'kernel.key_reused' });
  expect(await count()).toBe(1);
});

test('a refused request does not use its key up', async () => {
  const { cookie, path, count } = await setting();
  const send = (json: unknown) => app.ask('POST', path, { cookie, json, headers: { 'idempotency-key': 'key-4' } });
  expect((await send({ ...person('late'), email: 'not an address' })).status).toBe(422);
  expect((await send(person('late'))).status).toBe(200);
  expect(await count()).toBe(1);
});

test('keys of two accounts do not meet', async () => {
  const [a, b] = [await setting(), await setting()];
  const first = await app.ask('POST', a.path, { cookie: a.cookie, json: person('same'), headers: { 'idempotency-key': 'key-5' } });
  const second = await app.ask('POST', b.path, { cookie: b.cookie, json: person('same'), headers: { 'idempotency-key': 'key-5' } });
  expect([first.status, second.status]).toEqual([200, 200]);
  expect([await a.count(), await b.count()]).toEqual([1, 1]);
});

test('answers are forgotten after two days, by a job that cannot read them', async () => {
  const { cookie, path } = await setting();
  for (const key of ['old', 'new']) await app.ask('POST', path, { cookie, json: person(key), headers: { 'idempotency-key': key } });
  await app.db.owner.query(`update platform.idempotent_answer set answered_at = now() - interval '49 hours' where key = 'old'`);
  const { rows: read } = await app.db.database.appPool.query('select key from platform.idempotent_answer');
  expect(read).toEqual([]);
  await forgetAnswersJob.run({}, { database: app.db.database, logger: createLogger('silent'), signal: new AbortController().signal });
  const { rows } = await app.db.owner.query<{ key: string }>(`select key from platform.idempotent_answer where key in ('old', 'new')`);
  expect(rows).toEqual([{ key: 'new' }]);
});
