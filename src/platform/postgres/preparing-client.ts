// A connection that keeps the plans of statements which come again: under row-level security planning a query of a whole screen
// costs PostgreSQL more than running it.
import pg from 'pg';

/** Statements kept prepared, over all connections of this process; what comes later runs unprepared, so that memory stays bounded. */
const mostKept = 300;

/** How often a text was met, and the name it then got. Texts differ only by program code, never by what users enter. */
const met = new Map<string, { times: number; name: string | null }>();
let named = 0;

/** The name under which a statement is kept, null while it is not known to come again. */
function nameOf(text: string): string | null {
  const known = met.get(text);
  if (known === undefined) {
    if (met.size < 10 * mostKept) met.set(text, { times: 1, name: null });
    return null;
  }
  known.times += 1;
  if (known.name === null && known.times >= 3 && named < mostKept) {
    named += 1;
    known.name = `hansa_${named}`;
  }
  return known.name;
}

let asked = 0;

/** Statements that this process has sent to the database so far; each is a round trip (beginning and committing included). */
export const statementsAsked = (): number => asked;

/** `pg.Client` for `new pg.Pool({ Client: PreparingClient })`; only statements with parameters are kept, several in one text cannot be. */
export class PreparingClient extends pg.Client {
  // pg declares a dozen overloads; the pool's users call the two that are told apart here.
  override query = ((...call: [unknown, unknown?, unknown?]): unknown => {
    const [text, values, ...rest] = call;
    asked += 1;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return this.#plain(...call);
    const name = nameOf(text);
    return name === null ? this.#plain(...call) : this.#plain({ name, text, values: values as unknown[] }, ...rest);
  }) as pg.Client['query'];

  #plain(...call: unknown[]): unknown {
    return (pg.Client.prototype.query as (...all: unknown[]) => unknown).apply(this, call);
  }
}
