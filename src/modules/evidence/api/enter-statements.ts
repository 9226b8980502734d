// Entering what was said, light for one and fast for a whole paste: any number of statements in a handful of queries.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuse, refuseInput, type Problem, type Refusal, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { EvidenceScope } from '../domain/scope.ts';
import { ownRecords, type DocumentId, type Source, type SourceFacts, type SourceId } from '../domain/source.ts';
import type { Statement, StatementId, StatementKind, Subject, Visibility } from '../domain/statement.ts';
import { plainValue, valueProblems, type StatedValue } from '../domain/value.ts';
import { maySpeakFor } from '../policy.ts';
import { ensureOwnRecords, findSources, insertSources, type Entering, type NewSource } from '../store/sources.ts';
import { findStatements, insertStatements, supersededAmong, type NewStatement } from '../store/statements.ts';
import { audienceProblems, settleCitations, settledAudience } from './audience.ts';
import { hashOf } from './content-hash.ts';
import { entering, newSourceProblems } from './enter-source.ts';
import { showStatements } from './show-statement.ts';

/** The source of an entry: our records, me, today; one on record; or a new one. */
export type EntrySource = 'own_records' | { readonly sourceId?: string | undefined } | EnteredSource;
interface EnteredSource extends Partial<Omit<SourceFacts, 'documentId'>> {
  readonly sourceId?: undefined;
  readonly documentId?: string | null;
}

/** One thing said; what is left out is a private fact from our own records. */
export interface StatementEntry {
  /** Where entries are about several subjects; else the subject of all. */
  readonly subject?: Subject;
  readonly attribute: string;
  readonly value: StatedValue;
  readonly kind?: StatementKind | undefined;
  readonly source?: EntrySource | undefined;
  readonly saidBy?: string | null | undefined;
  readonly visibility?: Visibility | undefined;
  readonly sharedWith?: readonly string[] | undefined;
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

type SourceWanted = { readonly id: SourceId } | { readonly facts: SourceFacts };

function sourceWanted(source: EntrySource | undefined, today: string): SourceWanted {
  if (source === undefined || source === 'own_records') return { facts: ownRecords(today) };
  if (source.sourceId !== undefined) return { id: source.sourceId as SourceId };
  const given: EnteredSource = source as EnteredSource;
  const { class: sourceClass = 'own_records', title = '', publisher = null, address = null, date = null, passage = null } = given;
  const facts = {
    class: sourceClass,
    title,
    publisher,
    address,
    date,
    passage,
    documentId: (given.documentId ?? null) as DocumentId | null,
  };
  return isOwnRecords(facts) ? { facts: ownRecords(today) } : { facts };
}

/** Own records of which nothing more is said are those of today. */
const isOwnRecords = ({ class: sourceClass, ...rest }: SourceFacts): boolean =>
  sourceClass === 'own_records' &&
  rest.title === '' &&
  [rest.publisher, rest.address, rest.date, rest.passage, rest.documentId].every((part) => part === null);

const at = (index: number, problems: readonly Problem[], ...inside: readonly string[]): readonly Problem[] =>
  problems.map(({ path, ...problem }) => ({ ...problem, path: ['entries', index, ...inside, ...path] }));

const conflict: Refusal = { kind: 'conflict', code: 'evidence.superseded_already' };

interface Checked {
  readonly wanted: readonly SourceWanted[];
  /** Sources on record that entries name, by id. */
  readonly known: ReadonlyMap<SourceId, Source>;
}

/** Ids of the statements that entries correct. */
const corrections = (entries: readonly StatementEntry[]): readonly StatementId[] =>
  entries.flatMap(({ supersedes }) => (typeof supersedes === 'string' ? [supersedes as StatementId] : []));

const subjectOf = ({ subject }: Entered, entry: StatementEntry): Subject => entry.subject ?? subject ?? { kind: 'tie', id: '' };

/** What is wrong with corrections: only one's own words about the same thing can be corrected. */
async function correctionProblems(work: Work, entered: Entered): Promise<readonly Problem[]> {
  const found = await findStatements(work.tx, corrections(entered.entries));
  const records = new Map<string, (typeof found)[number]>(found.map((record) => [record.id, record]));
  return entered.entries.flatMap((entry, index) => {
    const { supersedes = null, attribute } = entry;
    if (supersedes === null) return [];
    const record = records.get(supersedes);
    const subject = subjectOf(entered, entry);
    const fits =
      record?.ownerOffice === entered.office &&
      record.attribute === attribute &&
      record.subject.id === subject.id &&
      record.subject.kind === subject.kind;
    return fits ? [] : at(index, [{ path: ['supersedes'], code: 'evidence.supersedes_unknown' }]);
  });
}

/** Everything wrong with all entries at once, each problem at its entry. */
async function check(work: Work, scope: EvidenceScope, entered: Entered): Promise<Result<Checked>> {
  const { entries, office } = entered;
  const today = work.now.toISOString().slice(0, 10);
  const wanted = entries.map(({ source }) => sourceWanted(source, today));
  const found = await findSources(
    work.tx,
    wanted.flatMap((source) => ('id' in source ? source.id : [])),
  );
  const known = new Map(found.filter((source) => source.office === office).map((source) => [source.id, source]));
  const problems = [
    ...entries.flatMap(({ value }, index) => at(index, valueProblems(value), 'value')),
    ...wanted.flatMap((source, index) =>
      'id' in source && !known.has(source.id) ? at(index, [{ path: ['source', 'sourceId'], code: 'evidence.source_unknown' }]) : [],
    ),
    ...(await newSourceProblems(
      work,
      scope,
      wanted.flatMap((source, index) => ('facts' in source ? [{ path: ['entries', index, 'source'], facts: source.facts }] : [])),
    )),
    ...(await audienceProblems(
      work,
      office,
      entries.map(({ visibility = 'private', sharedWith = [] }, index) => ({ path: ['entries', index], visibility, sharedWith })),
    )),
    ...(await correctionProblems(work, entered)),
  ];
  if (problems.length > 0) return refuseInput(problems);
  return ok({ wanted, known });
}

/** The sources of the entries in their order; the same new source is recorded once. */
async function settleSources(work: Work, scope: EvidenceScope, { wanted, known }: Checked, by: Entering): Promise<readonly Source[]> {
  const made = new Map<string, NewSource>();
  const ownId = new Map<string, SourceId>();
  for (const source of wanted) {
    if (!('facts' in source)) continue;
    const key = canonicalJson(source.facts);
    if (isOwnToday(source.facts)) {
      if (!ownId.has(key)) ownId.set(key, await ensureOwnRecords(work.tx, scope, { id: work.newId<'Source'>(), facts: source.facts }, by));
    } else if (!made.has(key)) made.set(key, { id: work.newId<'Source'>(), facts: source.facts });
  }
  await insertSources(work.tx, scope, [...made.values()], by);
  const ids = [...made.values()].map(({ id }) => id);
  const fresh = new Map((await findSources(work.tx, [...ids, ...ownId.values()])).map((source) => [source.id, source]));
  return wanted.map((source) => {
    const key = 'facts' in source ? canonicalJson(source.facts) : '';
    const id = 'id' in source ? source.id : (ownId.get(key) ?? made.get(key)?.id);
    const settled = id === undefined ? undefined : (known.get(id) ?? fresh.get(id));
    if (settled === undefined) throw new Error('a source vanished while it was used');
    return settled;
  });
}

const isOwnToday = ({ class: sourceClass, title, passage, documentId }: SourceFacts): boolean =>
  sourceClass === 'own_records' && title === '' && passage === null && documentId === null;

/** What the hash of a statement covers: all of its content, and the paper by its own hash. */
const hashed = (
  office: OfficeId,
  { audience: _audience, batchId: _batch, ...statement }: Omit<NewStatement, 'contentHash'>,
  source: Source,
) => ({
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
    passage: source.passage,
    document: source.document?.sha256 ?? null,
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
  const statements = entered.entries.map((entry, index): NewStatement => {
    const source = sources[index];
    if (source === undefined) throw new Error('an entry without a source');
    const { attribute, kind = 'fact', saidBy = null, visibility = 'private', sharedWith = [] } = entry;
    const statement = {
      id: work.newId<'Statement'>(),
      subject: subjectOf(entered, entry),
      attribute,
      value: plainValue(entry.value),
      kind,
      sourceId: source.id,
      saidBy,
      audience: settledAudience(entered.office, { visibility, sharedWith }),
      supersedes: (entry.supersedes ?? null) as StatementId | null,
      batchId: entered.batchId ?? null,
    };
    return { ...statement, contentHash: hashOf(hashed(entered.office, statement, source)) };
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
