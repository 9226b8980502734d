// What third parties say of ties: shown to those who decide and to whoever says it, and waiting at the desks until one takes it up.
import { holds } from '#kernel/actor.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { citedSources } from '#modules/evidence/api/enter-source.ts';
import { nameOrganisations } from '#modules/organisations/api/name-organisations.ts';
import type { Work } from '#platform/work.ts';
import type { Answer } from '../contract.ts';
import type { Carrier } from '../domain/carriers.ts';
import type { Agreement, Exchange } from '../domain/records.ts';
import { isHeard, type Taking } from '../domain/taking.ts';
import type { TieId } from '../domain/tie.ts';
import { takingsSince, thingsOfOthers, type Thing } from '../store/takings.ts';
import { sidesOf, takingsOf } from './hearing.ts';
import { citiesOf, keepingsByTie, pairsOf } from './load-ties.ts';

/** What offices that are no side of it say of a tie, with what its desks decided. */
interface OfOthers extends Thing {
  readonly sides: readonly OfficeId[];
  /** The two of the tie. */
  readonly cities: readonly string[];
  readonly takings: readonly Taking[];
  readonly heard: boolean;
}

export async function ofOthers(work: Work, ties: readonly TieId[]): Promise<readonly OfOthers[]> {
  const keepings = await keepingsByTie(work, ties);
  const pairs = pairsOf(keepings);
  const cities = await citiesOf(work, [...pairs.values()]);
  // Most are entered by a side of one tie alone: those of several are told apart below.
  const single = pairs.size === 1 ? [...pairs.values()].flatMap((pair) => sidesOf(cities, pair)) : [];
  const things = (await thingsOfOthers(work.tx, [...pairs.keys()], single)).flatMap((thing) => {
    const pair = pairs.get(thing.tieId);
    const sides = sidesOf(cities, pair);
    return sides.length === 0 || sides.includes(thing.office)
      ? []
      : [{ ...thing, sides, cities: pair === undefined ? [] : [pair.a, pair.b] }];
  });
  const takings = await takingsOf(
    work,
    things.map(({ id }) => id),
  );
  return things.map((thing) => {
    const own = takings.filter(({ thingId }) => thingId === thing.id);
    return { ...thing, takings: own, heard: isHeard({ owner: thing.office, sides: thing.sides, takings: own }) };
  });
}

type Titled = Pick<Thing, 'title' | 'organisationId'>;

/** Names what has a title, or an organisation that the actor may know. */
export async function titled(work: Work, things: readonly Titled[]): Promise<(thing: Titled) => MultilingualText | null> {
  const names = await nameOrganisations(
    work,
    things.flatMap(({ organisationId }) => organisationId ?? []),
  );
  return ({ title, organisationId }) => title ?? names.get(organisationId ?? '') ?? null;
}

interface SaidOfTie {
  /** The offices of the two cities, or their stewards. */
  readonly sides: readonly OfficeId[];
  readonly all: {
    readonly agreements: readonly Agreement[];
    readonly exchanges: readonly Exchange[];
    readonly carriers: readonly Carrier[];
  };
  readonly takings: readonly Taking[];
}

type Told = Pick<OfOthers, 'kind' | 'id' | 'office' | 'title' | 'organisationId' | 'date' | 'sourceId'>;

/** Agreements, exchanges and carriers alike, as they are named in a list. */
const namedAlike = ({ agreements, exchanges, carriers }: SaidOfTie['all']): readonly Told[] => [
  ...agreements.map(({ id, office, title, signedOn, validFrom, sourceId }) => ({
    ...{ kind: 'agreement' as const, id, office, title, organisationId: null, date: signedOn ?? validFrom, sourceId },
  })),
  ...exchanges.map(({ id, office, title, starts, sourceId }) => ({
    ...{ kind: 'exchange' as const, id, office, title, organisationId: null, date: starts, sourceId },
  })),
  ...carriers.map(({ id, office, name, organisationId, starts, sourceId }) => ({
    ...{ kind: 'carrier' as const, id, office, organisationId, date: starts, sourceId },
    title: name === null ? null : { und: { text: name, origin: 'human' as const } },
  })),
];

/** What third parties say of a tie, for members of its sides, who decide, and for those of the office that says it. */
export async function showOfOthers(work: Work, { sides, all, takings }: SaidOfTie): Promise<Answer<'getTie'>['ofOthers']> {
  const isTold = ({ office }: Told): boolean =>
    !sides.includes(office) && [...sides, office].some((one) => holds(work.actor, one, 'viewer'));
  const told = namedAlike(all).filter(isTold);
  if (told.length === 0) return [];
  const [titleOf, sourceOf, names] = await Promise.all([
    titled(work, told),
    citedSources(work, told),
    nameOffices(
      work,
      [...told, ...takings].map(({ office }) => office),
    ),
  ]);
  return told.map((thing) => {
    const title = titleOf(thing);
    const decided = takings.filter(({ thingId }) => thingId === thing.id);
    return {
      ...{ kind: thing.kind, id: thing.id, date: thing.date, source: sourceOf(thing) },
      heard: isHeard({ owner: thing.office, takings: decided, sides }),
      title: title === null ? null : { ...title },
      office: { id: thing.office, name: { ...names.get(thing.office) } },
      decisions: [...new Set(sides)].flatMap((office) =>
        holds(work.actor, office, 'editor')
          ? [{ office, takesUp: decided.find((taking) => taking.office === office)?.takesUp ?? null }]
          : [],
      ),
      differing: decided.flatMap(({ office, differs, reply }) =>
        differs === null ? [] : [{ office: { id: office, name: { ...names.get(office) } }, words: differs, reply }],
      ),
    };
  });
}

export interface WaitingThing {
  readonly kind: Thing['kind'];
  readonly id: string;
  readonly title: MultilingualText | null;
  readonly tieId: TieId;
  readonly office: OfficeId;
  readonly at: string;
  readonly cities: readonly string[];
}

/** What third parties say of these ties that neither side has taken up and the office has not left, the longest waiting first. */
export async function waitingOf(
  work: Work,
  { office, ties }: { readonly office: OfficeId; readonly ties: readonly TieId[] },
): Promise<readonly WaitingThing[]> {
  const waits = (await ofOthers(work, ties)).filter(
    ({ heard, sides, takings }) => !heard && sides.includes(office) && !takings.some((taking) => taking.office === office),
  );
  const titleOf = await titled(work, waits);
  return waits.map((thing) => ({
    ...{ kind: thing.kind, id: thing.id, tieId: thing.tieId, office: thing.office, at: thing.at, cities: thing.cities },
    title: titleOf(thing),
  }));
}

/** A decision of an office on what a third party says; `thing` null: it is of no tie of these, but an outcome. */
export interface Decision {
  readonly thingId: string;
  readonly takesUp: boolean;
  readonly differs: string | null;
  readonly at: string;
  readonly thing: Pick<WaitingThing, 'tieId' | 'title' | 'cities'> | null;
}

/** What an office has decided since an instant. */
export async function decidedSince(
  work: Work,
  { office, ties, since }: { readonly office: OfficeId; readonly ties: readonly TieId[]; readonly since: Date },
): Promise<readonly Decision[]> {
  const takings = await takingsSince(work.tx, office, since);
  if (takings.length === 0) return [];
  const things = (await ofOthers(work, ties)).filter(({ id }) => takings.some(({ thingId }) => thingId === id));
  const titleOf = await titled(work, things);
  return takings.map((taking) => {
    const thing = things.find(({ id }) => id === taking.thingId);
    return { ...taking, thing: thing === undefined ? null : { tieId: thing.tieId, title: titleOf(thing), cities: thing.cities } };
  });
}
