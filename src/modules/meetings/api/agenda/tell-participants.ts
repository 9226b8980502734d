// Tells the members of the offices that a release concerns, each once and in their language.
import type { OfficeId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { readAs } from '#kernel/written-language.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { listRecipients, type Recipient } from '#modules/accounts/api/list-recipients.ts';
import { waysOf, writeToReachable } from '#modules/expos/api/letters/post-letters.ts';
import type { LetterWay } from '#modules/expos/domain/letters/letter-way.ts';
import { queueMails } from '#platform/mail/outbox.ts';
import type { Work } from '#platform/work.ts';
import type { EditionBoard } from '../../domain/edition-facts.ts';
import { interpreterLetter, scheduleLetter, type Letter } from '../../domain/agenda/letters.ts';
import { changesFor, interpretedChanges, newsLines, type AgendaChange } from '../../domain/agenda/release-news.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { mayTell } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { participantsOf } from '../../store/agendas.ts';
import { markUntold, writeUntold } from '../../store/untold.ts';
import type { Published } from '../schedule/publish.ts';

/** The people behind offices, without doubles. */
export async function recipientsOf(work: Work, scope: OrganiserScope, offices: readonly OfficeId[]): Promise<readonly Recipient[]> {
  if (offices.length === 0) return [];
  return actingFor(work, mayTell(scope, offices), (acting) => listRecipients(acting, offices));
}

/** One way by which an office is told: so many people by mail to their accounts, or its letter. */
export interface Told {
  readonly office: OfficeId;
  readonly channel: LetterWay;
  readonly count: number;
}

/** Who would be told of what concerns these offices: by which ways each, how many letters there are, and which of the offices they reach. */
export async function reachOf(
  work: Work,
  scope: OrganiserScope,
  offices: readonly OfficeId[],
): Promise<{ readonly mails: number; readonly offices: ReadonlySet<OfficeId>; readonly told: readonly Told[] }> {
  const byLetter = await waysOf(work, scope.editionId, offices);
  const people = withoutTold(await recipientsOf(work, scope, offices), byLetter);
  const mailed = Map.groupBy(
    people.flatMap(({ offices: own }) => own),
    (office) => office,
  );
  const told = [
    ...[...byLetter].map(([office, channel]) => ({ office, channel, count: 1 })),
    ...[...mailed].map(([office, { length: count }]) => ({ office, channel: 'mail' as const, count })),
  ];
  return { mails: people.length + byLetter.size, offices: new Set(told.map(({ office }) => office)), told };
}

/** Whoever has an office that no letter has told already. */
const withoutTold = (people: readonly Recipient[], told: { readonly has: (office: OfficeId) => boolean }): readonly Recipient[] =>
  people.flatMap((person) => {
    const offices = person.offices.filter((office) => !told.has(office));
    return offices.length === 0 ? [] : [{ ...person, offices }];
  });

interface Concerned {
  readonly edition: EditionBoard;
  /** Whose agendas are new or others. */
  readonly offices: readonly OfficeId[];
  /** Interpreters whose day is another now. */
  readonly interpreters: readonly string[];
}

/** The same of a whole release, those who interpret included. */
export async function reachOfNews(work: Work, scope: OrganiserScope, { edition, offices, interpreters }: Concerned) {
  const reach = await reachOf(work, scope, offices);
  const interpreting = officesOf(edition, interpreters);
  return interpreting.length === 0 ? reach : { ...reach, mails: reach.mails + (await reachOf(work, scope, interpreting)).mails };
}

const officesOf = (edition: EditionBoard, interpreters: readonly string[]): readonly OfficeId[] =>
  edition.interpreters.flatMap(({ id, office }) => (interpreters.includes(id) && office != null ? [office] : []));

interface News extends Pick<Published, 'concerned' | 'was' | 'interpreters' | 'number'> {
  readonly edition: EditionBoard;
  readonly kind: 'plan' | 'change';
  readonly origin: string;
}

interface ToOffices {
  readonly edition: Pick<EditionBoard, 'id' | 'name'>;
  readonly offices: readonly OfficeId[];
  readonly origin: string;
  /** Where those come in who have no agenda of a company. */
  readonly home?: string;
  /** The letter in a reader's language; the address leads to their agenda, `own` are those of the offices that they act for. */
  readonly letterOf: (language: Language, address: string, own: readonly OfficeId[]) => Letter;
}

/** Puts one letter a person or company into the outbox, by the way that each chose; answers the offices that are told, and how. A fixed number of queries, however many are told. */
export async function tellOffices(
  work: Work,
  scope: OrganiserScope,
  { edition, offices, origin, home = '/delegation', letterOf }: ToOffices,
): Promise<ReadonlyMap<OfficeId, 'account' | 'link'>> {
  const byLetter = await writeToReachable(work, edition.id, { offices: [...new Set(offices)], origin, letterOf });
  const people = withoutTold(await recipientsOf(work, scope, [...new Set(offices)]), byLetter);
  const acted = people.length === 0 ? [] : await participantsOf(work.tx, scope, [...new Set(people.flatMap(({ offices: own }) => own))]);
  const actedBy = Map.groupBy(acted, ({ office }) => office);
  const letters = people.map(({ email, language, offices: own }) => {
    const [only, another] = new Set(own.flatMap((office) => actedBy.get(office) ?? []).map(({ id }) => id));
    // Whoever has one agenda is led to it; others to the page of all that are theirs, which asks them to sign in.
    const address = only !== undefined && another === undefined ? `${origin}/my/${edition.id}/${only}` : `${origin}${home}`;
    return { recipient: email, language, ...letterOf(language, address, own) };
  });
  await queueMails(work, letters);
  return new Map([...people.flatMap(({ offices: own }) => own.map((office) => [office, 'account'] as const)), ...byLetter]);
}

/** What a letter says beside the news. */
export async function letterFacts(work: Work, scope: OrganiserScope, { edition, number, kind }: Pick<News, 'edition' | 'number' | 'kind'>) {
  const organiser = (await nameOffices(work, [scope.office])).get(scope.office) ?? {};
  const sides = new Map(edition.participants.map(({ id, name, code }) => [id, { name, code }]));
  return (language: Language, address: string, changes: readonly AgendaChange[]) => ({
    ...{ number, kind, address },
    edition: readAs(edition.name, language),
    organiser: readAs(organiser, language),
    news: newsLines(language, changes, { timeZone: edition.timeZone, sides, isFirst: number === 1 }),
  });
}

/** Tells those whose agendas a release concerns what it changes for them, and who interprets; keeps who could not be told. */
export async function tellParticipants(work: Work, scope: OrganiserScope, news: News): Promise<void> {
  const { edition, was, concerned, origin, number } = news;
  const offices = [...new Set(concerned.flatMap((entry) => entry.offices))];
  const perOffice = changesFor(was, concerned).flatMap((change) => change.offices.map((office) => ({ office, change })));
  const changesOf = Map.groupBy(perOffice, ({ office }) => office);
  const facts = await letterFacts(work, scope, news);
  const letterOf: ToOffices['letterOf'] = (language, address, own) =>
    scheduleLetter(
      language,
      facts(language, address, [...new Set(own.flatMap((office) => (changesOf.get(office) ?? []).map(({ change }) => change)))]),
    );
  const reached = await tellOffices(work, scope, { edition, offices, origin, letterOf });
  const ways = Map.groupBy(concerned, ({ offices: own }) => {
    const told = own.flatMap((office) => reached.get(office) ?? []);
    return told.includes('account') ? 'account' : (told[0] ?? null);
  });
  for (const [way, entries] of ways) {
    const participants = [...new Set(entries.map(({ participantId }) => participantId))];
    // Whoever is told of the newest state needs no word of those before. A letter with a link tells once it has left, as one of a release does.
    if (way === 'account') await markUntold(work.tx, scope, { participants, at: work.now });
    else if (way === null) await writeUntold(work.tx, scope, { participants, release: number });
  }
  await tellInterpreters(work, scope, news, facts);
}

/** Those who interpret, each of their own day. */
async function tellInterpreters(
  work: Work,
  scope: OrganiserScope,
  { edition, interpreters, was, concerned, origin }: News,
  facts: Awaited<ReturnType<typeof letterFacts>>,
): Promise<void> {
  const offices = officesOf(edition, interpreters);
  if (offices.length === 0) return;
  const letterIn: ToOffices['letterOf'] = (language, address, own) => {
    const ids = edition.interpreters.flatMap(({ id, office }) => (office != null && own.includes(office) ? [id] : []));
    return interpreterLetter(
      language,
      facts(
        language,
        address,
        ids.flatMap((id) => interpretedChanges(was, concerned, id)),
      ),
    );
  };
  await tellOffices(work, scope, { edition, offices, origin, home: '/in', letterOf: letterIn });
}
