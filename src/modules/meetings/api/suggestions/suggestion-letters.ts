// Suggestions to everybody by letter: who would get one, how and in which language, who would not and why, what it says; writing them, and taking back.
import type { OfficeId } from '#kernel/ids.ts';
import { forEachLanguage, languages, type Language, type MultilingualText } from '#kernel/language.ts';
import { readAs } from '#kernel/written-language.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Recipient } from '#modules/accounts/api/list-recipients.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import {
  companiesReached,
  stopSuggestions,
  suggestionFigures,
  writeSuggestions,
  type CompanyReach,
} from '#modules/expos/api/letters/suggestion-letters.ts';
import { wholeDirectory } from '#modules/expos/api/list-directory.ts';
import { asideOfAll, choicesOfEdition, listsInOwnWords, listsOf, type EditionChoices, type Lists } from '#modules/matching/api/suggest.ts';
import type { Wanted } from '#modules/matching/domain/edition-index.ts';
import { daysLeft, saysSomething, sideOf, type Side } from '#modules/matching/domain/side.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { EditionHall, EditionParticipant } from '../../domain/edition-facts.ts';
import { isClosed } from '../../domain/request-rules.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { suggestionLetter } from '../../domain/suggestion-letter.ts';
import { loadEveryAround, loadEveryMet, loadFull } from '../../store/around.ts';
import { recipientsOf } from '../agenda/tell-participants.ts';
import { loadEditionHall } from '../edition-facts.ts';
import { organise } from '../open-edition.ts';
import { rulesOf } from '../requests/request-rules.ts';
import { participantRef } from '../show-refs.ts';

/** As many as a person looks through; the figures count all. */
const mostListed = 200;
/** As long as the list on a company's own page. */
const most = 10;

type WhyNot = Answer<'previewSuggestionLetters'>['leftOut'][number]['why'];

interface Gathered {
  readonly hall: EditionHall;
  readonly choices: EditionChoices;
  readonly organiser: MultilingualText;
  readonly isClosed: boolean;
  readonly reach: ReadonlyMap<string, CompanyReach>;
  /** By office. */
  readonly people: ReadonlyMap<string, readonly Recipient[]>;
  readonly wanted: readonly Wanted[];
  /** Those who say something that can be compared. */
  readonly saying: ReadonlySet<string>;
  /** Of whom something holds on none of the days that are left. */
  readonly lapsed: ReadonlySet<string>;
  /** Those who have no time left for another meeting. */
  readonly full: ReadonlySet<string>;
}

async function gather(work: Work, editionId: string): Promise<Result<Gathered>> {
  const organised = await organise(work, editionId);
  if (!organised.ok) return organised;
  const { scope, head } = organised.value;
  const [choices, reached] = [await choicesOfEdition(work, editionId), await companiesReached(work, editionId)];
  if (!choices.ok) return choices;
  if (!reached.ok) return reached;
  const hall = await loadEditionHall(work, editionId);
  if (hall === null) return refuse({ kind: 'not_found', code: 'meetings.edition_unknown' });
  const { rules } = await rulesOf(work, head);
  const participants = hall.participants.filter(({ withdrawn }) => !withdrawn);
  const among = { editionId, participants: participants.map(({ id }) => id) };
  const [around, met] = [await loadEveryAround(work.tx, among), await loadEveryMet(work.tx, among)];
  // A letter that names somebody who has no room would be asked for in vain.
  const full = await loadFull(work.tx, scope);
  const days = daysLeft(head, work.now);
  const sides = ((await wholeDirectory(work, editionId))?.entries ?? []).map((entry) => sideOf(entry, days));
  const idsOf = (is: (side: Side) => boolean): ReadonlySet<string> => new Set(sides.filter(is).map(({ participantId }) => participantId));
  const wanted = participants.map(({ id, role }): Wanted => ({
    ownId: id,
    barred: { known: around.get(id) ?? [], full: full.filter((other) => !choices.value.optedOut.includes(other)) },
    excluded: [...(around.get(id) ?? []), ...choices.value.optedOut, ...full],
    met: met.get(id) ?? [],
    role: rules.sameSide ? null : role === 'buyer' ? 'exhibitor' : 'buyer',
    ...{ top: most, share: choices.value.share, slots: hall.slots.length },
  }));
  return ok({
    hall: { ...hall, participants },
    choices: choices.value,
    organiser: (await nameOffices(work, [scope.office])).get(scope.office) ?? {},
    isClosed: isClosed(rules, work.now.getTime()),
    reach: new Map(reached.value.map((one) => [one.participantId, one])),
    people: await peopleOf(work, scope, reached.value),
    ...{ wanted, saying: idsOf(saysSomething), lapsed: idsOf(({ lapsed }) => lapsed.length > 0), full: new Set(full) },
  });
}

/** Who is written to at their accounts, by the office of the company. */
async function peopleOf(work: Work, scope: OrganiserScope, reached: readonly CompanyReach[]): Promise<Gathered['people']> {
  const offices = reached.flatMap(({ hasAccount, office, way }) =>
    hasAccount && office !== null && way?.isChosen !== true ? [office] : [],
  );
  const found = await recipientsOf(work, scope, [...new Set(offices)]);
  const byOffice = Map.groupBy(
    found.flatMap((person) => person.offices.map((office) => ({ office, person }))),
    ({ office }) => office,
  );
  return new Map([...byOffice].map(([office, list]) => [office, list.map(({ person }) => person)]));
}

interface Due {
  readonly participant: EditionParticipant;
  readonly names: readonly string[];
  readonly reach: CompanyReach;
  readonly people: readonly Recipient[];
}

interface Sorted {
  readonly due: readonly Due[];
  readonly leftOut: readonly { readonly participant: EditionParticipant; readonly why: WhyNot }[];
}

const peopleIn = ({ people }: Gathered, { hasAccount, office, way }: CompanyReach): readonly Recipient[] =>
  hasAccount && office !== null && way?.isChosen !== true ? (people.get(office) ?? []) : [];

/** Whoever gets no letter is told with the first reason that holds. */
function sorted(gathered: Gathered, { lists, leftOut: causes }: Lists): Sorted {
  const unwritten = new Set(gathered.choices.unwritten);
  const due: Due[] = [];
  const leftOut: { participant: EditionParticipant; why: WhyNot }[] = [];
  for (const [at, participant] of gathered.hall.participants.entries()) {
    const [names, reach] = [lists[at] ?? [], gathered.reach.get(participant.id)];
    const people = reach === undefined ? [] : peopleIn(gathered, reach);
    const byAccount = reach?.hasAccount === true && reach.way?.isChosen !== true;
    const why: WhyNot | null = !gathered.saying.has(participant.id)
      ? gathered.lapsed.has(participant.id)
        ? 'lapsed'
        : 'silent'
      : gathered.full.has(participant.id)
        ? 'own_full'
        : names.length === 0
          ? (causes[at] ?? 'nobody')
          : reach?.isStopped === true
            ? 'declined'
            : unwritten.has(participant.id)
              ? 'unwanted'
              : reach === undefined || (byAccount ? people.length === 0 : reach.way === null)
                ? 'no_address'
                : reach.isQuiet
                  ? 'quiet'
                  : null;
    if (why === null && reach !== undefined) due.push({ participant, names, reach, people });
    else leftOut.push({ participant, why: why ?? 'no_address' });
  }
  return { due, leftOut };
}

const languageOf = ({ people, reach }: Due): Language => people[0]?.language ?? reach.language;
const channelOf = ({ people, reach }: Due) => (people.length > 0 ? 'mail' : (reach.way?.channel ?? 'mail'));

const eachOf = <K extends string>(keys: readonly K[], list: readonly K[]): { key: K; count: number }[] =>
  keys.map((key) => ({ key, count: list.filter((one) => one === key).length })).filter(({ count }) => count > 0);

const whys = ['silent', 'lapsed', 'own_full', 'nobody', 'known', 'full', 'shared', 'declined', 'unwanted', 'no_address', 'quiet'] as const;

/** What a letter to one of them says in a language. */
function letterTo(
  { hall, organiser }: Pick<Gathered, 'hall' | 'organiser'>,
  { participant }: Pick<Due, 'participant'>,
  names: readonly string[],
) {
  const nameOf = new Map(hall.participants.map(({ id, name }) => [id, name]));
  return (language: Language, address: string) =>
    suggestionLetter(language, {
      edition: readAs(hall.name, language),
      organiser: readAs(organiser, language),
      company: readAs(participant.name, language),
      names: names.map((id) => readAs(nameOf.get(id) ?? {}, language)),
      address,
    });
}

const prepare = async (transact: Transact, editionId: string): Promise<Result<Gathered & Sorted>> => {
  const gathered = await transact((work) => gather(work, editionId));
  if (!gathered.ok) return gathered;
  if (!gathered.value.choices.isOn) return ok({ ...gathered.value, due: [], leftOut: [] });
  const lists = await listsOf(transact, editionId, gathered.value.wanted);
  return lists.ok ? ok({ ...gathered.value, ...sorted(gathered.value, lists.value) }) : lists;
};

/**
 * Who would get a letter now. What sides set aside, and words of their own, count in the letters themselves alone: here they would tell the organiser what
 * it must not know.
 */
export async function previewSuggestionLetters(
  transact: Transact,
  { editionId, toId }: Asked<'previewSuggestionLetters'>,
  { origin, leaves }: { readonly origin: string; readonly leaves: boolean },
): Promise<Result<Answer<'previewSuggestionLetters'>>> {
  const prepared = await prepare(transact, editionId);
  if (!prepared.ok) return prepared;
  const { due, leftOut, hall, choices } = prepared.value;
  const figures = await transact((work) => suggestionFigures(work, editionId));
  if (!figures.ok) return figures;
  const { lastAt, ...counted } = figures.value;
  const at = toId === undefined ? 0 : due.findIndex(({ participant }) => participant.id === toId);
  const shown = due[at];
  const letter = shown === undefined ? null : letterTo(prepared.value, shown, shown.names);
  const address = shown?.reach.hasAccount === true ? `${origin}${pageIn(hall.id)(shown.participant.id)}` : `${origin}/in#…`;
  return ok({
    ...{ isOn: choices.isOn, isClosed: prepared.value.isClosed, leaves, total: hall.participants.length, due: due.length },
    languages: eachOf(languages, due.map(languageOf)),
    channels: eachOf(['mail', 'sms', 'wecom'], due.map(channelOf)),
    entries: due.slice(0, mostListed).map((one) => ({
      participant: participantRef(one.participant),
      suggestions: one.names.length,
      ...{ language: languageOf(one), channel: channelOf(one), people: one.people.length },
    })),
    reasons: eachOf(
      whys,
      leftOut.map(({ why }) => why),
    ),
    leftOut: leftOut.slice(0, mostListed).map(({ participant, why }) => ({ participant: participantRef(participant), why })),
    sample:
      shown === undefined || letter === null
        ? null
        : {
            participant: participantRef(shown.participant),
            ...{ language: languageOf(shown), channel: channelOf(shown) },
            texts: forEachLanguage((tag) => letter(tag, address)),
            next: due[at + 1]?.participant.id ?? null,
          },
    letters: { ...counted, lastAt: lastAt === null ? null : lastAt.toISOString() },
  });
}

const pageIn = (editionId: string) => (participantId: string) => `/my/${editionId}/${participantId}/suggestions`;

interface Prepared extends Gathered, Sorted {
  /** By participant, where words of its own office count: for its letter alone. */
  readonly inOwnWords: ReadonlyMap<string, readonly string[]>;
}

/** Works out all lists before anything is written. */
export async function prepareSuggestionLetters(
  transact: Transact,
  { editionId }: Asked<'sendSuggestionLetters'>,
): Promise<Result<Prepared>> {
  const prepared = await prepare(transact, editionId);
  if (!prepared.ok) return prepared;
  const offices = new Map<string, OfficeId>(
    prepared.value.due.flatMap(({ participant, reach: { office } }) => (office === null ? [] : [[participant.id, office]])),
  );
  const asked = prepared.value.wanted.flatMap((wanted) => {
    const office = offices.get(wanted.ownId);
    return office === undefined ? [] : [{ office, wanted }];
  });
  const inOwnWords = await listsInOwnWords(transact, editionId, asked);
  return inOwnWords.ok ? ok({ ...prepared.value, inOwnWords: inOwnWords.value }) : inOwnWords;
}

/** Writes to all who are due; whoever was written to meanwhile is left out. Refuses `meetings.suggestions_off`. One audit entry, however many. */
export async function sendSuggestionLetters(
  work: Work,
  { editionId }: Asked<'sendSuggestionLetters'>,
  prepared: Prepared,
  origin: string,
): Promise<Result<Answer<'sendSuggestionLetters'>>> {
  const organised = await organise(work, editionId);
  if (!organised.ok) return organised;
  if (!prepared.choices.isOn) return refuse({ kind: 'conflict', code: 'meetings.suggestions_off' });
  const sides = prepared.due.map(({ participant: { id, offices } }) => ({ participantId: id, offices }));
  const aside = await asideOfAll(work, editionId, sides);
  if (!aside.ok) return aside;
  const letters = prepared.due.map((one) => {
    const gone = aside.value.get(one.participant.id) ?? [];
    const names = (prepared.inOwnWords.get(one.participant.id) ?? one.names).filter((id) => !gone.includes(id));
    return { participantId: one.participant.id, people: one.people, letterOf: letterTo(prepared, one, names) };
  });
  const written = await writeSuggestions(work, editionId, { origin, letters, pageOf: pageIn(editionId) });
  if (!written.ok) return written;
  const { office } = organised.value.scope;
  await audit(work, { useCase: 'send-suggestions', office, subjects: [editionId, ...written.value], fields: ['letters'] });
  return ok({ written: written.value.length });
}

/** Takes back what has not left the outbox. */
export async function stopSuggestionLetters(
  work: Work,
  { editionId }: Asked<'stopSuggestionLetters'>,
): Promise<Result<Answer<'stopSuggestionLetters'>>> {
  const organised = await organise(work, editionId);
  if (!organised.ok) return organised;
  const stopped = await stopSuggestions(work, editionId);
  if (!stopped.ok) return stopped;
  await audit(work, { useCase: 'stop-suggestions', office: organised.value.scope.office, subjects: [editionId], fields: ['letters'] });
  return ok({ stopped: stopped.value });
}
