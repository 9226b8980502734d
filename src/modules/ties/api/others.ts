// What third parties say of ties: shown to those who decide and to whoever says it, and waiting at the desks until one takes it up.
import { holds } from '#kernel/actor.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { citedSources } from '#modules/evidence/api/enter-source.ts';
import { nameOrganisations } from '#modules/organisations/api/name-organisations.ts';
import type { Work } from '#platform/work.ts';
import type { Answer } from '../contract.ts';
import { isHeard, type Taking } from '../domain/taking.ts';
import type { TieId } from '../domain/tie.ts';
import { thingsOfOthers, type Thing } from '../store/takings.ts';
import { sidesOf, takingsOf } from './hearing.ts';
import { citiesOf, keepingsByTie, pairsOf } from './load-ties.ts';

/** What offices that are no side of it say of a tie, with what its desks decided. */
interface OfOthers extends Thing {
  readonly sides: readonly OfficeId[];
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
    const sides = sidesOf(cities, pairs.get(thing.tieId));
    return sides.length === 0 || sides.includes(thing.office) ? [] : [{ ...thing, sides }];
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

async function titled(work: Work, things: readonly OfOthers[]): Promise<(thing: OfOthers) => MultilingualText | null> {
  const names = await nameOrganisations(
    work,
    things.flatMap(({ organisationId }) => organisationId ?? []),
  );
  return ({ title, organisationId }) => title ?? names.get(organisationId ?? '') ?? null;
}

type Shown = Answer<'getTie'>['ofOthers'];

/** What third parties say of a tie, for members of its sides, who decide, and for those of the office that says it. */
export async function showOfOthers(work: Work, tieId: TieId): Promise<Shown> {
  if (work.actor.account === null) return [];
  const told = (await ofOthers(work, [tieId])).filter(({ sides, office }) =>
    [...sides, office].some((one) => holds(work.actor, one, 'viewer')),
  );
  if (told.length === 0) return [];
  const [titleOf, sourceOf, names] = await Promise.all([
    titled(work, told),
    citedSources(work, told),
    nameOffices(
      work,
      told.map(({ office }) => office),
    ),
  ]);
  return told.map((thing) => {
    const title = titleOf(thing);
    return {
      ...{ kind: thing.kind, id: thing.id, date: thing.date, heard: thing.heard, source: sourceOf(thing) },
      title: title === null ? null : { ...title },
      office: { id: thing.office, name: { ...names.get(thing.office) } },
      decisions: [...new Set(thing.sides)].flatMap((office) =>
        holds(work.actor, office, 'editor')
          ? [{ office, takesUp: thing.takings.find((taking) => taking.office === office)?.takesUp ?? null }]
          : [],
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
    ...{ kind: thing.kind, id: thing.id, tieId: thing.tieId, office: thing.office, at: thing.at },
    title: titleOf(thing),
  }));
}
