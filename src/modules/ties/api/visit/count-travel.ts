// How many people an office has sent abroad, for its own yearly return.
import { ok, type Result } from '#kernel/result.ts';
import { cityOfOffice } from '#modules/cities/api/open-city.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { travelByYear } from '../../domain/visit/travel-by-year.ts';
import { mayRead } from '../../policy.ts';
import { sentFrom } from '../../store/visits.ts';

/** Year by year, of visits that it keeps and that went out from its city; for members of the office alone. Refuses `kernel.forbidden`. */
export async function countTravel(work: Work, { officeId }: Asked<'countTravel'>): Promise<Result<Answer<'countTravel'>>> {
  const allowed = mayRead(work.actor, officeId);
  if (!allowed.ok) return allowed;
  const city = await cityOfOffice(work, allowed.value);
  const years = travelByYear(city === null ? [] : await sentFrom(work.tx, allowed.value, city));
  return ok({ years: years.map(({ costs, ...year }) => ({ ...year, costs: [...costs] })) });
}
