// How ties are found by name: under the names of both cities, for whoever may see that an office keeps them.
import { isId, type OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { indexCities } from '#modules/cities/api/index-city.ts';
import type { NamedCity } from '#modules/cities/api/open-city.ts';
import type { Called } from '#modules/cities/api/search.ts';
import { pinsOf, statementsOf } from '#modules/evidence/api/read-statements.ts';
import { removeManySearchTerms, removeSearchTerms, writeManySearchTerms } from '#platform/search/search-terms.ts';
import type { Work } from '#platform/work.ts';
import { foundingPapers } from '../domain/founding.ts';
import { namedFirst, slugOf } from '../domain/naming.ts';
import { standing } from '#modules/evidence/domain/show-first.ts';
import { codeIn, dateIn, shownOf } from '../domain/tie-facts.ts';
import type { Pair, TieCityId, TieId, Visibility } from '../domain/tie.ts';
import { loadAgreements } from '../store/agreements.ts';
import { listKeepings, loadKeepings, loadPairs } from '../store/keepings.ts';
import { hearing, sidesOf, takingsOf } from './hearing.ts';
import { classesFor } from './list-classes.ts';
import { toldOf } from './living.ts';
import { citiesOf, keepingsByTie, pairsOf, type KnownCities } from './load-ties.ts';

interface Indexed {
  readonly tieId: TieId;
  readonly pair: Pair;
}

interface Audience {
  readonly visibility: Visibility;
  readonly sharedWith: readonly OfficeId[];
}

/** Both names in each language that either has, the missing one from what there is. */
function labelOf(one: NamedCity, other: NamedCity): MultilingualText {
  const [first, second] = namedFirst(one, other, null);
  const tags = new Set([...Object.keys(first.name), ...Object.keys(second.name)]);
  const nameIn = (name: MultilingualText, tag: string) => name[tag] ?? name['en'] ?? Object.values(name)[0];
  return Object.fromEntries(
    [...tags].map((tag) => [
      tag,
      { text: `${nameIn(first.name, tag)?.text ?? ''} – ${nameIn(second.name, tag)?.text ?? ''}`, origin: 'human' as const },
    ]),
  );
}

/** Writes the terms of ties for the audience that an office gives them, and those of their cities, which they name to the same. */
export async function indexKeeping(
  work: Work,
  { office, ties, audience }: { readonly office: OfficeId; readonly ties: readonly Indexed[]; readonly audience: Audience },
): Promise<void> {
  await indexCities(
    work,
    ties.flatMap(({ pair }) => [pair.a, pair.b]),
  );
  const cities = await citiesOf(
    work,
    ties.map(({ pair }) => pair),
  );
  const from = audience.visibility === 'public' ? 'public' : office;
  const known = ties.map(({ tieId, pair }) => ({ tieId, called: calledBy(cities, pair) }));
  await removeManySearchTerms(
    work,
    known.filter(({ called }) => called === null).map(({ tieId }) => ({ kind: 'tie', id: tieId })),
    from,
  );
  await writeManySearchTerms(
    work,
    known.flatMap(({ tieId, called }) =>
      called === null ? [] : [{ kind: 'tie' as const, id: tieId, ...called, terms: Object.values(called.label).map(({ text }) => text) }],
    ),
    from === 'public'
      ? 'public'
      : { office, visibility: audience.visibility === 'shared' ? 'shared' : 'private', sharedWith: audience.sharedWith },
  );
}

/** Address and name of a tie as the naming policy has them now; null where a city of it may not be shown. */
function calledBy(cities: KnownCities, pair: Pair): { readonly slug: string; readonly label: MultilingualText } | null {
  const [a, b] = [cities.get(pair.a), cities.get(pair.b)];
  return a === undefined || b === undefined ? null : { slug: slugOf(a, b), label: labelOf(a, b) };
}

/**
 * How ties that were found are called now, whoever's they are, with the date and class that are shown first: none of those that may not be
 * shown, or that nobody shows to the actor any more.
 */
export async function callTies(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, Called>> {
  const ties = ids.filter(isId<'Tie'>);
  const [keepings, statements, pins, classes, signed, told] = await Promise.all([
    keepingsByTie(work, ties),
    statementsOf(work, 'tie', ties),
    pinsOf(work, 'tie', ties),
    classesFor(work),
    loadAgreements(work.tx, ties),
    toldOf(work, ties),
  ]);
  const pairs = pairsOf(keepings);
  const cities = await citiesOf(work, [...pairs.values()]);
  const papers = foundingPapers(signed);
  const takings =
    papers.length === 0
      ? []
      : await takingsOf(
          work,
          papers.map(({ id: paper }) => paper),
        );
  const heard = Map.groupBy(papers.filter(hearing(work, { pairs, cities, takings })), ({ tieId }) => tieId);
  return new Map(
    [...pairs].flatMap(([id, pair]) => {
      const called = calledBy(cities, pair);
      if (called === null) return [];
      const said = { statements: statements.get(id) ?? [], pins: pins.get(id) ?? [], agreements: heard.get(id) ?? [] };
      const code = codeIn(shownOf(said, 'class').first?.value);
      const day = dateIn(shownOf(said, 'established').first?.value);
      const sides = sidesOf(cities, pair);
      const known = knownOf({
        outcomes: told.filter(({ tieId, of }) => tieId === id && of.some((office) => sides.includes(office))).length,
        agreements: signed.filter(({ tieId }) => tieId === id).length,
        statements: standing(said.statements).length,
      });
      const what = classes.find((known) => known.code === code)?.name ?? null;
      return [[id, { ...called, day, what, sides, known }] as const];
    }),
  );
}

/** How much is known of a tie: one outcome goes before any number of agreements, one of these before any number of statements. */
const knownOf = ({ outcomes, agreements, statements }: Readonly<Record<'outcomes' | 'agreements' | 'statements', number>>): number =>
  Math.min(outcomes, 99) * 10_000 + Math.min(agreements, 99) * 100 + Math.min(statements, 99);

const MOST_TIES = 5000;

/** Writes the terms of the cities' ties anew: those that everybody sees, and the actor's own. What may not be shown leaves the search. */
export async function indexTiesOf(work: Work, cities: readonly string[]): Promise<void> {
  const own = new Set(work.actor.memberships.filter(({ role }) => role !== 'viewer').map(({ office }) => office));
  for (const city of cities) {
    const all = await listKeepings(work.tx, { city: city as TieCityId, after: null, limit: MOST_TIES });
    const keepings = all.filter(({ office, visibility }) => visibility === 'public' || own.has(office));
    const groups = Map.groupBy(keepings, ({ office, visibility, sharedWith }) => [office, visibility, ...sharedWith].join(' '));
    for (const [first, ...more] of groups.values()) {
      if (first === undefined) continue;
      const { office, visibility, sharedWith } = first;
      await indexKeeping(work, { office, ties: [first, ...more], audience: { visibility, sharedWith } });
    }
  }
}

/**
 * Takes the terms out of an office's own; the public ones too, unless somebody else still shows the tie to everybody. Cities that nothing
 * else names leave the search with them.
 */
export async function unindexKeeping(
  work: Work,
  { office, ties }: { readonly office: OfficeId; readonly ties: readonly TieId[] },
): Promise<void> {
  const open = new Set((await loadKeepings(work.tx, ties)).filter(({ visibility }) => visibility === 'public').map(({ tieId }) => tieId));
  for (const tieId of ties) {
    await removeSearchTerms(work, { kind: 'tie', id: tieId }, office);
    if (!open.has(tieId)) await removeSearchTerms(work, { kind: 'tie', id: tieId }, 'public');
  }
  await indexCities(
    work,
    (await loadPairs(work.tx, ties)).flatMap(({ a, b }) => [a, b]),
  );
}
