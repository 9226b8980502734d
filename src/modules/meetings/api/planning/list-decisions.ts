// What waits for the organiser's decision in an edition.
import { dateFormat } from '#kernel/intl-formats.ts';
import { chooseText, type Language, writing } from '#kernel/language.ts';
import { firstFew } from '#kernel/writing/first-few.ts';
import { overlaps, type Interval } from '#kernel/intervals.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { listNotComing } from '#modules/expos/api/programme/show-programme.ts';
import type { EditionId } from '#modules/expos/domain/edition.ts';
import { venueClock } from '#modules/expos/domain/venue-time.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import {
  decisionsOf,
  type AbsenceTold,
  type AskedTold,
  type AwayTold,
  type CameTold,
  type DeclinedTold,
  type NotComingTold,
  type State,
  type WithdrawnTold,
} from '../../domain/planning/decisions.ts';
import { wishOf, type EditionFacts } from '../../domain/edition-facts.ts';
import { listOf } from '../../domain/planning/sentences.ts';
import { boundsThatHold, figuresOf } from '../../domain/planning/figures.ts';
import { upheavalOf } from '../../domain/planning/plan-differences.ts';
import { hindranceOf } from '../../domain/planning/release-hindrance.ts';
import { understandingOf } from '../../domain/agenda/agenda.ts';
import { clockAt, dayAt, instantText } from '../../domain/agenda/venue-clock.ts';
import { needsOf } from '../../domain/queue/board.ts';
import { instantAt } from '../../domain/queue/live-queue.ts';
import { mayOversee } from '../../policy.ts';
import type { HeldMeeting } from '../../store/bookings.ts';
import { loadWaiting, type AbsenceRow, type CameRow, type Waiting } from '../../store/waiting.ts';
import { loadEditionFacts } from '../edition-facts.ts';
import { awayAhead, lackingIn, loadPlanned, type Planned } from './lacking.ts';
import { placedAfterRelease, planOn } from './open-plan.ts';
import { differencesIn } from '../schedule/show-differences.ts';
import { queueToRead } from '../queue/kept-queue.ts';
import { readerNames } from '../reader-names.ts';
import { participantRef } from '../show-refs.ts';
import { shownSentence } from './show-plan.ts';

/** The time of a meeting, with its day unless that is today at the venue. */
const momentIn =
  ({ now, actor }: Work, { timeZone }: Pick<EditionFacts, 'timeZone'>) =>
  (start: number): string => {
    const clock = clockAt(start, timeZone);
    if (dayAt(start, timeZone) === dayAt(now.getTime(), timeZone)) return clock;
    const { locale, blank } = writing[actor.language];
    return `${dateFormat(locale, { day: 'numeric', month: 'short', timeZone }).format(start)}${blank}${clock}`;
  };

/** As many names as a line holds. */
const NAMED = 5;

/** The first of many, as a line. */
const firstOf = (names: readonly string[], reader: Language): string => firstFew(names, NAMED, reader, (all) => listOf(all, reader));

const namedWithCode = (name: string, code: string, reader: Language): string => writing[reader].inBrackets(name, code);

/** Who has withdrawn, with the meetings that the schedule in force still holds for them. */
function withdrawnOf(work: Work, edition: EditionFacts, held: readonly HeldMeeting[]): readonly WithdrawnTold[] {
  const gone = edition.participants.filter(({ withdrawn }) => withdrawn);
  const ahead = held.filter(({ end }) => end > work.now.getTime());
  const reader = work.actor.language;
  return gone.flatMap(({ id, name, code }) => {
    const theirs = ahead.filter(({ a, b }) => a === id || b === id);
    const [first] = theirs;
    if (first === undefined) return [];
    const told = { participant: id, name: namedWithCode(chooseText(name, reader).text, code, reader) };
    return [{ ...told, meetings: theirs.length, first: first.meetingId }];
  });
}

/** Who will not meet somebody with whom the schedule in force still holds a meeting that has not begun; those who withdrew are told of on their own. */
function declinedOf(work: Work, edition: EditionFacts, { concerned, declined }: Waiting): readonly DeclinedTold[] {
  const reader = work.actor.language;
  const starts = new Map(concerned.filter(({ start }) => start > work.now.getTime()).map(({ meetingId, start }) => [meetingId, start]));
  const taking = new Map(edition.participants.filter(({ withdrawn }) => !withdrawn).map((one) => [one.id, one]));
  const named = (id: string): readonly string[] => {
    const one = taking.get(id);
    return one === undefined ? [] : [namedWithCode(chooseText(one.name, reader).text, one.code, reader)];
  };
  const standing = declined.filter(({ meetingId, to }) => starts.has(meetingId) && taking.has(to));
  return [...Map.groupBy(standing, ({ from }) => from)].flatMap(([participant, of]) =>
    named(participant).map((name) => ({
      ...{ participant, name, meetings: of.length },
      first: of.map(({ meetingId }) => meetingId).toSorted((x, y) => (starts.get(x) ?? 0) - (starts.get(y) ?? 0))[0] ?? '',
      others: listOf([...new Set(of.flatMap(({ to }) => named(to)))], reader),
      times: listOf([...new Set(of.flatMap(({ meetingId }) => starts.get(meetingId) ?? []))].sort().map(momentIn(work, edition)), reader),
    })),
  );
}

/** Meetings ahead in the schedule in force that the two have held in the live queue: they would be sent to a table once more. */
function metOf(work: Work, edition: EditionFacts, { met }: Waiting): State['met'] {
  const codes = new Map(edition.participants.map(({ id, code }) => [id, code]));
  const [first] = met;
  if (first === undefined) return null;
  return {
    which: firstOf(
      met.map(({ a, b, start }) => `${codes.get(a)}–${codes.get(b)} ${momentIn(work, edition)(start)}`),
      work.actor.language,
    ),
    meetings: met.length,
    first: first.meetingId,
    participants: [...new Set(met.flatMap(({ a, b }) => [a, b]))],
  };
}

/** What sides asked of meetings that lie ahead, and no other side answers. */
function askedOf(work: Work, edition: EditionFacts, { concerned, asked }: Waiting): readonly AskedTold[] {
  const reader = work.actor.language;
  const who = new Map(edition.participants.map(({ id, name, code }) => [id, namedWithCode(chooseText(name, reader).text, code, reader)]));
  const starts = new Map(edition.slots.map(({ id, start }) => [id, momentIn(work, edition)(start)]));
  return asked.flatMap(({ meetingId, from, fromSlot, toSlot, wants, since }) => {
    const meeting = concerned.find((one) => one.meetingId === meetingId);
    const name = who.get(from);
    const other = who.get(meeting === undefined ? '' : meeting.a === from ? meeting.b : meeting.a);
    if (name === undefined || other === undefined) return [];
    const kind = toSlot !== null ? ('move_proposed' as const) : wants === 'cancel' ? ('cancel_asked' as const) : ('move_asked' as const);
    const [time = '', proposed = ''] = [starts.get(fromSlot), starts.get(toSlot ?? '')];
    return [{ kind, meetingId, participant: from, name, other, time, proposed, since }];
  });
}

/** Participants and interpreters whom the schedule in force holds for times at which they are away by now, whoever said so. */
function awayOf(work: Work, edition: EditionFacts, inForce: readonly HeldMeeting[]): Pick<State, 'participantsAway' | 'interpretersAway'> {
  const now = work.now.getTime();
  const reader = work.actor.language;
  const isAway = (one: { readonly away: readonly Interval[] }): boolean => one.away.some(({ end }) => end > now);
  const participants = edition.participants.filter((one) => !one.withdrawn && isAway(one));
  const interpreters = edition.interpreters.filter(isAway);
  const ahead = inForce.filter(({ start }) => start > now);
  const told = (id: string, name: string, away: readonly Interval[], isTheirs: (held: HeldMeeting) => boolean): readonly AwayTold[] => {
    const held = ahead.filter((meeting) => isTheirs(meeting) && away.some((span) => overlaps(span, meeting)));
    const times = listOf([...new Set(held.map(({ start }) => momentIn(work, edition)(start)))], reader);
    const [first] = held;
    return first === undefined ? [] : [{ id, name, times, meetings: held.length, first: first.meetingId }];
  };
  return {
    participantsAway: participants.flatMap(({ id, name, code, away }) =>
      told(id, namedWithCode(chooseText(name, reader).text, code, reader), away, ({ a, b }) => a === id || b === id),
    ),
    interpretersAway: interpreters.flatMap(({ id, name, away }) => told(id, name, away, ({ interpreterId }) => interpreterId === id)),
  };
}

/** Meetings ahead in the schedule in force at which nobody understands the other side. */
function notUnderstoodOf(work: Work, edition: EditionFacts, inForce: readonly HeldMeeting[]): State['notUnderstood'] {
  const who = new Map(edition.participants.map((p) => [p.id, p]));
  const found = inForce.flatMap(({ meetingId, a, b, start, interpreterId }) => {
    const [us, them] = [who.get(a), who.get(b)];
    if (us === undefined || them === undefined || us.withdrawn || them.withdrawn || start <= work.now.getTime()) return [];
    const { kind } = understandingOf(us.languages, them.languages, interpreterId);
    const pair = `${us.code}–${them.code} ${momentIn(work, edition)(start)}`;
    return kind === 'none' ? [{ meetingId, pair, ids: [a, b] }] : [];
  });
  const [first] = found;
  if (first === undefined) return null;
  return {
    which: firstOf(
      found.map(({ pair }) => pair),
      work.actor.language,
    ),
    meetings: found.length,
    first: first.meetingId,
    participants: [...new Set(found.flatMap(({ ids }) => ids))],
  };
}

/** Who takes part and is not away at every time that is left: who has been reported as not coming can be given no time. */
function mayComeTo({ slots, participants }: EditionFacts, now: number): EditionFacts['participants'] {
  const ahead = slots.filter(({ start }) => start > now);
  return participants.filter(
    ({ withdrawn, away }) => !withdrawn && (away.length === 0 || ahead.some((slot) => !away.some((span) => overlaps(span, slot)))),
  );
}

/** Meetings that a party must have and that have no time in the schedule in force, of those who may still come to one. */
function mustsLeftOf(coming: EditionFacts['participants'], { left: open }: Waiting, reader: Language): State['mustsLeft'] {
  const codes = new Map(coming.map(({ id, code }) => [id, code]));
  const left = open.filter((one) => wishOf(one) === 'must' && codes.has(one.a) && codes.has(one.b));
  if (left.length === 0) return null;
  return {
    which: firstOf(
      left.map(({ a, b }) => `${codes.get(a)}–${codes.get(b)}`),
      reader,
    ),
    meetings: left.length,
    participants: [...new Set(left.flatMap(({ a, b }) => [a, b]))],
  };
}

/** Speakers who cannot come to what is still to be held. */
async function notComingOf(work: Work, { id, timeZone }: EditionFacts): Promise<readonly NotComingTold[]> {
  const now = work.now.getTime();
  const reader = work.actor.language;
  const today = venueClock(timeZone, now).date;
  const found = await listNotComing(work, id as EditionId);
  return found
    .filter(({ item: { day, end } }) => (end === null ? day >= today : end > now))
    .map(({ item, speakers }) => ({
      names: listOf(
        speakers.map(({ name }) => chooseText(name, reader).text),
        reader,
      ),
      speakers: speakers.length,
      item: chooseText(item.title, reader).text,
    }));
}

const whoIn =
  ({ participants }: EditionFacts, reader: Language) =>
  (id: string): string => {
    const found = participants.find((p) => p.id === id);
    return found === undefined ? '?' : namedWithCode(chooseText(found.name, reader).text, found.code, reader);
  };

const cameOf = (rows: readonly CameRow[], edition: EditionFacts, reader: Language): readonly CameTold[] =>
  rows.map(({ participant, cameAt, until }) => ({
    ...{ participant, cameAt, name: whoIn(edition, reader)(participant), until: clockAt(until, edition.timeZone) },
  }));

function absencesOf(rows: readonly AbsenceRow[], edition: EditionFacts, reader: Language): readonly AbsenceTold[] {
  const places = readerNames(edition, [], reader);
  const who = whoIn(edition, reader);
  return rows.map(({ placeId, start, ...told }) => {
    const names = { absentName: who(told.absent), reporterName: who(told.reporter), place: places.place(placeId) };
    return { ...told, ...names, clock: clockAt(start, edition.timeZone) };
  });
}

/** The first names as one line. */
const namedFirst = (of: EditionFacts['participants'], reader: Language): string =>
  firstOf(
    of.map(({ name, code }) => namedWithCode(chooseText(name, reader).text, code, reader)),
    reader,
  );

/** Who takes part, may still come and has no meeting in the schedule in force. */
function inForceOf(
  { slots }: EditionFacts,
  coming: EditionFacts['participants'],
  { inForce, unmet }: Waiting,
  { now, reader }: { readonly now: number; readonly reader: Language },
): State['inForce'] {
  if (inForce === null || !slots.some(({ start }) => start > now)) return null;
  const isUnmet = new Set(unmet);
  const without = coming.filter(({ id }) => isUnmet.has(id));
  return { number: inForce, without: without.map(({ id }) => id), who: namedFirst(without, reader) };
}

/** The latest plan as it stands beside the facts of today, and what its release would do to the schedule in force. */
function latestPlan(
  work: Work,
  edition: EditionFacts,
  { plan, inForce, requestsSince }: Waiting,
  { board, held }: Planned,
): State['latestPlan'] {
  if (plan === null) return null;
  const { id, number, status, figures, endedAt, releasedAs } = plan;
  const told = { id, number, status, endedAt: endedAt?.getTime() ?? null, figures, released: releasedAs !== null, requestsSince };
  if (board === null) return { ...told, hindrance: { code: 'meetings.nothing_to_release', params: {} }, upheaval: null };
  const open = planOn(edition, board, { now: work.now.getTime(), held });
  const hindrance = hindranceOf(open);
  const counted =
    figures === null || told.released || requestsSince === 0
      ? told
      : { ...told, figures: figuresOf(open.input, board.placed, open.conflicts, boundsThatHold(plan, open.input)) };
  if (inForce === null) return { ...counted, hindrance, upheaval: null };
  const differences = differencesIn(edition, held, placedAfterRelease(open));
  return { ...counted, hindrance, upheaval: upheavalOf(differences, { schedule: inForce, meetings: held.length }) };
}

async function queueTold(work: Work, { id, timeZone }: EditionFacts): Promise<State['queue']> {
  const live = (await queueToRead(work, id))?.live;
  if (live === undefined) return null;
  const at = work.now.getTime();
  const [opens, closes] = [instantAt(live, live.opening.opensAt), instantAt(live, live.opening.closesAt)];
  // On the days before it nothing is to be done about it.
  if (dayAt(opens, timeZone) > dayAt(at, timeZone)) return null;
  return { opens: clockAt(opens, timeZone), closes: clockAt(closes, timeZone), hasBegun: opens <= at, ...needsOf(live, at) };
}

/** One entry a decision, the most urgent first; empty when nothing waits. Three queries, three more while a draft waits for its release, one where somebody has withdrawn, and what the live queue is read from while one goes on. */
export async function listDecisions(work: Work, input: Asked<'listDecisions'>): Promise<Result<Answer<'listDecisions'>>> {
  const edition = await loadEditionFacts(work, input.editionId);
  if (edition === null) return notFound('meetings.edition_unknown');
  const scope = mayOversee(work.actor, edition);
  if (!scope.ok) return scope;
  const waiting = await loadWaiting(work.tx, scope.value, work.now, awayAhead(edition, work.now.getTime()));
  const planned = await loadPlanned(work, edition, scope.value, waiting);
  const taking = edition.participants.filter((p) => !p.withdrawn);
  const coming = mayComeTo(edition, work.now.getTime());
  // Where nobody's languages are known and no interpreter is planned, language is not a matter of this edition.
  const languagesMatter = edition.interpreters.length > 0 || taking.some((p) => p.languages.length > 0);
  const notTold = new Set(waiting.untold);
  const untold = taking.filter(({ id }) => notTold.has(id));
  const decisions = decisionsOf({
    queue: waiting.isCalling ? await queueTold(work, edition) : null,
    participants: taking.length,
    slots: edition.slots.length,
    places: edition.places.length,
    wished: waiting.wished,
    lacking: lackingIn(work, edition, waiting, planned),
    withoutLanguages: languagesMatter ? taking.filter((p) => p.languages.length === 0).map((p) => p.id) : [],
    latestPlan: latestPlan(work, edition, waiting, planned),
    withdrawn: withdrawnOf(work, edition, waiting.concerned),
    declined: declinedOf(work, edition, waiting),
    met: metOf(work, edition, waiting),
    asked: askedOf(work, edition, waiting),
    untold: { ids: untold.map(({ id }) => id), who: namedFirst(untold, work.actor.language), number: waiting.inForce ?? 0 },
    ...awayOf(work, edition, waiting.concerned),
    notUnderstood: notUnderstoodOf(work, edition, waiting.concerned),
    notComing: await notComingOf(work, edition),
    mustsLeft: mustsLeftOf(coming, waiting, work.actor.language),
    inForce: inForceOf(edition, coming, waiting, { now: work.now.getTime(), reader: work.actor.language }),
    absences: absencesOf(waiting.absences, edition, work.actor.language),
    came: cameOf(waiting.came, edition, work.actor.language),
  });
  const who = new Map(edition.participants.map((p) => [p.id, p]));
  const entries = decisions.map(({ kind, title, detail, attention, since, planId, meetingId, interpreterId, participants }) => ({
    kind,
    title: shownSentence(title),
    detail: detail === null ? null : shownSentence(detail),
    attention,
    since: since === null ? null : instantText(since),
    planId,
    meetingId,
    interpreterId,
    participants: participants.flatMap((p) => {
      const found = who.get(p);
      return found === undefined ? [] : [participantRef(found)];
    }),
  }));
  return ok({ entries });
}
