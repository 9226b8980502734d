// A participant while it is being typed, and as it is sent.
import type { Language, MultilingualText } from '#kernel/language.ts';
import { officeChoice, type OfficeChoice } from '#modules/accounts/ui/office-field.tsx';
import { filledLine, filledText } from '#design/fields/multilingual-field.tsx';
import { changedOf } from '#design/fields/use-versioned.ts';
import type { Participant } from '../../contract/roster.ts';
import type { MeetingPoint, ParticipantRole } from '../../domain/roster.ts';
import { wholeOf } from '../local-problems.ts';
import { marketDraft, sentMarket, type MarketDraft } from '../market/market-fields.tsx';
import { contactDrafts, sentContacts, type ContactDraft } from './contacts-field.tsx';
import { absenceDrafts, type AbsenceDraft } from './absences-field.tsx';

/** Numbers as text, blank where there is no limit or nothing is chosen. */
export interface ParticipantDraft extends MarketDraft {
  readonly code: string;
  readonly role: ParticipantRole;
  readonly name: MultilingualText;
  readonly country: string;
  readonly city: string;
  readonly offer: MultilingualText;
  readonly need: MultilingualText;
  readonly seats: string;
  readonly languages: readonly string[];
  readonly minMeetings: string;
  readonly maxMeetings: string;
  readonly groupId: string;
  readonly standId: string;
  readonly leadsStand: boolean;
  readonly meetsAt: MeetingPoint;
  readonly contacts: readonly ContactDraft[];
  readonly listed: boolean;
  readonly office: OfficeChoice | null;
  readonly unavailable: readonly AbsenceDraft[];
}

/** As it was read, or blank. */
export const draftOf = (zone: string, language: Language, read: Participant | null): ParticipantDraft => ({
  code: read?.code ?? '',
  role: read?.role ?? 'exhibitor',
  name: read?.name ?? {},
  country: read?.country ?? '',
  city: read?.city ?? '',
  offer: read?.offer ?? {},
  need: read?.need ?? {},
  ...marketDraft(read),
  seats: String(read?.seats ?? 1),
  languages: read?.languages ?? [],
  minMeetings: read?.minMeetings?.toString() ?? '',
  maxMeetings: read?.maxMeetings?.toString() ?? '',
  groupId: read?.groupId ?? '',
  standId: read?.standId ?? '',
  leadsStand: read?.leadsStand ?? false,
  meetsAt: read?.meetsAt ?? 'table',
  contacts: contactDrafts(read?.contacts ?? [], language),
  listed: read?.listed ?? true,
  office: read === null ? null : officeChoice(read.officeId, read.officeName),
  unavailable: absenceDrafts(zone, read?.unavailable ?? []),
});

const limit = (text: string): number | null => (text.trim() === '' ? null : wholeOf(text));

/** All of it as sent, without the absences. */
export const sentOf = (draft: ParticipantDraft) => ({
  code: draft.code,
  role: draft.role,
  name: filledText(draft.name) ?? {},
  country: filledLine(draft.country),
  city: filledLine(draft.city),
  offer: filledText(draft.offer),
  need: filledText(draft.need),
  ...sentMarket(draft),
  seats: wholeOf(draft.seats),
  languages: [...draft.languages],
  minMeetings: limit(draft.minMeetings),
  maxMeetings: limit(draft.maxMeetings),
  groupId: filledLine(draft.groupId),
  standId: filledLine(draft.standId),
  leadsStand: draft.standId !== '' && draft.leadsStand,
  meetsAt: draft.meetsAt,
  contacts: sentContacts(draft.contacts),
  listed: draft.listed,
  officeId: draft.office?.id ?? null,
});

/** The fields that travel under another name. */
const sentAs: Readonly<Record<string, keyof ReturnType<typeof sentOf>>> = { office: 'officeId' };

/** Only what was changed, as sent; `all` is the draft with the changes in it. */
export function changesSentOf(changes: Partial<ParticipantDraft>, all: ParticipantDraft) {
  const sent = Object.fromEntries(Object.keys(changes).map((key) => [sentAs[key] ?? key, true]));
  return changedOf(sentOf(all), 'standId' in changes ? { ...sent, leadsStand: true } : sent);
}
