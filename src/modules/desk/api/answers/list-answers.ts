// Everything that others said about an office and it has not answered, whatever it is of: one list for its page, its month and its letters.
import { holds } from '#kernel/actor.ts';
import { readNumber } from '#kernel/pages.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { classesFor } from '#modules/ties/api/list-classes.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { AnswerEntry } from '../../contract/answers.ts';
import { arranged, type Reminded } from '../../domain/answers.ts';
import { mayRead } from '../../policy.ts';
import { readWaits } from '../../store/put-off.ts';
import { loadOfficeRegister, type Register } from '../open-desk.ts';
import { answeredOfOutcomes, waitingOfOutcomes } from './of-outcomes.ts';
import { answeredOfStated, statedTo, waitingOfStated } from './of-stated.ts';
import { repliesOf } from './of-replies.ts';
import { answeredOfTies, sidedTies, waitingOfTies, type SidedTie } from './of-ties.ts';

export type { AnswerEntry };

export interface Waiting {
  /** In order: by city, the oldest first. */
  readonly now: readonly AnswerEntry[];
  /** Put off for a month. */
  readonly later: readonly AnswerEntry[];
  readonly reminded: ReadonlyMap<string, Reminded>;
  readonly sided: readonly SidedTie[];
  readonly stated: Awaited<ReturnType<typeof statedTo>>;
  readonly replies: Awaited<ReturnType<typeof repliesOf>>;
}

/** All of it, for members of the office that its register was read for. */
export async function waitingFor(work: Work, { office, ties }: Register, today: string): Promise<Waiting> {
  const sided = await sidedTies(work, { office, ties, today });
  const stated = await statedTo(work, office);
  const replies = await repliesOf(work, office);
  const [ofTies, ofOutcomes, ofStated] = [
    await waitingOfTies(work, sided),
    await waitingOfOutcomes(work, office),
    await waitingOfStated(work, office, stated),
  ];
  const { putOff, reminded } = await readWaits(work.tx, office, work.now);
  const all = arranged(
    [...ofTies, ...ofOutcomes, ...ofStated, ...replies.waiting].map((entry) => ({ ...entry, under: entry.city?.id ?? entry.office.id })),
  ).map(({ under: _under, ...entry }): AnswerEntry => ({ ...entry, reminded: reminded.get(entry.key)?.times ?? 0 }));
  return {
    now: all.filter(({ key }) => !putOff.has(key)),
    later: all.filter(({ key }) => putOff.has(key)),
    reminded,
    sided,
    stated,
    replies,
  };
}

const oldestOf = (entries: readonly AnswerEntry[]): string | null =>
  entries
    .map(({ at }) => at)
    .toSorted()
    .at(0) ?? null;

/** A page of it, with what was answered today; for members of the office alone. */
export async function listAnswers(work: Work, input: Asked<'listAnswers'>): Promise<Result<Answer<'listAnswers'>>> {
  const after = readNumber(input.cursor);
  if (!after.ok) return after;
  const reader = mayRead(work.actor, input.officeId);
  if (!reader.ok) return reader;
  const office: OfficeId = reader.value;
  const today = input.today ?? work.now.toISOString().slice(0, 10);
  const since = input.since ?? `${work.now.toISOString().slice(0, 10)}T00:00:00.000Z`;
  const register = await loadOfficeRegister(work, office);
  if (!register.ok) return register;
  const { now, later, sided, stated, replies } = await waitingFor(work, register.value, today);
  const ofOutcomes = await answeredOfOutcomes(work, {
    ...{ office, since: new Date(since) },
    ties: register.value.ties.map(({ facts }) => facts.tieId),
  });
  const ofStated = await answeredOfStated(work, office, { stated, since });
  const end = after.value + input.limit;
  return ok({
    ...{ office, today, mayEdit: holds(work.actor, office, 'editor'), count: now.length, oldest: oldestOf(now) },
    entries: now.slice(after.value, end),
    nextCursor: end < now.length ? String(end) : null,
    later: [...later],
    answered: [
      ...[...answeredOfTies(sided, since), ...ofOutcomes, ...ofStated],
      ...replies.answered.filter(({ at }) => at >= since),
    ].toSorted((x, y) => (x.at < y.at ? 1 : -1)),
    classes: await classesFor(work),
  });
}
