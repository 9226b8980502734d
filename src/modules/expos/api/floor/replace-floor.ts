// Setting the floor plan: the whole table at once, all or nothing.
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { floorProblems } from '../../domain/floor/problems.ts';
import { countChange } from '../../store/editions.ts';
import { replaceFloor } from '../../store/floor.ts';
import { standIds } from '../../store/roster.ts';
import { listPlaces } from '../../store/setup.ts';
import { openCurrent, type OpenEdition } from '../edition/open-edition.ts';
import { settleAudience } from '../settle-audience.ts';
import { floorTable } from './show-floor.ts';

/** The same as part of a larger use case, which counts the change and writes the audit entry. */
export async function setFloor(
  work: Work,
  { scope, record }: OpenEdition,
  plan: Pick<Asked<'replaceFloorTable'>, 'halls' | 'walks' | 'rectangles'>,
): Promise<Result<null>> {
  const stands = await standIds(work.tx, record.id);
  const places = await listPlaces(work.tx, record.id);
  const tables = new Map(places.flatMap(({ kind, code, id }) => (kind === 'table' ? [[code, id] as const] : [])));
  const problems = floorProblems(plan, { stands: new Set(stands.keys()), tables: new Set(tables.keys()) });
  if (problems.length > 0) return refuseInput(problems);
  await replaceFloor(work.tx, scope, plan, { stands, tables });
  return ok(null);
}

/**
 * Sets halls, walks and rectangles. Refuses every problem at once with its row: what reaches through a wall, stands and tables that overlap,
 * stands and tables that the edition does not have.
 */
export async function replaceFloorTable(work: Work, input: Asked<'replaceFloorTable'>): Promise<Result<Answer<'replaceFloorTable'>>> {
  const opened = await openCurrent(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope, record } = opened.value;
  const { halls, walks, rectangles } = input;
  const written = await setFloor(work, opened.value, { halls, walks, rectangles });
  if (!written.ok) return written;
  await settleAudience(work, scope);
  const counted = await countChange(work.tx, scope, work.now);
  await audit(work, {
    useCase: 'replace-floor-table',
    office: scope.office,
    subjects: [record.id],
    fields: ['halls', 'walks', 'rectangles'],
  });
  return ok(await floorTable(work, counted));
}
