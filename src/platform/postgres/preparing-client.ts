// A connection that keeps the plans of statements which come again (prepared statements): under row-level security planning a query
// of a whole screen costs PostgreSQL more than running it. It also sends the beginning of a transaction with its first statement.
import pg from 'pg';

/** Longer texts run unprepared; what a screen asks for at once (`read.ts`) has some 4,000 to 10,000 characters. */
const longestKept = 16 * 1024;
/** What a connection keeps prepared, by the length of its texts; what was used longest ago gives way (LRU). PostgreSQL holds plans of some ten times that. */
const mostKept = 256 * 1024;
/** Texts of which is known how often they were met, over all connections. */
const mostMet = 2000;

/**
 * Whom the transaction acts for, from the next statement on; its answer says nothing, so it is sent with that statement and costs no way of its own.
 * Parameters: the offices read as and written as, as text of `uuid[]`, and whether from now on it is nobody's.
 */
export const sentAhead = `select set_config('hansa.reads', $1, true), set_config('hansa.writes', $2, true),
  case when $3::boolean then set_config('hansa.account', '', true) end, case when $3::boolean then set_config('hansa.owns', '{}', true) end`;

const met = new Map<string, number>();

function comesAgain(text: string): boolean {
  const times = (met.get(text) ?? 0) + 1;
  met.delete(text);
  met.set(text, times);
  const [oldest] = met.keys();
  if (met.size > mostMet && oldest !== undefined) met.delete(oldest);
  return times >= 3;
}

let asked = 0;

/** Statements that this process has sent to the database so far; each is a round trip (beginning and committing included). */
export const statementsAsked = (): number => asked;

/** `pg.Client` for `new pg.Pool({ Client: PreparingClient })`; only statements with parameters are kept, several in one text cannot be. */
export class PreparingClient extends pg.Client {
  declare readonly connection: pg.Connection & { readonly parsedStatements: Record<string, string> };
  /** Names by text, the one used longest ago first. */
  readonly #kept = new Map<string, string>();
  #keptLength = 0;
  #named = 0;
  /** How a transaction was begun of which PostgreSQL has not been told yet. */
  #begins: string | null = null;
  /** Values of a statement that is sent ahead of the next one; nobody waits for its answer. */
  #ahead: unknown[] | null = null;

  // pg declares a dozen overloads; the pool's users call the two that are told apart here.
  override query = ((...call: [unknown, unknown?, unknown?]): unknown => {
    const [text, values, ...rest] = call;
    if (typeof text !== 'string' || !Array.isArray(values)) return this.#send(...call);
    if (text === sentAhead) {
      // Of several in a row the last one counts; what is nobody's stays so.
      const [reads, writes, isPublic] = values as readonly unknown[];
      this.#ahead = [reads, writes, isPublic === true || this.#ahead?.[2] === true];
      return Promise.resolve({ command: 'SELECT', rowCount: 0, rows: [] });
    }
    if (values.length > 0) {
      return this.#send(this.#prepared(text, values as unknown[]), ...rest);
    }
    if (rest.length > 0 || text.includes(';')) return this.#send(...call);
    if (text === 'begin' || text === 'start transaction read only') {
      this.#begins = text;
      return Promise.resolve({ command: 'BEGIN', rowCount: null, rows: [] });
    }
    return this.#begins === null ? this.#send(text) : this.#sendFirst(this.#begins, text);
  }) as pg.Client['query'];

  #send(...call: unknown[]): unknown {
    const { stream } = this.connection;
    const [begins, ahead] = [this.#begins, this.#ahead];
    [this.#begins, this.#ahead] = [null, null];
    // In one message to PostgreSQL; where what comes first fails, so does what follows.
    stream.cork();
    if (begins !== null) (this.#ask(begins) as Promise<unknown>).catch(() => undefined);
    if (ahead !== null) (this.#ask(this.#prepared(sentAhead, ahead)) as Promise<unknown>).catch(() => undefined);
    const answer = this.#ask(...call);
    stream.uncork();
    return answer;
  }

  #ask(...call: unknown[]): unknown {
    asked += 1;
    return (pg.Client.prototype.query as (...all: unknown[]) => unknown).apply(this, call);
  }

  #prepared(text: string, values: unknown[]): object {
    const name = this.#nameOf(text);
    return name === null ? { text, values } : { name, text, values };
  }

  /** The first statement of a transaction, with its beginning in one message. */
  async #sendFirst(begins: string, text: string): Promise<unknown> {
    this.#begins = null;
    return ((await this.#send(`${begins}; ${text}`)) as readonly unknown[]).at(-1);
  }

  /** The name under which a statement is kept, null while it is not known to come again. */
  #nameOf(text: string): string | null {
    if (text.length > longestKept || !comesAgain(text)) return null;
    const known = this.#kept.get(text);
    const name = known ?? `hansa_${(this.#named += 1)}`;
    this.#kept.delete(text);
    this.#kept.set(text, name);
    if (known === undefined) this.#keptLength += text.length;
    for (const [oldest, gone] of this.#kept) {
      if (this.#keptLength <= mostKept) break;
      this.#kept.delete(oldest);
      this.#keptLength -= oldest.length;
      this.connection.close({ type: 'S', name: gone }, true);
      delete this.connection.parsedStatements[gone];
    }
    return name;
  }
}
