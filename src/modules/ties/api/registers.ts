// What offices keep in their registers, for modules that show or change a register as a part of their own use cases.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Keeping, TieId } from '../domain/tie.ts';
import { mayWrite } from '../policy.ts';
import { listKeepings, loadRegister, withdrawKeepings } from '../store/keepings.ts';
import { unindexKeeping } from './index-tie.ts';

/** The ties that an office keeps, in no order. */
export const registerOf = (work: Work, office: OfficeId): Promise<readonly Keeping[]> => loadRegister(work.tx, office);

/** Keepings that may be seen, of a city's ties or of all, by tie. */
export const keepingsOf = (work: Work, asked: Parameters<typeof listKeepings>[1]): Promise<readonly Keeping[]> =>
  listKeepings(work.tx, asked);

/** Takes ties out of an office's register, at whatever version. Refuses `kernel.forbidden`. */
export async function takeTiesOut(
  work: Work,
  { office, ties }: { readonly office: OfficeId; readonly ties: readonly TieId[] },
): Promise<Result<readonly TieId[]>> {
  const scope = mayWrite(work.actor, office);
  if (!scope.ok) return scope;
  await withdrawKeepings(work.tx, scope.value, { ties, version: null, now: work.now });
  await unindexKeeping(work, { office, ties });
  return ok(ties);
}
