// What a transaction that only reads asks after its first statement, as the same asker asked it last time (speculative prefetch): it goes with the first
// one, so that all of an answer is one way to the database and back. It is used where exactly that is asked indeed, under rights that did not change meanwhile.
import { Latest } from '#kernel/memory/latest.ts';
import { asGivenNow } from './said-again.ts';

interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

const mostKnown = 1000;
const mostFollowing = 6;
const longestStamp = 4000;
const longestList = 100;

/** What followed a first statement last time, by who asked it and with which values (a cache). */
const followed = new Latest<string, readonly Statement[]>(mostKnown);

const numbers = new Latest<string, number>(2000);
let numbered = 0;

/** The text by a number of its own: texts have thousands of characters. */
function numberOf(text: string): number {
  const number = numbers.get(text) ?? (numbered += 1);
  numbers.set(text, number);
  return number;
}

/** Tells a statement with its values from all others; null of what is too long to be compared each time. */
function stampOf(text: string, values: readonly unknown[]): string | null {
  if (values.some((value) => Array.isArray(value) && value.length > longestList)) return null;
  const stamp = `${numberOf(text)} ${JSON.stringify(values)}`;
  return stamp.length > longestStamp ? null : stamp;
}

/** How far a text can be foreseen: what is asked with the time of now never can. Below zero it is only watched. */
const trust = new Latest<string, number>(2000);
const judge = (text: string, by: number): void => void trust.set(text, Math.min(4, Math.max(-20, (trust.get(text) ?? 0) + by)));

interface Expected {
  readonly text: string;
  /** Null of what is only watched. */
  readonly answer: Promise<unknown> | null;
}

/** One connection's: knows the transaction that runs on it. */
export class Foresight {
  #first: string | null = null;
  #asked: Statement[] = [];
  readonly #expected = new Map<string, Expected>();

  /** A transaction has sent its first statement, on behalf of `who`: `send` is given what followed last time. */
  begin(who: readonly unknown[], { text, values }: Statement, send: (statement: Statement) => Promise<unknown>): void {
    const stamp = stampOf(text, values);
    this.#first = stamp === null ? null : `${stamp} ${JSON.stringify(who)}`;
    this.#asked = [];
    this.#expected.clear();
    for (const next of followed.get(this.#first ?? '') ?? []) {
      const given = next.values.map(asGivenNow);
      const nextStamp = stampOf(next.text, given);
      if (nextStamp === null || given.some((value, at) => value === null && next.values[at] !== null)) return;
      const answer = (trust.get(next.text) ?? 0) < 0 ? null : send({ text: next.text, values: given });
      answer?.catch(() => undefined);
      this.#expected.set(nextStamp, { text: next.text, answer });
    }
  }

  /** What comes next is asked with other rights, or is more than is to be foreseen. */
  stop(): void {
    for (const { text, answer } of this.#expected.values()) if (answer !== null) judge(text, -2);
    this.#first = null;
    this.#expected.clear();
  }

  /** The answer that is on its way to this very question; null: it is to be asked. */
  answerTo(text: string, values: unknown[]): Promise<unknown> | null {
    if (this.#first === null) return null;
    const stamp = stampOf(text, values);
    if (stamp === null || this.#asked.length >= mostFollowing) return null;
    this.#asked.push({ text, values });
    const expected = this.#expected.get(stamp);
    if (expected === undefined) return null;
    this.#expected.delete(stamp);
    judge(text, 1);
    return expected.answer;
  }

  /** The transaction is over; one that failed is not foreseen. */
  end(isDone: boolean): void {
    if (this.#first === null) return;
    if (isDone && this.#asked.length > 0) followed.set(this.#first, this.#asked);
    else followed.delete(this.#first);
    this.stop();
  }
}
