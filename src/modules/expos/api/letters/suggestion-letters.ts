// Letters that name suggestions: whom of an edition's companies they reach and how, writing them, how far they have gone, taking back.
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import { queueMails } from '#platform/mail/outbox.ts';
import type { Work } from '#platform/work.ts';
import type { LetterWay } from '../../domain/letters/letter-way.ts';
import {
  duesOf,
  letterKinds,
  letterLanguage,
  linkEnds,
  type Letter,
  type LetterKind,
  type LetterState,
} from '../../domain/letters/letters.ts';
import { editionSpan } from '../../domain/venue-time.ts';
import { countSuggestionMails, freeRefused, insertLetters, listStands, stopWaiting, type StandRow } from '../../store/letters.ts';
import { openForChange, openForPreview } from '../edition/open-edition.ts';
import { addressee, asSent, destinationOf, post, withOffices, writing } from './post-letters.ts';

/** A company as a letter would reach it. */
export interface CompanyReach {
  readonly participantId: string;
  /** Works with an account: its people are written to, unless it chose another way. */
  readonly hasAccount: boolean;
  readonly office: OfficeId | null;
  /** By its own way or its contact's address; null: there is none. */
  readonly way: { readonly channel: LetterWay; readonly recipient: string; readonly isChosen: boolean } | null;
  readonly language: Language;
  /** It was written to in the last days, or wants no letters. */
  readonly isQuiet: boolean;
  readonly isStopped: boolean;
  /** Where it stands with its letters, and which of these it would get now. */
  readonly state: LetterState;
  readonly due: LetterKind | null;
}

const reachOf = (row: StandRow): CompanyReach => {
  const way = destinationOf(row);
  return {
    ...{ participantId: row.id, hasAccount: row.state === 'account', office: row.office },
    way: way === undefined ? null : { ...way, isChosen: row.way !== null },
    ...{ language: letterLanguage(addressee(row), row), isQuiet: row.quiet, isStopped: row.stopped, state: row.state },
    due: row.quiet || way === undefined ? null : (letterKinds.find((kind) => duesOf[kind].includes(row.state)) ?? null),
  };
};

const everyCompany = { whom: 'participants', states: null, q: '', after: null, limit: null } as const;

/** Every company that takes part, for the organiser's editors. */
export async function companiesReached(work: Work, editionId: string): Promise<Result<readonly CompanyReach[]>> {
  const opened = await openForPreview(work, editionId);
  if (!opened.ok) return opened;
  const rows = await listStands(work.tx, { editionId: opened.value.scope.editionId, now: work.now, only: null, ...everyCompany });
  return ok(rows.map(reachOf));
}

/** How many of these letters wait, left, or were refused by a mail server, and when the last was written. */
export async function suggestionFigures(work: Work, editionId: string) {
  const opened = await openForPreview(work, editionId);
  return opened.ok ? ok(await countSuggestionMails(work.tx, opened.value.scope.editionId)) : opened;
}

export interface SuggestionLetter {
  readonly participantId: string;
  /** Those who are written to at their accounts' addresses; none: by its own way, with a link. */
  readonly people: readonly { readonly email: string; readonly language: Language }[];
  readonly letterOf: (language: Language, address: string) => Letter;
}

interface Writing {
  readonly origin: string;
  readonly letters: readonly SuggestionLetter[];
  /** What follows the origin for whoever signs in, by participant. */
  readonly pageOf: (participantId: string) => string;
}

/**
 * Writes them; nobody who was written to in the last days, which the database keeps as well. Part of a larger use case, which writes the audit entry.
 * @returns the participants written to.
 */
export async function writeSuggestions(
  work: Work,
  editionId: string,
  { origin, letters, pageOf }: Writing,
): Promise<Result<readonly string[]>> {
  const opened = await openForChange(work, editionId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  await freeRefused(work.tx, scope);
  const byId = new Map(letters.map((letter) => [letter.participantId, letter]));
  const only = letters.map(({ participantId }) => participantId as Id<'Addressee'>);
  const rows = await listStands(work.tx, { editionId: scope.editionId, now: work.now, ...everyCompany, only });
  const due = rows.filter((row) => !row.quiet && !row.stopped);
  const letterFor = (id: string) => byId.get(id)?.letterOf ?? (() => ({ subject: '', body: '' }));
  const byLink = due.filter((row) => row.state !== 'account' && destinationOf(row) !== undefined);
  await post(work, scope, await withOffices(work, scope, byLink), {
    ...{ kind: 'suggestion', until: linkEnds(work.now, editionSpan(record).end), origin },
    write: (company, address) => writing(letterFor(company.id))(company, address),
  });
  const byAccount = due.flatMap((row) => {
    if (row.state !== 'account') return [];
    const address = `${origin}${pageOf(row.id)}`;
    const letterOf = letterFor(row.id);
    const own = letterLanguage(addressee(row), row);
    const way = row.way === null ? undefined : destinationOf(row);
    const mails =
      way === undefined
        ? (byId.get(row.id)?.people ?? []).map(({ email, language }) => ({ recipient: email, language, ...letterOf(language, address) }))
        : [{ ...way, language: own, ...asSent(row, letterOf(own, address), address) }];
    return mails.length === 0 ? [] : [{ row, language: own, mails }];
  });
  const ids = await queueMails(
    work,
    byAccount.flatMap(({ mails }) => mails),
  );
  let next = 0;
  const written = byAccount.map(({ row, language, mails }) => {
    const [mail = null, ...moreMails] = ids.slice(next, (next += mails.length));
    return { id: work.newId(), to: row.id, kind: 'suggestion' as const, language, link: null, mail, moreMails };
  });
  await insertLetters(work.tx, scope, { letters: written, now: work.now });
  return ok([...byLink, ...byAccount.map(({ row }) => row)].map(({ id }) => id));
}

/** Takes back what has not left; how many. Part of a larger use case, which writes the audit entry. */
export async function stopSuggestions(work: Work, editionId: string): Promise<Result<number>> {
  const opened = await openForChange(work, editionId);
  return opened.ok ? ok(await stopWaiting(work.tx, opened.value.scope, { whom: 'participants', kind: 'suggestion' })) : opened;
}
