import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { deals, openTie, text, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import { addLesson, setLessonAudience } from '#modules/matching/api/lessons/keep-lessons.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { setTieAudience } from '#modules/ties/api/tie-audience.ts';
import { createKeeper } from '#platform/http/kept-answers.ts';
import type { Door } from '#platform/http/server.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { toldDoors } from './told-doors.ts';

let db: TestDatabase;
let tie: TieFixture;
let doors: readonly Door[];
let shown: string;
let lesson: string;

const wild = '</title><script>alert(1)</script>&<![CDATA[';

async function learn(title: string, isPublic: boolean): Promise<string> {
  const { office, owner } = tie.shanghai;
  const said = { kind: 'fact' as const, saidBy: null, visibility: 'public' as const, sharedWith: [], supersedes: null };
  const facts = {
    ...{
      office,
      learnerCity: tie.cities.shanghai,
      teacherCity: null,
      teacherCountry: 'JP',
      title: text(title),
      domain: null,
      practiceId: null,
    },
    entries: [{ ...said, attribute: 'learned' as const, value: { type: 'code' as const, code: 'yes' } }],
  };
  const { id, version } = valueOf(await db.as(owner, (work) => addLesson(work, facts)));
  const audience = { lessonId: id, visibility: 'public' as const, sharedWith: [] };
  if (isPublic) valueOf(await db.as(owner, (work) => setLessonAudience(work, audience), version));
  return id;
}

async function record(title: string, isPublic: boolean, facts: Parameters<typeof deals>[2] = {}): Promise<string> {
  const { office, owner } = tie.liverpool;
  const { id } = valueOf(await db.as(owner, (work) => recordOutcome(work, deals(tie, office, { title: text(title), ...facts }))));
  if (isPublic) valueOf(await db.as(owner, (work) => setOutcomeAudience(work, { outcomeId: id, visibility: 'public', sharedWith: [] })));
  return id;
}

beforeAll(async () => {
  db = await openTestDatabase();
  tie = await openTie(db);
  const { office, owner } = tie.liverpool;
  const nothing = { statementIds: [], agreementIds: [], exchangeIds: [] };
  const audience = { tieId: tie.tieId, office, visibility: 'public' as const, sharedWith: [], ...nothing };
  valueOf(await db.as(owner, (work) => setTieAudience(work, audience), 1));
  await record('Told to nobody', false);
  shown = await record(wild, true);
  await learn('Told to nobody', false);
  lesson = await learn('Rail', true);
  const say = (language: string, code: string): string => `${language} ${code}`;
  doors = toldDoors({ database: db.database, origin: 'https://ties.example/', keeper: createKeeper(), say, keptMs: 0 });
});
afterAll(() => db.close());

async function fetched(path: string): Promise<{ readonly status: number; readonly body: string; readonly headers: Headers }> {
  const part = /^\/sitemap\/(.*)$/.exec(path)?.[1];
  const door = doors.find((one) => one.path === (part === undefined ? path : '/sitemap/:part')) ?? expect.fail(`no ${path}`);
  const answer = await door.open(new Request(`https://ties.example${path}`), { part: part ?? '' }, { language: 'en', account: null });
  return { status: answer.status, body: await answer.text(), headers: answer.headers };
}

/** The texts of an element, in a file that is well-formed. */
function textsOf(xml: string, element: string): readonly string[] {
  const found: string[] = [];
  let within = '';
  const parser = new SaxesParser();
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.on('opentag', ({ name }) => (within = name));
  parser.on('text', (words) => void (within === element && found.push(words)));
  parser.on('closetag', () => (within = ''));
  parser.write(xml).close();
  return found;
}

test('the sitemap names each public page in each language, and no other', async () => {
  const parts = textsOf((await fetched('/sitemap.xml')).body, 'loc');
  const addresses = (await Promise.all(parts.map(async (part) => textsOf((await fetched(new URL(part).pathname)).body, 'loc')))).flat();
  const both = (path: string): readonly string[] => [`https://ties.example${path}`, `https://ties.example/zh${path}`];
  const ties = ['/ties/liverpool-gb--shanghai-cn', '/ties/liverpool-gb--shanghai-cn/report'];
  const pages = ['/', '/cities', '/challenges', '/editions', '/cities/liverpool-gb', '/cities/shanghai-cn', ...ties, `/outcomes/${shown}`];
  expect(addresses.toSorted()).toEqual(pages.flatMap(both).toSorted());
  for (const path of ['/sitemap/ties-2.xml', '/sitemap/ties-0.xml', '/sitemap/desks-1.xml', '/sitemap/ties.xml'])
    expect((await fetched(path)).status, path).toBe(404);
  expect((await fetched('/robots.txt')).body).toContain('Sitemap: https://ties.example/sitemap.xml');
});

test('the feed tells what was published, the newest first, as text, each in the language of its address', async () => {
  const { body, headers } = await fetched('/zh/feed.atom');
  expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(textsOf(body, 'title')).toEqual(['zh-Hans reports.feed_title', '上海：Rail', wild]);
  expect(textsOf(body, 'id')).toEqual(['https://ties.example/zh/', `urn:uuid:${lesson}`, `urn:uuid:${shown}`]);
  expect(body).toContain(`<link href="https://ties.example/zh/outcomes/${shown}"/>`);
  expect(body).toContain('label="zh-Hans reports.told_outcome"');
  const days = textsOf((await fetched('/feed.atom')).body, 'updated');
  expect(days[0]).toBe(days[1]);
  expect(body).not.toContain('Told to nobody');
});

test('the projects of a tie have a page of their own in both languages once one of them is public', async () => {
  const listed = async () => (await fetched('/sitemap/outcomes-1.xml')).body;
  const project = { kind: 'project' as const, extent: 'single' as const, entry: null };
  await record('A harbour, told to nobody', false, project);
  expect(await listed()).not.toContain('/projects');
  await record('A harbour', true, project);
  const both = [
    'https://ties.example/ties/liverpool-gb--shanghai-cn/projects',
    'https://ties.example/zh/ties/liverpool-gb--shanghai-cn/projects',
  ];
  expect(textsOf(await listed(), 'loc')).toEqual(expect.arrayContaining(both));
});
