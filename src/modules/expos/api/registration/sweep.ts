import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import { forgetRegistrations } from '../../store/registrations.ts';

/** Unconfirmed registrations go after two days, the people of declined and withdrawn ones after thirty; how many. */
export const sweepRegistrations = async (work: Work): Promise<Result<number>> => ok(await forgetRegistrations(work.tx, work.now));
