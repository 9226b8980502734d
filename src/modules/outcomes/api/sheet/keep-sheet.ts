// A sheet of outcomes: looked at, brought in as far as it is understood, listed, and taken back as a whole.
import { createHash } from 'node:crypto';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { notFound, ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { languageWritten } from '#kernel/writing/in-languages.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { settleSource, type AskedSource } from '#modules/evidence/api/settle-source.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { checkEntry } from '../../domain/entry-problems.ts';
import type { Extent, OutcomeRecord } from '../../domain/outcome.ts';
import type { RecordScope } from '../../domain/scope.ts';
import type { SheetFacts } from '../../domain/sheet/read-rows.ts';
import type { KeptOutcome, SheetRecord } from '../../domain/sheet/sheet.ts';
import { mayChange, mayReadWaiting, mayRecord } from '../../policy.ts';
import { confirmationsOf, entriesOf } from '../../store/ledger.ts';
import { findParts, outcomeRecordsByIds, withdrawOutcomeRecord } from '../../store/outcomes.ts';
import { findSheet, insertSheet, listSheets, markUndone } from '../../store/sheets.ts';
import { unindexOutcome } from '../index-outcome.ts';
import { insertRecorded } from '../record-outcome.ts';
import { recite } from '../share-outcome.ts';
import { readOutcomeSheet, type ReadSheet } from './read-sheet.ts';
import { showReading } from './show-sheet.ts';

type Input = Asked<'recordOutcomeSheet'>;

const readingOf = ({ columns, order, answers }: Asked<'previewOutcomeSheet'>, sourceId: Id<'Source'> | null) => ({
  ...{ columns, order, answers, sourceId },
});

/** What the sheet would mean; nothing is kept. */
export async function previewOutcomeSheet(work: Work, input: Asked<'previewOutcomeSheet'>): Promise<Result<Answer<'previewOutcomeSheet'>>> {
  const { officeId, text } = input;
  const read = await readOutcomeSheet(work, { officeId, text, reading: readingOf(input, null) });
  return read.ok ? ok(await showReading(work, read.value)) : read;
}

const textOf = (words: string): MultilingualText => ({
  [languageWritten(words)]: { text: words, origin: 'import' },
});

const extentOf = ({ amount, count }: SheetFacts): Extent =>
  count === null || count === '1' ? 'single' : amount === null ? 'count_only' : 'aggregate';

/** What a cell names is a source of its own, by address or by title; what kind it is, nobody said. */
const describedBy = (source: string): AskedSource =>
  /^https?:\/\/\S+$/.test(source)
    ? { class: 'unknown', title: '', address: source, isAnother: true }
    : { class: 'unknown', title: source, isAnother: true };

/** Each source once, however many rows name it. */
function sourcesFor(work: Work, office: OfficeId, asked: AskedSource | undefined) {
  const settled = new Map<string | null, ReturnType<typeof settleSource>>();
  return (source: string | null): ReturnType<typeof settleSource> => {
    const known = settled.get(source) ?? settleSource(work, office, source === null ? asked : describedBy(source));
    settled.set(source, known);
    return known;
  };
}

async function recordRow(
  work: Work,
  scope: RecordScope,
  { facts, line, sourceOf }: { readonly facts: SheetFacts; readonly line: number; readonly sourceOf: ReturnType<typeof sourcesFor> },
): Promise<Result<OutcomeRecord>> {
  const { title, kind, tieId, parties, date, amount, qualifier, count, countQualifier, stage, saidBy, source, note } = facts;
  const extent = extentOf(facts);
  const counted = extent === 'single' ? { count: null, countQualifier: 'exact' as const } : { count, countQualifier };
  const proposed = { stage, amount: amount?.value ?? null, currency: amount?.currency ?? null, qualifier, ...counted, valueDate: null };
  const checked = checkEntry({ extent, entries: [] }, proposed);
  if (checked.problems !== null) return refuseInput(checked.problems);
  const settled = await sourceOf(source);
  if (!settled.ok) return settled;
  // Where the row has no source of its own, it stands in the sheet, on its line.
  const words = { saidBy, about: null, passage: null, place: source === null ? `row ${line} | 第${line}行` : null };
  return insertRecorded(work, scope, {
    facts: {
      ...{ kind, extent, counted: null, title: textOf(title), fromCity: null, toCity: null, domain: null },
      ...{ occurred: date, note: note === null ? null : textOf(note), anyway: null, partOf: null },
    },
    parties: parties.map((party) => ({ ...party, role: 'partner', share: null })),
    attributions: tieId === null ? [] : [{ subjectKind: 'tie', subjectId: tieId, relation: 'related_to' }],
    posting: { facts: checked.facts, sourceId: settled.value.id, note: null, reverses: null, words },
  });
}

async function recordRows(
  work: Work,
  scope: RecordScope,
  { rows }: ReadSheet,
  source: AskedSource | undefined,
): Promise<Result<readonly KeptOutcome[]>> {
  const sourceOf = sourcesFor(work, scope.office, source);
  const kept: KeptOutcome[] = [];
  for (const { facts, line } of rows) {
    if (facts === null) continue;
    const recorded = await recordRow(work, scope, { facts, line, sourceOf });
    if (!recorded.ok) return recorded;
    kept.push({ line, outcomeId: recorded.value.id });
  }
  return ok(kept);
}

/** Records what is understood, private, and keeps the sheet with the rest. Refuses `outcomes.sheet_nothing` where nothing is. */
export async function recordOutcomeSheet(work: Work, input: Input): Promise<Result<Answer<'recordOutcomeSheet'>>> {
  const scope = mayRecord(work.actor, input.officeId);
  if (!scope.ok) return scope;
  const { officeId, text, name, source } = input;
  const settled = await settleSource(work, officeId, source);
  if (!settled.ok) return settled;
  const sourceId = source === undefined ? null : settled.value.id;
  const read = await readOutcomeSheet(work, { officeId, text, reading: readingOf(input, sourceId) });
  if (!read.ok) return read;
  const kept = await recordRows(work, scope.value, read.value, source);
  if (!kept.ok) return kept;
  if (kept.value.length === 0) return refuse({ kind: 'conflict', code: 'outcomes.sheet_nothing' });
  const id = work.newId<'Sheet'>();
  const { rows, reading } = read.value;
  await insertSheet(work.tx, scope.value, { id, name, text, rows: rows.length, reading, kept: kept.value, broughtInAt: work.now });
  await audit(work, {
    useCase: 'record-outcome-sheet',
    office: officeId,
    subjects: [id, ...kept.value.map(({ outcomeId }) => outcomeId)].slice(0, 50),
    fields: ['title', 'kind', 'parties', 'entry'],
    digest: createHash('sha256').update(text).digest('hex'),
  });
  return shown(work, id);
}

async function shown(work: Work, id: SheetRecord['id']): Promise<Result<Answer<'undoOutcomeSheet'>>> {
  const sheet = await findSheet(work.tx, id);
  return sheet === null ? notFound('outcomes.sheet_not_found') : ok(showSheet(sheet));
}

const showSheet = ({ id, version, name, rows, kept, broughtInAt, undoneAt }: SheetRecord): Answer<'undoOutcomeSheet'> => ({
  ...{ id, version, name, rows, recorded: kept.length, outcomes: kept.map(({ outcomeId }) => outcomeId) },
  ...{ broughtInAt: broughtInAt.toISOString(), undoneAt: undoneAt?.toISOString() ?? null, stayed: [] },
});

const MOST_LISTED = 50;

/** The sheets that an office brought in, the last first. Refuses `kernel.forbidden`. */
export async function listOutcomeSheets(
  work: Work,
  { officeId }: Asked<'listOutcomeSheets'>,
): Promise<Result<Answer<'listOutcomeSheets'>>> {
  const office = mayReadWaiting(work.actor, officeId);
  if (!office.ok) return office;
  return ok({ entries: (await listSheets(work.tx, office.value, MOST_LISTED)).map(showSheet) });
}

/** Those that nobody has touched since: not corrected, not added to, not shown to others, not answered, and no part hangs on them. */
async function untouched(work: Work, records: readonly OutcomeRecord[]): Promise<ReadonlySet<string>> {
  const ids = records.map(({ id }) => id);
  const entries = Map.groupBy(await entriesOf(work.tx, ids), ({ outcomeId }) => outcomeId);
  const said = new Set((await confirmationsOf(work.tx, ids)).map(({ outcomeId }) => outcomeId));
  const wholes = new Set((await findParts(work.tx, ids)).map(({ partOf }) => partOf));
  const isUntouched = ({ id, version, visibility }: OutcomeRecord): boolean =>
    version === 1 && visibility === 'private' && entries.get(id)?.length === 1 && !said.has(id) && !wholes.has(id);
  return new Set(records.filter(isUntouched).map(({ id }) => id));
}

/** Takes back every outcome of a sheet that nobody has worked on since; the others stay and are named. Refuses `outcomes.sheet_undone`. */
export async function undoOutcomeSheet(work: Work, { sheetId }: Asked<'undoOutcomeSheet'>): Promise<Result<Answer<'undoOutcomeSheet'>>> {
  const sheet = await findSheet(work.tx, sheetId);
  if (sheet === null) return notFound('outcomes.sheet_not_found');
  const scope = mayRecord(work.actor, sheet.office);
  if (!scope.ok) return scope;
  if (!(await markUndone(work.tx, scope.value, { id: sheet.id, now: work.now })))
    return refuse({ kind: 'conflict', code: 'outcomes.sheet_undone' });
  const records = await outcomeRecordsByIds(
    work.tx,
    sheet.kept.map(({ outcomeId }) => outcomeId),
  );
  const free = await untouched(work, records);
  for (const record of records.filter(({ id }) => free.has(id))) {
    const change = mayChange(work.actor, record);
    if (!change.ok) return change;
    const withdrawn = await withdrawOutcomeRecord(work.tx, change.value, { expectedVersion: record.version, now: work.now, because: null });
    if (withdrawn === null) continue;
    const cited = await recite(work, withdrawn);
    if (!cited.ok) return cited;
    await unindexOutcome(work, withdrawn);
  }
  await audit(work, { useCase: 'undo-outcome-sheet', office: scope.value.office, subjects: [sheet.id, ...free].slice(0, 50), fields: [] });
  const after = await shown(work, sheet.id);
  if (!after.ok) return after;
  return ok({ ...after.value, stayed: records.filter(({ id }) => !free.has(id)).map(({ id, title }) => ({ id, title: { ...title } })) });
}
