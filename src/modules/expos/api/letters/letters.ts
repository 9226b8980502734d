// Letters by which companies come in: where each stands, what would be sent, sending with a personal link, taking back, links on paper.
import { dateFormat } from '#kernel/intl-formats.ts';
import { daySpan } from '#kernel/day-span.ts';
import { forEachLanguage, writing, type Language, type MultilingualText } from '#kernel/language.ts';
import { inLanguage, readAs } from '#kernel/written-language.ts';
import { cutPage, byId, readCursor } from '#kernel/pages.ts';
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { linkAddress, revokeLinks as endLinks } from '#modules/accounts/api/links.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { AddresseeId } from '../../domain/addressee.ts';
import type { EditionRecord } from '../../domain/edition.ts';
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
} from '../../domain/letters/letters.ts';
import type { EditionScope } from '../../domain/scope.ts';
import { editionSpan, venueClock } from '../../domain/venue-time.ts';
import { findAddressee } from '../../store/addressees.ts';
import { listSpokenItems, type SpokenItem } from '../../store/speakers.ts';
import { countStands, freeRefused, insertLetters, listStands, stopWaiting, type StandRow } from '../../store/letters.ts';
import { instantText } from '../instant.ts';
import { openForChange, openForPreview } from '../edition/open-edition.ts';
import { bookedMeetings, type Booked } from './booked.ts';
import { addressee, asSent, destinationOf, linksFor, post, withOffices, type Company, type Posting } from './post-letters.ts';

/** Where everybody stands, a page of them; for the organiser's editors, who know the addresses. */
export async function listLetters(work: Work, input: Asked<'listLetters'>): Promise<Result<Answer<'listLetters'>>> {
  const after = readCursor<'Addressee'>(input.cursor);
  if (!after.ok) return after;
  const opened = await openForPreview(work, input.editionId);
  if (!opened.ok) return opened;
  const { whom, state, q = '', limit } = input;
  const filter = {
    editionId: opened.value.scope.editionId,
    whom,
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
    entries: page.entries.map(({ id, code, name, state: stands, since, fault, links, contacts, way }) => {
      const person = addressee({ contacts }) ?? contacts[0];
      return {
        ...{ id, code, name: { ...name }, state: stands, fault, links },
        person: person === undefined ? '' : nameOfContact(person, work.actor.language),
        channel: way?.channel ?? 'mail',
        sentTo: destinationOf({ contacts, way })?.recipient ?? null,
        since: since === null ? null : instantText(since),
      };
    }),
  });
}

/** How many stand where; the states add up to all who take part. */
export async function getLetterFigures(
  work: Work,
  input: Asked<'getLetterFigures'>,
  { channels }: Posting,
): Promise<Result<Answer<'getLetterFigures'>>> {
  const opened = await openForPreview(work, input.editionId);
  if (!opened.ok) return opened;
  const counts = await countStands(work.tx, opened.value.scope.editionId, input.whom, work.now);
  const sum = (which: (one: (typeof counts)[number]) => boolean): number => counts.filter(which).reduce((all, { count }) => all + count, 0);
  const due = (kind: LetterKind): number => sum(({ state, quiet, reachable }) => duesOf[kind].includes(state) && !quiet && reachable);
  return ok({
    total: sum(() => true),
    states: eachState((state) => sum((one) => one.state === state)),
    due: { invitation: due('invitation'), reminder: due('reminder') },
    quiet: sum(({ state, quiet, reachable }) => duesOf.reminder.includes(state) && quiet && reachable),
    leaves: channels.includes('mail'),
  });
}

interface Writer {
  readonly kind: LetterKind;
  readonly edition: EditionRecord;
  readonly organiser: MultilingualText;
  readonly until: Date;
  /** What speakers are to speak at; of nobody else. */
  readonly spoken: readonly SpokenItem[];
  /** How many meetings each has in the schedule in force; null where none is, and of speakers. */
  readonly booked: Booked | null;
}

const dayIn = (language: Language, timeZone: string, at: number): string =>
  dateFormat(writing[language].locale, { dateStyle: 'long', timeZone }).format(at);

/** When, at what, and on what: "2 December 2026, 10:00: Opening forum (Water in cities)". */
function itemLine(language: Language, timeZone: string, { day, start, title, topic }: SpokenItem): string {
  const { comma, colon, inBrackets } = writing[language];
  const when = [dayIn(language, 'UTC', Date.parse(day)), ...(start === null ? [] : [venueClock(timeZone, start).time])].join(comma);
  const [name, on] = [readAs(title, language), readAs(topic, language)];
  return `${when}${colon}${on === '' || on === name ? name : inBrackets(name, on)}`;
}

/** The letter to one of them in every language of the product. */
function lettersTo(
  company: Company,
  { kind, edition, organiser, until, spoken, booked }: Writer,
  address: string,
): Record<Language, Letter> {
  const contact = addressee(company) ?? company.contacts[0];
  const letter = (language: Language): Letter =>
    letterIn(language, {
      whom: company.whom,
      kind,
      person: contact === undefined ? '' : nameOfContact(contact, language),
      post: contact === undefined ? '' : inLanguage(contact.post, language),
      company: readAs(company.name, language),
      edition: readAs(edition.name, language),
      organiser: readAs(organiser, language),
      days: daySpan(language, edition),
      meetings: booked === null ? null : (booked.get(company.id) ?? 0),
      items: spoken.flatMap((item) => (item.speakerId === company.id ? [itemLine(language, edition.timeZone, item)] : [])),
      timeZone: edition.timeZone,
      until: dayIn(language, edition.timeZone, until.getTime()),
      address,
    });
  return forEachLanguage(letter);
}

const writerOf = async (
  work: Work,
  { kind, whom }: Pick<Asked<'sendLetters'>, 'kind' | 'whom'>,
  edition: EditionRecord,
): Promise<Writer> => ({
  kind,
  edition,
  organiser: { ...(await nameOffices(work, [edition.organiser])).get(edition.organiser) },
  until: linkEnds(work.now, editionSpan(edition).end),
  booked: whom === 'speakers' ? null : await bookedMeetings(work, edition.id),
  spoken: whom === 'speakers' ? await listSpokenItems(work.tx, edition.id) : [],
});

/** Those who would be written to now: due, not written to in the last days, with an address. */
async function dueNow(
  work: Work,
  { editionId }: EditionScope,
  { whom, kind }: Pick<Asked<'sendLetters'>, 'whom' | 'kind'>,
  only: readonly AddresseeId[] | null,
): Promise<readonly StandRow[]> {
  const rows = await listStands(work.tx, { editionId, whom, now: work.now, states: duesOf[kind], only, q: '', after: null, limit: null });
  return rows.filter((row) => !row.quiet && destinationOf(row) !== undefined);
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
  const due = await dueNow(work, scope, input, null);
  const at = input.toId === undefined ? 0 : due.findIndex(({ id }) => id === input.toId);
  const company = due[at];
  const shown: Company = company ?? {
    id: work.newId<'Addressee'>(),
    whom: input.whom,
    code: '',
    name: {},
    country: null,
    languages: [],
    office: null,
    contacts: [],
    way: null,
  };
  const address = `${origin}/in#…`;
  const whole = lettersTo(shown, await writerOf(work, input, record), address);
  const language = letterLanguage(addressee(shown), shown);
  // By another channel than mail one short text goes, in the company's language.
  const texts = shown.way === null ? whole : { [language]: asSent(shown, whole[language], address) };
  return ok({
    toId: company?.id ?? null,
    company: company === undefined ? null : { ...company.name },
    channel: shown.way?.channel ?? 'mail',
    sentTo: company === undefined ? null : (destinationOf(company)?.recipient ?? null),
    language,
    texts,
    next: due[at + 1]?.id ?? null,
  });
}

/** Writes to all who are due, or of these those who are; nobody twice within the days of quiet. One audit entry, however many. */
export async function sendLetters(work: Work, input: Asked<'sendLetters'>, { origin }: Posting): Promise<Result<Answer<'sendLetters'>>> {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  await freeRefused(work.tx, scope);
  const due = await dueNow(work, scope, input, input.toIds ?? null);
  const companies = await withOffices(work, scope, due);
  const writer = await writerOf(work, input, record);
  const written = await post(work, scope, companies, {
    ...{ kind: input.kind, until: writer.until, origin },
    write: (company, address) => {
      const language = letterLanguage(addressee(company), company);
      const letters = lettersTo(company, writer, address);
      return { language, letter: company.way === null ? bilingual(language, letters) : letters[language] };
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
  const stopped = await stopWaiting(work.tx, scope, { whom: input.whom, kind: null });
  await audit(work, { useCase: 'stop-letters', office: scope.office, subjects: [scope.editionId], fields: ['letters'] });
  return ok({ stopped });
}

/** One of them, the edition opened. Refuses what the edition does not list. */
async function openOne(work: Work, { editionId, addresseeId }: Asked<'makeLink'>) {
  const opened = await openForChange(work, editionId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const found = await findAddressee(work.tx, scope.editionId, addresseeId);
  const of = { editionId: scope.editionId, now: work.now, states: null, only: [addresseeId], q: '', after: null, limit: 1 };
  const [stand] = found === null ? [] : await listStands(work.tx, { ...of, whom: found.whom });
  return stand === undefined ? notFound('expos.addressee_unknown') : ok({ ...opened.value, stand });
}

/** Links for these, kept as letters on paper; one audit entry, however many. */
async function linksOnPaper(work: Work, scope: EditionScope, stands: readonly StandRow[], until: Date) {
  const companies = await withOffices(work, scope, stands);
  const links = await linksFor(work, scope, companies, until);
  const letters = companies.flatMap((one, at) => {
    const link = links[at];
    const language = letterLanguage(one.contacts[0], one);
    return link === undefined ? [] : [{ id: work.newId(), to: one.id, kind: 'paper' as const, language, link: link.account, mail: null }];
  });
  if (letters.length < stands.length) throw new Error('each was to have a link');
  await insertLetters(work.tx, scope, { letters, now: work.now });
  const subjects = [scope.editionId, ...companies.map(({ id }) => id)];
  await audit(work, { useCase: 'make-link', office: scope.office, subjects, fields: ['token'] });
  return companies.flatMap((one, at) => {
    const link = links[at];
    return link === undefined ? [] : [{ one, link }];
  });
}

/** A link for paper, or to hand over. Refuses `expos.has_account` where they work with an account. */
export async function makeLink(work: Work, input: Asked<'makeLink'>, { origin }: Posting): Promise<Result<Answer<'makeLink'>>> {
  const opened = await openOne(work, input);
  if (!opened.ok) return opened;
  const { record, scope, stand } = opened.value;
  if (stand.state === 'account') return refuse({ kind: 'conflict', code: 'expos.has_account' });
  const until = linkEnds(work.now, editionSpan(record).end);
  const [made] = await linksOnPaper(work, scope, [stand], until);
  if (made === undefined) throw new Error('one link was to be made');
  return ok({ address: linkAddress(origin, made.link), until: instantText(until) });
}

const MOST_SHEETS = 500;

/** Links on paper for all who have no address and none yet. */
export async function makeLinks(
  work: Work,
  { editionId, whom }: Asked<'makeLinks'>,
  { origin }: Posting,
): Promise<Result<Answer<'makeLinks'>>> {
  const opened = await openForChange(work, editionId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const until = linkEnds(work.now, editionSpan(record).end);
  const who = { editionId: scope.editionId, whom, now: work.now, states: ['no_address' as const], only: null, q: '', after: null };
  const stands = await listStands(work.tx, { ...who, limit: MOST_SHEETS });
  const made = await linksOnPaper(work, scope, stands.slice(0, MOST_SHEETS), until);
  return ok({
    links: made.map(({ one: { id, code, name }, link }) => ({ id, code, name: { ...name }, address: linkAddress(origin, link) })),
    until: instantText(until),
  });
}

/** Ends all links of one of them; what was entered through them stays. */
export async function revokeLinks(work: Work, input: Asked<'revokeLinks'>): Promise<Result<Answer<'revokeLinks'>>> {
  const opened = await openOne(work, input);
  if (!opened.ok) return opened;
  const { scope, stand } = opened.value;
  const revoked = stand.office === null ? 0 : await endLinks(work, stand.office);
  await audit(work, { useCase: 'revoke-links', office: scope.office, subjects: [scope.editionId, stand.id], fields: ['token'] });
  return ok({ revoked });
}
