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

/** A statement that was asked after its first one last time; `isSure`: and the time before, with the same values. */
interface Remembered extends Statement {
  readonly isSure: boolean;
}

/** What followed a first statement last time, by who asked it and with which values (a cache). */
const followed = new Latest<string, readonly Remembered[]>(mostKnown);

/** Texts have thousands of characters: each has a number of its own, and one copy of it is kept. */
const texts = new Latest<string, { readonly number: number; readonly text: string }>(2000);
let numbered = 0;

function keptOf(text: string): { readonly number: number; readonly text: string } {
  const kept = texts.get(text) ?? { number: (numbered += 1), text };
  texts.set(kept.text, kept);
  return kept;
}

/** Tells a statement with its values from all others; null of what is too long to be compared each time. */
function stampOf(text: string, values: readonly unknown[]): string | null {
  if (values.some((value) => Array.isArray(value) && value.length > longestList)) return null;
  const stamp = `${keptOf(text).number} ${JSON.stringify(values)}`;
  return stamp.length > longestStamp ? null : stamp;
}

/** What changes how later statements are read: nothing behind it is foreseen. */
const settings = 'set_config(';

/** One connection's: knows the transaction that runs on it. */
export class Foresight {
  #first: string | null = null;
  #asked: Remembered[] = [];
  /** Answers on their way, by the question; null of what is only watched. */
  readonly #expected = new Map<string, Promise<unknown> | null>();

  /** A transaction has sent its first statement, on behalf of `who`: `send` is given what followed last time. */
  begin(who: readonly unknown[], { text, values }: Statement, send: (statement: Statement) => Promise<unknown> | null): void {
    const stamp = stampOf(text, values);
    this.#first = stamp === null ? null : `${stamp} ${JSON.stringify(who)}`;
    this.#asked = [];
    this.#expected.clear();
    for (const next of followed.get(this.#first ?? '') ?? []) {
      const given = next.values.map(asGivenNow);
      const nextStamp = stampOf(next.text, given);
      if (nextStamp === null || given.some((value, at) => value === null && next.values[at] !== null)) return;
      if (this.#expected.has(nextStamp)) continue;
      const answer = next.isSure ? send({ text: next.text, values: given }) : null;
      answer?.catch(() => undefined);
      this.#expected.set(nextStamp, answer);
    }
  }

  /** What comes next is asked with other rights or settings: of such a transaction nothing is foreseen. */
  stop(): void {
    if (this.#first !== null) followed.delete(this.#first);
    this.#first = null;
    this.#expected.clear();
  }

  /** The answer that is on its way to this very question; null: it is to be asked. */
  answerTo(text: string, values: unknown[]): Promise<unknown> | null {
    if (this.#first === null) return null;
    if (text.includes(settings)) this.stop();
    const stamp = stampOf(text, values);
    if (stamp === null || this.#first === null || this.#asked.length >= mostFollowing) return null;
    const expected = this.#expected.get(stamp);
    this.#asked.push({ text: keptOf(text).text, values, isSure: expected !== undefined });
    this.#expected.delete(stamp);
    return expected ?? null;
  }

  /** The transaction is over; one that failed is not foreseen. */
  end(isDone: boolean): void {
    if (this.#first === null) return;
    if (isDone && this.#asked.length > 0) followed.set(this.#first, this.#asked);
    else followed.delete(this.#first);
    this.#first = null;
    this.#expected.clear();
  }
}
