// Ties as lines between places, as far as the actor may see them, packed so that a map of the whole world is one small answer.
import type { OfficeId } from '#kernel/ids.ts';
import { chooseText } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import { openPlaces, placeColumns, placesByIds, type NamedPlace } from '#modules/cities/api/name-places.ts';
import { pinsOf, statementsOf } from '#modules/evidence/api/read-statements.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { codeIn, shownOf } from '#modules/ties/domain/tie-facts.ts';
import { isOneSided } from '../domain/map-columns.ts';
import type { Side, TieCityId, TieId } from '#modules/ties/domain/tie.ts';
import { edgeColumns, type EdgeColumns } from '#modules/ties/api/list-edges.ts';
import { keepingsOf } from '#modules/ties/api/registers.ts';

type Drawn = Answer<'drawMap'>;

/** As many ties' own statements as are read for a map; those of lists alone have none of an office. */
const mostKept = 5000;
/** Up to so many places are asked for by name; beyond, all that may be seen are read at once. */
const fewPlaces = 500;

/** One column a property, in the order of addresses, with the way from a city's id to its number. */
interface Places {
  readonly columns: Drawn['places'];
  readonly numberOf: ReadonlyMap<TieCityId, number>;
  readonly officeOf: ReadonlyMap<TieCityId, OfficeId>;
}

function packed(
  places: readonly (Omit<NamedPlace, 'name' | 'geonamesId'> & { readonly name: string; readonly nameLanguage: string })[],
): Places {
  const sorted = places.toSorted((x, y) => (x.slug < y.slug ? -1 : 1));
  return {
    columns: {
      slug: sorted.map(({ slug }) => slug),
      name: sorted.map(({ name }) => name),
      nameLanguage: sorted.map(({ nameLanguage }) => nameLanguage),
      country: sorted.map(({ country }) => country),
      latitude: sorted.map(({ latitude }) => latitude),
      longitude: sorted.map(({ longitude }) => longitude),
    },
    numberOf: new Map(sorted.map(({ id }, at) => [id, at])),
    officeOf: new Map(sorted.flatMap(({ id, officeId }) => (officeId === null ? [] : [[id, officeId]]))),
  };
}

/** The cities of the ties, those left out that may not be shown. */
async function placesOf(work: Work, cities: readonly TieCityId[]): Promise<Places> {
  const { language } = work.actor;
  if (cities.length <= fewPlaces) {
    const named = [...(await placesByIds(work, cities)).values()];
    return packed(
      named.map((place) => {
        const { text, language: written, fallback } = chooseText(place.name, language);
        return { ...place, name: text, nameLanguage: fallback ? written : '' };
      }),
    );
  }
  const all = await placeColumns(work, language);
  const wanted = new Set(cities);
  return packed(
    all.id.flatMap((id, at) =>
      !wanted.has(id) || all.shown[at] !== true
        ? []
        : [
            {
              id,
              slug: all.slug[at] ?? '',
              name: all.name[at] ?? '',
              nameLanguage: all.nameLanguage[at] === language ? '' : (all.nameLanguage[at] ?? ''),
              country: all.country[at] ?? '',
              latitude: all.latitude[at] ?? null,
              longitude: all.longitude[at] ?? null,
              officeId: all.officeId[at] ?? null,
            },
          ],
    ),
  );
}

interface Kept {
  readonly id: TieId;
  readonly offices: OfficeId[];
}

/** Who keeps which ties, by the pair. */
async function keptPairs(work: Work, city: TieCityId | null): Promise<ReadonlyMap<string, Kept>> {
  const kept = new Map<string, Kept>();
  for (const { tieId, pair, office } of await keepingsOf(work, { city: city ?? undefined, after: null, limit: mostKept })) {
    const known = kept.get(`${pair.a} ${pair.b}`);
    if (known === undefined) kept.set(`${pair.a} ${pair.b}`, { id: tieId, offices: [office] });
    else known.offices.push(office);
  }
  return kept;
}

/** The class that is shown first of each tie that an office keeps, where one is stated. */
async function classesOf(work: Work, ties: readonly TieId[]): Promise<ReadonlyMap<TieId, string>> {
  if (ties.length === 0) return new Map();
  const statements = await statementsOf(work, 'tie', ties);
  const pins = await pinsOf(work, 'tie', ties);
  return new Map(
    ties.flatMap((tie) => {
      const code = codeIn(
        shownOf({ statements: statements.get(tie) ?? [], pins: pins.get(tie) ?? [], agreements: [] }, 'class').first?.value,
      );
      return code === null ? [] : [[tie, code] as const];
    }),
  );
}

const sideIn = (word: string | undefined): Side | null => (word === 'a' || word === 'b' ? word : null);

interface Stated {
  readonly kept: ReadonlyMap<string, Kept>;
  readonly classes: ReadonlyMap<TieId, string>;
}

/** Numbers of the ties whose two places may be shown, in the order of these: sorted as one number each, for there are tens of thousands. */
function inOrder({ a, b }: EdgeColumns, placeOf: Int32Array): readonly number[] {
  const [places, ties] = [placeOf.length + 1, a.length + 1];
  const keys: number[] = [];
  for (let tie = 0; tie < a.length; tie += 1) {
    const [one = -1, other = -1] = [placeOf[a[tie] ?? -1], placeOf[b[tie] ?? -1]];
    if (one >= 0 && other >= 0) keys.push((Math.min(one, other) * places + Math.max(one, other)) * ties + tie);
  }
  return Array.from(Float64Array.from(keys).sort(), (key) => key % ties);
}

function lineUp(edges: EdgeColumns, { numberOf, officeOf }: Places, { kept, classes }: Stated) {
  const codes = [...new Set(classes.values())].sort();
  const placeOf = Int32Array.from(edges.cities, (city) => numberOf.get(city) ?? -1);
  const isListed = edges.groups.map((group) => group.length > 0);
  const columns: Drawn['ties'] = { a: [], b: [], kept: [], oneSided: [], listed: [], class: [] };
  const notPublic: number[] = [];
  for (const at of inOrder(edges, placeOf)) {
    const [x = 0, y = 0, listed = 0] = [edges.a[at], edges.b[at], edges.listed[at]];
    const [one = 0, other = 0] = [placeOf[x], placeOf[y]];
    const [a, b] = [edges.cities[x], edges.cities[y]];
    const keeping = edges.kept[at] !== true || a === undefined || b === undefined ? undefined : kept.get(`${a} ${b}`);
    const side = sideIn(edges.side[at]);
    const isOne =
      keeping === undefined || a === undefined || b === undefined
        ? isListed[listed] === true && side !== null
        : isOneSided({ a, b, keepers: keeping.offices, isListed: isListed[listed] === true, side }, (city) => officeOf.get(city) ?? null);
    if (edges.isPublic[at] !== true) notPublic.push(columns.a.length);
    const code = keeping === undefined ? undefined : classes.get(keeping.id);
    columns.a.push(Math.min(one, other));
    columns.b.push(Math.max(one, other));
    columns.kept.push(Number(edges.kept[at] === true));
    columns.oneSided.push(Number(isOne));
    columns.listed.push(listed);
    columns.class.push(code === undefined ? 0 : codes.indexOf(code) + 1);
  }
  return { columns, notPublic, codes };
}

/**
 * Places and the lines between them, of one city (by id or address) or of all; a city without a position is left to the list. Refuses
 * `cities.not_found`.
 */
export async function drawMap(work: Work, input: Asked<'drawMap'>): Promise<Result<Drawn>> {
  const opened = input.city === undefined ? null : await openPlaces(work, [input.city]);
  if (opened !== null && !opened.ok) return opened;
  const centre = opened?.value.places[0]?.id ?? null;
  const edges = await edgeColumns(work, centre);
  const kept = await keptPairs(work, centre);
  const classes = await classesOf(
    work,
    [...kept.values()].map(({ id }) => id),
  );
  const places = await placesOf(work, centre === null ? edges.cities : [...new Set([centre, ...edges.cities])]);
  const { columns, notPublic, codes } = lineUp(edges, places, { kept, classes });
  return ok({
    places: places.columns,
    ties: columns,
    notPublic,
    listedBy: edges.groups.map((group) => [...group]),
    classes: codes,
    centre: centre === null ? null : (places.numberOf.get(centre) ?? null),
  });
}
