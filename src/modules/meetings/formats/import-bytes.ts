// What an import of a file would do to an edition, worked out in the thread that reads it: of both only what is needed comes back.
import { createHash } from 'node:crypto';
import { ok, type Result } from '#kernel/result.ts';
import type { EditionFile, FileTableName } from '../domain/file/edition-file.ts';
import { changedCells, withKept, type CellKey, type ChangedCell } from '../domain/file/changed-cells.ts';
import { peopleChanges, type PeopleChanges } from '../domain/file/same-people.ts';
import { meetingsWanted, requestChanges } from '../domain/file/requests.ts';
import type { Roster } from '#modules/expos/domain/roster.ts';
import { rosterOfFile } from '../domain/file/roster.ts';
import { saysTheSame } from '../domain/file/same.ts';
import { fileOfStored, type StoredEdition } from '../domain/file/stored.ts';
import { readEditionBytes, type ReadEdition, type ReadInput } from './edition-bytes.ts';

export interface ImportInput extends Pick<ReadInput, 'bytes' | 'fileName' | 'choices' | 'leaveOut' | 'leaveRows' | 'labels'> {
  /** The edition's facts so far (domain/file/stored.ts) as JSON. */
  readonly facts: string;
  /** For a file without times: the day is the edition's first where none is given. */
  readonly day: Omit<ReadInput['day'], 'date'> & { readonly date: string | undefined };
  /** Of the way that somebody agreed to; its facts come back whole. */
  readonly digest: string | null;
  /** Cells of that way of which the edition's own word is kept. */
  readonly keep?: readonly CellKey[] | undefined;
}

interface Counts {
  readonly slots: number;
  readonly tables: number;
  readonly stands: number;
  readonly groups: number;
  readonly participants: number;
  readonly interpreters: number;
  readonly requests: number;
  readonly meetings: number;
}

/** What comes of a file in one way of reading it in; `digest` is of the facts before and after. */
export interface ImportWay {
  readonly way: ReadInput['way'];
  readonly digest: string;
  readonly after: Counts;
  readonly people: PeopleChanges;
  readonly requests: { readonly added: number; readonly changed: number; readonly withdrawn: number; readonly kept: number };
  readonly days: { readonly firstDay: string; readonly lastDay: string } | null;
  readonly changes: boolean;
  /** Where the file says otherwise than the edition, cell by cell. */
  readonly cells: readonly ChangedCell[];
  /** Rows that cannot be read and are left out. */
  readonly leftOut: number;
  /** Cells that cannot be read and are left empty. */
  readonly leftEmpty: number;
  /** Wishes between two of one role. */
  readonly sameSide: number;
  /** Whether companies come, and neither the file nor the edition has a request of any of them. */
  readonly lacksRequests: boolean;
}

/** A sound edition, and the roster that it says. */
export interface SoundEdition {
  readonly edition: EditionFile;
  readonly roster: Roster;
}

export interface ReadImport extends Pick<
  ReadEdition,
  'format' | 'tables' | 'ignored' | 'companies' | 'doubled' | 'aside' | 'madeStands' | 'madeTopics' | 'joined' | 'readAlike'
> {
  /** Whether the edition holds nothing yet. */
  readonly empty: boolean;
  readonly before: Counts;
  /** The ways that hold together and differ, at least one, and the one that loses nobody. */
  readonly ways: readonly ImportWay[];
  readonly preset: ImportWay;
  /** Of the way agreed to; null where none has its digest. */
  readonly chosen: (SoundEdition & { readonly way: ImportWay }) | null;
}

type Read = SoundEdition & { readonly way: ReadInput['way']; readonly read: ReadEdition };

const countsOf = (edition: EditionFile): Counts => ({
  slots: edition.slots.length,
  tables: edition.tables.length,
  stands: edition.stands.length,
  groups: edition.groups.length,
  participants: edition.participants.length,
  interpreters: edition.interpreters.length,
  requests: edition.requests.length,
  meetings: meetingsWanted(edition),
});

/** Requests for a meeting of two exhibitors, or of two buyers. */
function sameSideIn({ participants, requests }: EditionFile): number {
  const roles = new Map(participants.map(({ code, role }) => [code, role]));
  return requests.filter(({ from, to, wish }) => wish !== 'no' && roles.has(from) && roles.get(from) === roles.get(to)).length;
}

/** Of the facts before and after: who confirms a preview confirms this change and no other. */
const digestOf = (before: EditionFile, after: EditionFile): string =>
  createHash('sha256')
    .update(JSON.stringify([before, after]))
    .digest('base64url');

const daysOf = ({ edition }: EditionFile): string => `${edition.firstDay} ${edition.lastDay}`;

const isEmpty = (edition: EditionFile): boolean =>
  Object.entries(edition).every(([table, rows]) => table === 'edition' || (Array.isArray(rows) && rows.length === 0));

type Refused = Extract<Result<never>, { readonly ok: false }>;

/** Of two refusals of one file the one that says less of what the edition holds. */
const fewerProblems = (one: Refused, other: Refused): Refused =>
  (other.refusal.problems?.length ?? 0) < (one.refusal.problems?.length ?? 0) ? other : one;

/** The way that loses nobody: a file with all the companies that there are may say anew who wants to meet whom, any other list is one more. */
function presetOf(ways: readonly ImportWay[], tables: readonly FileTableName[]): ImportWay | undefined {
  const replace = ways.find(({ way }) => way === 'replace');
  const add = ways.find(({ way }) => way === 'add');
  if (replace === undefined || add === undefined) return replace ?? add;
  return replace.people.gone > 0 || !tables.includes('participants') ? add : replace;
}

function wayOf(stored: StoredEdition, before: EditionFile, { way, edition, read }: Read): ImportWay {
  const { added, changed, withdrawn, kept } = requestChanges(stored.standing, edition.requests);
  const { firstDay, lastDay } = edition.edition;
  return {
    way,
    digest: digestOf(before, edition),
    after: countsOf(edition),
    people: peopleChanges(before.participants, edition.participants, way === 'add'),
    requests: { added: added.length, changed: changed.length, withdrawn: withdrawn.length, kept: kept.length },
    days: daysOf(edition) === daysOf(before) ? null : { firstDay, lastDay },
    changes: !saysTheSame(before, edition),
    cells: changedCells(before, edition, way === 'add'),
    leftOut: new Set(read.leftOut.map(({ path: [sheet, row] }) => JSON.stringify([sheet, row]))).size,
    leftEmpty: read.leftEmpty.length,
    sameSide: sameSideIn(edition),
    lacksRequests: edition.requests.length === 0 && read.tables.some((table) => table === 'participants' || table === 'requests'),
  };
}

/** The ways of reading the file in that hold together and differ. */
async function readWays({ day, ...file }: ImportInput, existing: EditionFile): Promise<Result<readonly [Read, ...Read[]]>> {
  const on = { ...day, date: day.date ?? existing.edition.firstDay };
  const readIn = async (way: Read['way']): Promise<Result<Read>> => {
    const read = await readEditionBytes({ ...file, existing, editionOf: 'existing', way, day: on });
    if (!read.ok) return read;
    const { edition } = read.value;
    const roster = rosterOfFile(edition);
    return roster.ok ? ok({ way, read: read.value, edition, roster: roster.value }) : roster;
  };
  const replacing = await readIn('replace');
  // A planner's file is an edition as a whole, and to an empty one everything is added.
  if (isEmpty(existing) || (replacing.ok && replacing.value.read.format === 'dzn')) return replacing.ok ? ok([replacing.value]) : replacing;
  const adding = await readIn('add');
  if (!adding.ok) return replacing.ok ? ok([replacing.value]) : fewerProblems(replacing, adding);
  if (!replacing.ok) return ok([adding.value]);
  return ok(saysTheSame(adding.value.edition, replacing.value.edition) ? [adding.value] : [adding.value, replacing.value]);
}

type Chosen = NonNullable<ReadImport['chosen']>;

/** What was agreed to with the edition's own word in the cells of which that is kept. Refuses what does not hold together then. */
function keepingCells(before: EditionFile, { way, edition, roster }: Chosen, keep: readonly CellKey[]): Result<Chosen> {
  if (keep.length === 0) return ok({ way, edition, roster });
  const mixed = withKept(before, edition, { keep, byCode: way.way === 'add' });
  const read = rosterOfFile(mixed);
  return read.ok ? ok({ way, edition: mixed, roster: read.value }) : read;
}

interface Known {
  readonly stored: StoredEdition;
  readonly before: EditionFile;
  readonly found: readonly [Read, ...Read[]];
  readonly known: readonly (Omit<Read, 'way'> & { readonly way: ImportWay })[];
}

async function compare(input: ImportInput): Promise<Result<Known>> {
  const stored = JSON.parse(input.facts) as StoredEdition;
  const before = fileOfStored(stored);
  const found = await readWays(input, before);
  return found.ok
    ? ok({ stored, before, found: found.value, known: found.value.map((one) => ({ ...one, way: wayOf(stored, before, one) })) })
    : found;
}

/** What a file was looked at last, by all that decides what comes of it: whoever agrees to it sends the same again, and a large one takes seconds to read. */
let latest: { readonly key: string; readonly compared: Known } | null = null;

async function compared(input: ImportInput): Promise<Result<Known>> {
  const { bytes, digest: _digest, keep: _keep, ...rest } = input;
  const key = createHash('sha256')
    .update(bytes)
    .update(JSON.stringify([rest, [...(input.labels ?? [])]]))
    .digest('base64url');
  const known = latest?.key === key ? latest.compared : null;
  // Held for one question alone: it is as large as the edition.
  latest = null;
  if (known !== null) return ok(known);
  const found = await compare(input);
  if (found.ok && input.digest === null) latest = { key, compared: found.value };
  return found;
}

/** Refuses a file with every problem at once, each with its place. */
export async function readImportBytes(input: ImportInput): Promise<Result<ReadImport>> {
  const looked = await compared(input);
  if (!looked.ok) return looked;
  const { stored, before, found, known } = looked.value;
  const [{ read }] = found;
  const ways = known.map(({ way }) => way);
  const { format, tables, ignored, companies, doubled, aside, madeStands, madeTopics, joined, readAlike } = read;
  const agreed = known.find(({ way }) => way.digest === input.digest);
  const kept = agreed === undefined ? ok(null) : keepingCells(before, agreed, input.keep ?? []);
  if (!kept.ok) return kept;
  const chosen = kept.value;
  return ok({
    format,
    tables,
    ignored,
    companies,
    doubled,
    aside,
    madeStands,
    madeTopics,
    joined,
    readAlike,
    empty: isEmpty(before),
    before: countsOf(before),
    ways,
    preset: presetOf(ways, tables) ?? wayOf(stored, before, found[0]),
    chosen,
  });
}
