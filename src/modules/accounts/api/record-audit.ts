import type { OfficeId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import { insertAuditEntry } from '../store/audit.ts';

/** One change as the log keeps it: ids and field names, never personal values; `digest` stands for an import's content. */
export interface AuditedChange {
  /** Its file's name; what readers of the log call it stands in the module's `log-text`. */
  readonly useCase: string;
  readonly office: OfficeId;
  readonly subjects: readonly string[];
  readonly fields: readonly string[];
  readonly digest?: string;
}

/** Writes the one audit entry of a use case, in the use case's own transaction. */
export const audit = (work: Work, change: AuditedChange): Promise<void> => insertAuditEntry(work, change);
