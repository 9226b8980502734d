// Sets everything an edition is planned with at once, as a file brings it: all of it or nothing.
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import { ensureOrganisations } from '#modules/organisations/api/ensure-organisations.ts';
import { recordEntries } from '#modules/organisations/api/record-entries.ts';
import type { Work } from '#platform/work.ts';
import { entriesOf } from '../domain/participant.ts';
import type { GroupId, InterpreterId, ParticipantId, PlaceId, SlotId, StandId } from '../domain/edition.ts';
import { drawnHalls, floorProblems, movedFromPlan } from '../domain/floor/problems.ts';
import { rosterProblems } from '../domain/roster-problems.ts';
import type { Roster, RosterParticipant } from '../domain/roster.ts';
import type { EditionScope } from '../domain/scope.ts';
import { slotChanges, tableChanges } from '../domain/setup.ts';
import type { Topic, TopicId } from '../domain/topic.ts';
import { editionSpan } from '../domain/venue-time.ts';
import { contactsOf, listOf, writeContacts } from '../store/contacts.ts';
import { countChange } from '../store/editions.ts';
import { listTopicRows, replaceTopicRows, writeTopicRows } from '../store/topics.ts';
import { deleting, removing } from '../store/faults.ts';
import { clearRectangles, replaceFloor } from '../store/floor.ts';
import { writeAbsences } from '../store/absences.ts';
import {
  deleteUnnamedGroups,
  deleteUnnamedInterpreters,
  deleteUnnamedStands,
  groupIds,
  interpreterIds,
  knownParticipants,
  standIds,
  upsertGroups,
  upsertInterpreters,
  upsertParticipants,
  upsertStands,
  withdrawUnnamed,
  type RosterRow,
} from '../store/roster.ts';
import { listPlaces, listSlots, matchStandPlaces, writeClosed, writeSlots, writeTables } from '../store/setup.ts';
import { openForChange } from './edition/open-edition.ts';
import { settleAudience } from './settle-audience.ts';

/** What became of a roster's codes and numbers. */
export interface RosterIds {
  /** By slot number. */
  readonly slots: ReadonlyMap<number, SlotId>;
  /** By table number. */
  readonly tables: ReadonlyMap<number, PlaceId>;
  readonly stands: ReadonlyMap<string, StandId>;
  readonly groups: ReadonlyMap<string, GroupId>;
  readonly participants: ReadonlyMap<string, ParticipantId>;
  /** By name. */
  readonly interpreters: ReadonlyMap<string, InterpreterId>;
}

const namesOf = (name: RosterParticipant['name']): string =>
  JSON.stringify(
    Object.entries(name)
      .map(([tag, { text }]) => [tag, text])
      .sort(),
  );

const wordsOf = (name: Topic['name']): readonly string[] => Object.values(name).map(({ text }) => text.normalize('NFKC').toLowerCase());

/** The topics of a roster in their order: one that has a word in common with one on record is that one. */
async function topicRows(work: Work, { editionId }: EditionScope, topics: Roster['topics']): Promise<readonly Topic[]> {
  const known = (await listTopicRows(work.tx, editionId)).flatMap(({ id, name }) => wordsOf(name).map((word) => [word, id] as const));
  const [idOf, taken] = [new Map(known), new Set<TopicId>()];
  return topics.map(({ name }) => {
    const own = wordsOf(name)
      .flatMap((word) => idOf.get(word) ?? [])
      .find((id) => !taken.has(id));
    const id = own ?? work.newId<'Topic'>();
    taken.add(id);
    return { id, name };
  });
}

/** Finds the organisation of every participant: its own still, if it is called as before, else by name. */
async function participantRows(
  work: Work,
  scope: EditionScope,
  roster: Roster,
  { stands, groups, topics }: Pick<RosterIds, 'stands' | 'groups'> & { readonly topics: readonly TopicId[] },
): Promise<Result<{ readonly rows: readonly RosterRow[]; readonly created: readonly string[] }>> {
  const known = await knownParticipants(work.tx, scope.editionId);
  const same = ({ code, name, country }: RosterParticipant): boolean => {
    const before = known.get(code);
    return before !== undefined && before.country === country && namesOf(before.name) === namesOf(name);
  };
  const renamed = roster.participants.filter((participant) => !same(participant));
  const ensured = await ensureOrganisations(work, { office: scope.office, named: renamed });
  if (!ensured.ok) return ensured;
  const organisationOf = new Map(renamed.map(({ code }, index) => [code, ensured.value.ids[index]]));
  const topicsOf = (numbers: readonly number[]): readonly TopicId[] => numbers.flatMap((number) => topics[number - 1] ?? []);
  const leads = new Set(roster.stands.map(({ lead }) => lead));
  const rows = roster.participants.flatMap((participant): readonly RosterRow[] => {
    const { group, stand, unavailable: _away, ...facts } = participant;
    const before = known.get(participant.code);
    const organisationId = organisationOf.get(participant.code) ?? before?.organisationId;
    if (organisationId === undefined) return [];
    return [
      {
        id: before?.id ?? work.newId<'Participant'>(),
        organisationId,
        facts: {
          ...facts,
          offerTopics: topicsOf(facts.offerTopics),
          needTopics: topicsOf(facts.needTopics),
          groupId: (group === null ? null : groups.get(group)) ?? null,
          standId: (stand === null ? null : stands.get(stand)) ?? null,
          leadsStand: stand !== null && leads.has(participant.code),
          officeId: null,
          listed: true,
        },
      },
    ];
  });
  return ok({ rows, created: ensured.value.created });
}

/** Slots, tables and places of stands, with the slots in which they are closed. */
async function writeSetup(work: Work, scope: EditionScope, roster: Roster): Promise<Result<Pick<RosterIds, 'slots' | 'tables'>>> {
  const { tx } = work;
  const { editionId } = scope;
  const slotSet = slotChanges(await listSlots(tx, editionId), roster.slots);
  const tableSet = tableChanges(await listPlaces(tx, editionId), roster.tables);
  const written = await deleting(async () => {
    await writeSlots(tx, scope, slotSet, () => work.newId<'Slot'>());
    await writeTables(tx, scope, tableSet, () => work.newId<'Place'>());
    await matchStandPlaces(tx, scope, () => work.newId<'Place'>());
  });
  if (!written.ok) return written;
  const slots = new Map((await listSlots(tx, editionId)).map(({ number, id }) => [number, id]));
  const places = await listPlaces(tx, editionId);
  const idsOf = (numbers: readonly number[]): readonly SlotId[] => numbers.flatMap((number) => slots.get(number) ?? []);
  const closedOf = new Map<string, readonly number[]>([
    ...roster.tables.map(({ number, closedSlots }) => [`table ${number}`, closedSlots] as const),
    ...roster.stands.map(({ code, closedSlots }) => [`stand ${code}`, closedSlots] as const),
  ]);
  await writeClosed(
    tx,
    scope,
    places.map(({ id, kind, code }) => ({ placeId: id, closedSlots: idsOf(closedOf.get(`${kind} ${code}`) ?? []) })),
  );
  const tables = new Map(places.flatMap(({ id, number }) => (number === null ? [] : [[number, id] as const])));
  return ok({ slots, tables });
}

/** Interpreters with their languages, and everybody's absences. */
async function writePeople(work: Work, scope: EditionScope, roster: Roster, rows: readonly RosterRow[]): Promise<IdsOfPeople> {
  const newId = (): string => work.newId();
  await upsertInterpreters(work.tx, scope, roster.interpreters, newId);
  const interpreters = await interpreterIds(work.tx, scope.editionId);
  const reached = [
    ...rows.map(({ id, facts }) => ({ id, contacts: facts.contacts })),
    ...roster.interpreters.flatMap(({ name, contact }) => {
      const id = interpreters.get(name);
      return id === undefined ? [] : [{ id, contacts: listOf(contact) }];
    }),
  ];
  await writeContacts(work.tx, scope, { only: reached.map(({ id }) => id), contacts: contactsOf(reached), newId });
  const participants = new Map(rows.map(({ id, facts }) => [facts.code, id]));
  const away = <R extends { readonly unavailable: Roster['participants'][number]['unavailable'] }, I>(
    people: readonly R[],
    idOf: (person: R) => I | undefined,
  ) =>
    people.flatMap((person) => {
      const of = idOf(person);
      return of === undefined ? [] : person.unavailable.map((absence) => ({ ...absence, of }));
    });
  const whole = { only: null, newId };
  await writeAbsences(work.tx, scope, 'p', { ...whole, absences: away(roster.participants, ({ code }) => participants.get(code)) });
  await writeAbsences(work.tx, scope, 'i', { ...whole, absences: away(roster.interpreters, ({ name }) => interpreters.get(name)) });
  return { participants, interpreters };
}

type IdsOfPeople = Pick<RosterIds, 'participants' | 'interpreters'>;

/** Removes what the roster does not name, in an order in which nothing refers to what goes. */
const removeUnnamed = (work: Work, scope: EditionScope, roster: Roster): Promise<Result<void>> =>
  deleting(async () => {
    await deleteUnnamedStands(
      work.tx,
      scope,
      roster.stands.map(({ code }) => code),
    );
    await deleteUnnamedGroups(
      work.tx,
      scope,
      roster.groups.map(({ code }) => code),
    );
    await deleteUnnamedInterpreters(
      work.tx,
      scope,
      roster.interpreters.map(({ name }) => name),
    );
  });

/**
 * Sets slots, tables, stands, groups, topics, participants and interpreters of an edition to exactly these, in a fixed number of
 * statements. What is named again keeps its id; participants not named are withdrawn, other rows not named go.
 * Part of a larger use case, which writes the audit entry.
 * @returns ids by code, and the organisations recorded anew
 * Refuses all problems at once with paths `[table, row index, field]`; `expos.slot_in_use`, `expos.place_in_use`,
 * `expos.interpreter_in_use` where a plan or the schedule uses what would vanish.
 */
export async function replaceRoster(
  work: Work,
  editionId: string,
  roster: Roster,
): Promise<Result<RosterIds & { readonly createdOrganisations: readonly string[] }>> {
  const opened = await openForChange(work, editionId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const problems = [
    ...rosterProblems(roster, editionSpan(record)),
    ...floorProblems(roster.floor, {
      stands: new Set(roster.stands.map(({ code }) => code)),
      tables: new Set(roster.tables.map(({ number }) => String(number))),
    }),
    ...movedFromPlan(roster, drawnHalls(roster.floor)),
  ];
  if (problems.length > 0) return refuseInput(problems);
  const newId = (): string => work.newId();
  // What is drawn holds a stand in its hall until it is drawn anew.
  await clearRectangles(work.tx, scope);
  await upsertStands(work.tx, scope, roster.stands, newId);
  await upsertGroups(work.tx, scope, roster.groups, newId);
  const [stands, groups] = [await standIds(work.tx, scope.editionId), await groupIds(work.tx, scope.editionId)];
  const topics = await topicRows(work, scope, roster.topics);
  await writeTopicRows(work.tx, scope, topics);
  const participants = await participantRows(work, scope, roster, { stands, groups, topics: topics.map(({ id }) => id) });
  if (!participants.ok) return participants;
  await upsertParticipants(work.tx, scope, participants.value.rows, work.now);
  const recorded = await recordEntries(work, { office: scope.office, entries: entriesOf(participants.value.rows) });
  if (!recorded.ok) return recorded;
  await withdrawUnnamed(
    work.tx,
    scope,
    roster.participants.map(({ code }) => code),
    work.now,
  );
  const people = await writePeople(work, scope, roster, participants.value.rows);
  const removed = await removeUnnamed(work, scope, roster);
  if (!removed.ok) return removed;
  // Now that nobody names a topic that is not in the list.
  const listed = await deleting(() => removing('topic', () => replaceTopicRows(work.tx, scope, topics)));
  if (!listed.ok) return listed;
  const setup = await writeSetup(work, scope, roster);
  if (!setup.ok) return setup;
  const tables = new Map([...setup.value.tables].map(([number, id]) => [String(number), id]));
  await replaceFloor(work.tx, scope, roster.floor, { stands, tables });
  await settleAudience(work, scope);
  await countChange(work.tx, scope, work.now);
  return ok({ ...setup.value, stands, groups, ...people, createdOrganisations: participants.value.created });
}
