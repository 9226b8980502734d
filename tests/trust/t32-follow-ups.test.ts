// T32 for follow-ups: a letter's link shows its own question and nothing of others, opening it changes nothing, and it opens nothing else.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '../fixtures/calls.ts';
import { hashesOf } from '../fixtures/database-hash.ts';
import { openWorld, type World } from '../fixtures/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.app.close());

async function tokenTo(name: string): Promise<string> {
  const { rows } = await world.app.db.owner.query<{ body: string }>('select body from platform.mail where recipient = $1', [
    `${name}@asked.example`,
  ]);
  return /#(hansa_followup_[\w-]{43})/.exec(rows[0]?.body ?? '')?.[1] ?? expect.fail(`no letter to ${name}`);
}

test('opened by whoever and however often, it changes nothing, and of what others keep it holds no word', async () => {
  const token = await tokenTo('answered');
  const before = await hashesOf(world.app.db);
  for (const path of ['/follow-up', '/follow-up?answer=kept', `/follow-up?answer=not&token=${token}`])
    for (const method of ['GET', 'HEAD']) await world.app.ask(method, path);
  for (let at = 0; at < 5; at += 1) {
    const { status, body, text } = await call(world.app, 'outcomes.openFollowUp', { token }, {});
    expect([status, (body as { readonly state: string }).state]).toEqual([200, 'open']);
    // The name of the office that asks is all of it that is anybody's word.
    const { office } = body as { readonly office: { readonly en: { readonly text: string } } };
    expect([...new Set(text.match(/cnry\w+/g))]).toEqual([office.en.text]);
  }
  expect(await hashesOf(world.app.db)).toEqual(before);
});

test('it is no session and no key: as either it opens nothing, and a guessed one tells nothing', async () => {
  const token = await tokenTo('answered');
  const asked = { officeId: world.offices.town };
  expect((await call(world.app, 'outcomes.listFollowUps', asked, { token })).status).toBe(401);
  expect((await call(world.app, 'outcomes.listFollowUps', asked, { cookie: `hansa_link=${token}` })).status).toBe(401);
  expect((await world.app.ask('POST', '/api/link', { json: { token } })).status).toBeGreaterThanOrEqual(400);
  const guessed = await call(world.app, 'outcomes.openFollowUp', { token: `${token.slice(0, -1)}!` }, {});
  expect([guessed.status, (guessed.body as { readonly code: string }).code]).toEqual([404, 'outcomes.follow_up_not_found']);
});
