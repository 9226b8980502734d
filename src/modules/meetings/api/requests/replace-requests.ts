// Sets the requests, meetings, orders and fixed slots of an edition to those of an edition file.
import type { Work } from '#platform/work.ts';
import { deriveMeetings, meetingChanges, type Side } from '../../domain/planning/derive-meetings.ts';
import type { EditionFacts } from '../../domain/edition-facts.ts';
import type { EditionFile } from '../../domain/file/edition-file.ts';
import { numbersInFile, requestChanges, type RequestChanges } from '../../domain/file/requests.ts';
import type { OrganiserScope, ParticipantScope } from '../../domain/scopes.ts';
import { mayActFor } from '../../policy.ts';
import { loadEditionFacts } from '../edition-facts.ts';
import { fixSlots, loadStandingRequests } from '../../store/edition-facts.ts';
import {
  insertMeetings,
  insertOrders,
  loadMeetings,
  lockSchedule,
  saveCounters,
  updateMeetings,
  type NumberedMeeting,
} from '../../store/meetings.ts';
import {
  deleteInvitations,
  insertInvitations,
  insertRequests,
  loadRequestFacts,
  updateRequestRows,
  type NewRequest,
} from '../../store/requests.ts';
import { loadRules } from '../../store/request-rules.ts';

/** Rows of one statement; a statement takes 65,535 values. */
const AT_ONCE = 1000;

interface Sides {
  readonly scopeOf: (code: string) => ParticipantScope | undefined;
  readonly idOf: (code: string) => string;
  readonly officesOf: (code: string) => readonly string[];
}

function sidesOf(work: Work, facts: EditionFacts): Sides {
  const byCode = new Map(facts.participants.map((p) => [p.code, p]));
  return {
    scopeOf: (code) => {
      const p = byCode.get(code);
      if (p === undefined) return undefined;
      const scope = mayActFor(work.actor, { id: p.id, editionId: facts.id, organiser: facts.organiser, offices: p.offices }, 'editor');
      return scope.ok ? { ...scope.value, office: facts.organiser } : undefined;
    },
    idOf: (code) => byCode.get(code)?.id ?? '',
    officesOf: (code) => byCode.get(code)?.offices ?? [],
  };
}

/** Writes what the comparison found: requests withdrawn, changed and entered. */
async function writeRequests(work: Work, organiser: OrganiserScope, sides: Sides, changes: RequestChanges): Promise<void> {
  const withdrawn = changes.withdrawn.filter(({ from }) => sides.scopeOf(from) !== undefined);
  const changed = changes.changed.flatMap(({ standing: { id, from, version }, now: { to, wish, session, note } }) => {
    const scope = sides.scopeOf(from);
    const told = { id, scope, to: sides.idOf(to), toOffices: sides.officesOf(to), wish, enteredAt: work.now };
    return scope === undefined ? [] : [{ ...told, scope, change: { id, expectedVersion: version, wish, session, note } }];
  });
  const gone = withdrawn.map(({ id, version }) => ({ id, expectedVersion: version, withdrawn: true }));
  await updateRequestRows(work.tx, organiser, [...gone, ...changed.map(({ change }) => change)], work.now);
  await deleteInvitations(
    work.tx,
    organiser,
    [...gone, ...changed.filter(({ wish }) => wish === 'no')].map(({ id }) => id),
  );
  for (let at = 0; at < changed.length; at += AT_ONCE) await insertInvitations(work.tx, changed.slice(at, at + AT_ONCE));
  const entered = changes.added.flatMap((r): NewRequest[] => {
    const scope = sides.scopeOf(r.from);
    const { wish, session, round, note } = r;
    return scope === undefined
      ? []
      : [
          {
            id: work.newId<'Request'>(),
            scope,
            to: sides.idOf(r.to),
            toOffices: sides.officesOf(r.to),
            wish,
            session,
            round,
            note,
            enteredAt: work.now,
          },
        ];
  });
  for (let at = 0; at < entered.length; at += AT_ONCE) await insertRequests(work.tx, entered.slice(at, at + AT_ONCE));
}

/** Derives the meetings; new ones take the file's number where it is free, others the next. */
async function writeMeetings(work: Work, scope: OrganiserScope, facts: EditionFacts, edition: EditionFile): Promise<void> {
  const counters = await lockSchedule(work.tx, scope);
  const codeOf = new Map(facts.participants.map((p) => [p.id, p.code]));
  const sides = new Map(facts.participants.map((p): [string, Side] => [p.id, { role: p.role, withdrawn: p.withdrawn }]));
  const known = await loadMeetings(work.tx, scope.editionId);
  const alone = { rules: (await loadRules(work.tx, scope.editionId)).rules, now: work.now.getTime() };
  const { added, changed } = meetingChanges(known, deriveMeetings(await loadRequestFacts(work.tx, scope.editionId), sides, alone));
  const numberInFile = numbersInFile(edition.requests);
  const taken = new Set(known.map((m) => m.number));
  const wished = added.map((m) => ({ ...m, number: numberInFile(codeOf.get(m.a) ?? '', codeOf.get(m.b) ?? '', m.round) }));
  const inFile = new Set(wished.flatMap((m) => m.number ?? []));
  let next = Math.max(counters.lastMeeting, 0, ...inFile) + 1;
  const numbered = wished.map((m): NumberedMeeting => {
    const number = m.number === undefined || taken.has(m.number) ? next++ : m.number;
    taken.add(number);
    return { ...m, number, id: work.newId<'Meeting'>(), fixedSlot: null };
  });
  await insertMeetings(work.tx, scope, numbered);
  await updateMeetings(work.tx, scope, changed);
  const last = numbered.reduce((most, m) => Math.max(most, m.number), counters.lastMeeting);
  if (last > counters.lastMeeting) await saveCounters(work.tx, scope, { lastMeeting: last });
}

/** Orders and fixed slots of the file, whose meetings are found by their two sides and round. */
async function writeSettled(work: Work, scope: OrganiserScope, facts: EditionFacts, edition: EditionFile): Promise<void> {
  if (edition.orders.length === 0 && edition.fixed.length === 0) return;
  const codeOf = new Map(facts.participants.map((p) => [p.id, p.code]));
  const numberInFile = numbersInFile(edition.requests);
  const idOf = new Map<number, string>();
  for (const m of await loadMeetings(work.tx, scope.editionId)) {
    const number = numberInFile(codeOf.get(m.a) ?? '', codeOf.get(m.b) ?? '', m.round);
    if (number !== undefined) idOf.set(number, m.id);
  }
  const slotOf = new Map(facts.slots.map((slot) => [slot.number, slot.id]));
  const orders = edition.orders.map((o) => ({ earlier: idOf.get(o.earlier) ?? '', later: idOf.get(o.later) ?? '' }));
  for (let at = 0; at < orders.length; at += AT_ONCE) await insertOrders(work.tx, scope, orders.slice(at, at + AT_ONCE));
  await fixSlots(
    work.tx,
    scope,
    edition.fixed.map((f) => ({ meetingId: idOf.get(f.meeting) ?? '', slotId: slotOf.get(f.slot) ?? '' })),
  );
}

/** Brings requests and meetings in step with the file, after the roster; takes the edition's lock. */
export async function replaceRequests(work: Work, scope: OrganiserScope, edition: EditionFile): Promise<void> {
  await lockSchedule(work.tx, scope);
  const facts = await loadEditionFacts(work, scope.editionId);
  if (facts === null) throw new Error('the edition vanished under its lock');
  const standing = await loadStandingRequests(work.tx, scope);
  await writeRequests(work, scope, sidesOf(work, facts), requestChanges(standing, edition.requests));
  await writeMeetings(work, scope, facts, edition);
  await writeSettled(work, scope, facts, edition);
}
