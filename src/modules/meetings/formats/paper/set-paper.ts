// From the facts of an edition to the bytes of a paper (PDF). Works for as long as the paper is long: runs in a thread, see paper-file.ts.
import { chooseText, type Language } from '#kernel/language.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { FileProgress } from '#platform/files/file-thread.ts';
import { openInk } from '#platform/paper/ink.ts';
import { setCards, type CardFormat } from '#platform/paper/set-cards.ts';
import { setSheets, type Sheet } from '#platform/paper/set-sheets.ts';
import { clockAt, dayAt } from '../../domain/agenda/venue-clock.ts';
import { onDay, type PaperFacts, type PaperKind, type PaperOrder } from '../../domain/paper/paper.ts';
import { agendaSheets, interpreterSheets, plain } from './agenda-sheets.ts';
import { badgeCards } from './badges.ts';
import { floorSheets } from './floor-sheets.ts';
import { doorSheets, fallbackSheets, overviewSheets } from './hall-sheets.ts';
import { programmeSheets } from './programme-sheets.ts';
import { wordsIn, type Words } from './words.ts';

/** What is printed, and how; `day` and `hall` narrow it down. */
export interface PaperChoice {
  readonly kind: PaperKind;
  readonly languages: readonly Language[];
  readonly order: PaperOrder;
  readonly card: CardFormat;
  readonly day?: string | undefined;
  readonly hall?: string | undefined;
}

export interface WrittenPaper {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Words with letters that no font of ours has; each such letter stands as 〓. */
  readonly unset: readonly string[];
}

/** Those whose stand is in the hall. */
const inHall = (facts: PaperFacts, hall: string | undefined): PaperFacts =>
  hall === undefined ? facts : { ...facts, participants: facts.participants.filter(({ standHall }) => standHall === hall) };

function sheetsOf(
  facts: PaperFacts,
  words: Words,
  { kind, order, hall, day }: PaperChoice & { readonly kind: Exclude<PaperKind, 'badges'> },
): readonly (() => Sheet)[] {
  const made = (sheets: readonly Sheet[]) => sheets.map((sheet) => () => sheet);
  switch (kind) {
    case 'agendas': {
      const chosen = inHall(facts, hall);
      return chosen.participants.length === 0 ? [] : agendaSheets(chosen, words, order);
    }
    case 'tables':
      return made(doorSheets(facts, words, hall));
    case 'interpreters':
      return made(interpreterSheets(facts, words));
    case 'overview':
      return made(overviewSheets(facts, words, hall));
    case 'fallback':
      return made(fallbackSheets(facts, words));
    case 'floor':
      return made(floorSheets(facts, words, hall));
    case 'programme':
      return made(programmeSheets(facts, words, day));
  }
}

const titleKeys = {
  agendas: 'meetings.paper_agenda',
  tables: 'meetings.paper_door',
  interpreters: 'meetings.paper_interpreter_sheet',
  overview: 'meetings.paper_overview',
  badges: 'meetings.paper_participant',
  fallback: 'meetings.paper_fallback',
  floor: 'meetings.paper_floor',
  programme: 'meetings.paper_programme',
} as const;

/** Which release, and when by the clock of the venue; the programme is released apart from the meetings, and a floor plan never. */
function footerOf({ release, edition }: PaperFacts, words: Words, kind: PaperChoice['kind']): string {
  if (kind === 'floor') return '';
  if (kind === 'programme') return words.say('meetings.paper_programme_released');
  if (release === null) return words.say('meetings.paper_draft');
  const at = `${dayAt(release.publishedAt, edition.timeZone)} ${clockAt(release.publishedAt, edition.timeZone)}`;
  return words.say('meetings.paper_release', { number: release.number, at });
}

const codePoints = (letters: readonly string[]): string =>
  letters.map((letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');

/** Why there is nothing to print: a programme and a floor plan are one for all days and halls. */
const emptyCodes: Partial<Record<PaperChoice['kind'], string>> = {
  programme: 'meetings.paper_no_programme',
  floor: 'meetings.paper_no_floor',
};
const emptyOf = (kind: PaperChoice['kind']): Result<never> =>
  refuse({ kind: 'conflict', code: emptyCodes[kind] ?? 'meetings.paper_empty' });

/** Sets a paper; refuses `meetings.paper_empty` and its like where there is nothing to print. */
export async function setPaper(
  given: PaperFacts,
  choice: PaperChoice,
  onProgress: (progress: FileProgress) => void,
): Promise<Result<WrittenPaper>> {
  const { kind } = choice;
  const facts = onDay(given, choice.day);
  const words = wordsIn(choice.languages, facts);
  const inked = openInk({
    title: `${chooseText(facts.edition.name, words.first).text} · ${words.say(titleKeys[kind])}`,
    language: words.first,
  });
  if (kind === 'badges') {
    const cards = badgeCards(inHall(facts, choice.hall), words, choice.order);
    if (cards.length === 0) return emptyOf(kind);
    setCards(inked, cards, { format: choice.card, onCard: (done) => onProgress({ done, of: cards.length }) });
  } else {
    const sheets = sheetsOf(facts, words, { ...choice, kind });
    if (sheets.length === 0) return emptyOf(kind);
    const pages = { footer: footerOf(facts, words, kind), pageWord: (number: number) => words.say('meetings.paper_page', { number }) };
    setSheets(inked, withUnset(sheets), {
      ...pages,
      onSheet: (done) => onProgress({ done: Math.min(done, sheets.length), of: sheets.length }),
    });
  }
  return ok({ unset: inked.unset(), bytes: await inked.end() });

  /** Which words could not be printed is told on a last sheet: whose they are, and what they are written with (code points of Unicode). */
  function* withUnset(sheets: readonly (() => Sheet)[]): Iterable<Sheet> {
    for (const sheet of sheets) yield sheet();
    const unset = inked.unset();
    if (unset.length === 0) return;
    const lines = unset.map((word) => {
      const owners = facts.participants.filter(({ name }) => words.names(name).some((one) => one.includes(word)));
      return [...owners.map(({ code }) => code), word, codePoints([...word].filter((letter) => !inked.isSet(letter)))].join(' ');
    });
    const title = words.lines('meetings.paper_unset');
    yield { title: plain(title), again: title.join(' / '), blocks: [{ kind: 'lines', lines: plain(lines) }] };
  }
}
