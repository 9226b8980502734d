// Changing cells of the grid, many at once: our statement in place of the one that was seen, or what an earlier change had replaced.
import type { Id, OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { enterStatements, type StatementEntry } from '#modules/evidence/api/enter-statements.ts';
import { listHistory, statementsOf } from '#modules/evidence/api/read-statements.ts';
import { settleSource } from '#modules/evidence/api/settle-source.ts';
import { withdrawStatements } from '#modules/evidence/api/set-audiences.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { isYearsAhead } from '#modules/ties/domain/begun-year.ts';
import type { CellAttribute } from '#modules/ties/domain/attributes.ts';
import { saidBy } from '#modules/ties/domain/tie-facts.ts';
import { isQuoted, type Statement } from '#modules/evidence/domain/statement.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import { mayWrite } from '../policy.ts';
import { registerOf } from '#modules/ties/api/registers.ts';
import { classesFor } from '#modules/ties/api/list-classes.ts';
import { typedText } from '#modules/ties/api/tie-statements.ts';

type Change = Asked<'setTieCells'>['cells'][number];
type CellValue = Extract<Change, { cell: unknown }>['cell'];
type Done = Answer<'setTieCells'>['cells'][number];

/** What becomes of one cell: statements that go, one that comes, and what stands then where none comes. */
type Step =
  | { readonly refused: string }
  | {
      readonly refused: null;
      readonly tieId: string;
      readonly attribute: CellAttribute;
      readonly withdrawn: readonly string[];
      readonly entry: StatementEntry | null;
      readonly stands: string | null;
    };

interface Around {
  readonly work: Work;
  readonly office: OfficeId;
  readonly kept: ReadonlySet<string>;
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
  readonly classes: ReadonlySet<string>;
  /** Where new values are said; our records of today where it is left out. */
  readonly source: { readonly sourceId: Id<'Source'> } | undefined;
}

const attributeOf = (change: Change): CellAttribute => ('cell' in change ? change.cell.attribute : change.attribute);

function valueOf(work: Work, cell: CellValue): StatedValue | null {
  if (cell.value === null) return null;
  if (cell.attribute === 'established') return { type: 'date', date: cell.value };
  if (cell.attribute === 'note') return { type: 'text', text: typedText(work, cell.value) };
  return { type: 'code', code: cell.value };
}

/** A new value in place of ours, beside what we entered as somebody's words; an empty one withdraws everything we said, unless others read it. */
function setting(
  { tieId, cell }: Extract<Change, { cell: unknown }>,
  { work, classes, source }: Around,
  { before, ours }: { readonly before: Statement | null; readonly ours: readonly Statement[] },
): Step {
  const { attribute } = cell;
  const value = valueOf(work, cell);
  const common = { refused: null, tieId, attribute } as const;
  if (value === null) {
    if (before === null) return { ...common, withdrawn: [], entry: null, stands: null };
    if (ours.some(({ visibility }) => visibility !== 'private')) return { refused: 'desk.cell_read_by_others' };
    // Earlier words of ours would stand again if only the last one went.
    return { ...common, withdrawn: ours.map(({ id }) => id), entry: null, stands: null };
  }
  if (attribute === 'established' && value.type === 'date' && isYearsAhead(value.date, work.now.getUTCFullYear()))
    return { refused: 'ties.begins_years_ahead' };
  if (value.type === 'code' && attribute === 'class' && !classes.has(value.code)) return { refused: 'ties.class_unknown' };
  const replaced = before === null || isQuoted(before) ? null : before.id;
  const entry = { subject: { kind: 'tie' as const, id: tieId }, attribute, value, source, supersedes: replaced };
  return { ...common, withdrawn: [], entry, stands: null };
}

/** Takes a change back: what it entered goes, what it had replaced stands again, with its source where it has to be entered anew. */
async function restoring(
  { tieId, attribute, restores }: Extract<Change, { restores: unknown }>,
  { work, office }: Around,
  { before, ours }: { readonly before: Statement | null; readonly ours: readonly Statement[] },
): Promise<Step> {
  if (before !== null && before.visibility !== 'private') return { refused: 'desk.cell_read_by_others' };
  const withdrawn = before === null ? [] : [before.id];
  const left =
    saidBy(
      ours.filter(({ id }) => id !== before?.id),
      attribute,
      office,
    )?.id ?? null;
  const common = { refused: null, tieId, attribute, withdrawn } as const;
  if (left === restores) return { ...common, entry: null, stands: left };
  const history = await listHistory(work, { subjectKind: 'tie', subjectId: tieId, attribute, limit: 200, cursor: undefined });
  const said = history.ok ? history.value.entries.find(({ id, office: by }) => id === restores && by.id === office) : undefined;
  if (said === undefined) return { refused: 'kernel.stale' };
  const { value, kind, source } = said;
  const subject = { kind: 'tie' as const, id: tieId };
  const entry = { subject, attribute, value, kind, source: { sourceId: source.id }, saidBy: said.saidBy, supersedes: left };
  return { ...common, entry, stands: null };
}

/** One cell by itself: whether it can be changed, and what that takes. */
async function stepOf(change: Change, around: Around): Promise<Step> {
  const { office, kept, statements } = around;
  const attribute = attributeOf(change);
  if (!kept.has(change.tieId)) return { refused: 'ties.not_kept' };
  const ours = (statements.get(change.tieId) ?? []).filter((said) => said.attribute === attribute && said.office.id === office);
  const before = saidBy(ours, attribute, office);
  if ((before?.id ?? null) !== change.replaces) return { refused: 'kernel.stale' };
  return 'cell' in change ? setting(change, around, { before, ours }) : restoring(change, around, { before, ours });
}

const keyOf = (change: Change): string => `${change.tieId} ${attributeOf(change)}`;

/**
 * Changes each cell that can be and answers for every one, in order: the statement of ours that stands there now, or the code of its
 * refusal (`kernel.stale` where our statement is another by now, `ties.not_kept`, `ties.class_unknown`, `desk.cell_read_by_others` where
 * something others read would go, `desk.cell_twice`). New statements are the office's alone until they are shown to others, who read the
 * old ones until then. Refuses `kernel.forbidden` and a source that is not the office's as a whole.
 */
export async function setTieCells(work: Work, input: Asked<'setTieCells'>): Promise<Result<Answer<'setTieCells'>>> {
  const scope = mayWrite(work.actor, input.officeId);
  if (!scope.ok) return scope;
  const { office } = scope.value;
  const kept = new Set<string>((await registerOf(work, office)).map(({ tieId }) => tieId));
  const ties = [...new Set(input.cells.map(({ tieId }) => tieId))].filter((tieId) => kept.has(tieId));
  const classes = new Set((await classesFor(work)).map(({ code }) => code));
  const source = input.sourceId === undefined ? undefined : { sourceId: input.sourceId };
  const settled = source === undefined ? ok(null) : await settleSource(work, office, source);
  if (!settled.ok) return settled;
  const around = { work, office, kept, classes, source, statements: await statementsOf(work, 'tie', ties) };
  const seen = new Set<string>();
  const steps: Step[] = [];
  for (const change of input.cells) {
    steps.push(seen.has(keyOf(change)) ? { refused: 'desk.cell_twice' } : await stepOf(change, around));
    seen.add(keyOf(change));
  }
  const cells = await take(work, office, steps);
  if (!cells.ok) return cells;
  const changed = steps.flatMap((step) => (step.refused === null ? [step] : []));
  if (changed.length === 0) return ok({ cells: cells.value });
  const made = cells.value.flatMap(({ statementId }) => statementId ?? []);
  await audit(work, {
    useCase: 'set-tie-cells',
    office,
    subjects: [...new Set([...changed.map(({ tieId }) => tieId), ...made])],
    fields: [...new Set(changed.map(({ attribute }) => attribute))],
  });
  return ok({ cells: cells.value });
}

/** Withdraws and enters what all steps take, in a handful of queries. */
async function take(work: Work, office: OfficeId, steps: readonly Step[]): Promise<Result<Done[]>> {
  const taken = steps.flatMap((step) => (step.refused === null ? [step] : []));
  const statementIds = taken.flatMap(({ withdrawn }) => withdrawn);
  const withdrawal = await withdrawStatements(work, { office, statementIds, reason: 'changed in the grid' });
  if (!withdrawal.ok) return withdrawal;
  const entries = taken.flatMap(({ entry }) => entry ?? []);
  const entered = entries.length === 0 ? ok([]) : await enterStatements(work, { office, entries });
  if (!entered.ok) return entered;
  let next = 0;
  return ok(
    steps.map((step): Done => {
      if (step.refused !== null) return { statementId: null, refused: step.refused };
      if (step.entry === null) return { statementId: step.stands, refused: null };
      next += 1;
      return { statementId: entered.value[next - 1]?.id ?? null, refused: null };
    }),
  );
}
