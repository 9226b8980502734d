// Who travels in a visit, what is done there and whom of ours they should meet, as a briefing tells it.
import { listVisitMatches } from '#modules/matching/api/cities/list-visit-matches.ts';
import { closestOf } from '#modules/matching/domain/cities/closest.ts';
import { boundsOf } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { showVisit } from '#modules/ties/api/visit/show-visit.ts';
import type { TieFacts } from '#modules/ties/domain/tie-facts.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { BriefedMatch, BriefedPerson, BriefedStop } from '../../domain/briefing/facts.ts';

/** Travellers in their order of rank, those of whom no name is kept by their posts; stops in order of time. Nothing of what is no visit. */
export async function visitFacts(
  work: Work,
  exchange: TieFacts['exchanges'][number],
): Promise<{ readonly travellers: readonly BriefedPerson[]; readonly stops: readonly BriefedStop[] }> {
  if (exchange.kind !== 'visit') return { travellers: [], stops: [] };
  const { delegation, itinerary } = await showVisit(work, exchange);
  return {
    travellers: (delegation?.travellers ?? []).map(({ post, organisation, name }) => ({
      ...{ surname: name?.surname ?? '', givenName: name?.givenName ?? '', nameOrder: name?.nameOrder ?? 'given_first' },
      ...{ title: null, post, body: organisation, since: null, languages: [] },
    })),
    stops: (itinerary?.stops ?? []).map(({ date, starts, title, place }) => ({ date, starts, title, place })),
  };
}

interface Receiving {
  readonly office: OfficeId;
  readonly today: string;
}

/** Whom here those who come should meet; nobody where the visit is over, or is none that comes to the office's city. */
export async function meetsOf(
  transact: Transact,
  exchange: TieFacts['exchanges'][number] | undefined,
  { office, today }: Receiving,
): Promise<readonly BriefedMatch[]> {
  if (exchange?.kind !== 'visit' || (boundsOf(exchange.ends ?? exchange.starts).to ?? today) < today) return [];
  const found = await listVisitMatches(transact, { visitId: exchange.id, office });
  if (!found.ok) return [];
  return closestOf(found.value.visitors).map(({ organisation, organisations, told }) => ({
    visitor: organisation,
    organisations: organisations.map(({ name }) => name),
    told: told.map(({ entry }) => entry.title),
  }));
}
