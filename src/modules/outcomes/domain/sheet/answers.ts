// What is asked of a sheet, and how it is answered: once for all rows in which the same stands, or for one row.
import type { Params } from '#kernel/result.ts';

export const askedAbout = [
  ...(['row', 'kind', 'stage', 'city', 'organisation', 'date', 'amount', 'currency', 'count'] as const),
  ...(['same', 'doubt'] as const),
] as const;
export type AskedAbout = (typeof askedAbout)[number];

/** `leave`: such rows are left out. `note`: the words are kept in the note, and nothing is made of them. `name`: the name alone. `as_is`: it is right. */
export const standingChoices = ['leave', 'note', 'name', 'as_is'] as const;

export interface SheetAnswer {
  readonly about: AskedAbout;
  /** The words that the question is about; of a row its number. */
  readonly of: string;
  readonly choice: string;
}

/** `choices` are values of the field, ids, or standing ones; what is asked without any but `leave` has to be mended in the sheet. */
export interface SheetQuestion {
  readonly about: AskedAbout;
  readonly of: string;
  readonly code: string;
  readonly params: Params;
  readonly choices: readonly string[];
}

export type Answers = (about: AskedAbout, of: string) => string | null;

export function answersOf(answers: readonly SheetAnswer[]): Answers {
  const found = new Map(answers.map(({ about, of, choice }) => [`${about}\n${of}`, choice]));
  return (about, of) => found.get(`${about}\n${of}`) ?? null;
}

/** Gathers what the cells of one row ask and what they keep for its note, while they are read. */
export class RowReading {
  readonly questions: SheetQuestion[] = [];
  readonly notes: string[] = [];
  isLeft = false;
  private readonly answers: Answers;

  constructor(answers: Answers) {
    this.answers = answers;
  }

  /** The answer, null where it is still asked or settles the row otherwise: left out, or kept as words of the note. */
  ask(
    question: Omit<SheetQuestion, 'of' | 'params'> & { readonly of: string; readonly params?: Params; readonly note?: string },
  ): string | null {
    const { about, of, code, choices, params = {}, note } = question;
    const all = [...choices, ...(note === undefined ? [] : ['note']), 'leave'];
    const answer = this.answers(about, of);
    if (answer === null || !all.includes(answer)) {
      this.questions.push({ about, of, code, params, choices: all });
      return null;
    }
    if (answer === 'leave') this.isLeft = true;
    if (answer === 'note' && note !== undefined) this.notes.push(note);
    return answer === 'leave' || answer === 'note' ? null : answer;
  }
}
