// Which rule of the database a failed statement broke; a use case turns the expected ones into refusals.
import pg from 'pg';
import { refuse, refuseInput, type Result } from '#kernel/result.ts';

const REFERENCED = '23503';

/** What still refers to a row that was to vanish, by the table it would vanish from. */
const inUse: Readonly<Record<string, string>> = {
  slot: 'expos.slot_in_use',
  place: 'expos.place_in_use',
  interpreter: 'expos.interpreter_in_use',
};

/** The table a row could not be deleted from, since another refers to it: PostgreSQL names it in the message alone. */
const keptTable = (fault: pg.DatabaseError): string | null => /update or delete on table "([a-z_]+)"/.exec(fault.message)?.[1] ?? null;

/**
 * Runs statements that delete, and refuses in words what others still refer to: the modules below place meetings in
 * slots, at places and with interpreters, and this module cannot look there.
 */
export async function deleting<T>(run: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (fault) {
    const table = fault instanceof pg.DatabaseError && fault.code === REFERENCED ? keptTable(fault) : null;
    const code = table === null ? undefined : inUse[table];
    if (code === undefined) throw fault;
    return refuse({ kind: 'conflict', code });
  }
}

/** Runs a statement that names an office, and refuses one that does not exist as a problem of that field. */
export async function namingOffice<T>(field: string, run: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (fault) {
    const unknown =
      fault instanceof pg.DatabaseError && fault.code === REFERENCED && /_(office_id|lead_office)_fkey$/.test(fault.constraint ?? '');
    if (!unknown) throw fault;
    return refuseInput([{ path: [field], code: 'expos.office_unknown' }]);
  }
}
