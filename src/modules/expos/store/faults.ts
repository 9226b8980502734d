// Which rule of the database a failed statement broke; the expected ones become refusals.
import pg from 'pg';
import { refuse, refuseInput, type Result } from '#kernel/result.ts';

/** Foreign key violation, and since PostgreSQL 18 its own code where the key says "on delete restrict". */
const STILL_REFERENCED = ['23503', '23001'];

const isStillReferenced = (fault: unknown): fault is pg.DatabaseError =>
  fault instanceof pg.DatabaseError && STILL_REFERENCED.includes(fault.code ?? '');

const codes = {
  slot: 'expos.slot_in_use',
  place: 'expos.place_in_use',
  interpreter: 'expos.interpreter_in_use',
  room: 'expos.room_in_use',
  topic: 'expos.topic_in_use',
} as const;

/** A row could not go, since another refers to it. */
class StillUsed extends Error {
  readonly kept: keyof typeof codes;
  constructor(kept: keyof typeof codes) {
    super(codes[kept]);
    this.kept = kept;
  }
}

/** Runs one statement that deletes rows of this kind; what still refers to them is found out here and told by `deleting`. */
export async function removing(kind: keyof typeof codes, statement: () => Promise<unknown>): Promise<void> {
  try {
    await statement();
  } catch (fault) {
    throw isStillReferenced(fault) ? new StillUsed(kind) : fault;
  }
}

/**
 * Runs statements that remove rows, and refuses in words what others still refer to: the modules below place meetings in
 * slots, at places and with interpreters, and this module cannot look there.
 */
export async function deleting<T>(run: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (fault) {
    if (fault instanceof StillUsed) return refuse({ kind: 'conflict', code: codes[fault.kept] });
    throw fault;
  }
}

/** Runs a statement that names an office, and refuses one that does not exist as a problem of that field. */
export async function namingOffice<T>(field: string, run: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (fault) {
    const isUnknown = isStillReferenced(fault) && /_(office_id|lead_office)_fkey$/.test(fault.constraint ?? '');
    if (!isUnknown) throw fault;
    return refuseInput([{ path: [field], code: 'expos.office_unknown' }]);
  }
}
