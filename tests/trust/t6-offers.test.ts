// T6 of what is offered and sought: what nobody should have to compare is refused in words, at the API and by the command.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editionInput, text } from '#modules/expos/api/edition-fixture.ts';
import { limits } from '#modules/expos/domain/limits.ts';
import { rosterProblems } from '#modules/expos/domain/roster-problems.ts';
import { en } from '#modules/expos/text.en.ts';
import { openTestApp, type TestApp } from '../fixtures/app.ts';
import { call, type Input } from '../fixtures/calls.ts';
import { root } from '../platform/started.ts';

let app: TestApp;
let cookie: string;
let folder: string;
let editionId: string;

beforeAll(async () => {
  app = await openTestApp();
  folder = mkdtempSync(join(tmpdir(), 'hansa-match-'));
  const { office, owner } = await app.db.foundOffice({ kind: 'organiser' });
  cookie = await app.signIn(owner);
  ({ id: editionId } = (await call(app, 'expos.createEdition', editionInput(office, 'Offers'), { cookie })).body as { id: string });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await app.close();
});

const enter = (code: string, facts: Input) =>
  call(app, 'expos.createParticipant', { editionId, code, role: 'exhibitor', name: text('Company'), ...facts }, { cookie });
const human = (words: string) => ({ text: words, origin: 'human' });

/** Exit code and what the command said. */
const command = (file: unknown): Promise<readonly [unknown, string]> => {
  const path = join(folder, 'file.json');
  writeFileSync(path, JSON.stringify(file));
  return new Promise((resolve) => {
    const script = join(root, 'src/matcher/run/command.ts');
    execFile(process.execPath, [script, path], { maxBuffer: 1e8 }, (fault, _out, said) => resolve([fault?.code ?? 0, said]));
  });
};
const offer = { id: 'o', kind: 'company', lang: 'en', title: 'Shore power', text: 'For ferries' };
const refusedBy = async (offers: readonly object[], words: RegExp): Promise<void> => {
  const [code, said] = await command({ offers, needs: [] });
  expect(code).toBe(2);
  expect(said).toMatch(words);
};

test('a text of a megabyte', async () => {
  const megabyte = 'x'.repeat(1_048_576);
  const answer = await enter('E1', { offer: { en: human(megabyte) } });
  expect([413, 422]).toContain(answer.status);
  expect(answer.text.length).toBeLessThan(1_000);
  const shorter = await enter('E1', { offer: { en: human('x'.repeat(1_001)) } });
  expect([shorter.status, shorter.text]).toEqual([422, expect.stringContaining('1000 characters or fewer')]);
  await refusedBy([{ ...offer, text: megabyte }], /1,048,576 characters long, at most 20,000/);
});

test('a script in what is said or in a title', async () => {
  for (const words of ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', 'javascript:alert(1)']) {
    const answer = await enter('E2', { offer: { en: human('Shore power') }, need: { en: human(words) } });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(en['expos.saying_markup'])]);
    await refusedBy([{ ...offer, title: words }], /title has markup or a script/);
  }
  // What merely looks like it is said as it is.
  const plain = await enter('E2', { offer: { en: human('Motors < 5 kW, and > 90 % of what people ask for') } });
  expect(plain.status).toBe(201);
});

test('a language that there is not', async () => {
  const answer = await enter('E3', { offer: { qq: human('Shore power') } });
  expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('language code')]);
  await refusedBy([{ ...offer, lang: 'qq' }], /a language that the matcher does not read/);
});

test('ten thousand offers of one company', async () => {
  const organisationId = ((await enter('O0', { name: text('Again and again') })).body as { organisationId: string }).organisationId;
  for (let at = 1; at < limits.entriesOfOne; at += 1) expect((await enter(`O${at}`, { organisationId, name: undefined })).status).toBe(201);
  const answer = await enter('O100', { organisationId, name: undefined });
  expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('already has 100 entries')]);
  const roster = {
    ...{ slots: [], tables: [], stands: [], groups: [], topics: [], interpreters: [], floor: { halls: [], walks: [], rectangles: [] } },
    participants: Array.from({ length: 10_000 }, (_, at) => ({
      ...{ code: `P${at}`, name: text('Again and again'), country: null, city: null, role: 'exhibitor' as const, offer: null, need: null },
      ...{
        offerTopics: [],
        needTopics: [],
        markets: [],
        size: null,
        offerDetails: null,
        needDetails: null,
        seats: 1,
        languages: [],
        minMeetings: null,
        maxMeetings: null,
      },
      ...{ group: null, stand: null, meetsAt: 'table' as const, contacts: [], unavailable: [] },
    })),
  };
  expect(rosterProblems(roster, { start: 0, end: 1 })).toContainEqual({
    path: ['participants', limits.entriesOfOne, 'name'],
    code: 'expos.organisation_too_often',
    params: { count: 10_000, max: limits.entriesOfOne },
  });
  await refusedBy(
    Array.from({ length: 10_000 }, (_, at) => ({ ...offer, id: `o${at}` })),
    /10,000 say the same/,
  );
}, 60_000);
