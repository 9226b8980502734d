// A participant while it is being typed, and as it is sent.
import type { MultilingualText } from '#kernel/language.ts';
import { officeChoice, type OfficeChoice } from '#modules/accounts/ui/office-field.tsx';
import { filledText } from '#design/fields/multilingual-field.tsx';
import type { Participant } from '../../contract/roster.ts';
import type { MeetingPoint, ParticipantRole } from '../../domain/roster.ts';
import { absenceDrafts, sentAbsences, type AbsenceDraft } from './absences-field.tsx';

/** Numbers as text, blank where there is no limit or nothing is chosen. */
export interface ParticipantDraft {
  readonly code: string;
  readonly role: ParticipantRole;
  readonly name: MultilingualText;
  readonly country: string;
  readonly city: string;
  readonly seats: string;
  readonly languages: readonly string[];
  readonly minMeetings: string;
  readonly maxMeetings: string;
  readonly groupId: string;
  readonly standId: string;
  readonly leadsStand: boolean;
  readonly meetsAt: MeetingPoint;
  readonly surname: string;
  readonly givenName: string;
  readonly post: string;
  readonly listed: boolean;
  readonly office: OfficeChoice | null;
  readonly unavailable: readonly AbsenceDraft[];
}

export const blankParticipant: ParticipantDraft = {
  code: '',
  role: 'exhibitor',
  name: {},
  country: '',
  city: '',
  seats: '1',
  languages: [],
  minMeetings: '',
  maxMeetings: '',
  groupId: '',
  standId: '',
  leadsStand: false,
  meetsAt: 'table',
  surname: '',
  givenName: '',
  post: '',
  listed: true,
  office: null,
  unavailable: [],
};

export const draftOf = (zone: string, participant: Participant): ParticipantDraft => ({
  code: participant.code,
  role: participant.role,
  name: participant.name,
  country: participant.country ?? '',
  city: participant.city ?? '',
  seats: String(participant.seats),
  languages: participant.languages,
  minMeetings: participant.minMeetings === null ? '' : String(participant.minMeetings),
  maxMeetings: participant.maxMeetings === null ? '' : String(participant.maxMeetings),
  groupId: participant.groupId ?? '',
  standId: participant.standId ?? '',
  leadsStand: participant.leadsStand,
  meetsAt: participant.meetsAt,
  surname: participant.contact?.surname ?? '',
  givenName: participant.contact?.givenName ?? '',
  post: participant.contact?.post ?? '',
  listed: participant.listed,
  office: officeChoice(participant.officeId, participant.officeName),
  unavailable: absenceDrafts(zone, participant.unavailable),
});

const known = (text: string): string | null => (text.trim() === '' ? null : text.trim());
/** What is no number is sent as -1, so that the server's sentence stands beside the field. */
const whole = (text: string): number => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : -1);
const limit = (text: string): number | null => (text.trim() === '' ? null : whole(text));

const contactOf = ({ surname, givenName, post }: ParticipantDraft) =>
  known(surname) === null && known(givenName) === null && known(post) === null
    ? null
    : { surname: surname.trim(), givenName: givenName.trim(), post: post.trim() };

/** All of it as sent, without the absences. */
export const sentOf = (draft: ParticipantDraft) => ({
  code: draft.code,
  role: draft.role,
  name: filledText(draft.name) ?? {},
  country: known(draft.country),
  city: known(draft.city),
  seats: whole(draft.seats),
  languages: [...draft.languages],
  minMeetings: limit(draft.minMeetings),
  maxMeetings: limit(draft.maxMeetings),
  groupId: known(draft.groupId),
  standId: known(draft.standId),
  leadsStand: draft.standId !== '' && draft.leadsStand,
  meetsAt: draft.meetsAt,
  contact: contactOf(draft),
  listed: draft.listed,
  officeId: draft.office?.id ?? null,
});

/** The fields that travel under another name, some of them together. */
const sentAs: Readonly<Record<string, keyof ReturnType<typeof sentOf>>> = {
  surname: 'contact',
  givenName: 'contact',
  post: 'contact',
  office: 'officeId',
};

/** Only what was changed, as sent; `whole` is the draft with the changes in it. */
export function changesSentOf(changes: Partial<ParticipantDraft>, all: ParticipantDraft) {
  const keys = new Set(Object.keys(changes).map((key) => sentAs[key] ?? key));
  if (keys.has('standId')) keys.add('leadsStand');
  return Object.fromEntries(Object.entries(sentOf(all)).filter(([key]) => keys.has(key)));
}

export const absencesSentOf = (zone: string, { unavailable }: ParticipantDraft) => sentAbsences(zone, unavailable);
