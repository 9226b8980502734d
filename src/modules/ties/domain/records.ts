// Agreements, their items and exchanges as they stand on record.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import type { AgreedItemId, AgreementId, AgreementKind, ExchangeId, ExchangeKind, ItemState, Level } from './happenings.ts';
import type { Side, TieId, Visibility } from './tie.ts';

/** A city, an organisation of ours, or merely a name. */
export type Party = { readonly kind: 'city' | 'organisation'; readonly id: string } | { readonly kind: 'named'; readonly name: string };

/** Whose row it is and who sees it. */
export interface Owned {
  readonly office: OfficeId;
  readonly visibility: Visibility;
  readonly sharedWith: readonly OfficeId[];
}

/** Who signed for a side: the post, and the name where the paper gives it. */
export interface Signatory {
  readonly side: Side;
  readonly post: string;
}

export interface AgreementFacts {
  readonly kind: AgreementKind;
  /** Those of what it foresees come besides. */
  readonly domains: readonly Domain[];
  readonly title: MultilingualText;
  readonly parties: readonly Party[];
  /** The agreement under which this one was made, and the earlier one with whose work it goes on. */
  readonly frameId: AgreementId | null;
  readonly followsId: AgreementId | null;
  /** BCP-47 tags of the text; where none prevails they are equally authentic. */
  readonly languages: readonly string[];
  readonly prevailing: string | null;
  readonly signatories: readonly Signatory[];
  /** By when its office means to renew it; that office's own business. */
  readonly renewBy: FlexDate | null;
  readonly noticeMonths: number | null;
  readonly signedOn: FlexDate | null;
  readonly validFrom: FlexDate | null;
  readonly validTo: FlexDate | null;
  readonly sourceId: Id<'Source'> | null;
  readonly documentId: Id<'Document'> | null;
}

export interface Agreement extends AgreementFacts, Owned {
  readonly id: AgreementId;
  readonly tieId: TieId;
  readonly version: number;
}

export interface ItemFacts {
  readonly text: MultilingualText;
  readonly domain: Domain | null;
  readonly aOwner: string | null;
  readonly bOwner: string | null;
  readonly due: FlexDate | null;
}

/** What one office says of an item's state, since when (ISO, UTC), and what proves it. */
export interface SaidState {
  readonly office: OfficeId;
  readonly state: ItemState;
  readonly at: string;
  readonly sourceId: Id<'Source'> | null;
  readonly documentId: Id<'Document'> | null;
}

export interface AgreedItem extends ItemFacts, Pick<Owned, 'visibility' | 'sharedWith'> {
  readonly id: AgreedItemId;
  readonly agreementId: AgreementId;
  readonly number: number;
  readonly version: number;
  /** ISO, UTC. */
  readonly enteredAt: string;
  /** The item of an earlier agreement that this one goes on with. */
  readonly carriedFrom: AgreedItemId | null;
  readonly states: readonly SaidState[];
}

type Audience = Pick<Owned, 'visibility' | 'sharedWith'>;

/** Whether an item is seen by those who see its agreement, and so opens and closes with it; else it is its office's own. */
export const goesWith = (item: Audience, agreement: Audience): boolean =>
  item.visibility === agreement.visibility &&
  item.sharedWith.length === agreement.sharedWith.length &&
  item.sharedWith.every((office) => agreement.sharedWith.includes(office));

export interface ExchangeFacts {
  readonly kind: ExchangeKind;
  readonly domains: readonly Domain[];
  readonly title: MultilingualText;
  readonly starts: FlexDate;
  readonly ends: FlexDate | null;
  readonly fromSide: Side | null;
  readonly level: Level | null;
  readonly ledBy: string | null;
  readonly people: number | null;
  readonly note: string | null;
  readonly sourceId: Id<'Source'> | null;
}

export interface Exchange extends ExchangeFacts, Owned {
  readonly id: ExchangeId;
  readonly tieId: TieId;
  readonly version: number;
  /** ISO, UTC. */
  readonly enteredAt: string;
}
