// An office is told by the desk of a tie that something it entered of it was otherwise, and answers that.
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { mayWrite } from '../policy.ts';
import { saidOtherwise, saveReply, type Otherwise } from '../store/replies.ts';
import { keepingsByTie, pairsOf } from './load-ties.ts';
import { titled } from './others.ts';

/** Answers a desk, in place of what was answered it before; `verdict` null takes that back. Refuses `ties.nothing_to_reply`. */
export async function replyToDesk(work: Work, input: Asked<'replyToDesk'>): Promise<Result<Answer<'replyToDesk'>>> {
  const { office, thingId, to, verdict } = input;
  const scope = mayWrite(work.actor, office);
  if (!scope.ok) return scope;
  const said = (await saidOtherwise(work.tx, office, thingId)).find(({ by, tieId }) => by === to && tieId === input.tieId);
  if (said === undefined) return notFound('ties.nothing_to_reply');
  await saveReply(work.tx, scope.value, { thingId, to: said.by, verdict, now: work.now });
  await audit(work, { useCase: 'reply-to-desk', office, subjects: [thingId, said.tieId], fields: ['verdict'] });
  return ok({ thingId, office, to, verdict });
}

/** As it is named in a list. */
export interface OtherwiseNamed extends Omit<Otherwise, 'title' | 'organisationId'> {
  readonly title: MultilingualText | null;
  /** The two of its tie. */
  readonly cities: readonly string[];
}

/** What desks say was otherwise in what the office entered, answered or not, the longest waiting first. */
export async function otherwiseSaidTo(work: Work, office: OfficeId): Promise<readonly OtherwiseNamed[]> {
  const said = await saidOtherwise(work.tx, office);
  if (said.length === 0) return [];
  const pairs = pairsOf(await keepingsByTie(work, [...new Set(said.map(({ tieId }) => tieId))]));
  const titleOf = await titled(work, said);
  return said.map(({ organisationId, title, ...one }) => {
    const pair = pairs.get(one.tieId);
    return { ...one, title: titleOf({ title, organisationId }), cities: pair === undefined ? [] : [pair.a, pair.b] };
  });
}
