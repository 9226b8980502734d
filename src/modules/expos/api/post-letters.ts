// How letters with personal links are posted, to companies and to interpreters alike: an office for each, a link, the mail, and that it was written.
import type { OfficeId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { foundUnclaimed, issueLinks, linkAddress, type NewLink } from '#modules/accounts/api/links.ts';
import { queueMails } from '#platform/mail/outbox.ts';
import type { Work } from '#platform/work.ts';
import { shortLetter, type LetterWay } from '../domain/letter-way.ts';
import type { ParticipantId } from '../domain/edition.ts';
import { bilingual, letterLanguage, linkEnds, type Addressees, type Letter, type LetterKind } from '../domain/letters.ts';
import type { ContactPerson } from '../domain/roster.ts';
import type { EditionScope } from '../domain/scope.ts';
import { editionSpan } from '../domain/venue-time.ts';
import { insertLetters, listStands, loadUnclaimed, writeOffices, type StandRow } from '../store/letters.ts';
import { openForPreview, type OpenEdition } from './open-edition.ts';
import { settleOffices } from './settle-audience.ts';

/** What the letters of a server need to know of it: where its pages are, and by which channels letters can leave. */
export interface Posting {
  readonly origin: string;
  readonly channels: readonly LetterWay[];
}

/** A company, an interpreter or a speaker. */
export type Company = Pick<StandRow, 'id' | 'code' | 'name' | 'country' | 'languages' | 'office' | 'contacts' | 'way'>;

/** The contact that a letter goes to: the first with an address. */
export const addressee = ({ contacts }: Pick<Company, 'contacts'>): (ContactPerson & { readonly email: string }) | undefined =>
  contacts.flatMap((contact) => (contact.email === null ? [] : [{ ...contact, email: contact.email }]))[0];

/** Where a letter to a company goes: by the channel that it chose, else by mail to its contact; undefined where there is no address. */
export function destinationOf(
  company: Pick<Company, 'contacts' | 'way'>,
): { readonly channel: LetterWay; readonly recipient: string } | undefined {
  if (company.way !== null) return { channel: company.way.channel, recipient: company.way.address };
  const to = addressee(company);
  return to === undefined ? undefined : { channel: 'mail', recipient: to.email };
}

/** As it goes by the company's channel: whole by mail, else what it is about and the link. */
export const asSent = ({ way }: Pick<Company, 'way'>, letter: Letter, address: string): Letter =>
  way === null ? letter : shortLetter(letter, address);

/** An office for each of these companies, founded where it has none. */
export async function withOffices<C extends Company>(
  work: Work,
  scope: EditionScope,
  whom: Addressees,
  companies: readonly C[],
): Promise<readonly (C & { readonly office: OfficeId })[]> {
  const homeless = companies.filter(({ office }) => office === null);
  const founded = await foundUnclaimed(work, scope.office, homeless, whom === 'participants' ? 'companies' : 'persons');
  const officeOf = new Map(homeless.flatMap(({ id }, at) => (founded[at] === undefined ? [] : [[id, founded[at]] as const])));
  if (officeOf.size > 0) {
    await writeOffices(
      work.tx,
      scope,
      whom,
      [...officeOf].map(([id, office]) => ({ id, office })),
    );
    await settleOffices(work, scope);
  }
  return companies.flatMap((company) => {
    const office = company.office ?? officeOf.get(company.id);
    return office === undefined ? [] : [{ ...company, office }];
  });
}

/** A letter that was written: its mail, and the link that it holds. */
interface Written {
  readonly mail: string | null;
  readonly address: string;
}

interface Posted {
  readonly whom: Addressees;
  readonly kind: LetterKind | 'schedule';
  readonly until: Date;
  readonly origin: string;
  readonly write: (
    company: Company & { readonly office: OfficeId },
    address: string,
  ) => { readonly language: Language; readonly letter: Letter };
}

/** A link for each. Known to logs by the code of a participant, so that no name of a person stands there. */
export const linksFor = (
  work: Work,
  scope: EditionScope,
  whom: Addressees,
  to: readonly { readonly office: OfficeId; readonly code: string }[],
  expiresAt: Date,
): Promise<readonly NewLink[]> => {
  const offices = to.map(({ office, code }) => ({
    office,
    name: { participants: code, interpreters: 'interpreter', speakers: 'speaker' }[whom],
  }));
  return issueLinks(work, scope.office, { offices, expiresAt });
};

/** Makes each company a link, writes the mails, and keeps that they were written. */
export async function post(
  work: Work,
  scope: EditionScope,
  companies: readonly (Company & { readonly office: OfficeId })[],
  { whom, kind, until, origin, write }: Posted,
): Promise<readonly Written[]> {
  const reached = companies.flatMap((company) => {
    const to = destinationOf(company);
    return to === undefined ? [] : [{ company, to }];
  });
  const links = await linksFor(
    work,
    scope,
    whom,
    reached.map(({ company }) => company),
    until,
  );
  const written = reached.flatMap(({ company, to }, at) => {
    const link = links[at];
    if (link === undefined) return [];
    const address = linkAddress(origin, link);
    const { language, letter } = write(company, address);
    return [{ company, to, link, language, letter: asSent(company, letter, address) }];
  });
  const mails = await queueMails(
    work,
    written.map(({ to: { channel, recipient }, language, letter }) => ({
      ...{ channel, language, ...letter },
      recipient: channel === 'mail' ? recipient.toLowerCase() : recipient,
    })),
  );
  const letters = written.map(({ company, language, link }, at) => ({
    ...{ id: work.newId(), to: company.id, kind, language },
    ...{ link: link.account, mail: mails[at] ?? null },
  }));
  await insertLetters(work.tx, scope, { whom, letters, now: work.now });
  return written.map(({ link }, at) => ({ mail: mails[at] ?? null, address: linkAddress(origin, link) }));
}

/**
 * Tells companies that work by link alone, of these offices, by a letter with a link of its own. Part of a larger use case, which writes the
 * audit entry; the work must act for the organiser. How many were written to.
 */
export async function writeToUnclaimed(
  work: Work,
  editionId: string,
  {
    whom,
    offices,
    origin,
    letterOf,
  }: {
    readonly whom: Addressees;
    readonly offices: readonly OfficeId[];
    readonly origin: string;
    readonly letterOf: (language: Language, address: string, offices: readonly OfficeId[]) => Letter;
  },
): Promise<number> {
  const opened = await openForPreview(work, editionId);
  if (!opened.ok || offices.length === 0) return 0;
  const { record, scope } = opened.value;
  const companies = (await loadUnclaimed(work.tx, scope.editionId, whom, offices)).flatMap(({ office, ...company }) =>
    office === null ? [] : [{ ...company, office }],
  );
  const written = await post(work, scope, companies, {
    ...{ whom, kind: 'schedule', until: linkEnds(work.now, editionSpan(record).end), origin },
    write: (company, address) => {
      const language = letterLanguage(addressee(company), company);
      const own = [company.office];
      const inEach = { en: letterOf('en', address, own), 'zh-Hans': letterOf('zh-Hans', address, own) };
      return { language, letter: company.way === null ? bilingual(language, inEach) : inEach[language] };
    },
  });
  return written.length;
}

/**
 * Writes to one participant, with a link to its place, whatever the days of quiet. Part of a larger use case, which writes the audit entry.
 * Null where it works with an account or has no address.
 */
export async function welcome(
  work: Work,
  { record, scope }: OpenEdition,
  participantId: ParticipantId,
  { origin, letterOf }: { readonly origin: string; readonly letterOf: (language: Language, address: string) => Letter },
): Promise<Written | null> {
  const one = { whom: 'participants', states: null, only: [participantId], q: '', after: null, limit: null } as const;
  const [stand] = await listStands(work.tx, { editionId: scope.editionId, now: work.now, ...one });
  if (stand === undefined || stand.state === 'account') return null;
  const companies = await withOffices(work, scope, 'participants', [stand]);
  const [written] = await post(work, scope, companies, {
    ...{ whom: 'participants', kind: stand.quiet ? 'schedule' : 'invitation', until: linkEnds(work.now, editionSpan(record).end), origin },
    write: (company, address) => {
      const language = letterLanguage(addressee(company), company);
      const inEach = { en: letterOf('en', address), 'zh-Hans': letterOf('zh-Hans', address) };
      return { language, letter: company.way === null ? bilingual(language, inEach) : inEach[language] };
    },
  });
  return written ?? null;
}

/** Those of these offices whose companies work by link alone and have an address to be told at. */
export async function reachableByLink(
  work: Work,
  editionId: string,
  whom: Addressees,
  offices: readonly OfficeId[],
): Promise<readonly OfficeId[]> {
  const opened = await openForPreview(work, editionId);
  if (!opened.ok || offices.length === 0) return [];
  const companies = await loadUnclaimed(work.tx, opened.value.scope.editionId, whom, offices);
  return companies.flatMap((company) => (company.office === null || destinationOf(company) === undefined ? [] : [company.office]));
}
