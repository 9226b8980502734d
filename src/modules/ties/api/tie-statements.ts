// Entering what is said of a tie: any number of statements.
import type { MultilingualText } from '#kernel/language.ts';
import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { enterStatements } from '#modules/evidence/api/enter-statements.ts';
import type { Work } from '#platform/work.ts';
import type { Statement, StatedValue } from '../domain/said.ts';
import type { Asked } from '../contract.ts';
import { isEndLevel, isStatus, valueTypes, type TieAttribute } from '../domain/attributes.ts';
import { listTieClasses } from './list-classes.ts';
import { openForEntry } from './open-tie.ts';

/** A value of another form than its attribute has, or a code that is not in its list; paths begin at the value. */
async function valueMisfits(work: Work, attribute: TieAttribute, value: StatedValue): Promise<readonly Problem[]> {
  if (value.type === 'unknown') return [];
  if (value.type !== valueTypes[attribute]) return [{ path: ['type'], code: 'ties.value_misfits' }];
  if (value.type !== 'code') return [];
  if (value.since !== undefined && attribute !== 'status') return [{ path: ['since'], code: 'ties.value_misfits' }];
  if (attribute === 'status') return isStatus(value.code) ? [] : [{ path: ['code'], code: 'ties.status_unknown' }];
  if (attribute === 'a_level' || attribute === 'b_level')
    return isEndLevel(value.code) ? [] : [{ path: ['code'], code: 'ties.level_unknown' }];
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

/** What somebody types is in the language they work in; its lines end as everywhere else. */
export const typedText = (work: Work, text: string): MultilingualText => ({
  [work.actor.language]: { text: text.replace(/\r\n?/g, '\n'), origin: 'human' },
});
