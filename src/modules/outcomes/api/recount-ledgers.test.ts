// What is kept beside the ledgers is what they say, in whatever order and by however many it was added, and shows nobody more than they may see.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { createEdition } from '#modules/expos/api/edition/change-edition.ts';
import { editionInput } from '#modules/expos/api/edition-fixture.ts';
import { connect } from '#platform/postgres/roles.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { newId } from '#platform/work.ts';
import type { OutcomeId } from '../domain/outcome.ts';
import { announcedAt } from '../store/follow-through.ts';
import { askingsOf } from '../store/follow-ups.ts';
import { knownAbout } from '../store/known-about.ts';
import { entriesOf } from '../store/ledger.ts';
import { drawHistories, drawn } from './follow-through/histories-fixture.ts';
import { recountLedgers } from './recount-ledgers.ts';

let db: TestDatabase;
let [fair, chamber, stranger]: TestOffice[] = [];
let editionId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  [fair, chamber, stranger] = [await db.foundOffice(), await db.foundOffice(), await db.foundOffice()];
  editionId = valueOf(await db.as(fair.owner, (work) => createEdition(work, editionInput(must(fair).office, 'Drawn')))).id;
  await drawHistories(db, fair, { editionId, draw: drawn(83), count: 120 });
  // A third of the outcomes is public, a third is shared; some sides have spoken, and some letters came back.
  await db.owner.query(
    `update outcomes.outcome o set visibility = (array['private', 'public', 'shared'])[1 + n % 3], shared_with = case n % 3 when 2 then array[$1::uuid] else '{}' end
     from (select id, row_number() over (order by id) as n from outcomes.outcome) d where d.id = o.id`,
    [chamber.office],
  );
  await db.owner.query(
    `insert into outcomes.confirmation (id, outcome_id, owner_office, number, visibility, shared_with, stage, verdict, through, entered_by, entered_at)
     select gen_random_uuid(), o.id, $1, 1, case when n % 2 = 0 then 'public' else 'shared' end, array[$2::uuid], 'realised', 'confirms', 3, $3, now()
     from (select id, row_number() over (order by id) as n from outcomes.outcome) o where n % 4 < 2`,
    [chamber.office, fair.office, chamber.owner],
  );
  await db.owner.query(
    `with returned as (insert into platform.mail (id, recipient, language, subject, body, refused_at)
       select gen_random_uuid(), f.id::text, 'en', 's', 'b', now() from outcomes.follow_up f where state = 'sent' and months = 6 returning id, recipient)
     update outcomes.follow_up f set mail_id = r.id from returned r where r.recipient = f.id::text`,
  );
});
afterAll(() => db.close());

const must = (office: TestOffice | undefined): TestOffice => office ?? expect.fail('no office');

async function recount(mend = false): Promise<readonly string[]> {
  const client = await connect(db.migratorUrl, 'the migrator');
  try {
    return await recountLedgers(client, { mend });
  } finally {
    await client.end();
  }
}

type Cells = readonly (readonly unknown[])[];
interface Anew {
  readonly id: string;
  readonly part_of: string | null;
  readonly figures: Cells;
  readonly realised: Cells | null;
  readonly said: Cells | null;
  readonly askings: Cells | null;
}

interface KnownAnew extends Omit<Anew, 'figures' | 'realised'> {
  readonly kind: string;
  readonly title: unknown;
  readonly subjects: readonly string[];
  readonly figures: Cells | null;
}

/** The same as it is worked out of the ledgers themselves. */
const workedOut = (by: AccountId | null) =>
  db.as(by, async ({ tx }) => ok((await sql<Anew>`select * from outcomes.announced_at(${editionId}::uuid)`.execute(tx)).rows));

const inOrder = <T extends { readonly id: string }>(parts: readonly (readonly T[])[]): readonly T[] =>
  parts.flat().toSorted((one, other) => (one.id < other.id ? -1 : 1));

const byText = (all: readonly unknown[]): readonly string[] => all.map((one) => JSON.stringify(one)).toSorted();
const numberOf = (text: unknown): number | null => (text == null ? null : Number(text));

test('everybody reads of an edition what is worked out of the ledgers that they may see, and nothing else', async () => {
  const lengths: number[] = [];
  for (const by of [null, must(stranger).owner, must(chamber).owner, must(fair).owner, null]) {
    const kept = inOrder(valueOf(await db.as(by, async ({ tx }) => ok(await announcedAt(tx, editionId)))));
    const anew = valueOf(await workedOut(by));
    lengths.push(kept.length);
    expect(
      kept.map(({ id, partOf, figures, realised, said, askings }) => ({
        ...{ id, partOf: kept.some((whole) => whole.id === partOf) ? partOf : null, realised, said },
        figures: byText(
          figures.map(({ stage, first, last, enteredAt, amount, count }) => [
            ...[stage, first, last, enteredAt, numberOf(amount?.value), numberOf(count)],
          ]),
        ),
        askings: askings.map(({ months, due, state, sentAt, answers }) => [
          months,
          due,
          state,
          sentAt,
          answers.map(({ answer }) => answer),
        ]),
      })),
    ).toEqual(
      anew.map(({ id, part_of: partOf, figures, realised, said, askings }) => ({
        ...{ id, partOf, realised: realised ?? [], said: said ?? [] },
        figures: byText(
          figures.map(([stage, first, last, enteredAt, , , amount, , , count]) => [
            ...[stage, first, last, enteredAt, numberOf(amount), numberOf(count)],
          ]),
        ),
        askings: (askings ?? []).map(([months, due, state, sentAt, answers]) => [
          ...[months, due, state, sentAt, ((answers ?? []) as Cells).map(([answer]) => answer)],
        ]),
      })),
    );
  }
  expect(lengths[0]).toBe(lengths[1]);
  expect(lengths[0]).toBeLessThan(lengths[2] ?? 0);
  expect(lengths[2]).toBeLessThan(lengths[3] ?? 0);
  const all = JSON.stringify(valueOf(await workedOut(must(fair).owner)));
  expect(all).toContain('bounced');
  expect(all).toContain('confirms');
});

/** Everything that was drawn, as of two ties; some entries with days, and of another source. */
async function ofTies(): Promise<readonly string[]> {
  const ties = [newId(), newId()];
  await db.owner.query(
    `insert into outcomes.attribution (outcome_id, subject_kind, subject_id, owner_office, relation)
     select o.outcome_id, 'tie', t.id, $1, 'related_to' from (select outcome_id, row_number() over (order by outcome_id) as n from outcomes.attribution where subject_kind = 'edition') o
     join unnest($2::uuid[]) with ordinality as t(id, at) on n % 3 in (0, t.at)`,
    [must(fair).office, ties],
  );
  const other = newId();
  await db.owner.query(
    `insert into evidence.source (id, owner_office, class, title, entered_by, entered_at) values ($1, $2, 'signed_paper', 'Another', $3, now())`,
    [other, must(fair).office, must(fair).owner],
  );
  await db.owner.query(
    `update outcomes.entry set source_id = case when number % 2 = 0 then $1 else source_id end, value_date = jsonb_build_object('text', '2019-0' || number, 'qualifier', 'exact')
     where number < 5`,
    [other],
  );
  return ties;
}

test('what is known of ties is what is worked out of the ledgers that the reader may see, and only what has changed is read anew', async () => {
  const subjects = await ofTies();
  const readAs = async (by: AccountId | null) => valueOf(await db.as(by, async ({ tx }) => ok(await knownAbout(tx, subjects, 'again'))));
  const lengths: number[] = [];
  for (const by of [null, must(stranger).owner, must(chamber).owner, must(fair).owner]) {
    const parts = await readAs(by);
    const kept = inOrder(parts);
    lengths.push(kept.length);
    expect(await readAs(by)).toBe(parts);
    const anew = await db.as(by, async ({ tx }) =>
      ok((await sql<KnownAnew>`select * from outcomes.known_about(${subjects}::uuid[])`.execute(tx)).rows),
    );
    expect(
      kept.map(({ id, kind, partOf, title, subjects: of, figures, said, askings }) => ({
        ...{ id, kind, title, subjects: of, said },
        part_of: kept.some((whole) => whole.id === partOf) ? partOf : null,
        figures: byText(
          figures.map(({ stage, first, last, amount, count, sources, days }) => [
            ...[stage, first, last, numberOf(amount?.value), numberOf(count), sources.toSorted(), days.toSorted()],
          ]),
        ),
        askings: figures.length === 0 ? [] : askings.map(({ months, state, answers }) => [months, state, answers.length]),
      })),
    ).toEqual(
      valueOf(anew).map(({ id, kind, part_of, title, subjects: of, figures, said, askings }) => ({
        ...{ id, kind, title, subjects: of, said: figures === null ? [] : (said ?? []), part_of },
        figures: byText(
          (figures ?? []).map(([stage, first, last, , , , amount, , , count, , , sources, days]) => [
            ...[stage, first, last, numberOf(amount), numberOf(count)],
            ...[(sources as string[]).toSorted(), ((days ?? []) as string[]).toSorted()],
          ]),
        ),
        askings:
          figures === null ? [] : (askings ?? []).map(([months, , state, , answers]) => [months, state, ((answers ?? []) as Cells).length]),
      })),
    );
  }
  expect(lengths[0]).toBe(lengths[1]);
  expect(lengths[0]).toBeLessThan(lengths[2] ?? 0);
  expect(lengths[2]).toBeLessThan(lengths[3] ?? 0);
  const before = await readAs(null);
  const [changed = expect.fail('nothing is read')] = inOrder(before);
  await db.owner.query('update outcomes.outcome set occurred = $2 where id = $1', [changed.id, { text: '2018', qualifier: 'exact' }]);
  const after = await readAs(null);
  expect(after.filter((part) => !before.includes(part))).toEqual([
    before
      .find((part) => part.some(({ id }) => id === changed.id))
      ?.map((row) => (row.id === changed.id ? { ...row, occurred: { text: '2018', qualifier: 'exact' } } : row)),
  ]);
});

test('whatever is added, changed or removed, what is kept is what the ledgers say; what is written past that is found and put right', async () => {
  expect(await recount()).toEqual([]);
  await db.owner.query(`update outcomes.follow_up set state = 'stopped' where months = 3`);
  await db.owner.query(
    `update outcomes.entry set amount = amount + 1 where amount is not null and number = 1 and kind = 'entry' and reverses is null`,
  );
  await db.owner.query(`delete from outcomes.follow_up_answer where number = 2`);
  await db.owner.query(`delete from outcomes.confirmation where verdict = 'confirms' and visibility = 'public'`);
  expect(await recount()).toEqual([]);
  const { rows } = await db.owner.query<{ outcome_id: string }>(
    `update outcomes.ledger_now set told = replace(told, 'EUR', 'USD') where told like '%EUR%' returning outcome_id`,
  );
  expect(await recount(true)).toEqual(rows.map(({ outcome_id: id }) => id).toSorted());
  expect(await recount()).toEqual([]);
});

test('entries and askings are told as they were posted, to whoever may see their outcome', async () => {
  const { rows: posted } = await db.owner.query<Record<string, unknown> & { readonly outcome: OutcomeId; readonly isPublic: boolean }>(
    `select e.outcome_id as outcome, e.id, e.number, e.entered_by as "by", date_trunc('milliseconds', e.entered_at) as at, e.source_id as source, e.stage, e.amount::float8 as amount, e.count::float8 as count,
       e.reverses, e.value_date ->> 'text' as day, o.visibility = 'public' as "isPublic"
     from outcomes.entry e join outcomes.outcome o on o.id = e.outcome_id order by e.outcome_id, e.number`,
  );
  const { rows: asked } = await db.owner.query<{ readonly outcome: OutcomeId; readonly asked: string; readonly isPublic: boolean }>(
    `select f.outcome_id as outcome, concat_ws(' ', f.months, case when f.state = 'sent' and m.refused_at is not null then 'bounced' else f.state end, f.sent_at is null,
       (select count(*) from outcomes.follow_up_answer a where a.follow_up_id = f.id)) as asked, o.visibility = 'public' as "isPublic"
     from outcomes.follow_up f join outcomes.outcome o on o.id = f.outcome_id left join platform.mail m on m.id = f.mail_id order by f.outcome_id, f.months`,
  );
  const ids = [...new Set(posted.map(({ outcome }) => outcome))];
  for (const by of [null, must(fair).owner]) {
    const isSeen = ({ isPublic }: { readonly isPublic: boolean }): boolean => by !== null || isPublic;
    const [entries, askings] = valueOf(
      await db.as(by, async ({ tx }) => ok([await entriesOf(tx, ids), await askingsOf(tx, ids)] as const)),
    );
    expect(
      entries.map(({ outcomeId, id, number, enteredBy, enteredAt, sourceId, stage, amount, count, reverses, valueDate }) => ({
        ...{
          outcome: outcomeId,
          id,
          number,
          by: enteredBy,
          at: enteredAt,
          source: sourceId,
          stage,
          reverses,
          day: valueDate?.text ?? null,
        },
        ...{ amount: numberOf(amount?.value), count: numberOf(count), isPublic: posted.find((one) => one['id'] === id)?.isPublic },
      })),
    ).toEqual(posted.filter(isSeen));
    const told = [...askings].flatMap(([, of]) =>
      of.map(({ months, state, sentAt, answers }) => `${months} ${state} ${sentAt === null ? 't' : 'f'} ${answers.length}`),
    );
    expect(told).toEqual(asked.filter((one) => isSeen(one) && ids.includes(one.outcome)).map((one) => one.asked));
  }
});

test('of two who add to one outcome at once, what both added is kept', async () => {
  const { rows } = await db.owner.query<{ id: string; outcome_id: string; source: string }>(
    `select f.id, f.outcome_id, (select e.source_id from outcomes.entry e limit 1) as source from outcomes.follow_up f where state = 'sent' limit 1`,
  );
  const asking = rows[0] ?? expect.fail('nothing was asked');
  const [one, other] = [await db.owner.connect(), await db.owner.connect()];
  try {
    await one.query('begin');
    await one.query(
      `insert into outcomes.entry (id, outcome_id, number, owner_office, stage, qualifier, count_qualifier, source_id, entered_by, entered_at, content_hash)
       values ($1, $2, 99, $3, 'cancelled', 'exact', 'exact', $4, $5, now(), 'x')`,
      [newId(), asking.outcome_id, must(fair).office, asking.source, must(fair).owner],
    );
    const answered = other.query(
      `insert into outcomes.follow_up_answer (id, follow_up_id, outcome_id, number, owner_office, answer, said_for, language, answered_at)
       values ($1, $2, $3, 9, $4, 'kept', 'A company', 'en', now())`,
      [newId(), asking.id, asking.outcome_id, must(fair).office],
    );
    await waitsForTheOther();
    await one.query('commit');
    await answered;
  } finally {
    one.release();
    other.release();
  }
  expect(await recount()).toEqual([]);
});

/** Until the second transaction waits for the first one's row. */
async function waitsForTheOther(): Promise<void> {
  for (;;) {
    const { rows } = await db.owner.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%follow_up_answer%'`,
    );
    if (rows.length > 0) return;
  }
}
