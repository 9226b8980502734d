// What the page shows on which a letter is answered without any script: drawn on the server, from what was opened and what a form sent.
import type { FollowUpAnswer } from '../domain/follow-up/fate.ts';
import type { FollowUpQuestion } from './follow-up.ts';

/** One problem: where in the form, '' for the whole, and what, in the reader's language. */
export interface LetterProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

interface Common {
  /** To which its forms are sent. */
  readonly address: string;
  /** What was refused, as a whole and field by field. */
  readonly message: string | null;
  readonly problems: readonly LetterProblem[];
}

/** The link is still to be pasted. */
export interface LetterToPaste extends Common {
  readonly kind: 'paste';
}

export interface LetterOpened extends Common {
  readonly kind: 'opened';
  readonly token: string;
  readonly question: FollowUpQuestion;
  /** Chosen in the letter. */
  readonly preset: FollowUpAnswer | null;
  /** Just now. */
  readonly isRecorded: boolean;
  /** What is asked before it is recorded, by code. */
  readonly asks: readonly string[];
  /** What the answer is sent as: the same form sent again records nothing more. */
  readonly sending: string;
  /** What was filled in and refused, by field. */
  readonly sent: Readonly<Record<string, readonly string[]>> | null;
}

export type LetterShown = LetterToPaste | LetterOpened;
