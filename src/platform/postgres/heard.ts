// What a transaction that only reads asked, and what the database answered: asked once more, the same words mean that nothing has changed which it saw.
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '#kernel/actor.ts';
import type { Interval } from '#kernel/intervals.ts';

interface HeardStatement {
  readonly text: string;
  readonly values: unknown[];
  /** The rows; undefined until they came. */
  said: unknown;
}

/** Statements that the connection does not send (`preparing-client.ts`): it writes down what follows, or asks what was written down. The value is a `Heard`. */
export const hear = 'hear';
export const hearAgain = 'hear again';

const dayMs = 86_400_000;

export class Heard {
  #actor: Omit<Actor, 'requestId'> | null = null;
  /** Whether everything was written down. */
  #isWhole = true;
  #statements: HeardStatement[] = [];
  #until = 0;

  get statements(): readonly HeardStatement[] {
    return this.#statements;
  }

  /** A transaction begins as somebody. What it answers may depend on the day (UTC). */
  begin({ requestId: _, ...actor }: Actor, now: Date): void {
    this.#actor = actor;
    this.#isWhole = true;
    this.#statements = [];
    this.#until = (Math.floor(now.getTime() / dayMs) + 1) * dayMs;
  }

  /** From that instant on the same rows may mean something else. */
  holdsUntil(instant: number): void {
    this.#until = Math.min(this.#until, instant);
  }

  /** With each beginning and end that is to come the same rows mean something else. */
  holdsUntilNext(spans: readonly Interval[], now: number): void {
    for (const { start, end } of spans) for (const time of [start, end]) if (time > now) this.holdsUntil(time);
  }

  /** Of something that was asked nothing is known. */
  miss(): void {
    this.#isWhole = false;
  }

  add(text: string, values: unknown[], said?: unknown): HeardStatement {
    const statement = { text, values, said };
    this.#statements.push(statement);
    return statement;
  }

  /** Whether all is known that an answer was made of. */
  get isWhole(): boolean {
    return this.#isWhole && this.#actor !== null && this.#statements.every(({ said }) => said !== undefined);
  }

  /** Whether the same asker may rely on it now, if the database says the same. */
  isOf({ requestId: _, ...actor }: Actor, now: Date): boolean {
    return now.getTime() < this.#until && isDeepStrictEqual(actor, this.#actor);
  }

  isSaid(rows: readonly unknown[]): boolean {
    return this.#statements.every(({ said }, at) => isDeepStrictEqual(rows[at], said));
  }

  /** Characters, about as many as are kept; counted no further than beyond `most`. */
  sizeUpTo(most: number): number {
    let size = 0;
    for (const { text, values, said } of this.#statements) {
      size += text.length + JSON.stringify(values).length;
      for (const row of Array.isArray(said) ? said : [said]) {
        if (size > most) return size;
        size += JSON.stringify(row)?.length ?? 0;
      }
    }
    return size;
  }
}
