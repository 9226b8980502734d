// What offices set for follow-ups: the way of an edition's and of a delegation's, and after how long a silence is told.
import { notFound, ok, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { findEdition } from '#modules/expos/api/edition/open-edition.ts';
import { nameVisit } from '#modules/ties/api/exchange/name-happenings.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { mayAsk, mayReadWaiting } from '../../policy.ts';
import { quietMonthsOf, routesOf, writeQuietMonths, writeRoute } from '../../store/follow-up-rules.ts';
import { checkRoute } from './ask.ts';

export async function getEditionRoute(work: Work, { editionId }: Asked<'getEditionRoute'>): Promise<Result<Answer<'getEditionRoute'>>> {
  const edition = await findEdition(work, editionId);
  if (!edition.ok) return edition;
  const allowed = mayReadWaiting(work.actor, edition.value.organiser);
  if (!allowed.ok) return allowed;
  return ok((await routesOf(work.tx, [editionId])).get(editionId) ?? { route: 'company', throughOffice: null });
}

/** Its owner alone chooses; what has been planned already keeps its way. */
export async function setEditionRoute(work: Work, input: Asked<'setEditionRoute'>): Promise<Result<Answer<'setEditionRoute'>>> {
  const { editionId, route, throughOffice } = input;
  const edition = await findEdition(work, editionId);
  if (!edition.ok) return edition;
  const scope = mayAsk(work.actor, edition.value.organiser);
  if (!scope.ok) return scope;
  const checked = await checkRoute(work, input);
  if (!checked.ok) return checked;
  await writeRoute(work.tx, scope.value, { kind: 'edition', id: editionId }, { route, throughOffice });
  await audit(work, { useCase: 'set-edition-route', office: scope.value.office, subjects: [editionId], fields: ['channel'] });
  return ok({ route, throughOffice });
}

/** The same of a delegation, by the office that keeps its visit. */
export async function setVisitRoute(work: Work, input: Asked<'setVisitRoute'>): Promise<Result<Answer<'setVisitRoute'>>> {
  const { exchangeId, route, throughOffice } = input;
  const visit = await nameVisit(work, exchangeId);
  if (visit === null) return notFound('ties.exchange_not_found');
  const scope = mayAsk(work.actor, visit.office);
  if (!scope.ok) return scope;
  const checked = await checkRoute(work, input);
  if (!checked.ok) return checked;
  await writeRoute(work.tx, scope.value, { kind: 'exchange', id: visit.id }, { route, throughOffice });
  await audit(work, { useCase: 'set-visit-route', office: scope.value.office, subjects: [visit.id], fields: ['channel'] });
  return ok({ route, throughOffice });
}

export async function getFollowUpRule(work: Work, { officeId }: Asked<'getFollowUpRule'>): Promise<Result<Answer<'getFollowUpRule'>>> {
  const allowed = mayReadWaiting(work.actor, officeId);
  if (!allowed.ok) return allowed;
  return ok({ quietMonths: (await quietMonthsOf(work.tx, [officeId])).get(officeId) ?? null });
}

export async function setFollowUpRule(
  work: Work,
  { officeId, quietMonths }: Asked<'setFollowUpRule'>,
): Promise<Result<Answer<'setFollowUpRule'>>> {
  const scope = mayAsk(work.actor, officeId);
  if (!scope.ok) return scope;
  await writeQuietMonths(work.tx, scope.value, quietMonths);
  await audit(work, { useCase: 'set-follow-up-rule', office: officeId, subjects: [officeId], fields: ['quietMonths'] });
  return ok({ quietMonths });
}
