// Who travels in a visit and what is done there, as a briefing tells it.
import { showVisit } from '#modules/ties/api/visit/show-visit.ts';
import type { TieFacts } from '#modules/ties/domain/tie-facts.ts';
import type { Work } from '#platform/work.ts';
import type { BriefedPerson, BriefedStop } from '../../domain/briefing/facts.ts';

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
