// Everything that a question is shown and written with: what was announced, of which company, whom a letter reaches, and why none can go.
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Language, MultilingualText } from '#kernel/language.ts';
import type { Amount, Qualifier } from '#kernel/money.ts';
import { listEditors } from '#modules/accounts/api/list-recipients.ts';
import { nameOffices, type OfficeNames } from '#modules/accounts/api/name-offices.ts';
import { letterLanguage } from '#modules/expos/domain/letters/letters.ts';
import { organisationsByIds } from '#modules/organisations/api/name-organisations.ts';
import { searchNameOf } from '#modules/organisations/domain/search-name.ts';
import { reachContacts, type ReachableContact } from '#modules/organisations/api/reach-contacts.ts';
import { actAs } from '#platform/acting.ts';
import { hashOf } from '#platform/secret-token.ts';
import type { Work } from '#platform/work.ts';
import { announcedOf, type Announced } from '../../domain/follow-up/due.ts';
import { companyAmong, remedyOf, type Remedy } from '../../domain/follow-up/asked-of.ts';
import { figuresOf, reachedOf, standing, type Reached } from '../../domain/ledger.ts';
import type { OutcomeId, OutcomeRecord } from '../../domain/outcome.ts';
import type { Party } from '../../domain/parties.ts';
import type { EntryRecord } from '../../domain/records.ts';
import { contactsWithConsent } from '../../store/follow-up-rules.ts';
import { mailsOf, stoppedAmong, type FollowUpMail, type FollowUpRecord } from '../../store/asking.ts';
import { entriesOf } from '../../store/ledger.ts';
import { outcomeRecordsByIds } from '../../store/outcomes.ts';
import { partiesOf } from '../../store/parts.ts';

/** What was announced of an outcome. */
export interface AnnouncedFigure extends Announced {
  readonly valueDate: FlexDate | null;
  readonly amount: Amount | null;
  readonly qualifier: Qualifier;
  readonly reached: Reached;
}

export function announcedFigure(outcome: OutcomeRecord, entries: readonly EntryRecord[]): AnnouncedFigure | null {
  // A first entry without a date of its own is of when the outcome happened.
  const dated = entries.map((entry) => ({
    ...entry,
    valueDate: entry.valueDate ?? outcome.occurred,
    enteredAt: entry.enteredAt.toISOString(),
  }));
  const announced = announcedOf(dated);
  if (announced === null) return null;
  const ledger = { extent: outcome.extent, entries };
  const figure = figuresOf(ledger).find(({ stage }) => stage === announced.stage);
  return {
    ...announced,
    valueDate: standing(dated)[0]?.valueDate ?? null,
    amount: figure?.amount ?? null,
    qualifier: figure?.qualifier ?? 'exact',
    reached: reachedOf(ledger),
  };
}

/** Whom a letter goes to. */
export interface Destination {
  readonly email: string;
  readonly language: Language;
  /** Null where it goes through an office, whose people are written to as such, or to whom a company registered, who is not told to the office. */
  readonly contact: ReachableContact | null;
  /** Whether it goes to the contact that the company registered at the edition, with its consent. */
  readonly isRegistered: boolean;
}

/** The address as the office that asks is told it: of a contact that it keeps itself. People of another office, and whom a company registered, are theirs to know. */
export const addressTold = (destination: Destination | null): string | null =>
  destination === null || destination.contact === null ? null : destination.email;

export interface AskedOutcome {
  readonly record: FollowUpRecord;
  readonly outcome: OutcomeRecord;
  readonly announced: AnnouncedFigure;
  /** Null where the outcome names none. */
  readonly company: MultilingualText | null;
  readonly organisationId: string | null;
  readonly destination: Destination | null;
  readonly remedy: Remedy | null;
  readonly mail: FollowUpMail | null;
}

export interface LoadedAsked {
  readonly entries: readonly AskedOutcome[];
  readonly offices: OfficeNames;
}

export const addressHashOf = ({ contact, isRegistered, email }: Destination): string | null =>
  contact === null && !isRegistered ? null : hashOf(email);

/** Somebody of each office who may pass a question on: the first who may change something there. */
async function editorsOf(
  work: Work,
  offices: readonly OfficeId[],
): Promise<ReadonlyMap<OfficeId, { readonly email: string; readonly language: Language; readonly account: AccountId }>> {
  const found = new Map<OfficeId, { email: string; language: Language; account: AccountId }>();
  for (const office of new Set(offices)) {
    const [first] = await actAs(work, { offices: [office], writes: false }, (acting) => listEditors(acting, office));
    if (first !== undefined) found.set(office, first);
  }
  return found;
}

/** The text of a name that is told in one language only. */
export const inOne = (name: string): MultilingualText => ({ und: { text: name, origin: 'human' } });

/** What is known of a question before it is known whether somebody said stop. */
type Draft = Omit<AskedOutcome, 'remedy' | 'mail'> & { readonly party: Party | null };

async function draftsOf(work: Work, records: readonly FollowUpRecord[]): Promise<readonly Draft[]> {
  const ids = [...new Set(records.map(({ outcomeId }) => outcomeId))];
  const today = work.now.toISOString().slice(0, 10);
  const [outcomes, entries, parties] = await Promise.all([
    outcomeRecordsByIds(work.tx, ids),
    entriesOf(work.tx, ids),
    partiesOf(work.tx, ids),
  ]);
  const organisationIds = [...parties.values()].flat().flatMap(({ organisationId }) => organisationId ?? []);
  const [organisations, contacts] = [await organisationsByIds(work, organisationIds), await reachContacts(work, organisationIds, today)];
  const throughs = records.flatMap(({ route, throughOffice }) => (route === 'through' && throughOffice !== null ? [throughOffice] : []));
  const editors = await editorsOf(work, throughs);
  const of = Map.groupBy(entries, ({ outcomeId }) => outcomeId);
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return records.flatMap((record) => {
    const outcome = byId.get(record.outcomeId);
    const announced = outcome === undefined ? null : announcedFigure(outcome, of.get(record.outcomeId) ?? []);
    if (outcome === undefined || announced === null) return [];
    const party = companyAmong(parties.get(record.outcomeId) ?? [], (id) => contacts.has(id));
    const organisationId = party?.organisationId ?? null;
    const organisation = organisationId === null ? undefined : organisations.get(organisationId);
    const company = organisation?.name ?? (party?.name == null ? null : inOne(party.name));
    return [
      {
        record,
        outcome,
        announced,
        party,
        company,
        organisationId,
        destination: destinationOf(record, organisationId, { contacts, editors }),
      },
    ];
  });
}

/** Where the office keeps nobody at a company, whoever the company registered at the edition and let be asked. */
async function withRegistered(work: Work, drafts: readonly Draft[]): Promise<readonly Draft[]> {
  const open = drafts.flatMap(({ record: { route, outcomeId }, destination, company, organisationId }) =>
    route === 'through' || destination !== null || company === null
      ? []
      : [{ outcomeId, organisationId, companyNames: searchNameOf(company) }],
  );
  const found = await contactsWithConsent(work.tx, open);
  return drafts.map((draft) => {
    const registered = draft.destination === null && draft.record.route === 'company' ? found.get(draft.record.outcomeId) : undefined;
    if (registered === undefined) return draft;
    const { email, language } = registered;
    return { ...draft, destination: { email, language, contact: null, isRegistered: true } };
  });
}

const undelivered = (mail: FollowUpMail | null): Remedy | null =>
  mail === null ? null : mail.refusedAt !== null ? 'returned' : mail.isGivenUp ? 'not_sent' : null;

/** Questions as their office reads them; what was withdrawn meanwhile, or has an empty ledger, is left out. */
export async function loadAsked(work: Work, records: readonly FollowUpRecord[]): Promise<LoadedAsked> {
  const drafts = await withRegistered(work, await draftsOf(work, records));
  const mails = await mailsOf(
    work.tx,
    records.map(({ id }) => id),
  );
  const stopped = await stoppedAmong(
    work.tx,
    drafts.map(({ record, company, destination }) => ({
      outcomeId: record.outcomeId,
      addressHash: destination === null ? null : addressHashOf(destination),
      companyNames: company === null ? null : searchNameOf(company),
    })),
  );
  const entries = drafts.map(({ party, ...draft }): AskedOutcome => {
    const { record, destination } = draft;
    const mail = mails.get(record.id) ?? null;
    const isReached = destination !== null;
    const isStopped = stopped.has(record.outcomeId);
    const remedy = remedyOf({ company: party, route: record.route, hasAddress: isReached, hasOffice: isReached, isStopped });
    return { ...draft, mail, remedy: remedy ?? (record.state === 'sent' ? undelivered(mail) : null) };
  });
  return {
    entries,
    offices: await nameOffices(
      work,
      records.flatMap(({ ownerOffice, throughOffice }) => [ownerOffice, throughOffice]),
    ),
  };
}

function destinationOf(
  { route, throughOffice }: FollowUpRecord,
  organisationId: string | null,
  {
    contacts,
    editors,
  }: { readonly contacts: Awaited<ReturnType<typeof reachContacts>>; readonly editors: Awaited<ReturnType<typeof editorsOf>> },
): Destination | null {
  if (route === 'through') {
    const editor = throughOffice === null ? undefined : editors.get(throughOffice);
    return editor === undefined
      ? null
      : { email: editor.email.toLowerCase(), language: editor.language, contact: null, isRegistered: false };
  }
  const [contact] = organisationId === null ? [] : (contacts.get(organisationId) ?? []);
  return contact === undefined
    ? null
    : {
        email: contact.email,
        language: letterLanguage(contact, { languages: [], country: contact.country }),
        contact,
        isRegistered: false,
      };
}

/** The entries of an outcome that the work may read, and the outcome itself; null where there is none. */
export async function readAnnounced(
  work: Work,
  outcomeId: OutcomeId,
): Promise<{ readonly outcome: OutcomeRecord; readonly announced: AnnouncedFigure } | null> {
  const [[outcome], entries] = await Promise.all([outcomeRecordsByIds(work.tx, [outcomeId]), entriesOf(work.tx, [outcomeId])]);
  const announced = outcome === undefined ? null : announcedFigure(outcome, entries);
  return outcome === undefined || announced === null ? null : { outcome, announced };
}
