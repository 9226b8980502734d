// Makes facts of rows, table by table; blanks take the value that an organiser would mean.
import { languageWritten } from '#kernel/writing/in-languages.ts';
import type { Problem } from '#kernel/result.ts';
import { noMarket } from '#modules/expos/domain/topic.ts';
import {
  noReach,
  type EditionFile,
  type FileAway,
  type FileEdition,
  type FileGroup,
  type FileHall,
  type FileInterpreter,
  type FileOrder,
  type FileParticipant,
  type FileRectangle,
  type FileRequest,
  type FileSlot,
  type FileStand,
  type FileTable,
  type FileTopic,
  type FileUnavailable,
  type FileWalk,
  type UnnumberedRequest,
} from '../../domain/file/edition-file.ts';
import { problemAt } from '../../domain/file/problems.ts';
import { foldedName, sharesName } from '../../domain/file/same-people.ts';
import { keysInOrder, topicFinder } from '../../domain/file/topics.ts';
import { labelKey } from '#modules/cities/domain/naming-policy.ts';
import { countryInAnyLanguage, namesCountry } from '#modules/cities/domain/country-cell.ts';
import { countryOf, languagesOf } from '#reading/names-of-codes.ts';
import { isCountry } from '#kernel/codes.ts';
import { numberOf } from './cells.ts';
import { codeGiver, codesWhenAdded } from './people.ts';
import { emailIn, orderOfName, phoneIn } from './contacts.ts';
import { detailsIn, detailsUnsaid } from './details.ts';
import type { Row } from './row.ts';
import { severalIn } from './several.ts';
import { kindWords, meetsAtWords, rectangleWords, roleWords, sessionWords, sizeWords, wishWords } from './words.ts';

type Report = (problem: Problem) => void;
type Find = (text: string) => string;

const textOrNull = (row: Row, field: string): string | null => (row.has(field) ? row.text(field) : null);
const codeOrNull = (row: Row, field: string): string | null => (row.has(field) ? row.code(field) : null);

/** Codes by the labels that the naming policy gives countries and regions: they are read before the words of the dictionaries. */
export type CountryLabels = ReadonlyMap<string, string>;

/** A country by its label, or by its name in any language; a slip of the pen stays as it is and is told. */
function countryIn(text: string, labels: CountryLabels): string {
  const labelled = labels.get(labelKey(text));
  if (labelled !== undefined) return labelled;
  const code = countryOf(text.normalize('NFKC').trim());
  return isCountry(code) || !namesCountry(text) ? code : (countryInAnyLanguage(text) ?? code);
}

/** The edition's one row; a second one is reported. */
export function readEdition(rows: readonly Row[], report: Report): FileEdition {
  const [row, second] = rows;
  if (second !== undefined) report(problemAt(second.place('name'), 'meetings.file_too_many_rows', { rows: rows.length, most: 1 }));
  return {
    name: row?.inLanguages('name') ?? {},
    venue: row?.inLanguages('venue') ?? {},
    timeZone: row?.text('timeZone') ?? '',
    firstDay: row?.day('firstDay') ?? '',
    lastDay: row?.day('lastDay') ?? '',
  };
}

/** A session as number or word; null for any. */
function sessionOf(row: Row): number | null {
  const word = sessionWords.read(row.text('session'));
  if (word === 'any' || !row.has('session')) return null;
  return numberOf(row.cell('session')) ?? (word === null ? row.numberOrNull('session') : Number(word));
}

/** Slots; without a number they count in the order of rows. */
export const readSlots = (rows: readonly Row[]): FileSlot[] =>
  rows.map((row, index) => ({
    number: row.count('number', index + 1),
    date: row.day('date'),
    start: row.clock('start'),
    end: row.clock('end'),
    session: sessionOf(row) ?? 1,
  }));

/** Tables of the hall. */
export const readTablesOfHall = (rows: readonly Row[]): FileTable[] =>
  rows.map((row) => ({
    number: row.count('number', 0),
    hall: row.text('hall'),
    seats: row.count('seats', 1),
    closedSlots: row.numbers('closedSlots'),
  }));

/** Stands; the lead as it is written. A sheet without a column of areas says nothing of them. */
export function readStands(rows: readonly Row[], existing: EditionFile): FileStand[] {
  const areas = new Map(existing.stands.map(({ code, area }) => [code, area]));
  return rows.map((row) => ({
    code: row.code('code'),
    hall: row.text('hall'),
    seats: row.count('seats', 0),
    closedSlots: row.numbers('closedSlots'),
    lead: textOrNull(row, 'lead'),
    area: row.says('area') ? row.decimalOrNull('area') : (areas.get(row.code('code')) ?? null),
  }));
}

/** Halls; without a size where none stands there. */
export const readHalls = (rows: readonly Row[]): FileHall[] =>
  rows.map((row) => ({
    code: row.text('code'),
    width: row.has('width') ? row.metres('width') : null,
    depth: row.has('depth') ? row.metres('depth') : null,
  }));

export const readWalks = (rows: readonly Row[]): FileWalk[] =>
  rows.map((row) => ({ from: row.text('from'), to: row.text('to'), minutes: row.count('minutes', -1) }));

/** Rectangles of the floor plan. */
export const readRectangles = (rows: readonly Row[]): FileRectangle[] =>
  rows.map((row) => ({
    kind: row.word('kind', rectangleWords, 'stand'),
    hall: row.text('hall'),
    code: codeOrNull(row, 'code'),
    name: row.inLanguages('name'),
    ...{ x: row.metres('x'), y: row.metres('y'), width: row.metres('width'), depth: row.metres('depth') },
  }));

/** Groups; trading groups unless said otherwise. */
export const readGroups = (rows: readonly Row[]): FileGroup[] =>
  rows.map((row) => ({
    code: row.code('code'),
    kind: row.word('kind', kindWords, 'trading_group'),
    name: row.inLanguages('name'),
    parent: codeOrNull(row, 'parent'),
  }));

/** What a participant is where a row leaves it blank. */
const BLANK: Omit<FileParticipant, 'code' | 'name'> = {
  country: '',
  city: '',
  role: 'exhibitor',
  offer: {},
  need: {},
  ...noMarket,
  seats: 1,
  languages: [],
  minMeetings: null,
  maxMeetings: null,
  group: null,
  stand: null,
  meetsAt: 'table',
};

/** What is read against the edition: labels of countries, and the topics that a word may mean. */
export interface CellWords {
  readonly labels: CountryLabels;
  readonly topics: readonly FileTopic[];
}

/** Several words of one cell in the edition's own; what means nothing stays as it is and is told. */
function topicsIn(row: Row, field: 'offerTopics' | 'needTopics', topics: readonly FileTopic[]): readonly string[] {
  const find = topicFinder(topics);
  return keysInOrder(
    topics,
    severalIn(row.text(field), (word) => find(word) !== null),
  );
}

const marketsIn = (text: string, labels: CountryLabels): readonly string[] => [
  ...new Set(severalIn(text, (word) => isCountry(countryIn(word, labels))).map((word) => countryIn(word, labels))),
];

/** A participant but for its code and name; the role is that of the sheet's name unless a cell says it. */
const factsOf = (
  row: Row,
  blank: Omit<FileParticipant, 'code' | 'name'>,
  { labels, topics }: CellWords,
): Omit<FileParticipant, 'code' | 'name'> => ({
  offerTopics: row.has('offerTopics') ? topicsIn(row, 'offerTopics', topics) : blank.offerTopics,
  needTopics: row.has('needTopics') ? topicsIn(row, 'needTopics', topics) : blank.needTopics,
  markets: row.has('markets') ? marketsIn(row.text('markets'), labels) : blank.markets,
  offerDetails: detailsIn(row, 'offer', blank.offerDetails),
  needDetails: detailsIn(row, 'need', blank.needDetails),
  size: row.has('size') ? row.word('size', sizeWords, 'to_9') : blank.size,
  country: row.has('country') ? countryIn(row.text('country'), labels) : blank.country,
  city: row.has('city') ? row.text('city') : blank.city,
  role: row.word('role', roleWords, row.sheet.role ?? blank.role),
  offer: { ...blank.offer, ...row.inLanguages('offer') },
  need: { ...blank.need, ...row.inLanguages('need') },
  seats: row.count('seats', blank.seats),
  languages: row.has('languages') ? [...languagesOf(row.text('languages'))] : blank.languages,
  minMeetings: row.numberOrNull('minMeetings') ?? blank.minMeetings,
  maxMeetings: row.numberOrNull('maxMeetings') ?? blank.maxMeetings,
  group: codeOrNull(row, 'group') ?? blank.group,
  stand: codeOrNull(row, 'stand') ?? blank.stand,
  meetsAt: row.word('meetsAt', meetsAtWords, blank.meetsAt),
});

/** What a row leaves blank is blank, but a sheet without a column of the market says nothing of it: what the same company has stays. */
function blankOf(row: Row, name: FileParticipant['name'], before: FileParticipant | undefined): typeof BLANK {
  if (before === undefined || !sharesName(before.name, name)) return BLANK;
  const { offerTopics, needTopics, markets, size } = before;
  const kept = { offerTopics, needTopics, markets, size };
  return {
    ...BLANK,
    ...Object.fromEntries(Object.entries(kept).filter(([field]) => !row.says(field))),
    offerDetails: detailsUnsaid('offer', before.offerDetails, row.says),
    needDetails: detailsUnsaid('need', before.needDetails, row.says),
  };
}

/** The edition's own list of topics. */
export const readTopics = (rows: readonly Row[]): FileTopic[] => rows.map((row) => ({ name: row.inLanguages('name') }));

const TOPIC_BREAKS = /[;；、,，|\n]+/u;

/** Where neither file nor edition has a list of topics, the words in the columns of participants make one. */
export function topicsMade(rows: readonly Row[]): FileTopic[] {
  const made = new Map<string, FileTopic>();
  for (const row of rows)
    for (const text of (['offerTopics', 'needTopics'] as const).flatMap((field) => row.text(field).split(TOPIC_BREAKS))) {
      const word = text.trim();
      if (word !== '' && !made.has(foldedName(word))) made.set(foldedName(word), { name: { [languageWritten(word)]: word } });
    }
  return [...made.values()];
}

/** Participants; a missing code is given. */
export function readParticipants(rows: readonly Row[], existing: EditionFile, words: CellWords): FileParticipant[] {
  const taken = new Set(rows.map((row) => row.code('code')).filter((code) => code !== ''));
  const giveCode = codeGiver(existing.participants, taken);
  const known = new Map(existing.participants.map((one) => [one.code, one]));
  return rows.map((row) => {
    const name = row.inLanguages('name');
    const role = roleWords.read(row.text('role')) ?? row.sheet.role ?? BLANK.role;
    const code = row.has('code') ? row.code('code') : giveCode(name, role);
    return { code, name, ...factsOf(row, blankOf(row, name, known.get(code)), words) };
  });
}

/** Participants that are added to those on record: what a row leaves blank stays as it is of whom it means. */
export function readAddedParticipants(rows: readonly Row[], existing: EditionFile, words: CellWords): FileParticipant[] {
  const codes = codesWhenAdded(
    existing.participants,
    rows.map((row) => ({
      code: row.code('code'),
      name: row.inLanguages('name'),
      role: roleWords.read(row.text('role')) ?? row.sheet.role,
    })),
  );
  const known = new Map(existing.participants.map((one) => [one.code, one]));
  return rows.map((row, at) => {
    const code = codes[at] ?? '';
    const before = known.get(code);
    return { code, name: { ...before?.name, ...row.inLanguages('name') }, ...factsOf(row, before ?? BLANK, words) };
  });
}

/** Interpreters; how they are reached stays as it is where the sheet has no column of it or, added, leaves it blank. */
export function readInterpreters(rows: readonly Row[], existing: EditionFile, adding: boolean): FileInterpreter[] {
  const known = new Map(existing.interpreters.map((one) => [one.name, one]));
  return rows.map((row): FileInterpreter => {
    const before = known.get(row.text('name')) ?? noReach;
    const stays = (field: string): boolean => !row.has(field) && (adding || !row.says(field));
    const surname = stays('surname') ? before.surname : row.text('surname');
    return {
      name: row.text('name'),
      languages: [...languagesOf(row.text('languages'))],
      surname,
      givenName: stays('givenName') ? before.givenName : row.text('givenName'),
      nameOrder: stays('nameOrder') && before.surname === surname ? before.nameOrder : orderOfName(row, surname),
      email: stays('email') ? before.email : emailIn(row),
      phone: stays('phone') ? before.phone : phoneIn(row),
      longestMinutes: stays('longestMinutes') ? before.longestMinutes : row.numberOrNull('longestMinutes'),
      restMinutes: stays('restMinutes') ? before.restMinutes : row.numberOrNull('restMinutes'),
    };
  });
}

/** Absences: of a participant or an interpreter, in a slot or a span. */
export function readUnavailable(rows: readonly Row[], find: Find, report: Report): FileUnavailable[] {
  return rows.map((row) => {
    if (row.has('participant') === row.has('interpreter'))
      report(
        problemAt(row.place('participant'), 'meetings.file_one_of_two', {
          one: row.place('participant').column,
          other: row.place('interpreter').column,
        }),
      );
    const spanned = row.has('date') || row.has('start') || row.has('end');
    if (row.has('slot') === spanned)
      report(problemAt(row.place('slot'), 'meetings.file_one_of_two', { one: row.place('slot').column, other: row.place('date').column }));
    const away: FileAway = row.has('slot')
      ? { kind: 'slot', slot: row.count('slot', 0) }
      : { kind: 'span', date: row.day('date'), start: row.clock('start'), end: row.clock('end') };
    const who = row.has('interpreter')
      ? ({ kind: 'interpreter', name: row.text('interpreter') } as const)
      : ({ kind: 'participant', code: find(row.text('participant')) } as const);
    return { who, away, reason: row.text('reason') };
  });
}

type SaidBefore = (row: Row, from: string, to: string) => Pick<FileRequest, 'wish' | 'session' | 'note'>;

/** What a request says that its row does not: as it stands where the sheet has no column of it or, added, leaves it blank; else the blank. */
export function saidBefore(existing: EditionFile['requests'], adding: boolean): SaidBefore {
  const standing = Map.groupBy(existing, ({ from, to }) => JSON.stringify([from, to]));
  return (row, from, to) => {
    const own = standing.get(JSON.stringify([from, to])) ?? [];
    // Of several meetings of two sides a row without a number means none in particular.
    const before = row.has('meeting')
      ? own.find(({ meeting }) => meeting === row.numberOrNull('meeting'))
      : own.length === 1
        ? own[0]
        : null;
    const stays = (field: string): boolean => !row.has(field) && (adding || !row.says(field));
    return {
      // Whoever stands in a list of wishes is wished for.
      wish: stays('wish') && before?.wish === 'must' ? 'must' : 'want',
      session: stays('session') ? (before?.session ?? null) : null,
      note: stays('note') ? (before?.note ?? '') : '',
    };
  };
}

interface RequestsContext {
  readonly codeOf: Find;
  readonly isKnown: (text: string) => boolean;
  readonly said: SaidBefore;
}

/** The requests of a row: who and whom as code or name, several where a cell names several; a wish unless said otherwise. */
export function readRequestsOf(row: Row, { codeOf, isKnown, said }: RequestsContext): readonly UnnumberedRequest[] {
  const [from = [], to = []] = (['from', 'to'] as const).map((field) => severalIn(row.text(field), isKnown).map(codeOf));
  const meeting = row.numberOrNull('meeting');
  const session = sessionOf(row);
  const wish = row.has('wish') ? row.word('wish', wishWords, 'want') : null;
  return from.flatMap((one) =>
    to.map((other): UnnumberedRequest => {
      const before = said(row, one, other);
      return {
        ...{ from: one, to: other, meeting },
        wish: wish ?? before.wish,
        session: row.has('session') ? session : before.session,
        note: row.has('note') ? row.text('note') : before.note,
      };
    }),
  );
}

/** Whom the company of a row would like to meet; of a cell that is to be read as blank whoever is known all the same. */
export function readWishesOf(row: Row, from: string, { codeOf, isKnown, said }: RequestsContext): readonly UnnumberedRequest[] {
  const text = row.written('wishes');
  if (text === '') return [];
  const named = severalIn(text, isKnown);
  const codes = (row.isBlanked('wishes') ? named.filter(isKnown) : named).map(codeOf);
  return [...new Set(codes)]
    .filter((to) => !row.isBlanked('wishes') || to !== from)
    .map((to) => ({ from, to, meeting: null, ...said(row, from, to) }));
}

/** Orders of meetings. */
export const readOrders = (rows: readonly Row[]): FileOrder[] =>
  rows.map((row) => ({ earlier: row.count('earlier', 0), later: row.count('later', 0) }));
