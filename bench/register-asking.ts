// What readers ask of the register, timed at the server as the app's role under row-level security.
import { getCity } from '#modules/cities/api/open-city.ts';
import { search } from '#modules/cities/api/search.ts';
import { findPath } from '#modules/network/api/find-path.ts';
import { getNetwork } from '#modules/network/api/get-network.ts';
import { formsOf } from '#platform/search/forms.ts';
import type { Installation } from './register-installation.ts';

export interface Asking {
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  readonly target: string;
}

const rounds = 400;

export async function ask(what: string, target: string, use: (round: number) => Promise<unknown>): Promise<Asking> {
  for (let round = 0; round < 20; round += 1) await use(round);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await use(round);
    times.push(performance.now() - began);
  }
  times.sort((x, y) => x - y);
  const share = (part: number): number => times[Math.min(rounds - 1, Math.floor(rounds * part))] ?? 0;
  return { what, p50: share(0.5), p95: share(0.95), most: share(1), target };
}

const scattered = (round: number, step: number, of: number): number => (round * step + 13) % of;

/** What people type: the beginning of a name, all of it, with a slip, in Chinese. */
const typed = (name: string, round: number): string => {
  const letters = [...name];
  if (round % 4 === 0) return letters.slice(0, 3).join('');
  if (round % 4 === 1) return name;
  if (round % 4 === 2) return letters.filter((_, at) => at !== 2).join('');
  return letters.slice(0, Math.ceil(letters.length * 0.7)).join('');
};

interface Named {
  readonly slug: string;
  readonly name: string;
}

/** Names of cities that some list ties, in an order of their own; English ones and a fifth of the others. */
async function namesIn({ owner }: Installation): Promise<readonly Named[]> {
  const { rows } = await owner.query<Named>(`
    select c.slug, n.text as name from cities.city c join cities.name n on n.city_id = c.id
    where exists (select 1 from ties.listing l where c.id in (l.a_city, l.b_city)) and (n.language = 'en' or c.geonames_id % 5 = 0) order by md5(n.text)`);
  return rows;
}

const at = (names: readonly Named[], round: number, step: number): Named =>
  names[scattered(round, step, names.length)] ?? { slug: '', name: '' };

const oddities = ['%', '_', '\\', '😀', '12', 'x'.repeat(120), 'скв', 'القاهرة', '서울', '北', 'ab cd ef', 'new y', "o'"];

/** Each kind of typing apart: every letter of a name, Chinese, its sound, slips, the middle of a name, and what is no name. */
export async function searches({ as, ...installation }: Installation, who: 'office' | 'public' = 'public'): Promise<readonly Asking[]> {
  const names = await namesIn({ as, ...installation });
  const latin = names.filter(({ name }) => /^[\x20-\x7e]{4,}$/.test(name));
  const han = names.filter(({ name }) => /^\p{Script=Han}{2,}$/u.test(name));
  const typing = (what: string, q: (round: number) => string) =>
    ask(what, '≤ 50', (round) => as(who, (work) => search(work, { q: q(round) || 'a', limit: 10 })));
  return [
    await typing('search: letter by letter', (round) =>
      at(latin, Math.floor(round / 6), 7919)
        .name.slice(0, 1 + (round % 6))
        .trim(),
    ),
    await typing('search: with a slip', (round) => {
      const { name } = at(latin, round, 7919);
      const slip = 1 + (round % (name.length - 2));
      return name.slice(0, slip) + name.slice(slip + 1);
    }),
    await typing('search: from the middle', (round) => at(latin, round, 7919).name.slice(1, 5).trim()),
    await typing('search: Chinese, character by character', (round) =>
      [...at(han, Math.floor(round / 2), 7919).name].slice(0, 1 + (round % 2)).join(''),
    ),
    await typing('search: Chinese, from the middle', (round) => [...at(han, round, 7919).name].slice(1).join('')),
    await typing('search: by sound', (round) => formsOf(at(han, round, 7919).name).compact),
    await typing('search: what is no name', (round) => oddities[round % oddities.length] ?? ''),
  ];
}

export async function readers(installation: Installation): Promise<readonly Asking[]> {
  const { as } = installation;
  const names = await namesIn(installation);
  const city = (round: number, step: number) => at(names, round, step);
  console.log(`${new Set(names.map(({ slug }) => slug)).size} cities`);
  return [
    await ask('search while typing', '≤ 50', (round) =>
      as('public', (work) => search(work, { q: typed(city(round, 7919).name, round), limit: 10 })),
    ),
    ...(await searches(installation)),
    await ask('a city', '≤ 30', (round) => as('public', (work) => getCity(work, { city: city(round, 104_729).slug }))),
    await ask('a city with its sisters and theirs', '', (round) =>
      as('public', (work) => getNetwork(work, { city: city(round, 104_729).slug })),
    ),
    await ask('a way between any two', '≤ 50', (round) => {
      const [one, other] = [city(round, 7919).slug, city(round + 1, 104_729).slug];
      return one === other ? Promise.resolve() : as('public', (work) => findPath(work, { city: one, withCity: other }));
    }),
  ];
}
