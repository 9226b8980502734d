// A side's desk takes up what a third party says of its tie, or leaves it.
import { notFound, ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { decide } from './hearing.ts';
import { findTie } from './open-tie.ts';
import { ofOthers } from './others.ts';

/** Decides for a side's office, with what it was instead where it leaves it; it can decide anew. Refuses `ties.not_found`, `ties.nothing_to_take_up`, `ties.not_a_side`, `ties.differs_when_left`. */
export async function takeUp(work: Work, input: Asked<'takeUp'>): Promise<Result<Answer<'takeUp'>>> {
  const found = await findTie(work, input.tieId);
  if (!found.ok) return found;
  const thing = (await ofOthers(work, [found.value.tieId])).find(({ id }) => id === input.thingId);
  if (thing === undefined) return notFound('ties.nothing_to_take_up');
  if (!thing.sides.includes(input.office)) return refuse({ kind: 'forbidden', code: 'ties.not_a_side' });
  const { office, takesUp, thingId, differs = null } = input;
  if (differs !== null && takesUp !== false) return refuseInput([{ path: ['differs'], code: 'ties.differs_when_left' }]);
  const decided = await decide(work, {
    thingId,
    office,
    takesUp,
    differs: differs === null ? null : { words: differs, toldTo: thing.office },
  });
  if (!decided.ok) return decided;
  await audit(work, {
    useCase: 'take-up',
    office,
    subjects: [thingId, found.value.tieId],
    fields: differs === null ? ['takesUp'] : ['takesUp', 'differs'],
  });
  return ok({ thingId, office, takesUp, differs });
}
