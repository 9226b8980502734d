// How letters with personal links are posted, to companies and to interpreters alike: an office for each, a link, the mail, and that it was written.
import type { OfficeId } from '#kernel/ids.ts';
import { forEachLanguage, type Language } from '#kernel/language.ts';
import { foundUnclaimed, issueLinks, linkAddress, type NewLink } from '#modules/accounts/api/links.ts';
import { queueMails } from '#platform/mail/outbox.ts';
import type { Work } from '#platform/work.ts';
import type { Addressees } from '../../domain/addressee.ts';
import { shortLetter, type LetterWay } from '../../domain/letters/letter-way.ts';
import type { ParticipantId } from '../../domain/edition.ts';
import { bilingual, letterLanguage, linkEnds, type Letter, type LetterKind } from '../../domain/letters/letters.ts';
import type { ContactPerson } from '../../domain/roster.ts';
import type { EditionScope } from '../../domain/scope.ts';
import { editionSpan } from '../../domain/venue-time.ts';
import { writeOffices } from '../../store/addressees.ts';
import { insertLetters, listStands, loadReached, type Reached } from '../../store/letters.ts';
import { openForPreview, type OpenEdition } from '../edition/open-edition.ts';
import { settleOffices } from '../settle-audience.ts';

/** What the letters of a server need to know of it: where its pages are, and by which channels letters can leave. */
export interface Posting {
  readonly origin: string;
  readonly channels: readonly LetterWay[];
}

/** A company, an interpreter or a speaker. */
export type Company = Reached;

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
  companies: readonly C[],
): Promise<readonly (C & { readonly office: OfficeId })[]> {
  const homeless = companies.filter(({ office }) => office === null);
  const [firms, persons] = [homeless.filter(({ whom }) => whom === 'participants'), homeless.filter(({ whom }) => whom !== 'participants')];
  const founded = [...(await foundUnclaimed(work, scope.office, firms)), ...(await foundUnclaimed(work, scope.office, persons, 'persons'))];
  const officeOf = new Map([...firms, ...persons].flatMap(({ id }, at) => (founded[at] === undefined ? [] : [[id, founded[at]] as const])));
  if (officeOf.size > 0) {
    await writeOffices(
      work.tx,
      scope,
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
  readonly kind: LetterKind | 'schedule' | 'suggestion';
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
  to: readonly { readonly office: OfficeId; readonly whom: Addressees; readonly code: string }[],
  expiresAt: Date,
): Promise<readonly NewLink[]> => {
  const offices = to.map(({ office, whom, code }) => ({
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
  { kind, until, origin, write }: Posted,
): Promise<readonly Written[]> {
  const reached = companies.flatMap((company) => {
    const to = destinationOf(company);
    return to === undefined ? [] : [{ company, to }];
  });
  const links = await linksFor(
    work,
    scope,
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
  await insertLetters(work.tx, scope, { letters, now: work.now });
  return written.map(({ link }, at) => ({ mail: mails[at] ?? null, address: linkAddress(origin, link) }));
}

/** The letter in the addressee's language first, or that alone where it is short. */
export const writing =
  (letterOf: (language: Language, address: string, offices: readonly OfficeId[]) => Letter): Posted['write'] =>
  (company, address) => {
    const language = letterLanguage(addressee(company), company);
    const own = [company.office];
    const letters = forEachLanguage((tag) => letterOf(tag, address, own));
    return { language, letter: company.way === null ? bilingual(language, letters) : letters[language] };
  };

interface Telling {
  readonly offices: readonly OfficeId[];
  readonly origin: string;
  readonly letterOf: (language: Language, address: string, offices: readonly OfficeId[]) => Letter;
}

type Reachable = Awaited<ReturnType<typeof loadReached>>[number];

/** Whom of these offices a letter of the edition reaches: who works by link alone, and who chose another way than mail; an account has its own address. */
async function reachable(work: Work, { scope }: OpenEdition, offices: readonly OfficeId[]): Promise<readonly Reachable[]> {
  const found = offices.length === 0 ? [] : await loadReached(work.tx, scope.editionId, offices);
  return found.filter((one) => (one.claimed ? one.way !== null : destinationOf(one) !== undefined));
}

/**
 * Tells whom a letter reaches, by a link of its own where there is no account. Part of a larger use case, which writes the audit entry; the work must
 * act for the organiser. Answers the offices that are told, and whether by a letter with a link of theirs: one tells once it has left.
 */
export async function writeToReachable(
  work: Work,
  editionId: string,
  { offices, origin, letterOf }: Telling,
): Promise<ReadonlyMap<OfficeId, 'account' | 'link'>> {
  const opened = await openForPreview(work, editionId);
  if (!opened.ok) return new Map();
  const { record, scope } = opened.value;
  const found = await reachable(work, opened.value, offices);
  const [byAccount, byLink] = [found.filter(({ claimed }) => claimed), found.filter(({ claimed }) => !claimed)];
  await post(work, scope, byLink, {
    ...{ kind: 'schedule', until: linkEnds(work.now, editionSpan(record).end), origin },
    write: writing(letterOf),
  });
  const short = byAccount.flatMap((one) => {
    const to = destinationOf(one);
    const address = one.whom === 'participants' ? `${origin}/my/${editionId}/${one.id}` : `${origin}/in`;
    const language = letterLanguage(addressee(one), one);
    return to === undefined ? [] : [{ ...to, language, ...asSent(one, letterOf(language, address, [one.office]), address) }];
  });
  await queueMails(work, short);
  return new Map(found.map(({ office, claimed }) => [office, claimed ? 'account' : 'link']));
}

/** Which of these offices a letter reaches, and by which way. */
export async function waysOf(work: Work, editionId: string, offices: readonly OfficeId[]): Promise<ReadonlyMap<OfficeId, LetterWay>> {
  const opened = await openForPreview(work, editionId);
  const found = opened.ok ? await reachable(work, opened.value, offices) : [];
  return new Map(found.map((one) => [one.office, one.way?.channel ?? 'mail'] as const));
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
  const companies = await withOffices(work, scope, [stand]);
  const [written] = await post(work, scope, companies, {
    ...{ kind: stand.quiet ? 'schedule' : 'invitation', until: linkEnds(work.now, editionSpan(record).end), origin },
    write: writing(letterOf),
  });
  return written ?? null;
}
