// Agendas: one participant's, those of the actor's own participants, and of everybody in a group.
import type { OfficeId } from '#kernel/ids.ts';
import { holds } from '#kernel/actor.ts';
import { overlaps } from '#kernel/intervals.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { EditionFacts, EditionGroup, EditionParticipant } from '../../domain/edition-facts.ts';
import type { ParticipantScope } from '../../domain/scopes.ts';
import { slotsToFill, type Hole } from '../../domain/agenda/holes.ts';
import { instantText } from '../../domain/agenda/venue-clock.ts';
import { mayActFor, mayAskForGroup, mayAskWhoIsFree } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { listMyAgendaRows, loadAgendas, type ShownEntry } from '../../store/agendas.ts';
import { loadInterpretersAway } from '../../store/surroundings.ts';
import { loadEditionFacts } from '../edition-facts.ts';
import type { Notice } from '../../store/releases.ts';
import { surroundingsOf } from './fill-holes.ts';
import { openParticipant } from '../open-edition.ts';
import { showAgenda, showAway, showNotice } from './show-agenda.ts';
import { editionRef, participantRef, slotRef } from '../show-refs.ts';

/** The agenda of one participant: meetings, what was cancelled, free time that can be filled, and when they are away. */
export async function getAgenda(work: Work, input: Asked<'getAgenda'>): Promise<Result<Answer<'getAgenda'>>> {
  const { editionId, participantId } = input;
  const [opened, { notice, entries }] = await Promise.all([
    openParticipant(work, editionId, participantId, 'viewer'),
    loadAgendas(work.tx, editionId, [participantId]),
  ]);
  if (!opened.ok) return opened;
  const { edition, participant, scope } = opened.value;
  const slots = notice === null ? [] : slotsToFill(edition.slots, [participant], entries, work.now.getTime());
  work.heard?.holdsUntilNext(edition.slots, work.now.getTime());
  const around =
    slots.length === 0
      ? null
      : await actingFor(work, mayAskWhoIsFree(scope), (acting) => surroundingsOf(acting, edition, slots, [participant.id]));
  const holes = around?.holes.get(participant.id) ?? [];
  return ok(
    showAgenda(edition, participant, {
      entries,
      holes,
      notice,
      viewer: { reader: work.actor.language, side: scope.side },
    }),
  );
}

/** Participants the actor's offices act for, with their next meeting; the organiser's own view of all is not meant. One query. */
export async function listMyAgendas(work: Work): Promise<Result<Answer<'listMyAgendas'>>> {
  const rows = await listMyAgendaRows(
    work.tx,
    work.actor.memberships.map((m) => m.office),
    work.now,
  );
  const entries = rows.map(({ edition, meetings, nextStartsAt, ...participant }) => ({
    edition,
    participant: participantRef(participant),
    meetings,
    nextStartsAt: nextStartsAt === null ? null : instantText(nextStartsAt),
  }));
  return ok({ entries });
}

interface OpenGroup {
  readonly edition: EditionFacts;
  readonly group: EditionGroup;
  readonly members: readonly EditionParticipant[];
  readonly entries: readonly ShownEntry[];
  readonly holes: ReadonlyMap<string, readonly Hole[]>;
  readonly notice: Notice | null;
  readonly scopes: readonly ParticipantScope[];
  /** From which side the actor sees each member. */
  readonly sides: ReadonlyMap<string, ParticipantScope['side']>;
}

/** The group and all below it. */
const withChildren = (edition: EditionFacts, groupId: string): ReadonlySet<string> => {
  const found = new Set([groupId]);
  let size = 0;
  while (found.size > size) {
    size = found.size;
    for (const group of edition.groups) if (group.parentId !== null && found.has(group.parentId)) found.add(group.id);
  }
  return found;
};

/** Offices that lead the group or one above it. */
const leadsOf = (edition: EditionFacts, groupId: string): readonly OfficeId[] => {
  const leads: OfficeId[] = [];
  const seen = new Set<string>();
  let at = edition.groups.find((g) => g.id === groupId);
  while (at !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    if (at.leadOffice !== null) leads.push(at.leadOffice);
    at = edition.groups.find((g) => g.id === at?.parentId);
  }
  return leads;
};

interface OnGroup {
  readonly editionId: string;
  readonly groupId: string;
}

interface GroupMembers extends Pick<OpenGroup, 'edition' | 'group'> {
  readonly members: readonly { readonly participant: EditionParticipant; readonly scope: ParticipantScope }[];
}

/** A group for its lead or the organiser: members the actor does not act for are not in it. */
export async function groupMembers(work: Work, { editionId, groupId }: OnGroup): Promise<Result<GroupMembers>> {
  const edition = await loadEditionFacts(work, editionId);
  const group = edition?.groups.find((g) => g.id === groupId);
  if (edition === null || group === undefined) return notFound('meetings.group_unknown');
  const looks = [edition.organiser, ...leadsOf(edition, groupId)].some((office) => holds(work.actor, office, 'viewer'));
  if (!looks) return notFound('meetings.group_unknown');
  const groups = withChildren(edition, groupId);
  const members = edition.participants.flatMap((p) => {
    if (p.withdrawn || p.groupId === null || !groups.has(p.groupId)) return [];
    const scope = mayActFor(work.actor, { id: p.id, editionId, organiser: edition.organiser, offices: p.offices }, 'viewer');
    return scope.ok ? [{ scope: scope.value, participant: p }] : [];
  });
  return ok({ edition, group, members });
}

async function openGroup(work: Work, on: OnGroup): Promise<Result<OpenGroup>> {
  const opened = await groupMembers(work, on);
  if (!opened.ok) return opened;
  const { editionId } = on;
  const { edition, group, members: seen } = opened.value;
  const members = seen.map((s) => s.participant);
  const scopes = seen.map((s) => s.scope);
  const ids = members.map((p) => p.id);
  const { notice, entries } = await loadAgendas(work.tx, editionId, ids);
  const slots = notice === null ? [] : slotsToFill(edition.slots, members, entries, work.now.getTime());
  work.heard?.holdsUntilNext([...edition.slots, ...entries], work.now.getTime());
  const around =
    slots.length === 0 ? null : await actingFor(work, mayAskForGroup(scopes), (acting) => surroundingsOf(acting, edition, slots, ids));
  const sides = new Map(seen.map((s) => [s.participant.id, s.scope.side]));
  return ok({ edition, group, members, entries, holes: around?.holes ?? new Map<string, readonly Hole[]>(), notice, scopes, sides });
}

const groupRef = ({ id, name, kind }: EditionGroup) => ({ id, name, kind });

type Grid = Answer<'groupGrid'>;

/** One that was held in the live queue needs nobody any more. */
const lacksInterpreter = (entry: ShownEntry, losing: ReadonlySet<ShownEntry>): boolean =>
  entry.metAt === null && (entry.details.understanding.kind === 'none' || losing.has(entry));

function rowOf(
  { edition, entries, holes }: OpenGroup,
  participant: EditionParticipant,
  losing: ReadonlySet<ShownEntry>,
): Grid['rows'][number] {
  const slots = new Map(edition.slots.map((s, i) => [s.id, i]));
  const ours = entries.filter((e) => e.participantId === participant.id && !e.cancelled);
  return {
    participant: participantRef(participant),
    booked: ours.length,
    least: participant.minMeetings,
    meetings: ours.flatMap((e) => {
      const slot = slots.get(e.slotId);
      if (slot === undefined) return [];
      const { details } = e;
      const times = { startsAt: instantText(e.start), endsAt: instantText(e.end) };
      return [
        {
          slot,
          meetingId: e.meetingId,
          ...times,
          with: participantRef(details.with),
          placeCode: details.place.code,
          interpreter: details.interpreter?.name ?? null,
          lacksInterpreter: lacksInterpreter(e, losing),
          metAt: e.metAt === null ? null : instantText(e.metAt),
        },
      ];
    }),
    holes: (holes.get(participant.id) ?? []).flatMap((h) => {
      const slot = slots.get(h.slotId);
      return slot === undefined ? [] : [{ slot, candidates: h.candidates.length, canTake: h.candidates.filter((c) => c.canTake).length }];
    }),
    away: showAway(participant),
  };
}

/** Interpreters who sit with the group, and in which row. */
function interpretersOf({ edition, entries, members }: OpenGroup): Grid['interpreters'] {
  const slots = new Map(edition.slots.map((s, i) => [s.id, i]));
  const rows = new Map(members.map((p, i) => [p.id, i]));
  return edition.interpreters.flatMap((interpreter) => {
    const meetings = entries.flatMap((e) => {
      const [slot, row] = [slots.get(e.slotId), rows.get(e.participantId)];
      return e.cancelled || e.details.interpreter?.id !== interpreter.id || slot === undefined || row === undefined ? [] : [{ slot, row }];
    });
    return meetings.length === 0 ? [] : [{ interpreter: { id: interpreter.id, name: interpreter.name }, meetings }];
  });
}

/** Meetings that are not over and whose interpreter is away then by now, whoever said so; why and when people are away is the organiser's. */
async function losingInterpreter(work: Work, { edition, scopes, entries }: OpenGroup): Promise<ReadonlySet<ShownEntry>> {
  const held = entries.filter(({ cancelled, details, end }) => !cancelled && details.interpreter !== null && end > work.now.getTime());
  if (held.length === 0) return new Set();
  const away = await actingFor(work, mayAskForGroup(scopes), (acting) => loadInterpretersAway(acting.tx, edition.id));
  return new Set(
    held.filter((entry) => away.some((span) => span.interpreterId === entry.details.interpreter?.id && overlaps(span, entry))),
  );
}

/** A group's participants against time, holes marked, with the day in figures; for its lead and the organiser. */
export async function groupGrid(work: Work, input: Asked<'groupGrid'>): Promise<Result<Grid>> {
  const opened = await openGroup(work, input);
  if (!opened.ok) return opened;
  const { edition, group, members, entries, notice } = opened.value;
  const losing = await losingInterpreter(work, opened.value);
  const rows = members.map((p) => rowOf(opened.value, p, losing));
  const held = entries.filter((e) => !e.cancelled);
  return ok({
    edition: editionRef(edition),
    group: groupRef(group),
    release: showNotice(notice),
    slots: edition.slots.map(slotRef),
    figures: {
      meetings: held.length,
      holes: rows.reduce((sum, row) => sum + row.holes.length, 0),
      atLeast: input.atLeast,
      fewer: rows.filter((row) => row.booked < input.atLeast).length,
      withoutInterpreter: held.filter((e) => lacksInterpreter(e, losing)).length,
    },
    rows,
    interpreters: interpretersOf(opened.value),
  });
}

/** All agendas of a group, one after the other, to print. */
export async function groupPack(work: Work, input: Asked<'groupPack'>): Promise<Result<Answer<'groupPack'>>> {
  const opened = await openGroup(work, input);
  if (!opened.ok) return opened;
  const { edition, group, members, entries, holes, notice, sides } = opened.value;
  const agendas = members.map((p) =>
    showAgenda(edition, p, {
      entries,
      holes: holes.get(p.id) ?? [],
      notice,
      viewer: { reader: work.actor.language, side: sides.get(p.id) ?? 'organiser' },
    }),
  );
  return ok({ edition: editionRef(edition), group: groupRef(group), release: showNotice(notice), agendas });
}
