import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Work } from '#platform/work.ts';
import { listRecipientRows } from '../store/members.ts';

/** Somebody to write to. */
export interface Recipient {
  readonly account: AccountId;
  readonly email: string;
  readonly language: Language;
  /** Those of the offices asked for that the person belongs to. */
  readonly offices: readonly OfficeId[];
}

/** The active members of the offices, each once; only of offices that the work may read. */
export const listRecipients = (work: Work, offices: readonly OfficeId[]): Promise<readonly Recipient[]> =>
  listRecipientRows(work, offices, null);

/** Those of them who may change something. */
export const listEditors = (work: Work, office: OfficeId): Promise<readonly Recipient[]> =>
  listRecipientRows(work, [office], ['editor', 'owner']);
