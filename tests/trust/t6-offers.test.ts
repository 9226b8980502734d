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
import { en as citiesEn } from '#modules/cities/ui/profile/profile-text.en.ts';
import { fullTest } from '#platform/full-size.ts';
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
  expect([shorter.status, shorter.text]).toEqual([422, expect.stringContaining('1,000 characters or fewer')]);
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

fullTest(
  'ten thousand offers of one company',
  async () => {
    const organisationId = ((await enter('O0', { name: text('Again and again') })).body as { organisationId: string }).organisationId;
    for (let at = 1; at < limits.entriesOfOne; at += 1)
      expect((await enter(`O${at}`, { organisationId, name: undefined })).status).toBe(201);
    const answer = await enter('O100', { organisationId, name: undefined });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('already has 100 entries')]);
    const roster = {
      ...{ slots: [], tables: [], stands: [], groups: [], topics: [], interpreters: [], floor: { halls: [], walks: [], rectangles: [] } },
      participants: Array.from({ length: 10_000 }, (_, at) => ({
        ...{
          code: `P${at}`,
          name: text('Again and again'),
          country: null,
          city: null,
          role: 'exhibitor' as const,
          offer: null,
          need: null,
        },
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
  },
  60_000,
);

test('the same at the door of a company’s own link, in what it offers and in what it says beside the words', async () => {
  const email = 'linked@company.example';
  const made = await enter('L1', { contacts: [{ surname: 'Ho', givenName: 'Ann', email, languages: ['en'] }] });
  const { id: participantId, version } = made.body as { id: string; version: number };
  await call(app, 'expos.sendLetters', { editionId, kind: 'invitation', toIds: [participantId] }, { cookie });
  const { rows } = await app.db.owner.query<{ body: string }>('select body from platform.mail where recipient = $1', [email]);
  const token = /#(hansa_link_[\w-]{43})/.exec(rows[0]?.body ?? '')?.[1] ?? expect.fail('no letter');
  const opened = await app.ask('POST', '/api/link', { json: { token } });
  const link = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  const say = (facts: Input) => call(app, 'expos.answerProfile', { editionId, participantId, ...facts }, { cookie: link, version });
  const details = { goals: [7], places: ['Liverpool'], from: null, until: null, source: null };
  const megabyte = 'x'.repeat(1_048_576);
  for (const [facts, words] of [
    [{ offer: { en: human(megabyte) } }, /1,000 characters or fewer|too large/i],
    [{ need: { en: human('<script>alert(1)</script>') } }, en['expos.saying_markup']],
    [{ offer: { qq: human('Shore power') } }, /language code/],
    [{ offerDetails: { ...details, places: ['<img src=x onerror=alert(1)>'] } }, citiesEn['cities.plain_words']],
    [{ offerDetails: { ...details, source: 'javascript:alert(1)' } }, citiesEn['cities.plain_words']],
    [{ needDetails: { ...details, source: megabyte } }, /300 characters or fewer|too large/i],
    [{ offerDetails: { ...details, title: { en: human('<script>alert(1)</script>') } } }, citiesEn['cities.plain_words']],
    [{ offerDetails: { ...details, title: { en: human('x'.repeat(121)) } } }, /120 characters or fewer/],
    [{ offerDetails: { ...details, title: { qq: human('Shore power') } } }, /language code/],
    [{ offerDetails: { ...details, goals: [18] } }, /goals/],
    [{ offerDetails: { ...details, from: '2026-02-30' } }, /from/],
    [{ offerDetails: { ...details, from: '2027-01-01', until: '2026-01-01' } }, citiesEn['cities.ends_before_start']],
    [{ offerDetails: { ...details, places: Array.from({ length: 21 }, (_, at) => `Place ${at}`) } }, /places/],
  ] as const) {
    const answer = await say(facts);
    expect([413, 422]).toContain(answer.status);
    expect(answer.text).toEqual(typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words));
    expect(answer.text.length).toBeLessThan(1_500);
  }
  // A title may be left out, too, as by a program that knew of none.
  expect((await say({ offerDetails: details })).status).toBe(200);
});

test('the same at the door of a file, each with its row and its column; a column in a language that there is not is told as not read', async () => {
  const preview = async (rows: readonly string[]) => {
    const file = new File(
      [`Code,Name,Offers,Looking for,Offer: places,Offer: valid until,Offer: UN goals\n${rows.join('\n')}\n`],
      'companies.csv',
    );
    return call(app, 'meetings.previewImport', { editionId, file }, { cookie });
  };
  const long = await preview(['F1,Megabyte,' + 'x'.repeat(1_048_576) + ',,,,']);
  expect([long.status, long.text]).toEqual([422, expect.stringContaining('row 2, “C”: this row is longer than 250,000 characters')]);
  const longer = await preview(['F1,Long,' + 'x'.repeat(1_001) + ',,,,']);
  expect(longer.text).toMatch(/row 2[^"]*1,001 characters; the limit is 1,000/);
  const { text: told } = await preview([
    'F2,Script,<script>alert(1)</script>,,,,',
    'F3,Place,Shore power,,<img src=x onerror=alert(1)>,,',
    'F4,Day,Shore power,,,2026-02-30,',
    'F5,Goal,Shore power,,,,18',
  ]);
  expect(told.length).toBeLessThan(20_000);
  for (const words of [/row 2[^"]*markup/, /row 3[^"]*markup/, /row 4[^"]*is not a day/, /row 5[^"]*between 1 and 17/])
    expect(told).toMatch(words);
  const file = new File(['Code,Name,Offers (qq)\nF6,Tongue,Shore power\n'], 'companies.csv');
  const { ignored } = (await call(app, 'meetings.previewImport', { editionId, file }, { cookie })).body as { ignored: readonly object[] };
  expect(JSON.stringify(ignored)).toContain('Offers (qq)');
});
