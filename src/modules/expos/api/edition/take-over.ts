// A second edition begins with the setup of an earlier one: previewed part by part, taken over with one press, and given back with one.
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { hashOf } from '#platform/secret-token.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { EditionRecord } from '../../domain/edition.ts';
import type { InterpreterFacts, InterpreterRecord } from '../../domain/interpreter.ts';
import type { RegistrationTerms } from '../../domain/registration.ts';
import type { ProgrammeRoom } from '../../domain/programme/programme.ts';
import type { RosterSlot } from '../../domain/roster.ts';
import { inOfferedOrder, setupParts, slotsOnDays, type Brought, type SetupPart } from '../../domain/take-over.ts';
import { countChange, listEditionRecords } from '../../store/editions.ts';
import { deleting, removing } from '../../store/faults.ts';
import { deleteInterpreter, listInterpreterRecords, saveInterpreter } from '../../store/interpreters.ts';
import { listRooms, replaceRooms } from '../../store/programme.ts';
import { countRegistrations, loadTerms, removeTerms, writeTerms } from '../../store/registrations.ts';
import { countSetups, listPlaces, listSlots, loadBrought, writeBrought } from '../../store/setup.ts';
import { listTopicRows } from '../../store/topics.ts';
import { setSlots, setTables } from '../change-setup.ts';
import { setFloor } from '../floor/replace-floor.ts';
import { floorTable } from '../floor/show-floor.ts';
import { termsOf } from '../registration/terms.ts';
import { settleAudience } from '../settle-audience.ts';
import { setTopics } from '../topics.ts';
import { openCurrent, openForPreview, type OpenEdition } from './open-edition.ts';

async function loadParts(work: Work, edition: EditionRecord) {
  const places = await listPlaces(work.tx, edition.id);
  const { halls, walks, rectangles } = await floorTable(work, edition);
  return {
    slots: (await listSlots(work.tx, edition.id)).map(({ id, start, end, session }) => ({ id, start, end, session })),
    tables: places.flatMap(({ id, number, hall, seats, closedSlots }) =>
      number === null ? [] : [{ id, number, hall, seats, closedSlots: [...closedSlots] }],
    ),
    floor: { halls, walks, rectangles },
    topics: (await listTopicRows(work.tx, edition.id)).map(({ id, name }) => ({ id, name: { ...name } })),
    rooms: await listRooms(work.tx, edition.id),
    interpreters: await listInterpreterRecords(work.tx, edition.id, { after: null, limit: 1000 }),
    terms: await loadTerms(work.tx, edition.id),
  };
}
type Parts = Awaited<ReturnType<typeof loadParts>>;

type Sizes = Readonly<Record<SetupPart, number>>;
const nothing: Sizes = { slots: 0, tables: 0, floor: 0, topics: 0, rooms: 0, interpreters: 0, terms: 0 };

/** How much each edition has of every part. */
async function sizesOf(work: Work, editions: readonly EditionRecord[]): Promise<(edition: EditionRecord) => Sizes> {
  const counted = await countSetups(
    work.tx,
    editions.map(({ id }) => id),
  );
  return ({ id }) => counted.get(id) ?? nothing;
}

/** As much of a part as the edition is to have; what has an identity here already keeps it. */
interface Carried {
  readonly slots: readonly RosterSlot[];
  readonly tables: Omit<Parts['tables'][number], 'id'>[];
  readonly floor: Parts['floor'];
  readonly topics: (Omit<Parts['topics'][number], 'id'> & Partial<Parts['topics'][number]>)[];
  readonly rooms: readonly (Omit<ProgrammeRoom, 'id'> & Partial<ProgrammeRoom>)[];
  readonly interpreters: readonly (InterpreterFacts & Partial<InterpreterRecord>)[];
  /** null: those that every edition begins with. */
  readonly terms: RegistrationTerms | null;
}

/** As the new edition would have it; stands go with their exhibitors, a window of registration and when an interpreter is away with their year. */
function carried({ floor, terms, ...parts }: Parts, from: EditionRecord, to: EditionRecord): Carried {
  return {
    slots: slotsOnDays(parts.slots, from, to),
    tables: parts.tables.map(({ number, hall, seats }) => ({ number, hall, seats, closedSlots: [] })),
    topics: parts.topics.map(({ name }) => ({ name })),
    rooms: parts.rooms.map(({ name, hall, seats }) => ({ name, hall, seats })),
    interpreters: parts.interpreters.map(({ name, languages, longestMinutes, restMinutes, contact }) => ({
      ...{ name, languages, longestMinutes, restMinutes, contact, unavailable: [] },
    })),
    floor: { ...floor, rectangles: floor.rectangles.filter(({ kind }) => kind !== 'stand') },
    terms: terms === null ? null : { ...terms, isOpen: false, opensAt: null, closesAt: null, groups: [] },
  };
}

/** A thing as it stands now; whatever is changed of it changes its mark. */
const markOf = (thing: unknown): string => hashOf(JSON.stringify(thing));

/** The things of each part; a floor plan is one thing, as it is set as a whole. */
const thingsOf = ({ floor, terms, ...lists }: Parts) => ({
  ...lists,
  floor: floor.halls.length === 0 ? [] : [floor],
  terms: terms === null ? [] : [terms],
});

/** What is there of these parts, so that it can be told later whether somebody has changed it. */
function marksOf(parts: Parts, chosen: readonly SetupPart[]): Brought {
  const things = thingsOf(parts);
  return Object.fromEntries(chosen.map((part) => [part, things[part].map(markOf)]));
}

/** Whether a thing of a part is as a take-over brought it. */
type IsAsBrought = (part: SetupPart, thing: unknown) => boolean;
const asBrought =
  (brought: Brought): IsAsBrought =>
  (part, thing) =>
    brought[part]?.includes(markOf(thing)) === true;

/** How many things of each part are as they were brought; of a floor plan its halls. */
function untouched(parts: Parts, isAsBrought: IsAsBrought): readonly { readonly part: SetupPart; readonly count: number }[] {
  const things = thingsOf(parts);
  return setupParts.flatMap((part) => {
    const count = things[part].filter((thing) => isAsBrought(part, thing)).length;
    return count === 0 ? [] : [{ part, count: part === 'floor' ? parts.floor.halls.length : count }];
  });
}

/** The parts without what is as it was brought. */
function without({ floor, terms, ...parts }: Parts, isAsBrought: IsAsBrought): Carried {
  const stays = (part: SetupPart) => (thing: unknown) => !isAsBrought(part, thing);
  return {
    slots: parts.slots.filter(stays('slots')),
    tables: parts.tables.filter(stays('tables')),
    topics: parts.topics.filter(stays('topics')),
    rooms: parts.rooms.filter(stays('rooms')),
    interpreters: parts.interpreters.filter(stays('interpreters')),
    floor: isAsBrought('floor', floor) ? { halls: [], walks: [], rectangles: [] } : floor,
    terms: isAsBrought('terms', terms) ? null : terms,
  };
}

interface Two extends OpenEdition {
  readonly from: EditionRecord;
}

/** The other edition, which the actor must be able to change as well: setups are not read across offices. */
async function withSource(work: Work, opened: OpenEdition, from: string): Promise<Result<Two>> {
  const source = await openForPreview(work, from);
  if (!source.ok) return source;
  const { record } = source.value;
  const isOther = record.id !== opened.record.id && record.organiser === opened.record.organiser;
  return isOther ? ok({ ...opened, from: record }) : notFound('expos.not_found');
}

/** So many of an office's editions are offered. */
const mostOffered = 50;

/** The organiser's other editions, the first that has something which this one lacks, and what could be given back. For the organiser's editors. */
export async function listTakeOvers(work: Work, input: Asked<'listTakeOvers'>): Promise<Result<Answer<'listTakeOvers'>>> {
  const opened = await openForPreview(work, input.editionId);
  if (!opened.ok) return opened;
  const { record } = opened.value;
  const all = { expo: null, archived: false, q: '', from: null, to: null, after: null };
  const own = await listEditionRecords(work.tx, { ...all, organiser: record.organiser, limit: mostOffered });
  const others = inOfferedOrder(
    own.filter(({ id }) => id !== record.id),
    record,
  );
  const sizes = await sizesOf(work, [record, ...others]);
  const lacks = setupParts.filter((part) => sizes(record)[part] === 0);
  const brought = await loadBrought(work.tx, record.id);
  const taken = brought === null ? [] : [...untouched(await loadParts(work, record), asBrought(brought))];
  const answer = { version: record.version, taken, entries: others.map(({ id, name, firstDay }) => ({ id, name: { ...name }, firstDay })) };
  for (const other of others) {
    const has = lacks.filter((part) => sizes(other)[part] > 0);
    const isOnDays = async () => slotsOnDays(await listSlots(work.tx, other.id), other, record).length > 0;
    if (has.some((part) => part !== 'slots') || (has.length > 0 && (await isOnDays()))) return ok({ ...answer, first: other.id });
  }
  return ok({ ...answer, first: null });
}

/** What each part would bring beside what is there; nothing is changed. For the organiser's editors. */
export async function previewTakeOver(work: Work, input: Asked<'previewTakeOver'>): Promise<Result<Answer<'previewTakeOver'>>> {
  const opened = await openForPreview(work, input.editionId);
  const two = opened.ok ? await withSource(work, opened.value, input.earlierId) : opened;
  if (!two.ok) return two;
  const { from, record } = two.value;
  const source = await loadParts(work, from);
  const sizes = await sizesOf(work, [record, from]);
  const [has, all] = [sizes(record), sizes(from)];
  const would = carried(source, from, record);
  const left: Partial<Record<SetupPart, number>> = {
    slots: source.slots.length - would.slots.length,
    floor: source.floor.rectangles.length - would.floor.rectangles.length,
  };
  const parts = setupParts.map((part) => {
    const leftOut = left[part] ?? 0;
    return { part, has: has[part], brings: part === 'slots' ? would.slots.length : all[part], leftOut };
  });
  return ok({ version: record.version, parts });
}

type Written = Result<unknown>;

async function writeTermsOf(work: Work, { scope }: OpenEdition, terms: RegistrationTerms | null): Promise<Written> {
  await (terms === null ? removeTerms(work.tx, scope) : writeTerms(work.tx, scope, terms));
  return ok(null);
}

/** Of a table that the edition does not have nothing is drawn. */
async function drawFloor(work: Work, edition: OpenEdition, { halls, walks, rectangles }: Carried['floor']): Promise<Written> {
  const places = await listPlaces(work.tx, edition.record.id);
  const tables = new Set(places.flatMap(({ kind, code }) => (kind === 'table' ? [code] : [])));
  const drawn = rectangles.filter(({ kind, code }) => kind !== 'table' || (code !== null && tables.has(code)));
  return setFloor(work, edition, { halls, walks, rectangles: drawn });
}

const setRooms = (work: Work, { scope }: OpenEdition, rooms: Carried['rooms']): Promise<Written> =>
  deleting(() =>
    removing('room', () =>
      replaceRooms(
        work.tx,
        scope,
        rooms.map((room) => ({ ...room, id: room.id ?? work.newId<'ProgrammeRoom'>() })),
      ),
    ),
  );

/** Interpreters that are known stay as they are, others come, and who is not named goes. */
async function setInterpreters(work: Work, { scope, record }: OpenEdition, interpreters: Carried['interpreters']): Promise<Written> {
  const stay = new Set(interpreters.map(({ id }) => id));
  for (const { id } of await listInterpreterRecords(work.tx, record.id, { after: null, limit: 1000 })) {
    const removed = stay.has(id) ? ok(null) : await deleting(() => deleteInterpreter(work.tx, scope, id));
    if (!removed.ok) return removed;
  }
  for (const { id, ...facts } of interpreters)
    if (id === undefined) await saveInterpreter(work.tx, scope, { id: work.newId<'Interpreter'>(), ...facts }, () => work.newId());
  return ok(null);
}

function writePart(work: Work, edition: OpenEdition, part: SetupPart, parts: Carried): Promise<Written> {
  switch (part) {
    case 'slots':
      return setSlots(work, edition, parts.slots);
    case 'tables':
      return setTables(work, edition, parts.tables);
    case 'floor':
      return drawFloor(work, edition, parts.floor);
    case 'topics':
      return setTopics(work, edition, parts.topics);
    case 'rooms':
      return setRooms(work, edition, parts.rooms);
    case 'interpreters':
      return setInterpreters(work, edition, parts.interpreters);
    case 'terms':
      return writeTermsOf(work, edition, parts.terms);
  }
}

interface Chosen {
  readonly useCase: 'take-over-setup' | 'undo-take-over';
  readonly chosen: readonly SetupPart[];
}

/** One after the other, in one transaction; the first that is refused ends it. One change, and one audit entry. */
async function write(
  work: Work,
  edition: OpenEdition,
  { useCase, chosen }: Chosen,
  parts: Carried,
): Promise<Result<Answer<'takeOverSetup'>>> {
  const { scope, record } = edition;
  for (const part of chosen) {
    const written = await writePart(work, edition, part, parts);
    if (!written.ok) return written;
  }
  await settleAudience(work, scope);
  const brought = useCase === 'take-over-setup' ? marksOf(await loadParts(work, record), chosen) : {};
  await writeBrought(work.tx, scope, chosen, brought);
  const { version } = await countChange(work.tx, scope, work.now);
  await audit(work, { useCase, office: scope.office, subjects: [record.id], fields: [...chosen] });
  return ok({ version });
}

/**
 * Takes parts over from an earlier edition. Refuses `expos.take_over_taken` where the edition has something of a chosen part already, so that
 * nothing is replaced unseen, and `expos.take_over_nothing` where the earlier one has nothing of it.
 */
export async function takeOverSetup(work: Work, input: Asked<'takeOverSetup'>): Promise<Result<Answer<'takeOverSetup'>>> {
  const opened = await openCurrent(work, input.editionId);
  const two = opened.ok ? await withSource(work, opened.value, input.earlierId) : opened;
  if (!two.ok) return two;
  const chosen = setupParts.filter((part) => input.parts.includes(part));
  const { from, record } = two.value;
  const sizes = await sizesOf(work, [record, from]);
  const [has, all] = [sizes(record), sizes(from)];
  if (chosen.some((part) => has[part] > 0)) return refuse({ kind: 'conflict', code: 'expos.take_over_taken' });
  if (chosen.every((part) => all[part] === 0)) return refuse({ kind: 'conflict', code: 'expos.take_over_nothing' });
  const bringing = chosen.filter((part) => all[part] > 0);
  const parts = carried(await loadParts(work, from), from, record);
  return write(work, two.value, { useCase: 'take-over-setup', chosen: bringing }, parts);
}

/**
 * Removes what a take-over brought and nobody has changed since; what was added or changed stays. Refuses `expos.take_over_left` where nothing
 * of the chosen parts is left as it was brought, what is used by now, and terms by which somebody has registered or that are open.
 */
export async function undoTakeOver(work: Work, input: Asked<'undoTakeOver'>): Promise<Result<Answer<'undoTakeOver'>>> {
  const opened = await openCurrent(work, input.editionId);
  if (!opened.ok) return opened;
  const { record } = opened.value;
  const isAsBrought = asBrought((await loadBrought(work.tx, record.id)) ?? {});
  const parts = await loadParts(work, record);
  const left = untouched(parts, isAsBrought).map(({ part }) => part);
  const chosen = left.filter((part) => input.parts.includes(part)).toReversed();
  if (chosen.length === 0) return refuse({ kind: 'conflict', code: 'expos.take_over_left' });
  if (chosen.includes('terms')) {
    const registered = [...(await countRegistrations(work.tx, record.id)).values()].some((count) => count > 0);
    if (registered || (await termsOf(work, record)).isOpen) return refuse({ kind: 'conflict', code: 'expos.take_over_used' });
  }
  return write(work, opened.value, { useCase: 'undo-take-over', chosen }, without(parts, isAsBrought));
}
