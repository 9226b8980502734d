// What of a visit's itinerary clashes: with itself, and with the editions at which its delegation is a group.
import { ok, type Result } from '#kernel/result.ts';
import { travelOfVisit } from '#modules/expos/api/group-visits.ts';
import { loadReleasedItems } from '#modules/expos/api/programme/show-programme.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { clashesOfStops, type Clash } from '../../domain/programme/clashes.ts';
import { loadAgendas } from '../../store/agendas.ts';
import { loadRoster } from '../edition-facts.ts';
import { stopsOf, tellClashes } from './tell-clashes.ts';

/** As far as the actor may see the itinerary and the meetings; nothing is changed. */
export async function checkVisit(work: Work, input: Asked<'checkVisit'>): Promise<Result<Answer<'checkVisit'>>> {
  const { stops, editions } = await travelOfVisit(work, input.visitId);
  if (stops.length === 0) return ok({ clashes: [] });
  const found: Clash[] = [...clashesOfStops(stopsOf(stops, []), { items: [], held: [], participants: [] })];
  const items: { readonly id: string; readonly title: (typeof stops)[number]['title'] }[] = [];
  for (const { editionId, groupId } of editions) {
    const roster = await loadRoster(work, editionId);
    if (roster === null) continue;
    const released = await loadReleasedItems(work, editionId);
    items.push(...released);
    const members = roster.participants.filter((one) => one.groupId === groupId);
    const { entries } = await loadAgendas(
      work.tx,
      editionId,
      members.map(({ id }) => id),
    );
    const standing = entries.filter(({ cancelled }) => !cancelled);
    const held = standing.map(({ participantId: a, start, end }) => ({ a, b: a, interpreterId: null, start, end }));
    const beside = { items: released, held, participants: members };
    // Its own hours were held against each other already.
    for (const stop of stopsOf(
      stops.map((one) => ({ ...one, groupId })),
      members,
    ))
      found.push(...clashesOfStops([stop], beside));
  }
  return ok({ clashes: tellClashes(work, found, [...stops, ...items]) });
}
