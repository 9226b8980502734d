// Entering what is said of a tie: any number of statements, or one cell of the grid.
import type { MultilingualText } from '#kernel/language.ts';
import { ok, refuse, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { enterStatements, type StatementEntry } from '#modules/evidence/api/enter-statements.ts';
import { statementsOf } from '#modules/evidence/api/read-statements.ts';
import { withdrawStatements } from '#modules/evidence/api/set-audiences.ts';
import type { Work } from '#platform/work.ts';
import type { Statement, StatedValue } from '../domain/said.ts';
import type { Asked } from '../contract.ts';
import { isStatus, valueTypes, type TieAttribute } from '../domain/attributes.ts';
import { saidBy } from '../domain/desk.ts';
import { listTieClasses } from './list-classes.ts';
import { openForEntry } from './open-tie.ts';

/** A value of another form than its attribute has, or a code that is not in its list; paths begin at the value. */
async function valueMisfits(work: Work, attribute: TieAttribute, value: StatedValue): Promise<readonly Problem[]> {
  if (value.type === 'unknown') return [];
  if (value.type !== valueTypes[attribute]) return [{ path: ['type'], code: 'ties.value_misfits' }];
  if (attribute === 'status' && value.type === 'code' && !isStatus(value.code)) return [{ path: ['code'], code: 'ties.status_unknown' }];
  if (attribute !== 'class' || value.type !== 'code') return [];
  const classes = await listTieClasses(work);
  const known = classes.ok && classes.value.entries.some(({ code }) => code === value.code);
  return known ? [] : [{ path: ['code'], code: 'ties.class_unknown' }];
}

/** Enters statements of an office that keeps the tie. Refuses `ties.not_kept`, and every misfit at its entry. */
export async function enterTieStatements(
  work: Work,
  input: Asked<'enterTieStatements'>,
): Promise<Result<{ readonly entries: readonly Statement[] }>> {
  const opened = await openForEntry(work, input.tieId, input.office);
  if (!opened.ok) return opened;
  const { tie, scope } = opened.value;
  const problems: Problem[] = [];
  for (const [at, { attribute, value }] of input.entries.entries())
    for (const { path, ...problem } of await valueMisfits(work, attribute, value))
      problems.push({ ...problem, path: ['entries', at, 'value', ...path] });
  if (problems.length > 0) return refuseInput(problems);
  const entered = await enterStatements(work, { office: scope.office, subject: { kind: 'tie', id: tie.tieId }, entries: input.entries });
  if (!entered.ok) return entered;
  const fields = [...new Set(input.entries.map(({ attribute }) => attribute))];
  const subjects = [tie.tieId, ...entered.value.map(({ id }) => id)];
  await audit(work, { useCase: 'enter-tie-statements', office: scope.office, subjects, fields });
  return ok({ entries: entered.value });
}

type CellValue = Asked<'setTieCell'>['cell'];

/** What somebody types is in the language they work in. */
export const typedText = (work: Work, text: string): MultilingualText => ({ [work.actor.language]: { text, origin: 'human' } });

function valueOf(work: Work, cell: CellValue): StatedValue | null {
  if (cell.value === null) return null;
  if (cell.attribute === 'established') return { type: 'date', date: cell.value };
  if (cell.attribute === 'note') return { type: 'text', text: typedText(work, cell.value) };
  return { type: 'code', code: cell.value };
}

/**
 * Our statement of one attribute in place of the one that was seen (`replaces`, null: none); an empty cell withdraws it. The new one is
 * the office's alone until it is shown to others, who read the old one until then. Refuses `kernel.stale` where our statement is another by now.
 */
export async function setTieCell(work: Work, input: Asked<'setTieCell'>): Promise<Result<{ statementId: string | null }>> {
  const opened = await openForEntry(work, input.tieId, input.office);
  if (!opened.ok) return opened;
  const { tie, scope } = opened.value;
  const { attribute } = input.cell;
  const value = valueOf(work, input.cell);
  const misfits = value === null ? [] : await valueMisfits(work, attribute, value);
  if (misfits.length > 0) return refuseInput(misfits.map((problem) => ({ ...problem, path: ['cell', 'value'] })));
  const statements = (await statementsOf(work, 'tie', [tie.tieId])).get(tie.tieId) ?? [];
  const before = saidBy(statements, attribute, scope.office);
  if ((before?.id ?? null) !== input.replaces) return refuse({ kind: 'stale', code: 'kernel.stale' });
  const { office } = scope;
  const audited = (statementId: string | null) =>
    audit(work, {
      useCase: 'set-tie-cell',
      office,
      subjects: [tie.tieId, ...(statementId === null ? [] : [statementId])],
      fields: [attribute],
    });
  if (value === null) {
    if (before === null) return refuseInput([{ path: ['cell', 'value'], code: 'kernel.required' }]);
    // Earlier words of ours would stand again if only the last one went.
    const ours = statements.filter((said) => said.attribute === attribute && said.office.id === office).map(({ id }) => id);
    const withdrawn = await withdrawStatements(work, { office, statementIds: ours, reason: 'emptied in the grid' });
    if (!withdrawn.ok) return withdrawn;
    await audited(before.id);
    return ok({ statementId: null });
  }
  const entry: StatementEntry = { attribute, value, supersedes: before?.id ?? null };
  const entered = await enterStatements(work, { office, subject: { kind: 'tie', id: tie.tieId }, entries: [entry] });
  if (!entered.ok) return entered;
  const [statement] = entered.value;
  await audited(statement?.id ?? null);
  return ok({ statementId: statement?.id ?? null });
}
