import type { Database } from '#platform/postgres/database.ts';
import { sealAuditEntries } from '../store/audit.ts';

/** Seals what the log holds and no seal covers yet; answers how many entries. */
export const sealAudit = (database: Database): Promise<number> => sealAuditEntries(database);
