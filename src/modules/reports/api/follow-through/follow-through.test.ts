// The follow-through page of an edition: whose choice it is, what it counts, and that what is not public changes nothing in it.
import { expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import { createEdition } from '#modules/expos/api/edition/change-edition.ts';
import { createExpo } from '#modules/expos/api/expos.ts';
import { enterEditionStatements } from '#modules/expos/api/edition/said-of-edition.ts';
import { editionInput, organiserOf } from '#modules/expos/api/edition-fixture.ts';
import { deals, entry, openTie, text } from '#modules/outcomes/api/outcomes-fixture.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { ownTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import { newId } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { followThroughSheet } from './follow-through-sheet.ts';
import { readFollowThrough } from '../open-data/follow-through.ts';
import { listFollowedEditions } from './followed-editions.ts';
import { getFollowThrough } from './follow-through.ts';
import { listFollowThrough } from './list-announcements.ts';
import { previewFollowThrough, publishFollowThrough, withdrawFollowThroughPage } from './publish.ts';

const db = await ownTestDatabase();
const tie = await openTie(db);
const fair = await db.foundOffice();
const organiser = organiserOf(db, fair);
const forum = (await organiser.edition('Forum')).id;
await organiser.publish(forum);

type Facts = Partial<Asked<'getFollowThrough'>>;
const page = (by: AccountId | null, facts: Facts = {}) => db.as(by, (work) => getFollowThrough(work, { edition: forum, ...facts }));
const publicPage = async () => valueOf(await page(null));

interface Announcing {
  readonly title: string;
  readonly stage?: 'potential' | 'intended' | 'signed';
  readonly amount?: string;
  readonly answer?: 'kept' | 'partly' | 'not' | 'cannot_say' | null;
  readonly isPublic?: boolean;
  readonly by?: TestOffice;
}

/** Tests announce what is a large part of what little there is. */
const meant = { confirmed: ['outcomes.may_be_same' as const, 'outcomes.large_part_of_edition' as const] };

/** An announcement at the forum; `answer`: what was answered to the asking after three months, null: nothing; undefined: nobody asked. */
async function announce({ title, stage = 'intended', amount = '1000', answer, isPublic = true, by = fair }: Announcing): Promise<string> {
  const attributions = [{ subjectKind: 'edition' as const, subjectId: forum, relation: 'result_of' as const }];
  const facts = { extent: 'single' as const, fromCity: null, toCity: null, title: text(title), attributions, ...meant };
  const first = entry({ stage, amount, currency: 'EUR', valueDate: { text: '2019-11-06', qualifier: 'exact' } });
  const { id, version } = valueOf(await db.as(by.owner, (work) => recordOutcome(work, deals(tie, by.office, { ...facts, entry: first }))));
  if (isPublic)
    valueOf(
      await db.as(by.owner, (work) =>
        setOutcomeAudience({ ...work, expectedVersion: version }, { outcomeId: id, visibility: 'public', sharedWith: [] }),
      ),
    );
  if (answer === undefined) return id;
  const asking = newId();
  await db.owner.query(
    `insert into outcomes.follow_up (id, outcome_id, owner_office, months, due, state, sent_at) values ($1, $2, $3, 3, '2020-02-06', 'sent', '2020-02-06T08:00:00Z')`,
    [asking, id, by.office],
  );
  if (answer !== null)
    await db.owner.query(
      `insert into outcomes.follow_up_answer (id, follow_up_id, outcome_id, number, owner_office, answer, said_for, language, answered_at)
       values ($1, $2, $3, 1, $4, $5, 'A company', 'en', '2020-03-01T08:00:00Z')`,
      [newId(), asking, id, by.office, answer],
    );
  return id;
}

const publish = async (choice: { withSteps?: boolean; withUnlisted?: boolean } = {}) => {
  const stating = { withSteps: false, withUnlisted: false, ...choice };
  const { digest } = valueOf(await db.as(fair.owner, (work) => previewFollowThrough(work, { editionId: forum, ...stating })));
  return db.as(fair.owner, (work) => publishFollowThrough(work, { editionId: forum, digest, ...stating }));
};

test('before it is published its organiser reads it, another office its own part, and nobody else anything', async () => {
  await announce({ title: 'Cranes', answer: 'kept' });
  await announce({ title: 'Sensors', answer: null });
  await announce({ title: 'Paints', by: tie.liverpool, isPublic: false, answer: 'not' });
  expect(await page(null)).toMatchObject({ ok: false, refusal: { code: 'reports.not_followed' } });
  expect(await page(tie.stranger.owner)).toMatchObject({ ok: false, refusal: { code: 'reports.not_followed' } });
  expect(valueOf(await page(fair.owner))).toMatchObject({ view: 'own', mayPublish: true, total: 2, fates: { kept: 1, unknown: 1 } });
  expect(valueOf(await page(tie.liverpool.owner))).toMatchObject({ view: 'own', mayPublish: false, total: 1, fates: { not: 1 } });
});

test('only its organiser publishes it, after looking at exactly what everybody will read', async () => {
  const stating = { withSteps: false, withUnlisted: false };
  expect(await db.as(tie.liverpool.owner, (work) => previewFollowThrough(work, { editionId: forum, ...stating }))).toMatchObject({
    ok: false,
    refusal: { code: 'expos.organiser_only' },
  });
  const preview = valueOf(await db.as(fair.owner, (work) => previewFollowThrough(work, { editionId: forum, ...stating })));
  await announce({ title: 'Locks' });
  expect(
    await db.as(fair.owner, (work) => publishFollowThrough(work, { editionId: forum, digest: preview.digest, ...stating })),
  ).toMatchObject({ ok: false, refusal: { code: 'reports.preview_outdated' } });
  expect(await page(null)).toMatchObject({ ok: false });
  expect(await publish()).toMatchObject({ ok: true, value: { isPublic: true } });
  expect(await publicPage()).toMatchObject({ view: 'public', total: 3, isPublic: true });
});

test('it counts by stage, kind and month, with who answered and why nothing is known, and never adds stages', async () => {
  await announce({ title: 'Barges', stage: 'potential', amount: '5000', answer: 'partly' });
  await announce({ title: 'Buoys', stage: 'potential', amount: '700', answer: 'cannot_say' });
  const read = await publicPage();
  expect(read).toMatchObject({
    ...{ total: 5, fates: { kept: 1, partly: 1, not: 0, unknown: 3 }, answers: { asked: 4, answered: 3 } },
    reasons: { not_asked: 1, no_answer: 1, cannot_say: 1, stopped: 0, returned: 0, in_dispute: 0 },
    byStage: [
      { stage: 'potential', fates: { partly: 1, unknown: 1 }, announced: [{ kind: 'deal', amount: { value: '5700', currency: 'EUR' } }] },
      { stage: 'intended', fates: { kept: 1, unknown: 2 }, announced: [{ kind: 'deal', amount: { value: '3000', currency: 'EUR' } }] },
    ],
    byKind: [{ kind: 'deal', fates: { kept: 1, partly: 1, not: 0, unknown: 3 } }],
    sureness: [{ assurance: 'reported', things: 1 }],
    path: { intended: 4, signed: 2, realised: 2, verified: 0 },
  });
  // Three months after it closed, on 7 February, nobody had answered yet.
  expect(read.byMonth.map(({ months, fates }) => [months, fates.unknown])).toEqual([
    ...[3, 6, 12, 24, 36].map((months) => [months, months === 3 ? 5 : 3]),
  ]);
});

test('every figure leads to its list, and the open data holds what it is counted from', async () => {
  const listed = valueOf(await db.as(null, (work) => listFollowThrough(work, { edition: forum, limit: 2, fate: 'unknown' })));
  expect(listed).toMatchObject({
    entries: [{ title: { en: { text: 'Sensors' } }, reason: 'no_answer' }, { reason: 'not_asked' }],
    nextCursor: '2',
  });
  const rest = valueOf(await db.as(null, (work) => listFollowThrough(work, { edition: forum, limit: 2, fate: 'unknown', cursor: '2' })));
  expect(rest.entries.map(({ reason }) => reason)).toEqual(['cannot_say']);
  const rows = valueOf(await readFollowThrough((use) => db.as(null, use)));
  const read = await publicPage();
  for (const fate of ['kept', 'partly', 'not', 'unknown'] as const) {
    expect(rows.filter((row) => row['fate'] === fate).reduce((sum, row) => sum + Number(row['things']), 0)).toBe(read.fates[fate]);
    for (const { months, fates } of read.byMonth)
      expect(rows.filter((row) => row[`fate_${months}`] === fate).reduce((sum, row) => sum + Number(row['things']), 0)).toBe(fates[fate]);
  }
  expect(rows.map((row) => row['outcome'])).toHaveLength(5);
  const { rows: cells } = followThroughSheet(read, { language: 'zh-Hans', labels: {} });
  expect(cells).toContainEqual(['全部成果', '', '不详', 3, '']);
  const conversion = {
    ...{ to: 'EUR', base: 'USD', period: 'year' as const, measure: 'average' as const, direction: 'units_per_base' as const },
    ...{ table: 'rates', number: 1, name: 'Rates', source: 'A bank, 2020' },
  };
  const sum = { to: 'EUR', total: { value: '8900000', currency: 'EUR' }, isRounded: true, parts: [], left: [] };
  const total = { stage: 'signed' as const, kind: 'deal' as const, way: null, assurance: 'reported' as const, qualifier: 'exact' as const };
  const inEuro = followThroughSheet(
    { ...read, converted: { conversion, totals: [{ ...total, outcomes: [], sum }] } },
    { language: 'en', labels: {} },
  );
  expect(inEuro.rows).toContainEqual(['Sums in our currency', 'signed, deal, reported by one side', 'about €8.9 million', 8900000, 'EUR']);
});

test('what is not public changes not a byte of it, in numbers or amounts, unless its office states it', async () => {
  const before = JSON.stringify(await publicPage());
  const followed = JSON.stringify(valueOf(await db.as(null, (work) => listFollowedEditions(work, { limit: 5 }))));
  for (let at = 0; at < 8; at += 1) await announce({ title: `Secret ${at}`, amount: '7777777', answer: 'kept', isPublic: false });
  await announce({ title: 'Secret of another', amount: '8888888', isPublic: false, by: tie.liverpool });
  expect(JSON.stringify(await publicPage())).toBe(before);
  expect(JSON.stringify(valueOf(await db.as(null, (work) => listFollowedEditions(work, { limit: 5 }))))).toBe(followed);
  expect(JSON.stringify(valueOf(await readFollowThrough((use) => db.as(null, use))))).not.toContain('Secret');
  // All of one fate would tell what became of each.
  valueOf(await publish({ withUnlisted: true }));
  expect((await publicPage()).stated).toMatchObject({ unlisted: { total: 8, fates: null } });
  for (let at = 0; at < 5; at += 1) await announce({ title: `Further ${at}`, amount: '7777777', isPublic: false });
  valueOf(await publish({ withUnlisted: true }));
  const stated = await publicPage();
  expect(stated.stated).toMatchObject({ unlisted: { total: 13, fates: { kept: 8, partly: 0, not: 0, unknown: 5 } } });
  expect(stated.total).toBe(5);
  expect(JSON.stringify(stated)).not.toContain('7777777');
  // One more alone would tell of that one: what was stated stays.
  await announce({ title: 'One more', isPublic: false, answer: 'kept' });
  valueOf(await publish({ withUnlisted: true }));
  expect((await publicPage()).stated).toMatchObject({ unlisted: { total: 13 } });
  valueOf(await publish());
  expect((await publicPage()).stated).toMatchObject({ steps: null, unlisted: null });
});

test('taken back, nobody reads it, and the open data does not hold it', async () => {
  valueOf(await db.as(fair.owner, (work) => withdrawFollowThroughPage(work, { editionId: forum })));
  expect(await page(null)).toMatchObject({ ok: false, refusal: { code: 'reports.follow_through_withdrawn' } });
  expect(valueOf(await readFollowThrough((use) => db.as(null, use)))).toEqual([]);
  expect(valueOf(await db.as(null, (work) => listFollowedEditions(work, { limit: 5 })))).toEqual({ entries: [] });
});

test('of an edition that nobody claims the announced total is unknown, all of it, with what surveys found beside it', async () => {
  const register = await db.foundOffice({ kind: 'register' });
  const organiser = organiserOf(db, register);
  const expo = valueOf(await db.as(register.owner, (work) => createExpo(work, { office: register.office, name: text('Import expo') })));
  const { id, slug } = valueOf(
    await db.as(register.owner, (work) => createEdition(work, { ...editionInput(register.office, 'First'), expoId: expo.id })),
  );
  const said = { kind: 'count' as const, visibility: 'public' as const, sharedWith: [], supersedes: null, saidBy: null };
  const source = {
    class: 'press_or_study' as const,
    title: 'A paper',
    publisher: null,
    address: null,
    date: null,
    passage: null,
    place: null,
    documentId: null,
  };
  valueOf(
    await db.as(register.owner, (work) =>
      enterEditionStatements(work, {
        ...{ editionId: id, office: register.office },
        entries: [
          { ...said, attribute: 'deals', value: { type: 'money', amount: '57830000000', currency: 'USD', qualifier: 'exact' }, source },
          { ...said, attribute: 'survey_not_realised', value: { type: 'count', count: '47', qualifier: 'exact' }, source },
        ],
      }),
    ),
  );
  expect(await db.as(null, (work) => getFollowThrough(work, { edition: slug }))).toMatchObject({ ok: false });
  await organiser.publish(id);
  const read = valueOf(await db.as(null, (work) => getFollowThrough(work, { edition: slug })));
  expect(read).toMatchObject({
    ...{ total: 0, isPublic: false, mayPublish: false },
    totals: [
      {
        announced: { first: { value: { amount: '57830000000' } } },
        surveys: [{ attribute: 'survey_not_realised', shown: { first: { value: { count: '47', unit: '%' } } } }],
      },
    ],
  });
});
