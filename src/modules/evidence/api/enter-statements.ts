// Entering what was said, light for one and fast for a whole paste: any number of statements in a handful of queries.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuse, refuseInput, type Problem, type Refusal, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { EvidenceScope } from '../domain/scope.ts';
import { isQuoted, type Statement, type StatementId, type StatementKind, type Subject, type Visibility } from '../domain/statement.ts';
import { turnedAttribute } from '../domain/turned.ts';
import { plainValue, valueProblems, type StatedValue } from '../domain/value.ts';
import { maySpeakFor } from '../policy.ts';
import { enteredUnder, type OtherId } from '../store/subjects.ts';
import { findStatements, insertStatements, supersededAmong, type NewStatement, type StatementRecord } from '../store/statements.ts';
import { audienceProblems, settleCitations, settledAudience } from './audience.ts';
import { hashOf } from './content-hash.ts';
import { entering } from './new-source.ts';
import { checkSources, settleSources, type AskedSource, type CheckedSources, type SettledSource } from './settle-source.ts';
import { showStatements } from './show-statement.ts';

/** One thing said; what is left out is a private fact from our own records. */
export interface StatementEntry {
  /** Where entries are about several subjects; else the subject of all. */
  readonly subject?: Subject;
  readonly attribute: string;
  readonly value: StatedValue;
  readonly kind?: StatementKind | undefined;
  readonly source?: AskedSource | undefined;
  readonly saidBy?: string | null | undefined;
  readonly visibility?: Visibility | undefined;
  readonly sharedWith?: readonly OfficeId[] | undefined;
  /** The statement of the same office, subject and attribute that this one corrects. */
  readonly supersedes?: string | null | undefined;
}

export interface Entered {
  readonly office: OfficeId;
  readonly subject?: Subject;
  readonly entries: readonly StatementEntry[];
  /** Ties the statements of one paste together, so that they can be withdrawn together. */
  readonly batchId?: string;
}

const at = (index: number, problems: readonly Problem[], ...inside: readonly string[]): readonly Problem[] =>
  problems.map(({ path, ...problem }) => ({ ...problem, path: ['entries', index, ...inside, ...path] }));

const conflict: Refusal = { kind: 'conflict', code: 'evidence.superseded_already' };

/** Ids of the statements that entries correct. */
const corrections = (entries: readonly StatementEntry[]): readonly StatementId[] =>
  entries.flatMap(({ supersedes }) => (typeof supersedes === 'string' ? [supersedes as StatementId] : []));

function subjectOf({ subject: ofAll }: Entered, { subject = ofAll }: StatementEntry): Subject {
  if (subject === undefined) throw new Error('an entry about nothing');
  return subject;
}

/** What is wrong with corrections: only one's own words about the same thing can be corrected, and somebody's words only as somebody's. */
async function correctionProblems(work: Work, entered: Entered): Promise<readonly Problem[]> {
  const found = await findStatements(work.tx, corrections(entered.entries));
  const records = new Map<string, (typeof found)[number]>(found.map((record) => [record.id, record]));
  return entered.entries.flatMap((entry, index) => {
    const { supersedes = null, attribute, saidBy = null } = entry;
    if (supersedes === null) return [];
    const record = records.get(supersedes);
    const subject = subjectOf(entered, entry);
    const fits =
      record?.ownerOffice === entered.office &&
      record.attribute === attribute &&
      record.subject.id === subject.id &&
      record.subject.kind === subject.kind;
    if (!fits) return at(index, [{ path: ['supersedes'], code: 'evidence.supersedes_unknown' }]);
    return isQuoted(record) && saidBy === null
      ? at(index, [{ path: ['saidBy'], code: 'evidence.supersedes_quoted', params: { who: record.saidBy ?? '' } }])
      : [];
  });
}

/** Of what an entry is kept as said. */
interface KeptFor {
  readonly subject: Subject;
  readonly attribute: string;
}

/**
 * Under which id each entry is kept: of what it corrects; of the subject that the office spoke of before it came under another; else the
 * subject's own. So what belongs together stays together when the two are parted.
 */
async function keptFor(work: Work, entered: Entered): Promise<(entry: StatementEntry) => KeptFor> {
  const subjects = [...new Map(entered.entries.map((entry) => [subjectOf(entered, entry).id, subjectOf(entered, entry)])).values()];
  const under = new Map<string, OtherId>();
  for (const [kind, ofKind] of Map.groupBy(subjects, (subject) => subject.kind))
    for (const [id, other] of await enteredUnder(work.tx, entered.office, { kind, ids: ofKind.map(({ id }) => id) })) under.set(id, other);
  const corrected = new Map<string, StatementRecord>(
    (await findStatements(work.tx, corrections(entered.entries))).map((record) => [record.id, record]),
  );
  return (entry) => {
    const subject = subjectOf(entered, entry);
    const earlier = corrected.get(entry.supersedes ?? '')?.enteredFor;
    if (earlier !== undefined) return { subject: { ...subject, id: earlier.subjectId }, attribute: earlier.attribute };
    const other = under.get(subject.id);
    if (other === undefined) return { subject, attribute: entry.attribute };
    return { subject: { ...subject, id: other.id }, attribute: other.turned ? turnedAttribute(entry.attribute) : entry.attribute };
  };
}

/** Everything wrong with all entries at once, each problem at its entry; their sources where nothing is. */
async function check(work: Work, scope: EvidenceScope, entered: Entered): Promise<Result<CheckedSources>> {
  const { entries, office } = entered;
  const sources = await checkSources(
    work,
    scope,
    entries.map(({ source }, index) => ({ path: ['entries', index, 'source'], source })),
  );
  const problems = [
    ...entries.flatMap(({ value }, index) => at(index, valueProblems(value), 'value')),
    ...sources.problems,
    ...(await audienceProblems(
      work,
      office,
      entries.map(({ visibility = 'private', sharedWith = [] }, index) => ({ path: ['entries', index], visibility, sharedWith })),
    )),
    ...(await correctionProblems(work, entered)),
  ];
  return problems.length > 0 ? refuseInput(problems) : ok(sources);
}

/**
 * What the hash of a statement covers: all of its content, and the paper by its own hash. Version 2; in version 1 the passage was one of
 * the source, and there was no place.
 */
const hashed = (
  office: OfficeId,
  { audience: _audience, batchId: _batch, ...statement }: Omit<NewStatement, 'contentHash'>,
  { source, passage, place }: SettledSource,
) => ({
  version: 2,
  id: statement.id,
  office,
  subject: statement.subject,
  attribute: statement.attribute,
  value: statement.value,
  kind: statement.kind,
  saidBy: statement.saidBy,
  supersedes: statement.supersedes,
  source: {
    class: source.class,
    title: source.title,
    publisher: source.publisher,
    address: source.address,
    date: source.date,
    document: source.document?.sha256 ?? null,
    // Left out where there is none, as it was before there were any.
    ...(source.reach == null ? {} : { reach: source.reach }),
    passage,
    place,
  },
});

/**
 * Enters statements of one office; the module of the subject has checked subject and attributes, and writes the audit entry.
 * @returns the statements in the order of `entries`. Refuses `kernel.forbidden`; every problem of every entry at once, at
 * `entries/<n>/…`; and `evidence.superseded_already` where another correction came first.
 */
export async function enterStatements(work: Work, entered: Entered): Promise<Result<readonly Statement[]>> {
  const scope = maySpeakFor(work.actor, entered.office);
  if (!scope.ok) return scope;
  const by = entering(work);
  if (!by.ok) return by;
  const checked = await check(work, scope.value, entered);
  if (!checked.ok) return checked;
  const corrected = corrections(entered.entries);
  if (new Set(corrected).size < corrected.length || (await supersededAmong(work.tx, corrected)).size > 0) return refuse(conflict);
  const sources = await settleSources(work, scope.value, checked.value, by.value);
  const kept = await keptFor(work, entered);
  const statements = entered.entries.map((entry, index): NewStatement => {
    const settled = sources[index];
    if (settled === undefined) throw new Error('an entry without a source');
    const { kind = 'fact', saidBy = null, visibility = 'private', sharedWith = [] } = entry;
    const statement = {
      id: work.newId<'Statement'>(),
      ...kept(entry),
      value: plainValue(entry.value),
      kind,
      sourceId: settled.source.id,
      passage: settled.passage,
      place: settled.place,
      saidBy,
      audience: settledAudience(entered.office, { visibility, sharedWith }),
      supersedes: (entry.supersedes ?? null) as StatementId | null,
      batchId: entered.batchId ?? null,
    };
    return { ...statement, contentHash: hashOf(hashed(entered.office, statement, settled)) };
  });
  if (!(await insertStatements(work.tx, scope.value, statements, by.value))) return refuse(conflict);
  await settleCitations(
    work,
    scope.value,
    statements.map(({ id, sourceId, audience }) => ({ citedId: sourceId, citingId: id, audience })),
  );
  const records = new Map(
    (
      await findStatements(
        work.tx,
        statements.map(({ id }) => id),
      )
    ).map((record) => [record.id, record]),
  );
  return ok(
    await showStatements(
      work,
      statements.flatMap(({ id }) => records.get(id) ?? []),
    ),
  );
}
