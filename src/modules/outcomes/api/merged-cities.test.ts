// Whatever hangs on cities, in all modules: put together and parted again in any order, every row is what it was, so everybody is answered as before.
import type { Id } from '#kernel/ids.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { indexCities } from '#modules/cities/api/index-city.ts';
import { describeCities, mergeCity, openMerge, partCities } from '#modules/cities/api/merging.ts';
import type { CityId } from '#modules/cities/domain/city.ts';
import { pairOf } from '#modules/ties/domain/tie.ts';
import { tieIdOf } from '#modules/ties/api/tie-id.ts';
import { ok } from '#kernel/result.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';

let db: TestDatabase;
let register: TestOffice;
let offices: readonly TestOffice[];

beforeAll(async () => {
  db = await openTestDatabase();
  register = await db.foundOffice({ kind: 'register' });
  offices = [register, await db.foundOffice({ kind: 'city' }), await db.foundOffice({ kind: 'city' })];
});
afterAll(() => db.close());

const tables = [
  ...['cities.city', 'cities.name', 'cities.former_slug', 'cities.mention', 'cities.relation', 'cities.adoption', 'cities.profile_entry'],
  ...[
    'cities.published_entry',
    'evidence.statement',
    'evidence.pin',
    'evidence.subject_alias',
    'ties.keeping',
    'ties.listing',
    'ties.agreement',
  ],
  ...['ties.agreed_item', 'ties.exchange', 'desk.paste', 'reference.saying', 'reference.place', 'reference.answer', 'outcomes.outcome'],
  ...['outcomes.party', 'outcomes.attribution', 'platform.office_search_term', 'platform.search_term'],
];

/** Every row of every table, without what counts changes or says when. */
async function everything(): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const table of tables) {
    const found = await db.owner.query<{ row: string }>(
      `select '${table} ' || (to_jsonb(t) - 'version' - 'updated_at' - 'mentioned_at')::text as row from ${table} t order by 1`,
    );
    rows.push(...found.rows.map(({ row }) => row));
  }
  return rows;
}

const CITIES = 5;
const at = fc.nat({ max: CITIES - 1 });
const office = fc.nat({ max: 2 });
const audience = fc.constantFrom('private', 'shared', 'public', 'withdrawn');
const thing = fc.record({
  kind: fc.constantFrom(
    'keeping',
    'keeping',
    'listing',
    'agreement',
    'exchange',
    'statement',
    'pin',
    'outcome',
    'profile',
    'relation',
    'adoption',
  ),
  one: at,
  other: at,
  office,
  audience,
  side: fc.constantFrom('a', 'b'),
});
type Thing = typeof thing extends fc.Arbitrary<infer T> ? T : never;

const nowhere = ['private', 'withdrawn'];
const textOf = (words: string) => JSON.stringify({ en: { text: words, origin: 'human' } });

/** One thing that hangs on two cities, or on the first of them; as the use cases would enter it. */
async function enter(
  cities: readonly string[],
  sets: readonly string[],
  { kind, one, other, office: by, audience: seen, side }: Thing,
): Promise<void> {
  const owner = offices[by] ?? register;
  const pair = pairOf(cities[one] as CityId, cities[other] as CityId);
  const [visibility, sharedWith] = [nowhere.includes(seen) ? 'private' : seen, seen === 'shared' ? [register.office] : []];
  const run = (sql: string, values: readonly unknown[]) => db.owner.query(`${sql} on conflict do nothing`, [...values]);
  const owned = [v7(), owner.office, visibility, sharedWith];
  const withdrawn = seen === 'withdrawn' ? '2020-01-01' : null;
  if (kind === 'profile') {
    const [id] = owned;
    await run(
      `insert into cities.profile_entry (id, city_id, owner_office, kind, title, body, text_version) values ($1, $2, $3, 'story', $4, $4, 1)`,
      [...[id, cities[one], owner.office, textOf('Story')]],
    );
    if (visibility === 'public')
      await run(
        `insert into cities.published_entry (id, city_id, owner_office, kind, title, body, published_at) values ($1, $2, $3, 'story', $4, $4, now())`,
        [id, cities[one], owner.office, textOf('Story')],
      );
    return;
  }
  if (kind === 'adoption') {
    await run(`insert into cities.adoption (id, city_id, owner_office, shared_with) values ($1, $2, $3, $4)`, [
      ...[owned[0], cities[one], owner.office, [register.office]],
    ]);
    return;
  }
  if (pair === null) return;
  const tieId = tieIdOf(pair);
  // What an office enters is about ties that it keeps or has kept.
  if (kind === 'agreement' || kind === 'exchange' || kind === 'statement' || kind === 'pin')
    await run(`insert into ties.keeping (id, owner_office, tie_id, a_city, b_city, withdrawn_at) values ($1, $2, $3, $4, $5, $6)`, [
      ...[v7(), owner.office, tieId, pair.a, pair.b, withdrawn],
    ]);
  switch (kind) {
    case 'keeping':
      await run(
        `insert into ties.keeping (id, owner_office, visibility, shared_with, tie_id, a_city, b_city, withdrawn_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [...owned, tieId, pair.a, pair.b, withdrawn],
      );
      break;
    case 'listing': {
      const set = sets[by % sets.length];
      await run(
        `insert into ties.listing (set_id, tie_id, a_city, b_city, owner_office, visibility, listed_by, rows, import_id, withdrawn_at, withdrawn_by_import)
         values ($1, $2, $3, $4, $5, 'private', $6, $7, $1, $8, $9)`,
        [set, tieId, pair.a, pair.b, register.office, side, [one + 1, other + 1], withdrawn, withdrawn === null ? null : set],
      );
      if (withdrawn !== null) break;
      for (const city of [pair.a, pair.b])
        await run(`insert into cities.mention (city_id, by_kind, by_id, owner_office) values ($1, 'set', $2, $3)`, [
          city,
          set,
          register.office,
        ]);
      await run(`insert into reference.saying (set_id, tie_id, owner_office, said, statements) values ($1, $2, $3, $4, $5)`, [
        ...[set, tieId, register.office, JSON.stringify([{ row: one }]), [v7()]],
      ]);
      break;
    }
    case 'agreement':
      await run(
        `insert into ties.agreement (id, owner_office, visibility, shared_with, tie_id, kind, title, parties, signatories)
         values ($1, $2, $3, $4, $5, 'charter', $6, $7, $8)`,
        [
          ...[...owned, tieId, textOf('Charter')],
          JSON.stringify([
            { kind: 'city', id: pair.a },
            { kind: 'named', name: 'Somebody' },
          ]),
          JSON.stringify([{ side, post: 'Mayor' }]),
        ],
      );
      await run(
        `insert into ties.agreed_item (id, agreement_id, owner_office, number, text, a_owner, b_owner) values ($1, $2, $3, 1, $4, 'Culture', 'Sport')`,
        [v7(), owned[0], owner.office, textOf('Item')],
      );
      break;
    case 'exchange':
      await run(
        `insert into ties.exchange (id, owner_office, visibility, shared_with, tie_id, kind, domains, title, starts, from_side)
         values ($1, $2, $3, $4, $5, 'visit', '{}', $6, '{"text": "2019"}', $7)`,
        [...owned, tieId, textOf('Visit'), side],
      );
      break;
    case 'statement':
    case 'pin': {
      const source = v7();
      await run(
        `insert into evidence.source (id, owner_office, class, title, entered_by, entered_at) values ($1, $2, 'unknown', gen_random_uuid()::text, $3, now())`,
        [source, owner.office, owner.owner],
      );
      await run(
        `insert into evidence.statement (id, owner_office, visibility, shared_with, subject_kind, subject_id, attribute, value, kind, source_id,
           content_hash, entered_by, entered_at) values ($1, $2, $3, $4, 'tie', $5, 'note', '{}', 'fact', $6, repeat('0', 64), $7, now())`,
        [...owned, tieId, source, owner.owner],
      );
      if (kind === 'pin')
        await run(
          `insert into evidence.pin (id, owner_office, subject_kind, subject_id, attribute, statement_id, reason, pinned_by, pinned_at)
           values ($1, $2, 'tie', $3, 'note', $4, 'Newer', $5, now())`,
          [v7(), owner.office, tieId, owned[0], owner.owner],
        );
      break;
    }
    case 'outcome':
      await run(
        `insert into outcomes.outcome (id, owner_office, visibility, shared_with, kind, extent, title, from_city, to_city)
         values ($1, $2, $3, $4, 'deal', 'single', $5, $6, $7)`,
        [...owned, textOf('Deal'), pair.a, pair.b],
      );
      await run(`insert into outcomes.party (outcome_id, place, owner_office, city_id, role) values ($1, 1, $2, $3, 'partner')`, [
        ...[owned[0], owner.office, cities[one]],
      ]);
      await run(
        `insert into outcomes.attribution (outcome_id, subject_kind, subject_id, owner_office, relation) values ($1, 'tie', $2, $3, $4)`,
        [owned[0], tieId, owner.office, side === 'a' ? 'result_of' : 'related_to'],
      );
      break;
    case 'relation':
      await run(
        `insert into cities.relation (id, city_id, other_city, owner_office, kind, reason, said_at) values ($1, $2, $3, $4, 'lies_in', 'By law', now())`,
        [owned[0], cities[one], cities[other], register.office],
      );
      break;
  }
}

let numbers = 1;

/** Cities that differ in what they know of themselves; the register office sees all of them. */
/** `ranks`: in which order their ids come, as it decides which is a tie's first city. */
async function newCities(ranks: readonly number[]): Promise<readonly string[]> {
  const inOrder = Array.from({ length: CITIES }, () => v7()).toSorted();
  const ids = ranks.map((rank) => inOrder[rank] ?? '');
  for (const [n, id] of ids.entries()) {
    const known = [n % 2 === 0 ? numbers++ : null, n % 3 === 0 ? `Q${String(n + 1)}` : null, n > 1 ? n : null];
    await db.owner.query(
      `insert into cities.city (id, owner_office, slug, country, sort_name, geonames_id, wikidata_id, latitude, longitude, also_called)
       values ($1, $2, $3, 'DE', $4, $5, $6, $7, $7, $8)`,
      [id, register.office, `c-${id}`, `town ${String(n)}`, ...known, [`Spelling ${String(n % 3)}`]],
    );
    for (const [place, language] of ['en', ...(n % 2 === 0 ? ['zh-Hans'] : []), ...(n === 3 ? ['de'] : [])].entries())
      await db.owner.query(`insert into cities.name (city_id, owner_office, place, language, text) values ($1, $2, $3, $4, $5)`, [
        ...[id, register.office, place, language, `Town ${String(n)} ${language}`],
      ]);
    await db.owner.query(
      `insert into cities.mention (city_id, by_kind, by_id, owner_office, visibility) values ($1, 'entry', $2, $2, $3)`,
      [id, register.office, n === 4 ? 'private' : 'public'],
    );
    if (n === 0) await db.owner.query(`insert into cities.former_slug values ($1, $2, $3)`, [`was-${id}`, id, register.office]);
  }
  return ids;
}

async function newSets(): Promise<readonly string[]> {
  const [source, set, other] = [v7(), v7(), v7()];
  await db.owner.query(
    `insert into evidence.source (id, owner_office, class, title, entered_by, entered_at) values ($1, $2, 'encyclopaedia', gen_random_uuid()::text, $3, now())`,
    [source, register.office, register.owner],
  );
  for (const id of [set, other])
    await db.owner.query(
      `insert into reference.set (id, owner_office, name, source_id, licence, credit) values ($1, $2, $3, $4, 'CC0', 'Nobody')`,
      [id, register.office, textOf('List'), source],
    );
  return [set, other];
}

const weighed = { score: 50, grounds: [] };

async function merge(from: string, into: string): Promise<Id<'CityMerge'>> {
  return valueOf(
    await db.as(register.owner, async (work) => {
      const known = await describeCities(work, [from, into] as CityId[]);
      const [one, other] = [known.get(from as CityId), known.get(into as CityId)];
      if (one === undefined || other === undefined) expect.fail('not seen');
      return mergeCity(work, { from: one, into: other, reason: 'The same', weighed });
    }),
  );
}

const part = async (id: Id<'CityMerge'>): Promise<void> => {
  valueOf(
    await db.as(register.owner, async (work) => {
      const found = await openMerge(work, id);
      if (!found.ok) return found;
      const parted = await partCities(work, found.value, null);
      return parted.ok ? ok(null) : parted;
    }),
  );
};

const difference = (before: readonly string[], after: readonly string[]) => {
  const [had, has] = [new Set(before), new Set(after)];
  return { gone: before.filter((row) => !has.has(row)), come: after.filter((row) => !had.has(row)) };
};

test('merges undone in any order give every row back, of every office and module', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(thing, { minLength: 6, maxLength: 24 }),
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 2 }),
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: CITIES }),
      fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
      async (things, order, ranks, dice) => {
        const [cities, sets] = [await newCities(ranks), await newSets()];
        for (const one of things) await enter(cities, sets, one);
        // Terms of cities are written anew with those of their ties, which the module of ties does.
        const index = () => db.as(register.owner, async (work) => ok(await indexCities(work, cities as CityId[])));
        valueOf(await index());
        const before = await everything();
        const merges: Id<'CityMerge'>[] = [];
        // Each goes into one of those that still stand.
        for (const [n, from] of order.slice(0, -1).entries()) {
          const left = order.slice(n + 1);
          merges.push(await merge(cities[from] ?? '', cities[left[(dice[n] ?? 0) % left.length] ?? 0] ?? ''));
        }
        for (const id of merges.toSorted((x, y) => (dice[merges.indexOf(x)] ?? 0) - (dice[merges.indexOf(y)] ?? 0))) await part(id);
        valueOf(await index());
        expect(difference(before, await everything())).toEqual({ gone: [], come: [] });
      },
    ),
    { numRuns: process.env['HANSA_ROUNDS'] === undefined ? 8 : 25, interruptAfterTimeLimit: 150_000, markInterruptAsFailure: false },
  );
});
