// One tie for reading or for entering something; a tie that nobody shows to the actor does not exist.
import { isId, type OfficeId } from '#kernel/ids.ts';
import { Latest } from '#kernel/memory/latest.ts';
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { openCity, type NamedCity } from '#modules/cities/api/open-city.ts';
import { standingSubject } from '#modules/evidence/api/read-statements.ts';
import type { Work } from '#platform/work.ts';
import { holds } from '#kernel/actor.ts';
import type { Pin, Statement } from '#modules/evidence/domain/statement.ts';
import type { Answer, Asked } from '../contract.ts';
import { tieAttributes, type TieAttribute } from '../domain/attributes.ts';
import { begunBy, reasonOf, shownOf, sinceIn, statusOf, visitsIn } from '../domain/tie-facts.ts';
import { slugOf, slugsIn } from '../domain/naming.ts';
import type { RegisterScope } from '../domain/scope.ts';
import { pairOf, type Keeping, type Pair, type TieId } from '../domain/tie.ts';
import { turnToVisit, visitsBy } from '../domain/visits.ts';
import { mayWrite } from '../policy.ts';
import { loadCounts, type TieCounts } from '../store/tie-counts.ts';
import { classesFor } from './list-classes.ts';
import { citiesOf, keepingsByTie, loadWholeTie, showCity, sideOf, type KnownCities } from './load-ties.ts';
import { showAgreements, showExchanges } from './exchange/show-happenings.ts';
import { showCarriers } from './carriers/show-carriers.ts';
import { sidesOf } from './hearing.ts';
import { lastKnownOf, marksOf, toldOf } from './living.ts';
import { showOfOthers } from './others.ts';
import { tieIdOf } from './tie-id.ts';

/** What an address tells before the tie itself is read: its id, and the offices that are likely to have said something of it. */
interface Addressed {
  readonly tieId: TieId;
  readonly desks: readonly OfficeId[];
}

/** The tie that an address means, whether anybody keeps it or not; null where its cities are unknown. */
async function tieAt(work: Work, address: string): Promise<Addressed | null> {
  if (isId<'Tie'>(address)) return { tieId: address, desks: [] };
  const slugs = slugsIn(address);
  if (slugs === null) return null;
  const [one, other] = await Promise.all([openCity(work, slugs[0]), openCity(work, slugs[1])]);
  const pair = one.ok && other.ok ? pairOf(one.value.id, other.value.id) : null;
  const desks = [one, other].flatMap((city) => (city.ok ? [deskOf(city.value), city.value.steward] : []));
  return pair === null ? null : { tieId: tieIdOf(pair), desks };
}

/** A tie with its pair and whoever shows to the actor that they keep it. */
export interface OpenTie {
  readonly tieId: TieId;
  readonly pair: Pair;
  readonly keepings: readonly Keeping[];
  readonly cities: KnownCities;
  readonly slug: string;
}

/** Finds a tie by id or address, also an earlier one. Refuses `ties.not_found`. */
export const findTie = async (work: Work, address: string): Promise<Result<OpenTie>> =>
  findAt(work, address, (await tieAt(work, address))?.tieId ?? null);

async function findAt(work: Work, address: string, tieId: TieId | null): Promise<Result<OpenTie>> {
  const keepings = tieId === null ? [] : ((await keepingsByTie(work, [tieId])).get(tieId) ?? []);
  const [first] = keepings;
  if (tieId !== null && first === undefined && isId(address)) {
    const standing = await standingSubject(work, { kind: 'tie', id: tieId });
    if (standing !== tieId) return findTie(work, standing);
  }
  if (tieId === null || first === undefined) return notFound('ties.not_found');
  const cities = await citiesOf(work, [first.pair]);
  const [a, b] = [cities.get(first.pair.a), cities.get(first.pair.b)];
  if (a === undefined || b === undefined) return notFound('ties.not_found');
  return ok({ tieId, pair: first.pair, keepings, cities, slug: slugOf(a, b) });
}

/** How much of a tie the actor may see. */
export const countsOf = (work: Work, { tieId, pair, cities }: OpenTie): Promise<TieCounts> =>
  loadCounts(work.tx, tieId, sidesOf(cities, pair));

/** A tie for an entry of an office that keeps it. Refuses `ties.not_found`, `kernel.forbidden`, `ties.not_kept`. */
export async function openForEntry(
  work: Work,
  tieId: string,
  office: OfficeId,
): Promise<Result<{ readonly tie: OpenTie; readonly scope: RegisterScope; readonly keeping: Keeping }>> {
  const found = await findTie(work, tieId);
  if (!found.ok) return found;
  const scope = mayWrite(work.actor, office);
  if (!scope.ok) return scope;
  const keeping = found.value.keepings.find((kept) => kept.office === office);
  return keeping === undefined
    ? refuse({ kind: 'conflict', code: 'ties.not_kept' })
    : ok({ tie: found.value, scope: scope.value, keeping });
}

/** The offices of both cities, in the order of the sides. */
export const officesOf = ({ pair, cities }: Pick<OpenTie, 'pair' | 'cities'>) => ({
  a: cities.get(pair.a)?.officeId ?? null,
  b: cities.get(pair.b)?.officeId ?? null,
});

/** The office that speaks for a city: its own, else its steward. */
export const deskOf = ({ officeId, steward }: NamedCity): OfficeId => officeId ?? steward;

type ShownFirst = ReturnType<typeof shownOf>;
interface Said {
  readonly statements: readonly Statement[];
  readonly pins: readonly Pin[];
  readonly shown: readonly { readonly attribute: TieAttribute; readonly shown: ShownFirst }[];
}
type TieShown = Omit<Answer<'getTie'>, keyof Said> & Said;

const readTie = async (work: Work, tieId: TieId) => {
  const [whole, classes, told] = await Promise.all([loadWholeTie(work, tieId), classesFor(work), toldOf(work, [tieId])]);
  return { ...whole, classes, told };
};

/** What addresses of public ties meant when they were last read (a cache). */
const lastMeant = new Latest<string, Addressed>(2000);

/** What stands of a tie, asked for while its address is looked up; it is used where the address still means that tie. */
const readAhead = (work: Work, { tieId, desks }: Addressed) => {
  const reading = Promise.all([readTie(work, tieId), nameOffices(work, desks)]).then(([read]) => read);
  reading.catch(() => undefined);
  return { tieId, reading };
};

/** The tie at an address with all that is said of it: in one statement, since its id nearly always follows from the address. */
async function findWhole(work: Work, address: string) {
  const last = work.memory === null ? undefined : lastMeant.get(address);
  const ahead = last === undefined ? null : readAhead(work, last);
  const meant = await tieAt(work, address);
  const reading = meant !== null && meant.tieId === ahead?.tieId ? ahead : meant === null ? null : readAhead(work, meant);
  const [found, read] = await Promise.all([findAt(work, address, meant?.tieId ?? null), reading?.reading ?? null]);
  if (!found.ok) return found;
  const { tieId, keepings } = found.value;
  if (meant !== null && keepings.some(({ visibility }) => visibility === 'public')) lastMeant.set(address, meant);
  return ok({ tie: found.value, read: read !== null && tieId === meant?.tieId ? read : await readTie(work, tieId) });
}

/** A tie with all that the actor may see of it. Refuses `ties.not_found`. */
export async function getTie(work: Work, input: Asked<'getTie'>): Promise<Result<TieShown>> {
  const found = await getTieBeside(work, input, () => Promise.resolve());
  return found.ok ? ok(found.value.tie) : found;
}

/** What stands of a tie: itself, what was agreed and what took place, by id; and the cities. */
interface Standing {
  readonly subjectIds: readonly string[];
  readonly tie: readonly string[];
}

/** The same with what `beside` reads of it, in the statements that read the tie's sources. */
export async function getTieBeside<T>(
  work: Work,
  input: Asked<'getTie'>,
  beside: (standing: Standing) => Promise<T>,
): Promise<Result<{ readonly tie: TieShown; readonly beside: T }>> {
  const found = await findWhole(work, input.tie);
  if (!found.ok) return found;
  const { tie, read } = found.value;
  const { tieId, pair, keepings, cities, slug } = tie;
  const { facts, carriers: carried, all, takings, classes, told } = read;
  const [a, b] = [cities.get(pair.a), cities.get(pair.b)];
  if (facts === undefined || a === undefined || b === undefined) return notFound('ties.not_found');
  const today = input.today ?? work.now.toISOString().slice(0, 10);
  const offices = work.actor.memberships.map(({ office }) => office);
  const sides = officesOf(tie);
  const sideStatus = (office: OfficeId | null) => {
    const said = statusOf(facts.statements, office);
    const reasonId = reasonOf(facts.statements, said?.statement)?.id ?? null;
    return said === null ? null : { code: said.code, statementId: said.statement.id, since: sinceIn(said.statement.value), reasonId };
  };
  const visits = visitsIn(begunBy(facts.exchanges, today));
  const subjectIds = [tieId, ...facts.agreements.map(({ id }) => id), ...facts.exchanges.map(({ id }) => id)];
  const [agreements, exchanges, carriers, ofOthers, more] = await Promise.all([
    showAgreements(work, facts.agreements, { items: facts.items, sides }),
    showExchanges(work, facts.exchanges),
    showCarriers(work, carried),
    showOfOthers(work, { sides: sidesOf(cities, pair), all, takings }),
    beside({ subjectIds, tie: [pair.a, pair.b] }),
  ]);
  const shown: TieShown = {
    id: tieId,
    slug,
    isPublic: keepings.some(({ visibility }) => visibility === 'public'),
    cities: { a: showCity(a), b: showCity(b) },
    ownSide: sideOf(pair, cities, offices),
    kept: keepings
      .filter(({ office }) => offices.includes(office))
      .map(({ office, visibility, sharedWith, version }) => ({
        ...{ office, visibility, version, sharedWith: [...sharedWith] },
        mayEdit: holds(work.actor, office, 'editor'),
      })),
    statements: facts.statements,
    pins: facts.pins,
    shown: tieAttributes
      .map((attribute) => ({ attribute, shown: shownOf(facts, attribute) }))
      .filter(({ shown }) => shown.first !== null || shown.apart.length > 0),
    status: { a: sideStatus(sides.a), b: sideStatus(sides.b) },
    ...{ agreements, exchanges, carriers, classes, ofOthers },
    domains: [...marksOf(work, facts, { told, sides: [a, b].map(deskOf), today })],
    visits: { a: visitsBy(visits, 'a'), b: visitsBy(visits, 'b'), turn: turnToVisit(visits, today) },
    lastKnown: lastKnownOf(work, facts, { told, sides: [a, b].map(deskOf), today }),
    today,
  };
  return ok({ tie: shown, beside: more });
}
