// What the sides say of an outcome, as a report tells it: each office's last word on a stage, unless it took it back.
import type { Verdict } from '#modules/outcomes/domain/assurance.ts';
import type { Stage } from '#modules/outcomes/domain/stages.ts';

export interface Reply {
  readonly office: { readonly id: string };
  readonly stage: Stage;
  readonly verdict: Verdict;
}

/** The words that stand, in the order in which they were said; `said` is in the order of saying. */
export function standingReplies<R extends Reply>(said: readonly R[]): readonly R[] {
  const last = new Map(said.map((reply) => [`${reply.office.id} ${reply.stage}`, reply]));
  return said.filter((reply) => reply.verdict !== 'withdraws' && last.get(`${reply.office.id} ${reply.stage}`) === reply);
}
