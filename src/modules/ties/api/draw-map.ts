// Ties as lines between places, as far as the actor may see them.
import { ok, type Result } from '#kernel/result.ts';
import { openCity } from '#modules/cities/api/open-city.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { slugOf } from '../domain/naming.ts';
import { listKeepings } from '../store/keepings.ts';
import { citiesOf } from './load-ties.ts';

/** As many lines as a map can still be read with; a list shows the rest page by page. */
const mostLines = 5000;

/** Places and the lines between them, of one city (by id or address) or of all; a city without a position is left to the list. */
export async function drawMap(work: Work, input: Asked<'drawMap'>): Promise<Result<Answer<'drawMap'>>> {
  const city = input.city === undefined ? null : await openCity(work, input.city);
  if (city !== null && !city.ok) return city;
  const keepings = await listKeepings(work.tx, { city: city?.value.id, after: null, limit: mostLines });
  const pairs = new Map(keepings.map(({ tieId, pair }) => [tieId, pair]));
  const cities = await citiesOf(work, [...pairs.values()]);
  const lines = [...pairs].flatMap(([tieId, pair]) => {
    const [a, b] = [cities.get(pair.a), cities.get(pair.b)];
    return a === undefined || b === undefined ? [] : [{ tieId, slug: slugOf(a, b), a: a.id, b: b.id }];
  });
  const seen = new Set<string>(lines.flatMap(({ a, b }) => [a, b]));
  const places = [...cities.values()].flatMap(({ id, slug, name, latitude, longitude }) =>
    seen.has(id) ? [{ id, slug, name: { ...name }, latitude, longitude }] : [],
  );
  return ok({ places, lines });
}
