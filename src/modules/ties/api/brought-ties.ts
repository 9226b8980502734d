// Ties that one act brought into an office's register: taken out again as one, but for those on which the office has gone on working.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { slugOf } from '../domain/naming.ts';
import type { Keeping, TieId } from '../domain/tie.ts';
import { isWorkedOn } from '../domain/worked-on.ts';
import { mayWrite } from '../policy.ts';
import { loadCarriersOf } from '../store/carriers.ts';
import { loadBrought } from '../store/keepings.ts';
import { citiesOf, loadTieFacts, showCity } from './load-ties.ts';
import { takeTiesOut } from './registers.ts';

/** What may be seen of ties that could be work of an office's on them. */
export async function loadWork(work: Work, ties: readonly TieId[]) {
  const carriers = Map.groupBy(await loadCarriersOf(work.tx, ties), ({ tieId }) => tieId);
  return (await loadTieFacts(work, ties)).map((facts) => ({ ...facts, carriers: carriers.get(facts.tieId) ?? [] }));
}

interface Act {
  readonly office: OfficeId;
  /** The `broughtBy` of the keepings. */
  readonly id: string;
  readonly at: Date;
}

/** A tie is worked on once others may see it, or something has been entered about it since. */
async function workedAmong(work: Work, { office, at }: Act, brought: readonly Keeping[]): Promise<readonly Keeping[]> {
  const entered = ({ enteredAt }: { readonly enteredAt: string }): boolean => enteredAt <= at.toISOString();
  const facts = await loadWork(
    work,
    brought.map(({ tieId }) => tieId),
  );
  const worked = new Set(facts.filter((tie) => isWorkedOn(tie, { office, at, isNew: true, entered })).map(({ tieId }) => tieId));
  return brought.filter(({ tieId, visibility }) => visibility !== 'private' || worked.has(tieId));
}

const named = async (work: Work, keepings: readonly Keeping[]) => {
  const cities = await citiesOf(
    work,
    keepings.map(({ pair }) => pair),
  );
  return keepings.flatMap(({ tieId, pair }) => {
    const [a, b] = [cities.get(pair.a), cities.get(pair.b)];
    return a === undefined || b === undefined ? [] : [{ tieId, slug: slugOf(a, b), cities: { a: showCity(a), b: showCity(b) } }];
  });
};

/** How many ties of an act stand in the register, and which of them have been worked on since, by name. */
export async function broughtTies(work: Work, act: Act) {
  const brought = await loadBrought(work.tx, act.office, act.id);
  return { standing: brought.length, worked: await named(work, await workedAmong(work, act, brought)) };
}

/** Takes what an act brought out of the register again, as part of a use case; ties worked on since stay. Answers both. Refuses `kernel.forbidden`. */
export async function takeTiesBack(
  work: Work,
  act: Act,
): Promise<Result<{ readonly taken: readonly TieId[]; readonly worked: Awaited<ReturnType<typeof named>> }>> {
  const allowed = mayWrite(work.actor, act.office);
  if (!allowed.ok) return allowed;
  const brought = await loadBrought(work.tx, act.office, act.id);
  const worked = await workedAmong(work, act, brought);
  const taken = brought.filter((keeping) => !worked.includes(keeping)).map(({ tieId }) => tieId);
  const out = await takeTiesOut(work, { office: act.office, ties: taken });
  if (!out.ok) return out;
  return ok({ taken, worked: await named(work, worked) });
}
