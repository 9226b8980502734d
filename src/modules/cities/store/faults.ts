// Which rule of the database a failed statement broke, where two people were at it at once; a use case turns it into a refusal.
import pg from 'pg';
import { refuse, type Result } from '#kernel/result.ts';

const codes: Readonly<Record<string, string>> = {
  city_pkey: 'cities.already_on_record',
  city_geonames_id_key: 'cities.already_on_record',
  city_slug_key: 'cities.slug_taken',
  city_office_id_key: 'cities.office_has_city',
};

/** Raised by cities.answer_adoption where somebody else has answered meanwhile. */
const ANSWERED = 'P0001';

const codeOf = (fault: unknown): string | undefined => {
  if (!(fault instanceof pg.DatabaseError)) return undefined;
  return fault.code === ANSWERED ? 'cities.adoption_answered' : codes[fault.constraint ?? ''];
};

/** Runs statements that may lose a race, and refuses in words what was taken by the faster one. */
export async function racing<T>(run: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (fault) {
    const code = codeOf(fault);
    if (code === undefined) throw fault;
    return refuse({ kind: 'conflict', code });
  }
}
