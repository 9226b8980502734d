// T32 for follow-ups: a letter's link shows its own question and nothing of others, opening it changes nothing, and it opens nothing else.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '../fixtures/calls.ts';
import { hashesOf } from '../fixtures/database/database-hash.ts';
import { openWorld } from '../fixtures/open-world.ts';
import type { World } from '../fixtures/world.ts';

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

const sentForm = (fields: Readonly<Record<string, string>>, paper?: File): { readonly form: FormData } => {
  const form = new FormData();
  // What browsers send of a field for a file that was left empty.
  form.set('file', paper ?? new File([], ''));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return { form };
};

test('without any script its link is pasted: showing changes nothing, an answer is recorded once it is sent, and no address holds the secret', async () => {
  const token = await tokenTo('answered');
  const letter = `https://hansa.example/follow-up?answer=kept#${token}`;
  const { ask } = world.app;
  const before = await hashesOf(world.app.db);
  for (const [path, words] of [
    ['/follow-up/letter', 'The link in the letter'],
    ['/zh/follow-up/letter', '来函中的链接'],
  ] as const) {
    const opened = await ask('GET', path);
    expect([opened.status, opened.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(opened.text).toContain(words);
    const shown = await ask('POST', path, sentForm({ letter }));
    expect([shown.status, /<input[^>]*checked=""[^>]*value="kept"/.test(shown.text)]).toEqual([200, true]);
    expect(shown.text).not.toMatch(/<script|href="[^"]*hansa_followup/);
    expect([...new Set(shown.text.match(/action="[^"]*"/g))]).toEqual([`action="${path}"`]);
  }
  const guessed = await ask('POST', '/follow-up/letter', sentForm({ letter: `${letter.slice(0, -1)}!` }));
  expect([guessed.status, guessed.text.includes('cnry')]).toEqual([404, false]);
  // The link of an invitation is not called wrong: it opens something else, and not here.
  const invitation = await ask(
    'POST',
    '/zh/follow-up/letter',
    sentForm({ letter: `https://expo.example/in#hansa_link_${'x'.repeat(43)}` }),
  );
  expect([invitation.status, invitation.text.includes('该链接不属于询问成果的来函')]).toEqual([400, true]);
  const wrong = await ask(
    'POST',
    '/follow-up/letter',
    sentForm({ letter: token, step: 'answer', answer: 'not', amount: '5', currency: 'EUR', note: '<b>no' }),
  );
  expect([wrong.status, wrong.text.includes('role="alert"'), wrong.text.includes('value="&lt;b&gt;no"')]).toEqual([400, true, true]);
  // Less than announced is asked about, and ticked where it is meant so.
  const less = await ask('POST', '/follow-up/letter', sentForm({ letter: token, step: 'answer', answer: 'kept', amount: '5' }));
  expect([less.status, less.text.includes('Was it kept in part?'), less.text.includes('value="outcomes.kept_is_less"')]).toEqual([
    ...[409, true],
    true,
  ]);
  const far = await ask('POST', '/follow-up/letter', sentForm({ letter: token, step: 'answer', answer: 'partly', amount: '2400000' }));
  expect([far.status, far.text.includes('value="outcomes.far_from_announced"')]).toEqual([409, true]);
  const foreign = await ask('POST', '/follow-up/letter', {
    ...sentForm({ letter: token, step: 'answer', answer: 'kept' }),
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(foreign.status).toBe(403);
  expect(await hashesOf(world.app.db)).toEqual(before);
  const paper = new File(['Signed in part, the rest in spring.'], 'note.txt', { type: 'text/plain' });
  const sending =
    /name="sending" value="([^"]+)"/.exec((await ask('POST', '/follow-up/letter', sentForm({ letter: token }))).text)?.[1] ?? '';
  const answered = { letter: token, step: 'answer', answer: 'partly', differs: 'later', amount: 'about 100,000', sending };
  const papers = async (): Promise<readonly unknown[]> => {
    const sql = 'select a.number, a.document_id is not null as paper from outcomes.follow_up_answer a where a.sending = $1';
    return (await world.app.db.owner.query<{ number: number; paper: boolean }>(sql, [sending])).rows;
  };
  // Pressed twice it is one answer, with its paper.
  for (let press = 0; press < 2; press += 1) {
    const done = await ask('POST', '/follow-up/letter', sentForm(answered, paper));
    expect([done.status, done.text.includes('Recorded. Thank you.'), (await papers()).length], done.text.slice(0, 3000)).toEqual([
      200,
      true,
      1,
    ]);
  }
  expect(await papers()).toMatchObject([{ paper: true }]);
  const meant = { letter: token, step: 'answer', answer: 'kept', amount: '5', confirmed: 'outcomes.kept_is_less' };
  expect((await ask('POST', '/follow-up/letter', sentForm(meant, paper))).text).toContain('Recorded. Thank you.');
  expect((await ask('POST', '/follow-up/letter', sentForm({ ...answered, sending: randomUUID() }))).status).toBe(200);
  const { body } = await call(world.app, 'outcomes.openFollowUp', { token }, {});
  const amount = { value: '100000', currency: 'GBP' };
  expect(body).toMatchObject({ asked: { answer: { answer: 'partly', differs: ['later'], amount, qualifier: 'about' } } });
  const stopped = await ask('POST', '/follow-up/letter', sentForm({ letter: token, step: 'stop', covers: 'deal' }));
  expect([stopped.status, stopped.text.includes('No more letters')]).toEqual([200, true]);
  const resumed = await ask('POST', '/follow-up/letter', sentForm({ letter: token, step: 'resume' }));
  expect([resumed.status, resumed.text.includes('Letters may come again'), stopped.text.includes('Letters may come again')]).toEqual([
    ...[200, false],
    true,
  ]);
});
