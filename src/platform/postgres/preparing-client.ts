// A connection that keeps the plans of statements which come again (prepared statements): under row-level security planning a query
// of a whole screen costs PostgreSQL more than running it. It also sends the beginning of a transaction with its first statement.
import pg from 'pg';
import { Latest } from '#kernel/memory/latest.ts';
import { Foresight } from './foresight.ts';
import { hear, hearAgain, Heard } from './heard.ts';
import { asGivenNow } from './said-again.ts';

/** Longer texts run unprepared; what a screen asks for at once (`read.ts`) has some 4,000 to 10,000 characters. */
const longestKept = 16 * 1024;
/** What a connection keeps prepared, by the length of its texts; what was used longest ago gives way (LRU). PostgreSQL holds plans of some ten times that. */
const mostKept = 256 * 1024;
/** Texts of which is known how often they were met, over all connections. */
const mostMet = 2000;

/**
 * Whom the transaction acts for, from the next statement on; its answer says nothing, so it is sent in the message of that statement.
 * Parameters: the offices read as and written as, as text of `uuid[]`, and whether from now on it is nobody's.
 */
export const sentAhead = `select set_config('hansa.reads', $1, true), set_config('hansa.writes', $2, true),
  case when $3::boolean then set_config('hansa.account', '', true) end, case when $3::boolean then set_config('hansa.owns', '{}', true) end`;

/** Confirms a session whose actor is known from before, in the message of the next statement, which fails (`actorChanged`) where it is another now. */
export const sessionAhead = 'select platform.confirm_session($1, $2::uuid, $3)';
export const actorChanged = 'HA001';

const beginReading = 'start transaction read only';

/** What goes ahead of a statement, by the name under which a connection knows it from its first use on. */
const names: ReadonlyMap<string, string> = new Map([
  ['begin', 'hansa_begin'],
  [beginReading, 'hansa_begin_reading'],
  ['commit', 'hansa_commit'],
  [sessionAhead, 'hansa_session'],
  [sentAhead, 'hansa_ahead'],
]);

// What a query of pg does on its way, which its types leave out.
declare module 'pg' {
  interface Query {
    requiresPreparation(): boolean;
    prepare(connection: pg.Connection): void;
    handleDataRow(message: unknown): void;
    handleCommandComplete(message: unknown, connection: pg.Connection): void;
  }
}

/** Tells a connection the names of statements. */
class Introduction extends pg.Query {
  readonly #texts: readonly string[];
  constructor(texts: readonly string[], tell: (fault: Error | undefined) => void) {
    super({ text: '' }, tell);
    this.#texts = texts;
  }
  override requiresPreparation(): boolean {
    return true;
  }
  override prepare(connection: pg.Connection): void {
    for (const text of this.#texts) connection.parse({ text, name: names.get(text) ?? '', types: [] }, true);
    connection.sync();
  }
}

type Values = readonly (string | boolean | null)[];
type Ahead = ReadonlyMap<string, Values>;

/** A statement with what goes ahead of it: one message to PostgreSQL and one from it. Where what goes ahead fails, so does the statement. */
class Led extends pg.Query {
  readonly #ahead: Ahead;
  #unanswered: number;
  constructor(config: pg.QueryConfig, ahead: Ahead, tell: (fault: Error | undefined, result: unknown) => void) {
    super(config, tell);
    this.#ahead = ahead;
    this.#unanswered = ahead.size;
  }
  override requiresPreparation(): boolean {
    return true;
  }
  override prepare(connection: pg.Connection): void {
    for (const [text, values] of this.#ahead) {
      connection.bind({ statement: names.get(text) ?? '', values: values.map((value) => (value === null ? null : String(value))) }, true);
      connection.execute(null, true);
    }
    super.prepare(connection);
  }
  override handleDataRow(message: unknown): void {
    if (this.#unanswered === 0) super.handleDataRow(message);
  }
  override handleCommandComplete(message: unknown, connection: pg.Connection): void {
    if (this.#unanswered === 0) super.handleCommandComplete(message, connection);
    else this.#unanswered -= 1;
  }
}

const met = new Latest<string, number>(mostMet);

function comesAgain(text: string): boolean {
  const times = (met.get(text) ?? 0) + 1;
  met.set(text, times);
  return times >= 3;
}

/** A transaction that only read may stand open so long where nobody uses its connection. */
const standsOpenMs = 50;

let asked = 0;

/** Statements that this process has sent to the database so far, committing included; each is a round trip unless it was foreseen. */
export const statementsAsked = (): number => asked;

/** `pg.Client` for `new pg.Pool({ Client: PreparingClient })`; only statements with parameters are kept, several in one text cannot be. */
export class PreparingClient extends pg.Client {
  declare readonly connection: pg.Connection & { readonly parsedStatements: Record<string, string> };
  /** Names by text, the one used longest ago first. */
  readonly #kept = new Map<string, string>();
  #keptLength = 0;
  #named = 0;
  /** Statements of which PostgreSQL has not been told yet, with their values: how a transaction was begun, and for whom. Nobody waits for their answers. */
  #ahead = new Map<string, Values>();
  readonly #introduced = new Set<string>();
  #reads = false;
  /** Ends a transaction that only read, unless what is asked next has done so: nobody waits for that either. */
  #ending: NodeJS.Timeout | null = null;
  readonly #foresight = new Foresight();
  /** Where what is asked and answered in the transaction is written down. */
  #heard: Heard | null = null;

  // pg declares a dozen overloads; the pool's users call the two that are told apart here.
  override query = ((...call: [unknown, unknown?, unknown?]): unknown => {
    const [text, values, ...rest] = call;
    if (typeof text !== 'string' || !Array.isArray(values)) {
      this.#heard?.miss();
      return this.#send(...call);
    }
    if (values[0] instanceof Heard && text === hearAgain) return this.#hearAgain(values[0]);
    const ends = text === 'commit' || text === 'rollback';
    if (!ends && names.has(text)) {
      if (text === beginReading || text === 'begin') this.#reads = text === beginReading;
      // Of several in a row the last one counts; what is nobody's stays so.
      const isPublic = text === sentAhead && this.#ahead.get(text)?.[2] === true;
      this.#ahead.set(text, isPublic ? [...(values.slice(0, 2) as Values), true] : (values as Values));
      if (text === sentAhead) this.#heard?.add(text, values, []);
      return Promise.resolve({ command: 'SELECT', rowCount: 0, rows: [] });
    }
    if (values[0] instanceof Heard && text === hear) {
      this.#heard = values[0];
      return Promise.resolve({ command: 'SELECT', rowCount: 0, rows: [] });
    }
    if (rest.length > 0 || text.includes(';')) {
      this.#heard?.miss();
      return this.#send(values.length > 0 ? this.#prepared(text, values) : text, ...rest);
    }
    if (ends) return this.#end(text, values);
    const foreseen = this.#ahead.size === 0 ? this.#foresight.answerTo(text, values) : null;
    const answer = foreseen ?? this.#lead(values.length > 0 ? this.#prepared(text, values) : { text, values });
    return this.#heard === null ? answer : this.#written(this.#heard.add(text, values), answer);
  }) as pg.Client['query'];

  /** A transaction that asked nothing needs no end; one that only read and failed in nothing is ended later. */
  #end(text: string, values: unknown[]): unknown {
    const reads = this.#reads;
    this.#reads = false;
    this.#heard = null;
    if (text === 'commit' && this.#ahead.has(sessionAhead)) return this.#lead({ text, values });
    const isBegun = !this.#ahead.has('begin') && !this.#ahead.has(beginReading);
    this.#ahead.clear();
    this.#foresight.end(text === 'commit' && isBegun);
    if (isBegun && (!reads || text === 'rollback')) return this.#lead({ text, values });
    if (isBegun) this.#endLater();
    return Promise.resolve({ command: text.toUpperCase(), rowCount: null, rows: [] });
  }

  async #written(statement: ReturnType<Heard['add']>, answer: Promise<unknown>): Promise<unknown> {
    const result = (await answer) as pg.QueryResult;
    statement.said = result.rows;
    return result;
  }

  /** Asks in one message what was asked before; one row says whether the answers are the same. */
  async #hearAgain(heard: Heard): Promise<unknown> {
    const { stream } = this.connection;
    stream.cork();
    // With the marks that are known by now: what is known is not to be written out again and again.
    const answers = heard.statements.map(({ text, values }) =>
      this.query(
        text,
        values.map((value) => asGivenNow(value) ?? value),
      ),
    );
    stream.uncork();
    const rows = (await Promise.all(answers)).map((result): unknown => result.rows);
    return { command: 'SELECT', rowCount: 1, rows: [{ isSaid: heard.isSaid(rows) }] };
  }

  /** Sends a statement as pg does; what was to go ahead of it goes in a message of its own, and where that fails, so does what follows. */
  #send(...call: unknown[]): unknown {
    if (this.#ahead.size > 0 || this.#ending !== null) this.#lead({ text: 'select', values: [] }).catch(() => undefined);
    return this.#ask(...call);
  }

  #endLater(): void {
    this.#ending ??= setTimeout(() => {
      this.#ending = null;
      super.query('commit').catch(() => undefined);
    }, standsOpenMs);
  }

  #lead(config: pg.QueryConfig): Promise<unknown> {
    if (this.#ahead.size === 0 && this.#ending === null) return this.#ask(config) as Promise<unknown>;
    const ahead: Ahead = this.#ending === null ? this.#ahead : new Map([['commit', []], ...this.#ahead]);
    this.#ahead = new Map();
    clearTimeout(this.#ending ?? undefined);
    this.#ending = null;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const { stream } = this.connection;
    stream.cork();
    try {
      // What may come after a reading is known before it may fail: a transaction that did takes no other statement.
      const texts = ahead.has(beginReading) ? [...names.keys()] : [...ahead.keys()];
      this.#introduce(texts.filter((text) => !this.#introduced.has(text)));
      this.#ask(new Led(config, ahead, (fault, result) => (fault == null ? resolve(result) : reject(fault))));
      const { name, text, values = [] } = config;
      if (!ahead.has(beginReading) || name === undefined) this.#foresight.stop();
      else this.#foresight.begin([ahead.get(sessionAhead), ahead.get(sentAhead)], { text, values }, (next) => this.#foresee(next));
    } finally {
      stream.uncork();
    }
    return promise;
  }

  /** Sends what is likely to be asked next; null where PostgreSQL does not know the statement yet, which it would not learn from a transaction that fails. */
  #foresee({ text, values }: { readonly text: string; readonly values: unknown[] }): Promise<unknown> | null {
    const config = this.#prepared(text, values);
    const isKnown = config.name !== undefined && this.connection.parsedStatements[config.name] !== undefined;
    return isKnown ? Promise.resolve(this.#ask(config)) : null;
  }

  #introduce(texts: readonly string[]): void {
    if (texts.length === 0) return;
    for (const text of texts) this.#introduced.add(text);
    const forget = (): void => texts.forEach((text) => this.#introduced.delete(text));
    super.query(new Introduction(texts, (fault) => fault != null && forget()));
  }

  #ask(...call: unknown[]): unknown {
    asked += 1;
    return (pg.Client.prototype.query as (...all: unknown[]) => unknown).apply(this, call);
  }

  #prepared(text: string, values: unknown[]): pg.QueryConfig {
    const name = this.#nameOf(text);
    return name === null ? { text, values } : { name, text, values };
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
