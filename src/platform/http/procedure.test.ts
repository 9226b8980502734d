import { expect, test } from 'vitest';
import type { ProcedureMeta } from '#kernel/procedure.ts';
import { ok, refuse } from '#kernel/result.ts';
import { ownTestDatabase } from '../postgres/test-database.ts';
import { answer, answerPrepared, type HttpContext } from './procedure.ts';

const db = await ownTestDatabase();
const account = (await db.foundOffice()).owner;

/** What a POST with a key brings to its procedure. */
const called = <I>(input: I, idempotencyKey: string, meta: ProcedureMeta = { access: 'signed-in' }) => {
  const context: HttpContext = {
    database: db.database,
    account,
    session: null,
    holder: 'person',
    reach: null,
    language: 'en',
    requestId: 'test',
    network: '192.0.2.1',
    ifMatch: null,
    idempotencyKey,
    reply: {},
  };
  return { input, context, path: ['tests', 'post'], procedure: { '~orpc': { meta, route: { method: 'POST' } } } };
};
const keysKept = async () =>
  (await db.owner.query<{ key: string }>('select key from platform.idempotent_answer order by key')).rows.map(({ key }) => key);

test('what is prepared outside the transaction is prepared once per key, and a refusal of it uses no key up', async () => {
  const prepared: string[] = [];
  const handler = answerPrepared(
    async (transact, { file }: { readonly file: string }) => {
      prepared.push(file);
      if (file === 'broken') return refuse({ kind: 'invalid', code: 'kernel.malformed' });
      return transact(async ({ actor }) => ok(`${file} of ${actor.account === account ? 'its sender' : 'nobody'}`));
    },
    async (_work, _input, found) => ok({ found }),
  );
  await expect(handler(called({ file: 'broken' }, 'import'))).rejects.toMatchObject({ refusal: { code: 'kernel.malformed' } });
  const first = called({ file: 'whole' }, 'import');
  const again = called({ file: 'whole' }, 'import');
  expect([await handler(first), await handler(again)]).toEqual([{ found: 'whole of its sender' }, { found: 'whole of its sender' }]);
  expect([first.context.reply.replayed, again.context.reply.replayed]).toEqual([undefined, true]);
  await expect(handler(called({ file: 'other' }, 'import'))).rejects.toMatchObject({ refusal: { code: 'kernel.key_reused' } });
  expect(prepared).toEqual(['broken', 'whole']);
});

test('a secret answer is not kept under its key: it is given once and never again', async () => {
  let tokens = 0;
  const handler = answer(async () => ok({ token: `secret ${++tokens}` }));
  const meta: ProcedureMeta = { access: 'signed-in', secret: true };
  expect(await handler(called({}, 'secret', meta))).toEqual({ token: 'secret 1' });
  expect(await handler(called({}, 'secret', meta))).toEqual({ token: 'secret 2' });
  expect(await keysKept()).not.toContain('secret');
});
