// Tables of rates: looked at, brought in with their source, listed, chosen for the sums of an office, and taken back.
import { createHash } from 'node:crypto';
import type { OfficeId } from '#kernel/ids.ts';
import { exponentOf } from '#kernel/money.ts';
import { notFound, ok, refuse, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { citeFrom, citedSources } from '#modules/evidence/api/enter-source.ts';
import { settleSource } from '#modules/evidence/api/settle-source.ts';
import { readAsPasted } from '#platform/files/pasted-file.ts';
import type { Transact, Work } from '#platform/work.ts';
import { splitPaste } from '#reading/clipboard.ts';
import type { Answer, Asked } from '../../contract.ts';
import { proposedBy } from '../../domain/rates/columns.ts';
import { longestTable, mostLines, mostQuotes, readRates, type ReadRates } from '../../domain/rates/read-table.ts';
import { byCurrency, type RateTableRecord } from '../../domain/rates/record.ts';
import type { RateTableId } from '../../domain/rates/table.ts';
import type { RecordScope } from '../../domain/scope.ts';
import { mayDecide, mayReadWaiting } from '../../policy.ts';
import {
  findRateChoice,
  findRateTable,
  insertRateTable,
  listRateTableRows,
  quotesOf,
  withdrawRateTable,
  writeRateChoice,
  type ListedRateTable,
} from '../../store/rate-tables.ts';
import { enteredBy } from '../post-entry.ts';

type Reading = Asked<'previewRateTable'>;

const baseProblems = (base: string | null): readonly Problem[] =>
  base === null || exponentOf(base) !== null ? [] : [{ path: ['base'], code: 'kernel.currency_unknown' }];

/** Refuses an empty table, one too long, and a base that is no currency. */
function read({ text, columns, order, period, base, answers }: Reading): Result<ReadRates> {
  const rows = splitPaste(text);
  const problems: Problem[] = [...baseProblems(base)];
  if (rows.length === 0) problems.push({ path: ['text'], code: 'kernel.required' });
  if (rows.length > mostLines) problems.push({ path: ['text'], code: 'outcomes.rates_too_many', params: { most: mostLines } });
  if (problems.length > 0) return refuseInput(problems);
  const found = readRates(rows, { columns, order, period, base, answers });
  return found.quotes.length > mostQuotes
    ? refuseInput([{ path: ['text'], code: 'outcomes.rates_too_many', params: { most: mostQuotes } }])
    : ok(found);
}

const MOST_ASKED = 200;

/** What the table would mean; nothing is kept. */
export function previewRateTable(work: Work, input: Reading): Promise<Result<Answer<'previewRateTable'>>> {
  const scope = mayDecide(work.actor, input.officeId);
  if (!scope.ok) return Promise.resolve(scope);
  const found = read(input);
  if (!found.ok) return Promise.resolve(found);
  const { sheet, period, quotes, series, questions, left } = found.value;
  const samples = sheet.columns.map((_, at) =>
    sheet.rows.flatMap(({ cells }) => (cells[at]?.trim() ? [cells[at].slice(0, 60)] : [])).slice(0, 3),
  );
  return Promise.resolve(
    ok({
      ...{
        heads: sheet.heads === null ? null : [...sheet.heads],
        columns: [...sheet.columns],
        samples,
        period,
        proposed: proposedBy(sheet.heads),
        rates: quotes.length,
        left,
      },
      series: series.map(({ word, currency, quotes: of }) => ({
        ...{ word: word.slice(0, 60), currency, rates: of.length },
        ...{ from: of[0]?.period ?? '', to: of.at(-1)?.period ?? '', last: of.at(-1)?.rate ?? '' },
      })),
      questions: questions
        .slice(0, MOST_ASKED)
        .map((question) => ({ ...question, params: { ...question.params }, choices: [...question.choices] })),
    }),
  );
}

/** Nothing is kept. Refuses `kernel.forbidden` before anything is read, and what is no table. */
export async function readRateFile(transact: Transact, input: Asked<'readRateFile'>): Promise<Result<Answer<'readRateFile'>>> {
  const allowed = await transact((work) => Promise.resolve(mayDecide(work.actor, input.officeId)));
  return allowed.ok ? readAsPasted(input.file, { sheet: input.sheet, rows: mostLines, length: longestTable }) : allowed;
}

/** The one it takes the place of is the office's own and the last of its series. */
async function followed(work: Work, office: OfficeId, id: RateTableId | null): Promise<Result<ListedRateTable | null>> {
  if (id === null) return ok(null);
  const table = await findRateTable(work.tx, id);
  const isOwn = table !== null && table.office === office && table.withdrawnAt === null;
  return isOwn ? ok(table) : refuseInput([{ path: ['replaces'], code: 'outcomes.rates_not_found' }]);
}

/** Its source is open to whoever sees the table. */
const cite = (work: Work, { id, office, visibility, sourceId }: Pick<RateTableRecord, 'id' | 'office' | 'visibility' | 'sourceId'>) =>
  citeFrom(work, { office, citingId: id, audience: { visibility, sharedWith: [] }, sourceIds: [sourceId] });

/** Keeps what was understood; what is still asked is left out and counted. Refuses `outcomes.rates_nothing` where nothing is, `outcomes.rates_followed` where another follows the same table already. */
export async function recordRateTable(work: Work, input: Asked<'recordRateTable'>): Promise<Result<Answer<'recordRateTable'>>> {
  const scope = mayDecide(work.actor, input.officeId);
  if (!scope.ok) return scope;
  const found = read(input);
  if (!found.ok) return found;
  const { quotes, period, sheet, questions, left } = found.value;
  if (quotes.length === 0) return refuse({ kind: 'conflict', code: 'outcomes.rates_nothing' });
  const { officeId: office, base, measure, direction, name, fileName, replaces } = input;
  // A public table is somebody else's: whoever reads a converted sum asks whose rates these are.
  if (input.source.sourceId === undefined && input.source.class === 'own_records')
    return refuseInput([{ path: ['source'], code: 'outcomes.rates_need_source' }]);
  const before = await followed(work, office, replaces);
  if (!before.ok) return before;
  const source = await settleSource(work, office, input.source);
  if (!source.ok) return source;
  const by = enteredBy(work);
  if (!by.ok) return by;
  const id = work.newId<'RateTable'>();
  const contentHash = createHash('sha256')
    .update(JSON.stringify([base, period, measure, direction, byCurrency(quotes)]))
    .digest('hex');
  const asked = questions.reduce((sum, { cells }) => sum + cells, 0);
  const record = {
    ...{ id, name, number: (before.value?.number ?? 0) + 1, replaces, base, period, measure, direction, rates: quotes.length, fileName },
    ...{ contentHash, sourceId: source.value.id, enteredBy: by.value, enteredAt: work.now },
    reading: { columns: sheet.columns, answers: input.answers, left: { ...left, questions: asked } },
  };
  if (!(await insertRateTable(work.tx, scope.value, record, byCurrency(quotes))))
    return refuse({ kind: 'conflict', code: 'outcomes.rates_followed' });
  const cited = await cite(work, { id, office, visibility: 'private', sourceId: source.value.id });
  if (!cited.ok) return cited;
  await audit(work, {
    ...{ useCase: 'record-rate-table', office, subjects: [id], fields: ['name', 'currency', 'rate', 'source'] },
    digest: contentHash,
  });
  return shown(work, id);
}

async function shown(work: Work, id: RateTableId): Promise<Result<Answer<'recordRateTable'>>> {
  const table = await findRateTable(work.tx, id);
  if (table === null) return notFound('outcomes.rates_not_found');
  const [first] = await showTables(work, [table]);
  return first === undefined ? notFound('outcomes.rates_not_found') : ok(first);
}

async function showTables(work: Work, tables: readonly ListedRateTable[]): Promise<Answer<'listRateTables'>['entries']> {
  const sourceOf = await citedSources(work, tables);
  return tables.map(({ visibility, reading, currencies, enteredAt, withdrawnAt, ...table }) => ({
    ...{ id: table.id, name: table.name, number: table.number, replaces: table.replaces, base: table.base, period: table.period },
    ...{ measure: table.measure, direction: table.direction, rates: table.rates, from: table.from, to: table.to, fileName: table.fileName },
    ...{ currencies: [...currencies], left: reading.left, isPublic: visibility === 'public' },
    source: sourceOf(table),
    ...{ enteredAt: enteredAt.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null },
  }));
}

const MOST_LISTED = 100;

const choiceOf = (choice: Awaited<ReturnType<typeof findRateChoice>>): Answer<'chooseRates'>['choice'] =>
  choice === null ? null : { tableId: choice.tableId, currency: choice.currency, isPublic: choice.visibility === 'public' };

/** The tables that an office brought in, the last first. Refuses `kernel.forbidden`. */
export async function listRateTables(work: Work, { officeId }: Asked<'listRateTables'>): Promise<Result<Answer<'listRateTables'>>> {
  const office = mayReadWaiting(work.actor, officeId);
  if (!office.ok) return office;
  const tables = await listRateTableRows(work.tx, office.value, MOST_LISTED);
  return ok({ entries: await showTables(work, tables), choice: choiceOf(await findRateChoice(work.tx, office.value)) });
}

/** As far as the actor may see the table. Refuses `outcomes.rates_not_found`. */
export async function listRates(work: Work, { tableId, currency }: Asked<'listRates'>): Promise<Result<Answer<'listRates'>>> {
  if ((await findRateTable(work.tx, tableId)) === null) return notFound('outcomes.rates_not_found');
  return ok({ entries: [...(await quotesOf(work.tx, tableId, { currencies: [currency], periods: null }))] });
}

/** The table and the actor's proof that it may be decided about. */
async function own(work: Work, id: RateTableId): Promise<Result<{ readonly table: ListedRateTable; readonly scope: RecordScope }>> {
  const table = await findRateTable(work.tx, id);
  if (table === null) return notFound('outcomes.rates_not_found');
  const scope = mayDecide(work.actor, table.office);
  return scope.ok ? ok({ table, scope: scope.value }) : scope;
}

/** Refuses one by which the office shows its sums, and one that was withdrawn before. */
export async function undoRateTable(work: Work, { tableId }: Asked<'undoRateTable'>): Promise<Result<Answer<'undoRateTable'>>> {
  const opened = await own(work, tableId);
  if (!opened.ok) return opened;
  const { table, scope } = opened.value;
  if ((await findRateChoice(work.tx, scope.office))?.tableId === tableId)
    return refuse({ kind: 'conflict', code: 'outcomes.rates_in_use' });
  if (!(await withdrawRateTable(work.tx, scope, { id: tableId, now: work.now })))
    return refuse({ kind: 'conflict', code: 'outcomes.rates_withdrawn' });
  const cited = await cite(work, { ...table, visibility: 'private' });
  if (!cited.ok) return cited;
  await audit(work, { useCase: 'undo-rate-table', office: scope.office, subjects: [tableId], fields: [] });
  return shown(work, tableId);
}

/** By which table and in which currency the office shows its sums from now on; what is frozen keeps its own rates. A public choice opens its table, its rates and their source to everybody. */
export async function chooseRates(work: Work, { officeId, choice }: Asked<'chooseRates'>): Promise<Result<Answer<'chooseRates'>>> {
  const scope = mayDecide(work.actor, officeId);
  if (!scope.ok) return scope;
  const before = await findRateChoice(work.tx, officeId);
  const table = choice === null ? null : await findRateTable(work.tx, choice.tableId);
  if (choice !== null) {
    const problems: Problem[] = [];
    if (exponentOf(choice.currency) === null) problems.push({ path: ['choice', 'currency'], code: 'kernel.currency_unknown' });
    const isOwn = table !== null && table.office === officeId && table.withdrawnAt === null;
    if (!isOwn) problems.push({ path: ['choice', 'tableId'], code: 'outcomes.rates_not_found' });
    else if (problems.length === 0 && choice.currency !== table.base && !table.currencies.includes(choice.currency))
      problems.push({ path: ['choice', 'currency'], code: 'outcomes.rates_without_currency', params: { currency: choice.currency } });
    if (problems.length > 0) return refuseInput(problems);
  }
  const visibility = choice?.isPublic === true ? 'public' : 'private';
  await writeRateChoice(work.tx, scope.value, choice === null ? null : { tableId: choice.tableId, currency: choice.currency, visibility });
  for (const id of new Set([before?.tableId, choice?.tableId])) {
    const changed = id === undefined ? null : await findRateTable(work.tx, id);
    const cited = changed === null ? ok(null) : await cite(work, changed);
    if (!cited.ok) return cited;
  }
  const subjects = choice === null ? [officeId] : [choice.tableId];
  await audit(work, { useCase: 'choose-rates', office: officeId, subjects, fields: ['currency', 'visibility'] });
  return ok({ choice });
}
