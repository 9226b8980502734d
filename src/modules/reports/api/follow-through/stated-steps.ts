// How far the meetings of an edition came, for its organiser to state on the follow-through page.
import { getEditionNumbers } from '#modules/meetings/api/numbers/count-numbers.ts';
import { toldOf, type StatedSteps } from '#modules/outcomes/domain/follow-through/stated.ts';
import type { Work } from '#platform/work.ts';

/** Null for whoever does not organise it, and where nobody asked to meet. */
export async function statedSteps(work: Work, editionId: string): Promise<StatedSteps | null> {
  const numbers = await getEditionNumbers(work, { editionId });
  if (!numbers.ok || numbers.value.total.asked === 0) return null;
  const { asked, placed, held, leads } = numbers.value.total;
  return { asked: toldOf(asked), placed: toldOf(placed), held: toldOf(held), leads: toldOf(leads) };
}
