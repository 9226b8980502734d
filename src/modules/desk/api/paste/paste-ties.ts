// A range pasted from a spreadsheet: looked at, kept as far as it is understood, answered row by row, and taken back as a whole.
import { createHash } from 'node:crypto';
import type { Id, OfficeId } from '#kernel/ids.ts';
import { notFound, ok, refuse, refuseInput, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { withdrawBatch } from '#modules/evidence/api/change-statement.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { KeptRow, PasteReading, PasteRecord } from '../../domain/paste/batch.ts';
import type { RowAnswer } from '../../domain/paste/verdicts.ts';
import type { DeskScope } from '../../domain/scope.ts';
import type { TieId } from '#modules/ties/domain/tie.ts';
import { isWorkedOn } from '#modules/ties/domain/worked-on.ts';
import { mayWrite } from '../../policy.ts';
import { takeTiesOut } from '#modules/ties/api/registers.ts';
import { findPaste, insertPaste, updatePaste } from '../../store/pastes.ts';
import { loadWork } from '#modules/ties/api/brought-ties.ts';
import { keepRows } from './keep-rows.ts';
import { readPaste, type ReadPaste } from './read-paste.ts';
import { showPaste, showReading } from './show-paste.ts';

type PasteShown = Answer<'pasteTies'>;

const readingOf = (input: Asked<'previewPaste'>): PasteReading => ({
  columns: input.columns,
  order: input.order,
  sourceId: input.sourceId,
  answers: input.answers,
});

/** What the range would mean; nothing is kept. Refuses `kernel.forbidden`, `desk.office_without_city`, an empty range. */
export async function previewPaste(transact: Transact, input: Asked<'previewPaste'>): Promise<Result<Answer<'previewPaste'>>> {
  const read = await readPaste(transact, { officeId: input.officeId, text: input.text, reading: readingOf(input) });
  return read.ok ? ok(showReading(read.value, [])) : read;
}

/** Reads a range before the transaction that keeps it. */
export const prepareTies = (transact: Transact, input: Asked<'pasteTies'>): Promise<Result<ReadPaste>> =>
  readPaste(transact, { officeId: input.officeId, text: input.text, reading: readingOf(input) });

/** Keeps the rows that are understood, and the whole range with its questions. In mode `all` refuses `desk.paste_not_whole` while there are any. */
export async function pasteTies(work: Work, input: Asked<'pasteTies'>, read: ReadPaste): Promise<Result<PasteShown>> {
  const scope = mayWrite(work.actor, input.officeId);
  if (!scope.ok) return scope;
  const open = read.verdicts.filter((verdict) => 'questions' in verdict).length;
  if (input.mode === 'all' && open > 0) return refuse({ kind: 'conflict', code: 'desk.paste_not_whole', params: { count: open } });
  const id = work.newId<'Paste'>();
  const kept = await keepRows(work, { office: scope.value.office, pasteId: id, read, already: [] });
  if (!kept.ok) return kept;
  const paste = { id, text: input.text, reading: read.reading, kept: kept.value, pastedAt: work.now };
  await insertPaste(work.tx, scope.value, paste);
  await auditPaste(work, { useCase: 'paste-ties', office: scope.value.office, id, text: input.text, kept: kept.value });
  return shown(work, id, read);
}

/** The content of a paste is in the log by its digest alone. */
const auditPaste = (
  work: Work,
  entry: {
    readonly useCase: 'paste-ties' | 'answer-paste';
    readonly office: OfficeId;
    readonly id: Id<'Paste'>;
    readonly text: string;
    readonly kept: readonly KeptRow[];
  },
): Promise<void> =>
  audit(work, {
    useCase: entry.useCase,
    office: entry.office,
    subjects: [entry.id, ...entry.kept.map(({ tieId }) => tieId)],
    fields: ['class', 'established', 'status', 'note'],
    digest: createHash('sha256').update(entry.text).digest('hex'),
  });

/** The paste with the proof that the actor may change it. Refuses `desk.paste_not_found`, `kernel.forbidden`, `desk.paste_undone`. */
async function openPaste(work: Work, pasteId: Id<'Paste'>): Promise<Result<{ readonly paste: PasteRecord; readonly scope: DeskScope }>> {
  const paste = await findPaste(work.tx, pasteId);
  if (paste === null) return notFound('desk.paste_not_found');
  const scope = mayWrite(work.actor, paste.office);
  if (!scope.ok) return scope;
  return paste.isUndone ? refuse({ kind: 'conflict', code: 'desk.paste_undone' }) : ok({ paste, scope: scope.value });
}

async function shown(work: Work, id: Id<'Paste'>, read: ReadPaste): Promise<Result<PasteShown>> {
  const paste = await findPaste(work.tx, id);
  return paste === null ? notFound('desk.paste_not_found') : ok(showPaste(paste, read, await workedOn(work, paste)));
}

/** Ties of the paste of which the office says more than the paste does: where the paste brought the tie in anything, else what came since. */
async function workedOn(work: Work, { office, kept, pastedAt }: PasteRecord): Promise<readonly TieId[]> {
  const pasted = new Set(kept.flatMap(({ statements }) => statements));
  const brought = new Set(kept.filter(({ isNew }) => isNew).map(({ tieId }) => tieId));
  const entered = ({ id }: { readonly id: string }): boolean => pasted.has(id);
  const facts = await loadWork(work, [...new Set(kept.map(({ tieId }) => tieId))]);
  return facts.filter((tie) => isWorkedOn(tie, { office, at: pastedAt, isNew: brought.has(tie.tieId), entered })).map(({ tieId }) => tieId);
}

/** Reads a paste on record with more answers, for whoever may see it. Refuses `desk.paste_not_found`. */
async function readAgain(transact: Transact, pasteId: Id<'Paste'>, answers: readonly RowAnswer[]): Promise<Result<ReadPaste>> {
  const found = await transact(async (work) => {
    const paste = await findPaste(work.tx, pasteId);
    return paste === null ? notFound('desk.paste_not_found') : ok(paste);
  });
  if (!found.ok) return found;
  const { office, text, reading, kept } = found.value;
  const merged = [
    ...reading.answers.filter(({ row }) => !answers.some((answer) => answer.row === row)),
    ...merge(reading.answers, answers),
  ];
  const settled = new Set(kept.map(({ row }) => row));
  return readPaste(transact, { officeId: office, text, reading: { ...reading, answers: merged }, settled });
}

/** A later answer about a row adds to the earlier ones about it. */
const merge = (before: readonly RowAnswer[], answers: readonly RowAnswer[]): readonly RowAnswer[] =>
  answers.map((answer) => ({ ...before.find(({ row }) => row === answer.row), ...answer }));

/** A paste with every row and what is asked of it. Refuses `desk.paste_not_found`. */
export async function getPaste(transact: Transact, input: Asked<'getPaste'>): Promise<Result<PasteShown>> {
  const read = await readAgain(transact, input.pasteId, []);
  return read.ok ? transact((work) => shown(work, input.pasteId, read.value)) : read;
}

/** Reads the paste with the answers before the transaction that keeps the rows they settle. */
export const prepareAnswers = (transact: Transact, input: Asked<'answerPaste'>): Promise<Result<ReadPaste>> =>
  readAgain(transact, input.pasteId, input.answers);

/** Keeps the rows that the answers settle. Refuses `kernel.stale` where the paste was changed meanwhile. */
export async function answerPaste(work: Work, input: Asked<'answerPaste'>, read: ReadPaste): Promise<Result<PasteShown>> {
  const opened = await openPaste(work, input.pasteId);
  if (!opened.ok) return opened;
  const { paste, scope } = opened.value;
  const numbers = new Set(read.rows.map(({ number }) => number));
  const unknown = input.answers.flatMap(({ row }, at) =>
    numbers.has(row) ? [] : [{ path: ['answers', at, 'row'], code: 'desk.paste_row_unknown' }],
  );
  if (unknown.length > 0) return refuseInput(unknown);
  const kept = await keepRows(work, { office: scope.office, pasteId: paste.id, read, already: paste.kept });
  if (!kept.ok) return kept;
  const change = { reading: read.reading, kept: [...paste.kept, ...kept.value] };
  if (!(await updatePaste(work.tx, scope, paste, change))) return refuse(stale);
  await auditPaste(work, { useCase: 'answer-paste', office: scope.office, id: paste.id, text: paste.text, kept: kept.value });
  return shown(work, paste.id, read);
}

/** Has done with a paste: its open rows are asked no more and stay on record. */
export async function settlePaste(work: Work, input: Asked<'settlePaste'>, read: ReadPaste): Promise<Result<PasteShown>> {
  const opened = await openPaste(work, input.pasteId);
  if (!opened.ok) return opened;
  const { paste, scope } = opened.value;
  if (!(await updatePaste(work.tx, scope, paste, { settledAt: work.now }))) return refuse(stale);
  await audit(work, { useCase: 'settle-paste', office: scope.office, subjects: [paste.id], fields: [] });
  return shown(work, paste.id, read);
}

/** Reads a paste before the transaction that settles or undoes it. */
export const preparePaste = (transact: Transact, input: Asked<'undoPaste'>): Promise<Result<ReadPaste>> =>
  readAgain(transact, input.pasteId, []);

/** Ties that the paste brought in and of which the office has entered nothing since. */
async function untouched(work: Work, paste: PasteRecord): Promise<readonly TieId[]> {
  const worked = new Set(await workedOn(work, paste));
  return paste.kept.filter(({ isNew, tieId }) => isNew && !worked.has(tieId)).map(({ tieId }) => tieId);
}

/** Withdraws everything a paste has entered; what it had replaced stands again. Ties worked on since stay in the register. */
export async function undoPaste(work: Work, input: Asked<'undoPaste'>, read: ReadPaste): Promise<Result<PasteShown>> {
  const opened = await openPaste(work, input.pasteId);
  if (!opened.ok) return opened;
  const { paste, scope } = opened.value;
  const withdrawn = await withdrawBatch(work, { office: scope.office, batchId: paste.id, reason: 'paste undone' });
  if (!withdrawn.ok) return withdrawn;
  const ties = await untouched(work, paste);
  const out = await takeTiesOut(work, { office: scope.office, ties });
  if (!out.ok) return out;
  if (!(await updatePaste(work.tx, scope, paste, { undoneAt: work.now }))) return refuse(stale);
  await audit(work, { useCase: 'undo-paste', office: scope.office, subjects: [paste.id, ...ties], fields: [] });
  return shown(work, paste.id, read);
}
