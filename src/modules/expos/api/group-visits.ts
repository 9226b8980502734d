// A delegation at an edition is a visit of a tie: its lead says which, and what is done in the visit is held against what the edition has planned.
import { holds } from '#kernel/actor.ts';
import type { Interval } from '#kernel/intervals.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { forbidden, notFound, ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { travelOf, type Travelled } from '#modules/ties/api/visit/travel.ts';
import type { ExchangeId } from '#modules/ties/domain/happenings.ts';
import { endsNextDay } from '#modules/ties/domain/visit/itinerary.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { GroupOfVisitShown } from '../contract/group-visits.ts';
import type { EditionId } from '../domain/edition.ts';
import { dayAfter } from '../domain/moved-days.ts';
import { clockMeaning } from '../domain/venue-time.ts';
import { findGroupRecord } from '../store/groups.ts';
import { groupsLedBy, groupsOfVisit, removeGroupVisit, saveGroupVisit, visitsOfEdition } from '../store/group-visits.ts';
import { findEdition } from './edition/open-edition.ts';

/** Groups that are the visit, then those that the office leads and could say so of. */
export async function listVisitGroups(work: Work, input: Asked<'listVisitGroups'>): Promise<Result<{ entries: GroupOfVisitShown[] }>> {
  const { office, visitId } = input;
  if (office !== undefined && !holds(work.actor, office, 'viewer')) return refuse(forbidden);
  const linked = await groupsOfVisit(work.tx, visitId);
  const led = office === undefined ? [] : await groupsLedBy(work.tx, office);
  const leads = (groupId: string): boolean => led.some((one) => one.groupId === groupId);
  const mayLink = office !== undefined && holds(work.actor, office, 'editor');
  const all = [...linked, ...led.filter(({ groupId, visitId: other }) => other === null && !linked.some((one) => one.groupId === groupId))];
  return ok({
    entries: all.map(({ visitId: of, name, edition, ...group }) => ({
      ...group,
      ...{ name: { ...name }, edition: { ...edition }, isOf: of === visitId, mayLink: mayLink && leads(group.groupId) },
    })),
  });
}

/** Says for its lead which visit a group is, or that it is none. Refuses `expos.group_not_found`, `kernel.forbidden`, `ties.exchange_not_found`. */
export async function setGroupVisit(work: Work, input: Asked<'setGroupVisit'>) {
  const edition = await findEdition(work, input.editionId);
  if (!edition.ok) return edition;
  const { id: editionId, organiser } = edition.value;
  const group = await findGroupRecord(work.tx, editionId, input.groupId);
  if (group === null) return notFound('expos.group_not_found');
  if (group.leadOffice === null || !holds(work.actor, group.leadOffice, 'editor')) return refuse(forbidden);
  const linked = { editionId, groupId: group.id, office: group.leadOffice, organiser };
  const { visitId } = input;
  if (visitId === null) await removeGroupVisit(work.tx, linked);
  else {
    const [visit] = await travelOf(work, [visitId]);
    if (visit === undefined) return refuseInput([{ path: ['visitId'], code: 'ties.exchange_not_found' }]);
    await saveGroupVisit(work.tx, linked, visitId, work.now);
  }
  await audit(work, { useCase: 'set-group-visit', office: group.leadOffice, subjects: [editionId, group.id], fields: ['groupId'] });
  return ok({ editionId, groupId: group.id, visitId });
}

/** A person who takes part, as they are called; without a name where the actor may not see it. */
export interface TravellingPerson {
  readonly id: string;
  readonly name: MultilingualText;
  readonly office: MultilingualText;
}

/** Something that is done in a visit, with whom of the delegation; `isTimed`: by the clock, else by a part of the day. */
export interface TravelSpan extends Interval {
  readonly id: string;
  readonly title: MultilingualText;
  readonly isTimed: boolean;
  readonly people: readonly TravellingPerson[];
  /** As they were called. */
  readonly organisations: readonly MultilingualText[];
  /** The group of the edition that travels; null outside an edition. */
  readonly groupId: string | null;
}

/** From when to when on the clock; of one that has no end only its beginning is known to be taken. */
const hours = { morning: ['06:00', '12:00'], afternoon: ['12:00', '18:00'], evening: ['18:00', '23:59'] } as const;

function spanOf(stop: Travelled['stops'][number], zone: string): (Interval & { readonly isTimed: boolean }) | null {
  const { date, part, starts, ends } = stop;
  const [from, until] = starts !== null ? [starts, ends] : part !== null ? hours[part] : [null, null];
  if (from === null || date.text.length < 10 || date.qualifier !== 'exact') return null;
  const { at: start } = clockMeaning(zone, { date: date.text, time: from });
  const last = endsNextDay(stop) ? dayAfter(date.text, 1) : date.text;
  const end = until === null ? start + 60_000 : clockMeaning(zone, { date: last, time: until }).at;
  return { start, end, isTimed: starts !== null };
}

function spansOf({ stops, timeZone, travellers }: Travelled, groupId: string | null): readonly TravelSpan[] {
  return stops.flatMap((stop): readonly TravelSpan[] => {
    const span = spanOf(stop, timeZone);
    if (span === null) return [];
    const taking = stop.travellerIds.length === 0 ? travellers : travellers.filter(({ id }) => stop.travellerIds.includes(id));
    return [
      {
        ...{ ...span, id: stop.id, title: stop.title, groupId },
        people: taking.map(({ id, name, organisation }) => ({ id, name, office: organisation ?? {} })),
        organisations: taking.map(({ organisation }) => organisation).filter((called) => called !== null),
      },
    ];
  });
}

/** What the groups of an edition do in their visits beside it, as far as the actor may see their itineraries. */
export async function travelAtEdition(work: Work, editionId: EditionId): Promise<readonly TravelSpan[]> {
  const groups = await visitsOfEdition(work.tx, editionId);
  const travel = await travelOf(
    work,
    groups.flatMap(({ visitId }) => visitId ?? []),
  );
  return groups.flatMap(({ groupId, visitId }) => travel.filter((one) => one.visitId === visitId).flatMap((one) => spansOf(one, groupId)));
}

/** What is done in a visit, and the editions at which it is a group. */
export async function travelOfVisit(
  work: Work,
  visitId: ExchangeId,
): Promise<{
  readonly stops: readonly TravelSpan[];
  readonly editions: readonly { readonly editionId: EditionId; readonly groupId: string }[];
}> {
  const [travel] = await travelOf(work, [visitId]);
  const editions = await groupsOfVisit(work.tx, visitId);
  return { stops: travel === undefined ? [] : spansOf(travel, null), editions };
}
