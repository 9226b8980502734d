// What becomes of each pasted row once its city is known: understood, a question with its answers, or not understood.
import type { FlexDate } from '#kernel/flex-date.ts';
import { fold } from '#kernel/fold.ts';
import type { Params } from '#kernel/result.ts';
import type { Status } from '#modules/ties/domain/attributes.ts';
import { changesOf, keptAsWeSay, type ChangeAnswer, type ChangeQuestion } from './changes.ts';
import { dateStep, saysClass, saysNote, type KnownFacts, type RowOrigin } from './known-facts.ts';
import type { NotedCell } from './noted-cells.ts';
import { joined } from './joined.ts';
import type { Reading } from '#reading/cells.ts';
import { isCountryUnknown, type ReadRow } from './read-rows.ts';

/** A city that a cell may mean; `geonamesId` alone where the register does not hold it yet. */
export interface CityChoice {
  readonly cityId: string | null;
  readonly geonamesId: number | null;
  readonly name: string;
  readonly country: string | null;
  /** What tells places of one name apart: a state by its letters, inhabitants, the nearest great city. */
  readonly region?: string | undefined;
  readonly population?: number | undefined;
  readonly near?: { readonly name: string; readonly kilometres: number } | undefined;
  /** A prefecture or district that neither holds: with its row it enters the register under this name. */
  readonly body?: 'region' | 'district' | undefined;
}

/** One text for one city, on record or not. */
export const cityKey = ({ cityId, geonamesId, name, country }: CityChoice): string =>
  cityId ?? (geonamesId === null ? `written ${fold(name)} ${country ?? ''}` : `geonames ${String(geonamesId)}`);

/**
 * What the register answers to the name of a city; of `none`, `choices` are those written alike. The first choice is `likely` where a person
 * would hardly choose another.
 */
export type CityMatch =
  | { readonly state: 'one'; readonly city: CityChoice }
  | { readonly state: 'several' | 'none'; readonly choices: readonly CityChoice[]; readonly isLikely?: boolean }
  | { readonly state: 'cities'; readonly choices: readonly CityChoice[] };

/** What one is asked of a row, what can be answered, and what a person most likely answers: null where that is open. */
export type RowQuestion = ChangeQuestion | CellQuestion;

type CellQuestion = { readonly code: string; readonly params: Params; readonly suggested: Suggestion | null } & (
  | { readonly about: 'city'; readonly choices: readonly CityChoice[] }
  | { readonly about: 'since'; readonly choices: readonly FlexDate[] }
  | { readonly about: 'class' | 'status' | 'country'; readonly choices: readonly string[] }
  | { readonly about: 'row'; readonly choices: readonly never[] }
);

export type Suggestion = Omit<RowAnswer, 'row'>;

/** A person's answers for one row, by its number. */
export interface RowAnswer extends ChangeAnswer {
  readonly row: number;
  readonly city?: CityChoice | undefined;
  /** The ISO code of what is written in the row: it holds for all rows with that word. */
  readonly country?: string | undefined;
  readonly since?: FlexDate | undefined;
  readonly classCode?: string | undefined;
  readonly status?: Status | undefined;
  /** Cells that cannot be read and are kept as words of the note. */
  readonly asNote?: readonly NotedCell[] | undefined;
  readonly leaveOut?: boolean | undefined;
}

/** A row ready to be kept. */
export interface UnderstoodRow extends RowOrigin {
  readonly number: number;
  readonly city: CityChoice;
  readonly since: FlexDate | null;
  readonly classCode: string | null;
  readonly status: Status | null;
  readonly source: string;
  readonly note: string;
  /** Whether an earlier date, class or note of ours that differs stays beside it. */
  readonly keepsBoth: Readonly<Record<'date' | 'class' | 'note', boolean>>;
}

/**
 * `same`: the register says all of it already, so there is nothing to do. `joined`: what it says is part of the row at line `with`; an
 * understood row has one where an earlier one of its tie still asks something: it will be part of that one once it is answered. The
 * `city` of a row that asks something is that of a tie which the office keeps, else null.
 */
export type Verdict =
  | { readonly number: number; readonly state: 'understood' | 'same'; readonly row: UnderstoodRow; readonly with: number | null }
  | {
      readonly number: number;
      readonly state: 'question' | 'not_understood';
      readonly questions: readonly RowQuestion[];
      readonly city: CityChoice | null;
    }
  | { readonly number: number; readonly state: 'joined'; readonly with: number }
  | { readonly number: number; readonly state: 'left_out' | 'heading' };

/** What is known of each row besides its own cells. */
export interface Around {
  readonly matchOf: (row: ReadRow) => CityMatch;
  /** The office's own city. */
  readonly own: string;
  /** What is known of the tie with a city; null where the office does not keep it. */
  readonly known: (cityId: string) => KnownFacts | null;
}

const valueOf = <T>(reading: Reading<T>): T | null => (reading.state === 'read' ? reading.value : null);

const ofRow = (code: string, params: Params, suggested: Suggestion | null): RowQuestion => ({
  ...{ about: 'row', code, params, choices: [], suggested },
});

const cityCodes = { several: 'desk.paste_city_several', none: 'desk.paste_city_unknown', cities: 'desk.paste_cities_in_cell' } as const;

function cityOf(read: ReadRow, answer: RowAnswer | undefined, { matchOf, own }: Around): CityChoice | RowQuestion {
  if (answer?.city === undefined && read.city === '' && read.code === '') return ofRow('desk.paste_city_missing', {}, { leaveOut: true });
  if (answer?.city === undefined && answer?.country === undefined && isCountryUnknown(read))
    return {
      ...{ about: 'country', code: 'desk.paste_country_unknown', params: { cell: read.countryWritten.slice(0, 60) } },
      ...{ choices: [], suggested: null },
    };
  const match: CityMatch = answer?.city === undefined ? matchOf(read) : { state: 'one', city: answer.city };
  if (match.state === 'one') return match.city.cityId === own ? ofRow('ties.with_itself', {}, { leaveOut: true }) : match.city;
  const [first] = match.choices;
  const isLikely = match.state !== 'cities' && match.isLikely === true && first !== undefined;
  // The country may stand in the cell of the city: one of another country is another question.
  const named = [read.city, read.region].filter((word) => word !== '').join(', ');
  const params = {
    cell: (read.city === '' ? read.code : named).slice(0, 60),
    ...(read.country === null ? {} : { country: read.country }),
  };
  return { about: 'city', code: cityCodes[match.state], params, choices: match.choices, suggested: isLikely ? { city: first } : null };
}

/** A cell that is said to be as the one above it: the answer is there and waits for a yes. */
const AS_ABOVE = 'desk.paste_as_above';

const isQuestion = (found: CityChoice | RowQuestion): found is RowQuestion => 'code' in found;

/** Where nothing but the century was left out, the likelier one; of a day that no month has nobody knows what is wrong. */
const sinceSuggested = (
  { code, choices: [first] }: Extract<ReadRow['since'], { state: 'question' }>,
  asNote: Suggestion,
): Suggestion | null =>
  first === undefined || code === 'kernel.date_does_not_exist'
    ? asNote
    : code === 'kernel.date_century' || code === AS_ABOVE
      ? { since: first }
      : null;

/** Whose answers merely complete what is written; of all others the words stay in the note. */
const COMPLETED: ReadonlySet<string> = new Set(['kernel.date_ambiguous', 'kernel.date_century', 'desk.paste_year_unlikely', AS_ABOVE]);

/** Cells whose words an answer stands for without saying all of them: "1980s", "twin (suspended 2022)". */
const reworded = (read: ReadRow, answer: RowAnswer | undefined): readonly NotedCell[] => [
  ...(read.since.state === 'question' && answer?.since !== undefined && !COMPLETED.has(read.since.code) ? (['since'] as const) : []),
  ...(read.classCode.state === 'question' && answer?.classCode !== undefined && !COMPLETED.has(read.classCode.code)
    ? (['class'] as const)
    : []),
  ...(read.status.state === 'question' && answer?.status !== undefined && !COMPLETED.has(read.status.code) ? (['status'] as const) : []),
];

const statusSuggested = (
  { code, choices: [first] }: Extract<ReadRow['status'], { state: 'question' }>,
  asNote: Suggestion,
): Suggestion | null => (code === AS_ABOVE ? { status: first } : code === 'desk.paste_status_in_remarks' ? null : asNote);

/** Questions about the cells of a row that nobody has answered: what cannot be read is best kept as words. */
function openQuestions(read: ReadRow, answer: RowAnswer | undefined): readonly RowQuestion[] {
  const { since, classCode, status } = read;
  const noted = (cell: NotedCell): boolean => answer?.asNote?.includes(cell) === true;
  const asNote = (cell: NotedCell): Suggestion => ({ asNote: [cell] });
  return [
    ...(since.state === 'question' && answer?.since === undefined && !noted('since')
      ? [{ ...since, about: 'since' as const, suggested: sinceSuggested(since, asNote('since')) }]
      : []),
    ...(classCode.state === 'question' && answer?.classCode === undefined && !noted('class')
      ? [{ ...classCode, about: 'class' as const, suggested: classCode.code === AS_ABOVE ? { classCode: classCode.choices[0] } : null }]
      : []),
    ...(status.state === 'question' && answer?.status === undefined && !noted('status')
      ? [{ ...status, about: 'status' as const, suggested: statusSuggested(status, asNote('status')) }]
      : []),
  ].map(({ about, code, params, choices, suggested }) => ({ about, code, params, choices, suggested }) as RowQuestion);
}

/** Whether the register says all of the row already. */
const isKnown = ({ since, classCode, status, note, ...origin }: UnderstoodRow, known: KnownFacts | null): boolean =>
  known !== null &&
  (since === null || dateStep(since, known, origin).step === 'nothing') &&
  (classCode === null || saysClass(classCode, known, origin)) &&
  (status === null || known.status === status) &&
  (note === '' || saysNote(note, known));

/** What a row says once its city is known, with its answers. */
function understood(read: ReadRow, city: CityChoice, answer: RowAnswer | undefined): UnderstoodRow {
  const { number, source, isFromRegister } = read;
  const noted = [...new Set([...(answer?.asNote ?? []), ...reworded(read, answer)])].map((cell) => read.asNote[cell]);
  return {
    ...{ number, city, source, isFromRegister },
    keepsBoth: {
      date: answer?.earlier === 'keep_both',
      class: answer?.earlierClass === 'keep_both',
      note: answer?.earlierNote === 'keep_both',
    },
    since: answer?.since ?? valueOf(read.since),
    classCode: answer?.classCode ?? valueOf(read.classCode),
    status: answer?.status ?? valueOf(read.status),
    note: [read.note, ...noted].filter((line) => line !== '').join('\n'),
  };
}

/**
 * One verdict for every row, in order. A city named by two rows is one tie: what they say is put together where nothing of it differs, else
 * the second one is asked about.
 */
export function verdictsOf(rows: readonly ReadRow[], answers: readonly RowAnswer[], around: Around): readonly Verdict[] {
  const answerOf = new Map(answers.map((answer) => [answer.row, answer]));
  const first = new Map<string, { readonly line: number; readonly at: number }>();
  const knownOf = ({ cityId }: CityChoice): KnownFacts | null => (cityId === null ? null : around.known(cityId));
  // Where our own word is kept, there is nothing to enter of that cell.
  const asking = new Map<string, number>();
  const judged = (row: UnderstoodRow, answer: RowAnswer | undefined): Verdict => {
    const left = keptAsWeSay(row, answer);
    return {
      number: row.number,
      state: isKnown(left, knownOf(row.city)) ? 'same' : 'understood',
      row: left,
      with: asking.get(cityKey(row.city)) ?? null,
    };
  };
  const verdicts: Verdict[] = [];
  const verdictOf = (read: ReadRow): Verdict => {
    const { number, line } = read;
    const answer = answerOf.get(number);
    if (answer?.leaveOut === true) return { number, state: 'left_out' };
    if (read.isHeading && answer === undefined) return { number, state: 'heading' };
    const city = cityOf(read, answer, around);
    const open = openQuestions(read, answer);
    const row = isQuestion(city) ? null : understood(read, city, answer);
    const before = row === null ? undefined : first.get(cityKey(row.city));
    const earlier = before === undefined ? undefined : verdicts[before.at];
    if (row !== null && before !== undefined && earlier !== undefined && 'row' in earlier && open.length === 0) {
      const both = joined(earlier.row, row);
      if (both !== null) {
        verdicts[before.at] = judged(both, answerOf.get(both.number));
        return { number, state: 'joined', with: before.line };
      }
    }
    const questions: readonly RowQuestion[] = [
      ...(isQuestion(city) ? [city] : []),
      ...(before === undefined ? [] : [ofRow('desk.paste_twice', { row: before.line }, null)]),
      ...open,
      ...(row === null || before !== undefined ? [] : changesOf(knownOf(row.city), row, answer)),
    ];
    if (row === null || questions.length > 0) {
      if (row !== null && before === undefined && !asking.has(cityKey(row.city))) asking.set(cityKey(row.city), line);
      return {
        number,
        state: questions.every(({ about, choices }) => choices.length > 0 || about === 'country') ? 'question' : 'not_understood',
        questions,
        city: row !== null && knownOf(row.city) !== null ? row.city : null,
      };
    }
    first.set(cityKey(row.city), { line, at: verdicts.length });
    return judged(row, answer);
  };
  for (const read of rows) verdicts.push(verdictOf(read));
  return verdicts;
}
