// How agreements and exchanges are named where other modules point to them.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Work } from '#platform/work.ts';
import type { AgreementId, ExchangeId } from '../../domain/happenings.ts';
import type { TieId, Visibility } from '../../domain/tie.ts';
import { findAgreement } from '../../store/agreements.ts';
import { findExchange } from '../../store/exchanges.ts';

export interface NamedHappening {
  readonly tieId: TieId;
  readonly title: MultilingualText;
  readonly visibility: Visibility;
}

/** The agreement or exchange as the actor may see it; null where it may not. */
export async function nameHappening(work: Work, kind: 'agreement' | 'exchange', id: string): Promise<NamedHappening | null> {
  const found = kind === 'agreement' ? await findAgreement(work.tx, id as AgreementId) : await findExchange(work.tx, id as ExchangeId);
  return found === null ? null : { tieId: found.tieId, title: found.title, visibility: found.visibility };
}

export interface NamedVisit extends NamedHappening {
  readonly id: ExchangeId;
  /** Who keeps it. */
  readonly office: OfficeId;
  readonly starts: FlexDate;
}

/** A visit as the actor may see it; null where it may not, and for what is none. */
export async function nameVisit(work: Work, id: string): Promise<NamedVisit | null> {
  const found = await findExchange(work.tx, id as ExchangeId);
  if (found === null || found.kind !== 'visit') return null;
  const { tieId, title, visibility, office, starts } = found;
  return { id: found.id, tieId, title, visibility, office, starts };
}
