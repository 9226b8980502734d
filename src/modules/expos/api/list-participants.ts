// Participants with their planning details, for the organiser and for those who answer for them.
import { holds } from '#kernel/actor.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { nameOf, nameOffices, type OfficeNames } from '#modules/accounts/api/name-offices.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import { inEach, type Language } from '#kernel/language.ts';
import { sentence, type Texts } from '#kernel/sentence.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { Participant } from '../contract/roster.ts';
import { adviceOn } from '../domain/advice.ts';
import type { EditionRecord } from '../domain/edition.ts';
import type { ParticipantRecord } from '../domain/participant.ts';
import { findParticipantRecord, listParticipantRecords } from '../store/participants.ts';
import { en } from '../text.en.ts';
import { zh } from '../text.zh.ts';
import { instantText, showAbsences } from './instant.ts';
import { findEdition } from './edition/open-edition.ts';
import { shownMarket } from './topics.ts';

const texts: Readonly<Record<Language, Texts>> = inEach(en, zh);
/** As far as a place can be behind. */
const HALF_A_DAY = 43_200_000;

const shownWith =
  ({ actor: { language }, now }: Work, edition: EditionRecord, names: OfficeNames) =>
  (record: ParticipantRecord, mayEdit: boolean): Participant => ({
    ...record,
    officeName: nameOf(names, record.officeId),
    name: { ...record.name },
    languages: [...record.languages],
    ...shownMarket(record),
    contacts: record.contacts.map((contact) => ({ ...contact, languages: [...contact.languages] })),
    withdrawnAt: record.withdrawnAt === null ? null : instantText(record.withdrawnAt),
    profileSaidAt: record.profileSaidAt === null ? null : instantText(record.profileSaidAt),
    timesSaidAt: record.timesSaidAt === null ? null : instantText(record.timesSaidAt),
    unavailable: showAbsences(record.unavailable),
    mayEdit,
    advice: adviceOn(record, edition, new Date(now.getTime() - HALF_A_DAY).toISOString().slice(0, 10)).map(({ field, code }) => ({
      ...{ field, code },
      message: sentence(texts[language], language, code),
    })),
  });

/** The participant as the actor reads it. */
export async function showParticipant(work: Work, edition: EditionRecord, record: ParticipantRecord): Promise<Participant> {
  const names = await nameOffices(work, [record.officeId]);
  return shownWith(work, edition, names)(record, holds(work.actor, edition.organiser, 'editor'));
}

/** By name: all to the organiser, to a company or a group's lead their own. */
export async function listParticipants(
  work: Work,
  input: Asked<'listParticipants'>,
): Promise<Result<{ entries: Participant[]; nextCursor: string | null }>> {
  const after = readCursor<'Participant'>(input.cursor);
  if (!after.ok) return after;
  const edition = await findEdition(work, input.editionId);
  if (!edition.ok) return edition;
  const { role = null, country = null, state, q = '', limit } = input;
  const rows = await listParticipantRecords(work.tx, {
    editionId: edition.value.id,
    role,
    groupId: input.groupId ?? null,
    standId: input.standId ?? null,
    country,
    state,
    q,
    after: after.value,
    limit,
  });
  const names = await nameOffices(
    work,
    rows.map(({ officeId }) => officeId),
  );
  const page = cutPage(rows, limit, byId);
  const [shown, mayEdit] = [shownWith(work, edition.value, names), holds(work.actor, edition.value.organiser, 'editor')];
  return ok({ ...page, entries: page.entries.map((record) => shown(record, mayEdit)) });
}

/** One participant, withdrawn or not. Refuses `expos.not_found`, `expos.participant_not_found`. */
export async function getParticipant(work: Work, input: Asked<'getParticipant'>): Promise<Result<Participant>> {
  const edition = await findEdition(work, input.editionId);
  if (!edition.ok) return edition;
  const record = await findParticipantRecord(work.tx, edition.value.id, input.participantId);
  return record === null ? notFound('expos.participant_not_found') : ok(await showParticipant(work, edition.value, record));
}
