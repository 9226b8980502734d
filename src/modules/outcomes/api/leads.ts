// A lead of a meeting: what is proposed to whoever notes one, and from how many meetings of an edition something came.
import { notFound, ok, type Result } from '#kernel/result.ts';
import { findCities } from '#modules/cities/api/find-city.ts';
import { nameMeeting, type MeetingSide } from '#modules/meetings/api/requests/name-meetings.ts';
import { findTie } from '#modules/ties/api/open-tie.ts';
import { tieIdOf } from '#modules/ties/api/tie-id.ts';
import { pairOf, type TieCityId } from '#modules/ties/domain/tie.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { CitiesMeant, LaterSteps } from '#modules/meetings/domain/numbers.ts';
import { countLeads } from '../store/leads.ts';
import { listOutcomes } from './list-outcomes.ts';
import { describeSubjects } from './subjects.ts';

/** Cities that a company's entry may mean: by its name, in its country where it says one. */
async function citiesOf(work: Work, sides: readonly MeetingSide[]): Promise<readonly (readonly TieCityId[])[]> {
  const found = await findCities(
    work,
    sides.map(({ city }) => city ?? ''),
  );
  return sides.map(({ city, country }, at) => {
    const one = found[at];
    if (city === null || one === undefined || one.found === 'none') return [];
    const cities = one.found === 'one' ? [one.city] : one.cities;
    return cities.filter((known) => country === null || known.country === country).map(({ id }) => id);
  });
}

/** Ties that the actor may see between a city of one side and a city of the other. */
async function tiesBetween(work: Work, sides: readonly [MeetingSide, MeetingSide]): Promise<Answer<'getLead'>['ties']> {
  const [ours = [], theirs = []] = await citiesOf(work, sides);
  const ties = [];
  for (const one of ours)
    for (const other of theirs) {
      const pair = pairOf(one, other);
      const found = pair === null ? null : await findTie(work, tieIdOf(pair));
      if (found === null || !found.ok) continue;
      const named = (await describeSubjects(work, [{ subjectKind: 'tie', subjectId: found.value.tieId }], 'own')).get(found.value.tieId);
      if (named !== undefined) ties.push({ id: found.value.tieId, slug: found.value.slug, title: { ...named.title } });
    }
  return ties;
}

/**
 * What a lead of a meeting would be entered with: the ties of the two cities, and what is on record of this meeting already as far as the
 * actor sees it, so that both sides meet in one outcome. Nothing is written. Refuses `outcomes.subject_unknown` where the meeting stands in no agenda of theirs.
 */
export async function getLead(work: Work, { meetingId }: Asked<'getLead'>): Promise<Result<Answer<'getLead'>>> {
  const meeting = await nameMeeting(work, meetingId);
  if (meeting === null) return notFound('outcomes.subject_unknown');
  const known = await listOutcomes(work, { subjectKind: 'meeting', subjectId: meetingId, limit: 50 });
  if (!known.ok) return known;
  const own = new Set<string>(work.actor.memberships.map(({ office }) => office));
  return ok({
    ties: await tiesBetween(work, meeting.sides),
    known: known.value.entries.map(({ id, title, office }) => ({ id, title, office, isOurs: own.has(office.id) })),
  });
}

/** From how many meetings of an edition a lead was noted, and of how many something was signed or realised; asked as its organiser. */
export const tellLeads = (work: Work, editionId: string, cities: CitiesMeant): Promise<readonly LaterSteps[]> =>
  countLeads(work.tx, editionId, cities);
