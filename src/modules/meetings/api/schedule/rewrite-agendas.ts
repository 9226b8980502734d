// Agenda entries as a release leaves them: those that stand otherwise are written anew, the others stay.
import { isDeepStrictEqual } from 'node:util';
import type { Work } from '#platform/work.ts';
import { agendaEntries, trackEntries, type AgendaEntry, type TrackedEntry } from '../../domain/agenda/agenda.ts';
import type { EditionBoard, Meeting, Placed } from '../../domain/edition-facts.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { agendaHolders, loadEntries, replaceEntries } from '../../store/agendas.ts';

interface Agendas {
  /** As they stand, and as they are to be. */
  readonly was: readonly TrackedEntry[];
  readonly next: readonly AgendaEntry[];
}

interface Release {
  readonly kind: 'plan' | 'change';
  readonly number: number;
}

interface Facts {
  readonly edition: EditionBoard;
  readonly meetings: readonly Meeting[];
  readonly after: readonly Placed[];
}

export interface Told {
  /** Entries that changed, for those who are to be told. */
  readonly concerned: readonly TrackedEntry[];
  /** The same entries as they stood before. */
  readonly was: readonly TrackedEntry[];
  /** Interpreters whose meetings are others now than before, or at another time or place. */
  readonly interpreters: readonly string[];
}

/** Those of the meetings that a change touches. One query. */
export async function agendasOf(
  work: Work,
  scope: OrganiserScope,
  { edition, meetings, after }: Facts,
  only: readonly string[],
): Promise<Agendas> {
  const was = only.length === 0 ? [] : await loadEntries(work.tx, scope, { meetings: only });
  const touched = new Set(only);
  return {
    was,
    next: agendaEntries(
      edition,
      meetings,
      after.filter((p) => touched.has(p.meetingId)),
    ),
  };
}

const keyOf = ({ participantId, meetingId }: AgendaEntry): string => `${participantId} ${meetingId}`;

/** The entries that stand otherwise, or not at all, and those to stand instead. */
function toChange(was: readonly TrackedEntry[], entries: readonly TrackedEntry[]) {
  const known = new Map(was.map((entry) => [keyOf(entry), entry]));
  const changed = entries.filter((entry) => !isDeepStrictEqual(known.get(keyOf(entry)), entry));
  const kept = new Set(entries.map(keyOf));
  for (const entry of changed) kept.delete(keyOf(entry));
  return { gone: was.filter((entry) => !kept.has(keyOf(entry))), entries: changed };
}

type Helping = readonly [meeting: string, interpreter: string];

const helpingIn = (entries: readonly TrackedEntry[]): readonly Helping[] =>
  entries.flatMap(({ meetingId, details: { interpreter } }) => (interpreter === null ? [] : [[meetingId, interpreter.id] as const]));

/** Writes what changes and answers whom it concerns, with their entries before, and who helps in all of them. */
async function rewrite(work: Work, scope: OrganiserScope, { was, next }: Agendas, release: Release) {
  const entries = trackEntries(was, next, release);
  await replaceEntries(work.tx, scope, toChange(was, entries));
  const concerned = entries.filter((entry) => entry.releaseNumber === release.number);
  const keys = new Set(concerned.map(keyOf));
  return { concerned, was: was.filter((entry) => keys.has(keyOf(entry))), helping: [...helpingIn(was), ...helpingIn(entries)] };
}

/** Interpreters of the meetings that somebody is told of, before or now. */
function helpersIn(concerned: readonly TrackedEntry[], helping: readonly Helping[]): readonly string[] {
  const changed = new Set(concerned.map(({ meetingId }) => meetingId));
  return [...new Set(helping.flatMap(([meeting, interpreter]) => (changed.has(meeting) ? [interpreter] : [])))];
}

/** Of the meetings that a change touches. */
export async function rewriteAgendas(work: Work, scope: OrganiserScope, agendas: Agendas, release: Release): Promise<Told> {
  const { helping, ...told } = await rewrite(work, scope, agendas, release);
  return { ...told, interpreters: helpersIn(told.concerned, helping) };
}

/** Of the whole edition, under its lock; so many participants `atOnce`, since what stands of 4,000 takes hundreds of megabytes. */
export async function rewriteAll(
  work: Work,
  scope: OrganiserScope,
  { edition, meetings, after, atOnce = 400 }: Facts & { readonly atOnce?: number },
  number: number,
): Promise<Told> {
  const all = agendaEntries(edition, meetings, after);
  const next = Map.groupBy(all, ({ participantId }) => participantId);
  const holders = [...new Set([...next.keys(), ...(await agendaHolders(work.tx, scope))])];
  const found: Awaited<ReturnType<typeof rewrite>>[] = [];
  for (let from = 0; from < holders.length; from += atOnce) {
    const some = holders.slice(from, from + atOnce);
    const was = await loadEntries(work.tx, scope, { participants: some });
    found.push(await rewrite(work, scope, { was, next: some.flatMap((id) => next.get(id) ?? []) }, { kind: 'plan', number }));
  }
  const concerned = new Map(found.flatMap((one) => one.concerned.map((entry) => [keyOf(entry), entry])));
  // In the order of the schedule, both sides of a meeting beside each other; then what is cancelled.
  const inOrder = new Set([...all.map(keyOf).filter((key) => concerned.has(key)), ...concerned.keys()]);
  const told = [...inOrder].flatMap((key) => concerned.get(key) ?? []);
  return {
    concerned: told,
    was: found.flatMap((one) => one.was),
    interpreters: helpersIn(
      told,
      found.flatMap((one) => one.helping),
    ),
  };
}
