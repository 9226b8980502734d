// What becomes of each pasted row once its city is known: understood, a question with its answers, or not understood.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Params } from '#kernel/result.ts';
import type { Status } from './attributes.ts';
import { dateStep, type KnownFacts } from './known-facts.ts';
import type { ReadRow, Reading } from './paste.ts';

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
}

/** What the register answers to the name of a city; of `none`, `choices` are those written alike. */
export type CityMatch =
  { readonly state: 'one'; readonly city: CityChoice } | { readonly state: 'several' | 'none'; readonly choices: readonly CityChoice[] };

/** What one is asked of a row, and what can be answered. */
export type RowQuestion = { readonly code: string; readonly params: Params } & (
  | { readonly about: 'city'; readonly choices: readonly CityChoice[] }
  | { readonly about: 'since'; readonly choices: readonly FlexDate[] }
  | { readonly about: 'class' | 'status'; readonly choices: readonly string[] }
  | { readonly about: 'earlier'; readonly choices: readonly ('keep_both' | 'replace')[] }
  | { readonly about: 'row'; readonly choices: readonly never[] }
);

/** A person's answers for one row, by the number of its line. */
export interface RowAnswer {
  readonly row: number;
  readonly city?: CityChoice | undefined;
  readonly since?: FlexDate | undefined;
  readonly classCode?: string | undefined;
  readonly status?: Status | undefined;
  readonly earlier?: 'keep_both' | 'replace' | undefined;
  readonly leaveOut?: boolean | undefined;
}

/** A row ready to be kept. */
export interface UnderstoodRow {
  readonly number: number;
  readonly city: CityChoice;
  readonly since: FlexDate | null;
  readonly classCode: string | null;
  readonly status: Status | null;
  readonly source: string;
  readonly note: string;
  /** How the row stands to an earlier value of ours that differs. */
  readonly earlier: 'keep_both' | 'replace';
}

/** `same`: the register says all of it already, so there is nothing to do. */
export type Verdict =
  | { readonly number: number; readonly state: 'understood' | 'same'; readonly row: UnderstoodRow }
  | { readonly number: number; readonly state: 'question' | 'not_understood'; readonly questions: readonly RowQuestion[] }
  | { readonly number: number; readonly state: 'left_out' };

/** What is known of each row besides its own cells. */
export interface Around {
  readonly matchOf: (row: ReadRow) => CityMatch;
  /** The office's own city. */
  readonly own: string;
  /** What is known of the tie with a city; null where the office does not keep it. */
  readonly known: (cityId: string) => KnownFacts | null;
}

const keyOf = ({ cityId, geonamesId }: CityChoice): string => cityId ?? `geonames ${String(geonamesId)}`;

const valueOf = <T>(reading: Reading<T>): T | null => (reading.state === 'read' ? reading.value : null);

function cityOf(read: ReadRow, answer: RowAnswer | undefined, { matchOf, own }: Around): CityChoice | RowQuestion {
  if (answer?.city === undefined && read.city === '' && read.code === '')
    return { about: 'row', code: 'ties.paste_city_missing', params: {}, choices: [] };
  const match: CityMatch = answer?.city === undefined ? matchOf(read) : { state: 'one', city: answer.city };
  const params = { cell: (read.city === '' ? read.code : read.city).slice(0, 60) };
  if (match.state === 'one')
    return match.city.cityId === own ? { about: 'row', code: 'ties.with_itself', params: {}, choices: [] } : match.city;
  const code = match.state === 'several' ? 'ties.paste_city_several' : 'ties.paste_city_unknown';
  return { about: 'city', code, params, choices: match.choices };
}

const isQuestion = (found: CityChoice | RowQuestion): found is RowQuestion => 'code' in found;

/** Questions about the cells of a row that nobody has answered. */
function openQuestions(read: ReadRow, answer: RowAnswer | undefined): readonly RowQuestion[] {
  const { since, classCode, status } = read;
  return [
    ...(since.state === 'question' && answer?.since === undefined ? [{ ...since, about: 'since' as const }] : []),
    ...(classCode.state === 'question' && answer?.classCode === undefined ? [{ ...classCode, about: 'class' as const }] : []),
    ...(status.state === 'question' && answer?.status === undefined ? [{ ...status, about: 'status' as const }] : []),
  ].map(({ about, code, params, choices }) => ({ about, code, params, choices }) as RowQuestion);
}

/** Says whose date the row contradicts, and what the grid shows where that is another one. */
function earlierQuestion(known: KnownFacts | null, since: FlexDate | null, answer: RowAnswer | undefined): readonly RowQuestion[] {
  if (since === null || known === null || answer?.earlier !== undefined) return [];
  const step = dateStep(since, known);
  if (step.step !== 'contradicts') return [];
  const { ours } = step;
  const { shown } = known;
  const said = { date: ours.date.text, qualifier: ours.date.qualifier, source: ours.source ?? '', pasted: since.text };
  const isShown = shown === null || shown.id === ours.id || shown.date.text === ours.date.text;
  const params = isShown ? said : { ...said, shown: shown.date.text, shownSource: shown.source ?? '', shownIsOurs: String(shown.isOurs) };
  const code = isShown ? 'ties.paste_earlier_differs' : 'ties.paste_earlier_and_shown';
  return [{ about: 'earlier', code, params, choices: ['keep_both', 'replace'] }];
}

/** Whether the register says all of the row already. */
const isKnown = ({ since, classCode, status, note }: UnderstoodRow, known: KnownFacts | null): boolean =>
  known !== null &&
  (since === null || dateStep(since, known).step === 'nothing') &&
  (classCode === null || known.classes.includes(classCode)) &&
  (status === null || known.status === status) &&
  (note === '' || known.notes.includes(note));

/** One verdict for every row, in order. A city named by two rows is a question about the second. */
export function verdictsOf(rows: readonly ReadRow[], answers: readonly RowAnswer[], around: Around): readonly Verdict[] {
  const answerOf = new Map(answers.map((answer) => [answer.row, answer]));
  const first = new Map<string, number>();
  const knownOf = ({ cityId }: CityChoice): KnownFacts | null => (cityId === null ? null : around.known(cityId));
  return rows.map((read): Verdict => {
    const { number } = read;
    const answer = answerOf.get(number);
    if (answer?.leaveOut === true) return { number, state: 'left_out' };
    const city = cityOf(read, answer, around);
    const since = answer?.since ?? valueOf(read.since);
    const before = isQuestion(city) ? undefined : first.get(keyOf(city));
    const questions: readonly RowQuestion[] = [
      ...(isQuestion(city) ? [city] : []),
      ...(before === undefined ? [] : [{ about: 'row' as const, code: 'ties.paste_twice', params: { row: before }, choices: [] }]),
      ...openQuestions(read, answer),
      ...(isQuestion(city) || before !== undefined ? [] : earlierQuestion(knownOf(city), since, answer)),
    ];
    if (isQuestion(city) || questions.length > 0)
      return { number, state: questions.every(({ choices }) => choices.length > 0) ? 'question' : 'not_understood', questions };
    first.set(keyOf(city), number);
    const { source, note } = read;
    const [classCode, status] = [answer?.classCode ?? valueOf(read.classCode), answer?.status ?? valueOf(read.status)];
    const row = { number, city, since, classCode, status, source, note, earlier: answer?.earlier ?? ('replace' as const) };
    return { number, state: isKnown(row, knownOf(city)) ? 'same' : 'understood', row };
  });
}
