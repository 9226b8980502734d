import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { organiserOf } from '#modules/expos/api/edition-fixture.ts';
import { addEntry, reverseEntry } from '#modules/outcomes/api/add-entry.ts';
import { deals, entry, openTie, text, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { createKeeper } from '#platform/http/kept-answers.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { newId, type Transact } from '#platform/work.ts';
import { openDataDoors } from '../../print/open-data-doors.ts';
import { previewFollowThrough, publishFollowThrough } from '../follow-through/publish.ts';
import { readReleases } from './releases.ts';

let db: TestDatabase;
let tie: TieFixture;
let fair: TestOffice;
let forum: string;
let slug: string;
const nobody: Transact = (use) => db.as(null, use);
beforeAll(async () => {
  db = await openTestDatabase();
  tie = await openTie(db);
  fair = await db.foundOffice();
  const organiser = organiserOf(db, fair);
  const edition = await organiser.edition('Forum');
  [forum, slug] = [edition.id, edition.slug];
  await organiser.publish(forum);
});
afterAll(() => db.close());

interface File {
  readonly format: string;
  readonly note: string;
  readonly releases: readonly Readonly<Record<string, unknown>>[];
}
const file = async () => valueOf(await readReleases(nobody, slug)) as File;

async function announce(title: string, isPublic = true): Promise<{ readonly id: Id<'Outcome'>; readonly first: string }> {
  const attributions = [{ subjectKind: 'edition' as const, subjectId: forum, relation: 'result_of' as const }];
  const facts = { extent: 'single' as const, fromCity: null, toCity: null, title: text(title), attributions };
  const first = entry({ stage: 'intended', amount: '1000', currency: 'EUR' });
  const made = valueOf(await db.as(fair.owner, (work) => recordOutcome(work, deals(tie, fair.office, { ...facts, entry: first }))));
  const audience = { outcomeId: made.id, visibility: isPublic ? ('public' as const) : ('private' as const), sharedWith: [] };
  if (isPublic) valueOf(await db.as(fair.owner, (work) => setOutcomeAudience(work, audience)));
  return { id: made.id, first: made.entries[0]?.id ?? '' };
}

test('there are none before the organiser shows the page, and none of an edition that is not there', async () => {
  await announce('Cranes');
  await announce('Told to nobody', false);
  expect(await readReleases(nobody, slug)).toMatchObject({ ok: false, refusal: { code: 'reports.not_followed' } });
  expect(await readReleases(nobody, 'no-such-edition')).toMatchObject({ ok: false });
  const stating = { withSteps: false, withUnlisted: false };
  const { digest } = valueOf(await db.as(fair.owner, (work) => previewFollowThrough(work, { editionId: forum, ...stating })));
  valueOf(await db.as(fair.owner, (work) => publishFollowThrough(work, { editionId: forum, digest, ...stating })));
  const { format, note, releases } = await file();
  expect([format, note]).toEqual(['hansa-follow-through-releases', expect.stringContaining('This is not OCDS')]);
  expect(releases.map(({ tag, title_en: title, amount }) => [tag, title, amount])).toEqual([['announcement', 'Cranes', '1000']]);
  expect(JSON.stringify(releases)).not.toContain('Told to nobody');
});

test('whatever is said adds a release with an id of its own, in order, and changes none before it', async () => {
  const { id: outcomeId, first } = await announce('Sensors');
  const before = (await file()).releases;
  const confirmed = ['outcomes.becomes_public' as const];
  const signed = entry({ stage: 'signed', amount: '900', currency: 'EUR' });
  valueOf(await db.as(fair.owner, (work) => addEntry(work, { ...signed, outcomeId, confirmed })));
  valueOf(await db.as(fair.owner, (work) => reverseEntry(work, { outcomeId, entryId: first, note: 'misheard', confirmed })));
  const asking = newId();
  await db.owner.query(
    `insert into outcomes.follow_up (id, outcome_id, owner_office, months, due, state, sent_at) values ($1, $2, $3, 3, '2020-02-06', 'sent', '2020-02-06T08:00:00Z')`,
    [asking, outcomeId, fair.office],
  );
  await db.owner.query(
    `insert into outcomes.follow_up_answer (id, follow_up_id, outcome_id, number, owner_office, answer, said_for, said_by, note, language, answered_at)
     values ($1, $2, $3, 1, $4, 'partly', 'A company', 'Ms Name', 'secret words', 'en', '2999-03-01T08:00:00Z')`,
    [newId(), asking, outcomeId, fair.office],
  );
  const { releases } = await file();
  expect(releases.slice(0, before.length)).toEqual(before);
  expect(
    releases.slice(before.length).map(({ tag, stage, reverses, answer }) => [tag, stage ?? null, reverses ?? null, answer ?? null]),
  ).toEqual([
    ['update', 'signed', null, null],
    ['reversal', 'intended', first, null],
    ['follow-up', null, null, 'partly'],
  ]);
  expect(releases.at(-1)?.['id']).toBe(`${outcomeId}-3-1`);
  expect(new Set(releases.map(({ id }) => id)).size).toBe(releases.length);
  for (const word of ['Ms Name', 'secret words', 'A company']) expect(JSON.stringify(releases)).not.toContain(word);
});

test('the file stands at an address of its edition, and at no other', async () => {
  const doors = openDataDoors(db.database, 'https://ties.example', createKeeper(), 0);
  const door = doors.find(({ path }) => path.endsWith('follow-through-releases.json')) ?? expect.fail('no door');
  const ask = (edition: string) =>
    door.open(
      new Request(`http://localhost/data/editions/${edition}/follow-through-releases.json`),
      { edition },
      { language: 'en', account: null },
    );
  const answer = await ask(slug);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
  expect(((await answer.json()) as File).releases).toEqual((await file()).releases);
  for (const other of ['no-such-edition', '../../etc', 'A B']) expect((await ask(other)).status).toBe(404);
});
