// Entering what is said of a tie: any number of statements.
import { boundsOf, compareDates, type FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { enterStatements } from '#modules/evidence/api/enter-statements.ts';
import { statementsOf } from '#modules/evidence/api/read-statements.ts';
import type { Work } from '#platform/work.ts';
import { standing } from '#modules/evidence/domain/show-first.ts';
import type { Statement } from '#modules/evidence/domain/statement.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import type { Asked } from '../contract.ts';
import { isYearsAhead } from '../domain/begun-year.ts';
import type { TieId } from '../domain/tie.ts';
import { isEndLevel, isStatus, valueTypes, type TieAttribute } from '../domain/attributes.ts';
import { listTieClasses } from './list-classes.ts';
import { openForEntry } from './open-tie.ts';

interface Told {
  readonly attribute: string;
  readonly value: StatedValue;
}

/** A value of another form than its attribute has, or a code that is not in its list; paths begin at the value. */
async function valueMisfits(work: Work, attribute: TieAttribute, value: StatedValue): Promise<readonly Problem[]> {
  if (value.type === 'unknown') return [];
  if (value.type !== valueTypes[attribute]) return [{ path: ['type'], code: 'ties.value_misfits' }];
  if (attribute === 'established' && value.type === 'date' && isYearsAhead(value.date, work.now.getUTCFullYear()))
    return [{ path: [], code: 'ties.begins_years_ahead' }];
  if (value.type !== 'code') return [];
  if (value.since !== undefined && attribute !== 'status') return [{ path: ['since'], code: 'ties.value_misfits' }];
  if (attribute === 'status') return isStatus(value.code) ? [] : [{ path: ['code'], code: 'ties.status_unknown' }];
  if (attribute === 'a_level' || attribute === 'b_level')
    return isEndLevel(value.code) ? [] : [{ path: ['code'], code: 'ties.level_unknown' }];
  const classes = await listTieClasses(work);
  const known = classes.ok && classes.value.entries.some(({ code }) => code === value.code);
  return known ? [] : [{ path: ['code'], code: 'ties.class_unknown' }];
}

const dated = (entries: readonly Told[], attribute: TieAttribute): readonly FlexDate[] =>
  entries.flatMap((entry) => (entry.attribute === attribute && entry.value.type === 'date' ? [entry.value.date] : []));

/** Ends before every beginning that is stated, here or before; sources may differ, so that one earlier beginning is enough. */
async function misplacedEnds(work: Work, tieId: TieId, entries: readonly Told[]): Promise<readonly Problem[]> {
  if (dated(entries, 'ended').length === 0) return [];
  const known = standing((await statementsOf(work, 'tie', [tieId])).get(tieId) ?? []);
  const [first] = dated([...known, ...entries], 'established').toSorted(compareDates);
  const began = first === undefined ? null : boundsOf(first).from;
  if (first === undefined || began === null) return [];
  return entries.flatMap(({ attribute, value }, at): readonly Problem[] => {
    const end = attribute === 'ended' && value.type === 'date' ? boundsOf(value.date).to : null;
    const params = { began: first.text };
    return end !== null && end < began ? [{ path: ['entries', at, 'value'], code: 'ties.ended_before_began', params }] : [];
  });
}

interface SaidOfTie {
  readonly tieId: TieId;
  readonly office: OfficeId;
  readonly entries: Asked<'enterTieStatements'>['entries'];
}

/** Enters what an office says of a tie that it keeps, as part of a use case. Refuses every misfit at its entry. */
export async function enterSaid(work: Work, { tieId, office, entries }: SaidOfTie): Promise<Result<readonly Statement[]>> {
  const problems: Problem[] = [];
  for (const [at, { attribute, value }] of entries.entries())
    for (const { path, ...problem } of await valueMisfits(work, attribute, value))
      problems.push({ ...problem, path: ['entries', at, 'value', ...path] });
  problems.push(...(await misplacedEnds(work, tieId, entries)));
  if (problems.length > 0) return refuseInput(problems);
  return enterStatements(work, { office, subject: { kind: 'tie', id: tieId }, entries });
}

/** The attributes of what was entered, each once. */
export const attributesOf = (entries: SaidOfTie['entries']): readonly TieAttribute[] => [
  ...new Set(entries.map(({ attribute }) => attribute)),
];

/** Enters statements of an office that keeps the tie. Refuses `ties.not_kept`, and every misfit at its entry. */
export async function enterTieStatements(
  work: Work,
  input: Asked<'enterTieStatements'>,
): Promise<Result<{ readonly entries: readonly Statement[] }>> {
  const opened = await openForEntry(work, input.tieId, input.office);
  if (!opened.ok) return opened;
  const { tie, scope } = opened.value;
  const entered = await enterSaid(work, { tieId: tie.tieId, office: scope.office, entries: input.entries });
  if (!entered.ok) return entered;
  const subjects = [tie.tieId, ...entered.value.map(({ id }) => id)];
  await audit(work, { useCase: 'enter-tie-statements', office: scope.office, subjects, fields: attributesOf(input.entries) });
  return ok({ entries: entered.value });
}

/** What somebody types is in the language they work in; its lines end as everywhere else. */
export const typedText = (work: Work, text: string): MultilingualText => ({
  [work.actor.language]: { text: text.replace(/\r\n?/g, '\n'), origin: 'human' },
});
