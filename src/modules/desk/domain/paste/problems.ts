// The problem list of a paste: every row that is not simply in the register as it was written, with what is wrong and what was done.
import type { Params } from '#kernel/result.ts';
import { choiceOf, isRegisterPlace, type EarlierChoice } from './changes.ts';
import type { RowAnswer, RowQuestion, Verdict } from './verdicts.ts';
import type { ColumnMeaning } from './heads.ts';
import type { ReadRow } from './read-rows.ts';

export const pasteOutcomes = [
  'taken_for',
  'kept_in_note',
  'joined',
  'parted',
  'left_out',
  'open',
  'kept_both',
  'replaced',
  'kept_ours',
] as const;
export type PasteOutcome = (typeof pasteOutcomes)[number];

/** What an answer put in the place of a cell. */
export type TakenValue =
  | { readonly kind: 'city'; readonly name: string; readonly country: string | null }
  | { readonly kind: 'country'; readonly country: string }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'code'; readonly code: string };

export interface PasteProblem {
  readonly line: number;
  /** What the column is taken for; null where it is about the whole row. */
  readonly about: ColumnMeaning | null;
  readonly code: string;
  readonly params: Params;
  readonly outcome: PasteOutcome;
  readonly taken: TakenValue | null;
}

export interface JudgedRow {
  readonly row: ReadRow;
  /** As it was copied: of a line that names several cities all of them. */
  readonly cityCell: string;
  /** What would be asked if nobody had answered. */
  readonly asked: Verdict;
  /** What became of it. */
  readonly now: Verdict['state'] | 'kept';
  readonly answer: RowAnswer | undefined;
}

const columnOf: Readonly<Record<RowQuestion['about'], ColumnMeaning | null>> = {
  ...{ city: 'city', country: 'country', since: 'since', class: 'class', status: 'status', row: null },
  ...{ earlier: 'since', earlier_class: 'class', earlier_status: 'status', earlier_note: 'note' },
};

const ofChoice = { keep: 'kept_ours', keep_both: 'kept_both', replace: 'replaced' } as const satisfies Readonly<
  Record<EarlierChoice, PasteOutcome>
>;

function settled({ about }: RowQuestion, answer: RowAnswer | undefined): Pick<PasteProblem, 'outcome' | 'taken'> | null {
  const noted = (about === 'since' || about === 'class' || about === 'status') && answer?.asNote?.includes(about) === true;
  if (noted) return { outcome: 'kept_in_note', taken: null };
  if (answer?.city !== undefined && (about === 'city' || about === 'row'))
    return { outcome: 'taken_for', taken: { kind: 'city', name: answer.city.name, country: answer.city.country } };
  if (about === 'country' && answer?.country !== undefined)
    return { outcome: 'taken_for', taken: { kind: 'country', country: answer.country } };
  if (about === 'country' && answer?.city !== undefined) return { outcome: 'kept_in_note', taken: null };
  if (about === 'since' && answer?.since !== undefined) return { outcome: 'taken_for', taken: { kind: 'word', word: answer.since.text } };
  if (about === 'class' && answer?.classCode !== undefined)
    return { outcome: 'taken_for', taken: { kind: 'code', code: answer.classCode } };
  if (about === 'status' && answer?.status !== undefined) return { outcome: 'taken_for', taken: { kind: 'code', code: answer.status } };
  const choice = isRegisterPlace(about) ? choiceOf(answer, about) : undefined;
  if (choice !== undefined) return { outcome: ofChoice[choice], taken: null };
  return null;
}

function ofQuestions({ row, asked, now, answer }: JudgedRow): readonly PasteProblem[] {
  if (!('questions' in asked)) return [];
  return asked.questions.map((question) => {
    const { code, params } = question;
    const place = { line: row.line, about: columnOf[question.about], code, params };
    // The question was about a cell; what was left out is the whole row.
    if (now === 'left_out') return { ...place, about: null, outcome: 'left_out', taken: null };
    if (now === 'joined') return { ...place, outcome: 'joined', taken: null };
    return { ...place, ...(settled(question, answer) ?? { outcome: 'open', taken: null }) };
  });
}

function ofRow({ row, cityCell, asked, now, answer }: JudgedRow, isParted: boolean): readonly PasteProblem[] {
  const about = (code: string, outcome: PasteOutcome, more: Partial<PasteProblem> = {}): PasteProblem => ({
    ...{ line: row.line, about: null, code, params: {}, outcome, taken: null, ...more },
  });
  const city = answer?.city;
  const isAsked = 'questions' in asked && asked.questions.some((question) => question.about === 'city' || question.about === 'row');
  return [
    ...(asked.state === 'heading' ? [about('ties.paste_heading', 'left_out')] : []),
    ...(asked.state === 'joined' ? [about('desk.paste_twice', 'joined', { params: { row: asked.with } })] : []),
    ...(now === 'left_out' && asked.state !== 'heading' && !('questions' in asked) ? [about('ties.paste_left_out', 'left_out')] : []),
    ...(isParted ? [about('desk.paste_cities_in_cell', 'parted', { about: 'city', params: { cell: cityCell.trim().slice(0, 60) } })] : []),
    // The register holds the city by now, so that nothing of it is asked any more.
    ...(city !== undefined && !isAsked
      ? [
          about('desk.paste_city_several', 'taken_for', {
            about: 'city',
            params: { cell: row.city.slice(0, 60) },
            taken: { kind: 'city', name: city.name, country: city.country },
          }),
        ]
      : []),
  ];
}

/** In the order of the lines; none for a row that the register holds as it was written. */
export function pasteProblems(judged: readonly JudgedRow[]): readonly PasteProblem[] {
  const parts = Map.groupBy(judged, ({ row }) => row.line);
  return judged
    .flatMap((one) => [...ofRow(one, one.row.number === one.row.line && (parts.get(one.row.line)?.length ?? 1) > 1), ...ofQuestions(one)])
    .toSorted((x, y) => x.line - y.line);
}
