import type { FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import { listSearchedRows, type SearchedRow } from '#platform/search/searched-rows.ts';
import type { Found as FoundTerm } from '#platform/search/search-terms.ts';
import type { Work } from '#platform/work.ts';
import type { Asked, Found } from '../contract.ts';
import { earliestDay } from '../domain/profile/partner-call.ts';
import { endedAmong } from '../store/published-entries.ts';
import { citiesByIds } from './open-city.ts';
import { searchNames } from './search-names.ts';

/** What is found by a name, or by words of its own or of what stands on its page. */
type Find = Pick<FoundTerm, 'id' | 'fit' | 'term' | 'isPublic'> &
  Pick<SearchedRow, 'slug' | 'label' | 'place' | 'code' | 'day' | 'heardBy'> & { readonly kind: Found['kind'] };

const noMore = { place: null, code: null, day: null, heardBy: null } as const;

/** Partner calls that are over are found no more. */
async function openOnes(work: Work, found: readonly FoundTerm[]): Promise<readonly FoundTerm[]> {
  const entries = found.filter(({ kind }) => kind === 'entry').map(({ id }) => id);
  if (entries.length === 0) return found;
  const ended = await endedAmong(work.tx, entries, earliestDay(work.now));
  return found.filter(({ id }) => !ended.has(id));
}

/** Of what has no names of its own so many stand among the first finds, however many cities are called so. */
const KEPT = 3;

/** What has names, the best first, then what holds the words; where both are many, the latter keeps a few places. What is only alike comes last. */
async function findAll(work: Work, input: Asked<'search'>): Promise<readonly Find[]> {
  const offices = work.actor.memberships.map(({ office }) => office);
  const [listed, names] = await Promise.all([
    listSearchedRows(work.tx, { q: input.q, limit: input.limit, offices }),
    searchNames(work, input),
  ]);
  const named = (await openOnes(work, names)).map((one): Find => ({ ...one, ...noMore }));
  const called = named.filter(({ fit }) => fit !== 'near');
  const rows = listed
    .filter(({ kind, id }) => !called.some((one) => one.kind === kind && one.id === id))
    .map((row): Find => ({ ...row, fit: row.term.toLowerCase() === input.q.toLowerCase() ? 'whole' : 'part' }));
  const places = Math.max(input.limit - called.length, Math.min(rows.length, KEPT, Math.floor(input.limit / 2)));
  const day = new Map(listed.map((row) => [`${row.kind} ${row.id}`, row]));
  const more = (one: Find): Find => ({ ...one, ...dated(day.get(`${one.kind} ${one.id}`)) });
  return [
    ...called.slice(0, input.limit - Math.min(places, rows.length)).map(more),
    ...rows.slice(0, places),
    ...named.slice(called.length),
  ].slice(0, input.limit);
}

/** An outcome has names and words: its date and kind stand with the latter. */
const dated = (row: SearchedRow | undefined): Partial<Find> => (row === undefined ? {} : { code: row.code, day: row.day });

/** How a thing is called now, which offices speak for it, since when it is, what it is and how much is known of it. */
export interface Called extends Pick<FoundTerm, 'slug' | 'label'> {
  readonly sides: readonly OfficeId[];
  readonly day: FlexDate | null;
  readonly what: MultilingualText | null;
  readonly known: number;
}

type Caller = (work: Work, ids: readonly string[]) => Promise<ReadonlyMap<string, Called>>;
const callers = new Map<Found['kind'], Caller>();

/** Has `caller` asked how finds of a kind, and places of finds, are called now: terms are an office's own and older than a rule, which holds for all. app/ subscribes. */
export const callsFinds = (kind: Found['kind'], caller: Caller): void => {
  callers.set(kind, caller);
};

/** Everything of a kind that is found or in whose place something is. */
const idsOf = (found: readonly Find[], kind: Found['kind']): readonly string[] =>
  found.flatMap((one) => (one.kind === kind ? [one.id] : one.place?.kind === kind ? [one.place.id] : []));

interface Names {
  readonly called: ReadonlyMap<string, ReadonlyMap<string, Called>>;
  readonly cities: ReadonlyMap<string, { readonly slug: string; readonly name: MultilingualText; readonly country: MultilingualText }>;
}

async function namesOf(work: Work, found: readonly Find[]): Promise<Names> {
  const asked = [...callers].flatMap(([kind, caller]) => {
    const ids = idsOf(found, kind);
    return ids.length === 0 ? [] : [caller(work, ids).then((names) => [kind, names] as const)];
  });
  const [called, cities] = await Promise.all([Promise.all(asked), citiesIn(work, idsOf(found, 'city'))]);
  return { called: new Map(called), cities };
}

/** Read with the ties that were found, whose cities are nearly always among them. */
const citiesIn = async (work: Work, found: readonly string[]): Promise<Names['cities']> =>
  new Map([...(await citiesByIds(work, found))].map(([id, city]) => [id, { ...city, country: city.countryName }]));

/** A thing on a page of sides that hear neither whoever keeps it nor anybody who took it up is found by those who keep it alone. */
const isHeard = (work: Work, { heardBy, isPublic }: Find, sides: readonly OfficeId[]): boolean =>
  heardBy === null ||
  !isPublic ||
  heardBy.some((office) => sides.includes(office) || work.actor.memberships.some((own) => own.office === office));

/** Its place as it is called now; null where it may not be shown. */
function placeOf(work: Work, one: Find, { called, cities }: Names): Found['place'] | null {
  if (one.place === null) return null;
  const { kind, id, slug, label } = one.place;
  const tie = called.get(kind)?.get(id);
  const city = cities.get(id);
  if (kind === 'tie' && tie !== undefined) return isHeard(work, one, tie.sides) ? { kind, slug: tie.slug, label: { ...tie.label } } : null;
  if (kind === 'city' && city !== undefined) return { kind, slug: city.slug, label: { ...city.name } };
  return kind === 'tie' || kind === 'city' || slug === null || label === null ? null : { kind, slug, label: { ...label } };
}

/** As it is shown; null where the naming policy hides it, or where nobody shows its place. */
function show(work: Work, one: Find, names: Names): Found | null {
  const { kind, id, fit, term, isPublic } = one;
  const place = placeOf(work, one, names);
  const now = names.called.get(kind);
  const called = now?.get(id);
  const city = names.cities.get(id);
  if ((one.place !== null && place === null) || (now !== undefined && called === undefined) || (kind === 'city' && city === undefined))
    return null;
  const { slug, label, day, what, known } = called ?? {
    ...{
      day: one.day,
      what: null,
      known: 0,
      label: one.label ?? { und: { text: term, origin: 'human' as const } },
      slug: one.slug ?? place?.slug ?? id,
    },
  };
  return {
    ...{ kind, id, slug, label: { ...label }, fit, term, isPublic, place, code: one.code, known, what: what === null ? null : { ...what } },
    countryName: kind === 'city' && city !== undefined ? { ...city.country } : null,
    day: day === null ? null : { ...day },
  };
}

/** Finds everything that has a name or holds the words; what only the actor's offices may see is among them, marked. */
export async function search(work: Work, input: Asked<'search'>): Promise<Result<{ entries: Found[] }>> {
  const found = await findAll(work, input);
  const names = await namesOf(work, found);
  const shown = found.flatMap((one) => show(work, one, names) ?? []);
  // What is said twice of the same in the same words is one find.
  const sameAs = ({ kind, id, place, term, label }: Found): string =>
    kind === 'statement' ? [place?.slug, term, Object.values(label)[0]?.text].join(' ') : `${kind} ${id}`;
  return ok({ entries: [...new Map(shown.toReversed().map((one) => [sameAs(one), one])).values()].toReversed() });
}
