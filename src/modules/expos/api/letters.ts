// Letters by which companies come in: where each stands, what would be sent, sending with a personal link, taking back, links on paper.
import type { OfficeId } from '#kernel/ids.ts';
import { chooseText, writing, type Language, type MultilingualText } from '#kernel/language.ts';
import { cutPage, byId, readCursor } from '#kernel/pages.ts';
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { foundUnclaimed, issueLinks, linkAddress, revokeLinks as endLinks } from '#modules/accounts/api/links.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { queueMails } from '#platform/mail/outbox.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { EditionRecord, ParticipantId } from '../domain/edition.ts';
import {
  bilingual,
  duesOf,
  eachState,
  letterIn,
  letterLanguage,
  linkEnds,
  nameOfContact,
  type Letter,
  type LetterKind,
} from '../domain/letters.ts';
import type { ContactPerson } from '../domain/roster.ts';
import type { EditionScope } from '../domain/scope.ts';
import { editionSpan } from '../domain/venue-time.ts';
import {
  countStands,
  freeRefused,
  insertLetters,
  listStands,
  loadUnclaimed,
  stopWaiting,
  writeOffices,
  type StandRow,
} from '../store/letters.ts';
import { findParticipantRecord } from '../store/participants.ts';
import { instantText } from './instant.ts';
import { openForChange, openForPreview, type OpenEdition } from './open-edition.ts';
import { settleAudience } from './settle-audience.ts';

/** What the letters of a server need to know of it: where its pages are, and whether mail leaves. */
export interface Posting {
  readonly origin: string;
  readonly leaves: boolean;
}

type Company = Pick<StandRow, 'id' | 'code' | 'name' | 'country' | 'languages' | 'office' | 'contacts'>;

/** The contact that a letter goes to: the first with an address. */
const addressee = ({ contacts }: Pick<Company, 'contacts'>): (ContactPerson & { readonly email: string }) | undefined =>
  contacts.flatMap((contact) => (contact.email === null ? [] : [{ ...contact, email: contact.email }]))[0];

/** Where everybody stands, a page of them; for the organiser's editors, who know the addresses. */
export async function listLetters(work: Work, input: Asked<'listLetters'>): Promise<Result<Answer<'listLetters'>>> {
  const after = readCursor<'Participant'>(input.cursor);
  if (!after.ok) return after;
  const opened = await openForPreview(work, input.editionId);
  if (!opened.ok) return opened;
  const { state, q = '', limit } = input;
  const filter = {
    editionId: opened.value.scope.editionId,
    now: work.now,
    states: state === undefined ? null : [state],
    only: null,
    q,
    after: after.value,
    limit,
  };
  const page = cutPage(await listStands(work.tx, filter), limit, byId);
  return ok({
    ...page,
    entries: page.entries.map(({ id, code, name, state: stands, since, fault, links, contacts }) => {
      const person = addressee({ contacts }) ?? contacts[0];
      return {
        ...{ id, code, name: { ...name }, state: stands, fault, links },
        person: person === undefined ? '' : nameOfContact(person),
        email: person?.email ?? null,
        since: since === null ? null : instantText(since),
      };
    }),
  });
}

/** How many stand where; the states add up to all who take part. */
export async function getLetterFigures(
  work: Work,
  input: Asked<'getLetterFigures'>,
  { leaves }: Posting,
): Promise<Result<Answer<'getLetterFigures'>>> {
  const opened = await openForPreview(work, input.editionId);
  if (!opened.ok) return opened;
  const counts = await countStands(work.tx, opened.value.scope.editionId, work.now);
  const sum = (which: (one: (typeof counts)[number]) => boolean): number => counts.filter(which).reduce((all, { count }) => all + count, 0);
  const due = (kind: LetterKind): number => sum(({ state, quiet, reachable }) => duesOf[kind].includes(state) && !quiet && reachable);
  return ok({
    total: sum(() => true),
    states: eachState((state) => sum((one) => one.state === state)),
    due: { invitation: due('invitation'), reminder: due('reminder') },
    quiet: sum(({ state, quiet, reachable }) => duesOf.reminder.includes(state) && quiet && reachable),
    leaves,
  });
}

interface Writer {
  readonly kind: LetterKind;
  readonly edition: EditionRecord;
  readonly organiser: MultilingualText;
  readonly until: Date;
}

const dayIn = (language: Language, timeZone: string, at: number): string =>
  new Intl.DateTimeFormat(writing[language].locale, { dateStyle: 'long', timeZone }).format(at);

/** The letter to a company in every language of the product. */
function lettersTo(company: Company, { kind, edition, organiser, until }: Writer, address: string): Record<Language, Letter> {
  const { start, end } = editionSpan(edition);
  const contact = addressee(company) ?? company.contacts[0];
  const inLanguage = (language: Language): Letter => {
    const [first, last] = [dayIn(language, edition.timeZone, start), dayIn(language, edition.timeZone, end - 1)];
    return letterIn(language, {
      kind,
      person: contact === undefined ? '' : nameOfContact(contact),
      company: chooseText(company.name, language).text,
      edition: chooseText(edition.name, language).text,
      organiser: chooseText(organiser, language).text,
      days: first === last ? first : `${first}${writing[language].dash}${last}`,
      until: dayIn(language, edition.timeZone, until.getTime()),
      address,
    });
  };
  return { en: inLanguage('en'), 'zh-Hans': inLanguage('zh-Hans') };
}

const writerOf = async (work: Work, kind: LetterKind, edition: EditionRecord): Promise<Writer> => ({
  kind,
  edition,
  organiser: { ...(await nameOffices(work, [edition.organiser])).get(edition.organiser) },
  until: linkEnds(work.now, editionSpan(edition).end),
});

/** Those who would be written to now: due, not written to in the last days, with an address. */
async function dueNow(
  work: Work,
  { editionId }: EditionScope,
  kind: LetterKind,
  only: readonly ParticipantId[] | null,
): Promise<readonly StandRow[]> {
  const rows = await listStands(work.tx, { editionId, now: work.now, states: duesOf[kind], only, q: '', after: null, limit: null });
  return rows.filter((row) => !row.quiet && addressee(row) !== undefined);
}

/** What the next one who is due would get, or this participant; in place of the link stands where it will be. */
export async function previewLetter(
  work: Work,
  input: Asked<'previewLetter'>,
  { origin }: Posting,
): Promise<Result<Answer<'previewLetter'>>> {
  const opened = await openForPreview(work, input.editionId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const due = await dueNow(work, scope, input.kind, null);
  const at = input.participantId === undefined ? 0 : due.findIndex(({ id }) => id === input.participantId);
  const company = due[at];
  const shown: Company = company ?? {
    id: work.newId<'Participant'>(),
    code: '',
    name: {},
    country: null,
    languages: [],
    office: null,
    contacts: [],
  };
  const texts = lettersTo(shown, await writerOf(work, input.kind, record), `${origin}/in#…`);
  return ok({
    participantId: company?.id ?? null,
    company: company === undefined ? null : { ...company.name },
    email: company === undefined ? null : (addressee(company)?.email ?? null),
    language: letterLanguage(addressee(shown), shown),
    texts,
    next: due[at + 1]?.id ?? null,
  });
}

/** An office for each of these companies, founded where it has none. */
async function withOffices<C extends Company>(
  work: Work,
  scope: EditionScope,
  companies: readonly C[],
): Promise<readonly (C & { readonly office: OfficeId })[]> {
  const homeless = companies.filter(({ office }) => office === null);
  const founded = await foundUnclaimed(work, scope.office, homeless);
  const officeOf = new Map(homeless.flatMap(({ id }, at) => (founded[at] === undefined ? [] : [[id, founded[at]] as const])));
  if (officeOf.size > 0) {
    await writeOffices(
      work.tx,
      scope,
      [...officeOf].map(([id, office]) => ({ id, office })),
    );
    await settleAudience(work, scope);
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
  readonly kind: LetterKind | 'schedule';
  readonly until: Date;
  readonly origin: string;
  readonly write: (company: Company, address: string) => { readonly language: Language; readonly letter: Letter };
}

/** Makes each company a link, writes the mails, and keeps that they were written. */
async function post(
  work: Work,
  scope: EditionScope,
  companies: readonly (Company & { readonly office: OfficeId })[],
  { kind, until, origin, write }: Posted,
): Promise<readonly Written[]> {
  const reached = companies.flatMap((company) => {
    const to = addressee(company);
    return to === undefined ? [] : [{ company, to }];
  });
  // Known to logs by the code, so that no name of a person stands there.
  const offices = reached.map(({ company }) => ({ office: company.office, name: company.code }));
  const links = await issueLinks(work, scope.office, { offices, expiresAt: until });
  const written = reached.flatMap(({ company, to }, at) => {
    const link = links[at];
    return link === undefined ? [] : [{ company, to, link, ...write(company, linkAddress(origin, link)) }];
  });
  const mails = await queueMails(
    work,
    written.map(({ to, language, letter }) => ({ recipient: to.email.toLowerCase(), language, ...letter })),
  );
  await insertLetters(
    work.tx,
    scope,
    written.map(({ company, language, link }, at) => ({
      id: work.newId(),
      participant: company.id,
      kind,
      language,
      link: link.account,
      mail: mails[at] ?? null,
    })),
    work.now,
  );
  return written.map(({ link }, at) => ({ mail: mails[at] ?? null, address: linkAddress(origin, link) }));
}

/** Writes to all who are due, or of these those who are; nobody twice within the days of quiet. One audit entry, however many. */
export async function sendLetters(work: Work, input: Asked<'sendLetters'>, { origin }: Posting): Promise<Result<Answer<'sendLetters'>>> {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  await freeRefused(work.tx, scope);
  const due = await dueNow(work, scope, input.kind, input.participantIds ?? null);
  const companies = await withOffices(work, scope, due);
  const writer = await writerOf(work, input.kind, record);
  const written = await post(work, scope, companies, {
    ...{ kind: input.kind, until: writer.until, origin },
    write: (company, address) => {
      const language = letterLanguage(addressee(company), company);
      return { language, letter: bilingual(language, lettersTo(company, writer, address)) };
    },
  });
  const subjects = [scope.editionId, ...companies.map(({ id }) => id)];
  await audit(work, { useCase: 'send-letters', office: scope.office, subjects, fields: ['letters'] });
  return ok({ written: written.length });
}

/** Takes back what has not left the outbox: those links open nothing. */
export async function stopLetters(work: Work, input: Asked<'stopLetters'>): Promise<Result<Answer<'stopLetters'>>> {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const stopped = await stopWaiting(work.tx, scope);
  await audit(work, { useCase: 'stop-letters', office: scope.office, subjects: [scope.editionId], fields: ['letters'] });
  return ok({ stopped });
}

async function openCompany(work: Work, input: { readonly editionId: string; readonly participantId: ParticipantId }) {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const participant = await findParticipantRecord(work.tx, opened.value.scope.editionId, input.participantId);
  return participant === null ? notFound('expos.participant_not_found') : ok({ ...opened.value, participant });
}

/** A link for paper, or to hand over. Refuses `expos.has_account` where the company works with an account. */
export async function makeLink(work: Work, input: Asked<'makeLink'>, { origin }: Posting): Promise<Result<Answer<'makeLink'>>> {
  const opened = await openCompany(work, input);
  if (!opened.ok) return opened;
  const { record, scope, participant } = opened.value;
  const [stand] = await listStands(work.tx, {
    editionId: scope.editionId,
    now: work.now,
    states: null,
    only: [participant.id],
    q: '',
    after: null,
    limit: 1,
  });
  if (stand === undefined) return notFound('expos.participant_not_found');
  if (stand.state === 'account') return refuse({ kind: 'conflict', code: 'expos.has_account' });
  const [company] = await withOffices(work, scope, [stand]);
  if (company === undefined) return notFound('expos.participant_not_found');
  const until = linkEnds(work.now, editionSpan(record).end);
  const [link] = await issueLinks(work, scope.office, { offices: [{ office: company.office, name: company.code }], expiresAt: until });
  if (link === undefined) return notFound('expos.participant_not_found');
  const language = letterLanguage(company.contacts[0], company);
  const letter = { id: work.newId(), participant: company.id, kind: 'paper' as const, language, link: link.account, mail: null };
  await insertLetters(work.tx, scope, [letter], work.now);
  await audit(work, { useCase: 'make-link', office: scope.office, subjects: [scope.editionId, company.id], fields: ['token'] });
  return ok({ address: linkAddress(origin, link), until: instantText(until) });
}

/** Ends all links of a company; what was entered through them stays. */
export async function revokeLinks(work: Work, input: Asked<'revokeLinks'>): Promise<Result<Answer<'revokeLinks'>>> {
  const opened = await openCompany(work, input);
  if (!opened.ok) return opened;
  const { scope, participant } = opened.value;
  const revoked = participant.officeId === null ? 0 : await endLinks(work, participant.officeId);
  await audit(work, { useCase: 'revoke-links', office: scope.office, subjects: [scope.editionId, participant.id], fields: ['token'] });
  return ok({ revoked });
}

/**
 * Tells companies that work by link alone, of these offices, by a letter with a link of its own. Part of a larger use case, which writes the
 * audit entry; the work must act for the organiser. How many were written to.
 */
export async function writeToUnclaimed(
  work: Work,
  editionId: string,
  {
    offices,
    origin,
    letterOf,
  }: { readonly offices: readonly OfficeId[]; readonly origin: string; readonly letterOf: (language: Language, address: string) => Letter },
): Promise<number> {
  const opened = await openForPreview(work, editionId);
  if (!opened.ok || offices.length === 0) return 0;
  const { record, scope } = opened.value;
  const companies = (await loadUnclaimed(work.tx, scope.editionId, offices)).flatMap(({ office, ...company }) =>
    office === null ? [] : [{ ...company, office }],
  );
  const written = await post(work, scope, companies, {
    ...{ kind: 'schedule', until: linkEnds(work.now, editionSpan(record).end), origin },
    write: (company, address) => {
      const language = letterLanguage(addressee(company), company);
      return { language, letter: bilingual(language, { en: letterOf('en', address), 'zh-Hans': letterOf('zh-Hans', address) }) };
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
  const one = { states: null, only: [participantId], q: '', after: null, limit: null };
  const [stand] = await listStands(work.tx, { editionId: scope.editionId, now: work.now, ...one });
  if (stand === undefined || stand.state === 'account') return null;
  const companies = await withOffices(work, scope, [stand]);
  const [written] = await post(work, scope, companies, {
    ...{ kind: stand.quiet ? 'schedule' : 'invitation', until: linkEnds(work.now, editionSpan(record).end), origin },
    write: (company, address) => {
      const language = letterLanguage(addressee(company), company);
      return { language, letter: bilingual(language, { en: letterOf('en', address), 'zh-Hans': letterOf('zh-Hans', address) }) };
    },
  });
  return written ?? null;
}

/** Those of these offices whose companies work by link alone and have an address to be told at. */
export async function reachableByLink(work: Work, editionId: string, offices: readonly OfficeId[]): Promise<readonly OfficeId[]> {
  const opened = await openForPreview(work, editionId);
  if (!opened.ok || offices.length === 0) return [];
  const companies = await loadUnclaimed(work.tx, opened.value.scope.editionId, offices);
  return companies.flatMap((company) => (company.office === null || addressee(company) === undefined ? [] : [company.office]));
}
