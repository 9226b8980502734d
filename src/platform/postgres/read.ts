// Reads that do not wait for each other go to PostgreSQL as one statement (batching): a round trip costs more than most queries.
import { CompiledQuery, type Expression } from 'kysely';
import { Ready, ready, type Template } from './query.ts';
import type { Tx } from './tx.ts';

/** A row as JSON brings it: an instant as its text. An amount (numeric) is to be selected as text, or it loses digits. */
export type Told<R> = { readonly [C in keyof R]: Date extends R[C] ? string | Exclude<R[C], Date> : R[C] };

export type RowOf<Q> = Q extends Expression<infer R> ? Told<R> : never;

interface Asked {
  readonly query: Ready<unknown>;
  readonly tell: (rows: readonly never[]) => void;
  readonly fail: (fault: unknown) => void;
}

/** What was asked for since the last statement went out. */
const waiting = new WeakMap<Tx, Asked[]>();

/** Texts of statements, by the templates of which they consist. */
const texts = new Map<string, string>();
const mostTexts = 2000;

/** Its values once each: screens ask for many things of the same hundreds of ids, which stand in one list. */
function oncePerList(asked: readonly Asked[]): { readonly values: readonly unknown[]; readonly places: readonly number[] } {
  const values: unknown[] = [];
  const known = new Map<object, number>();
  const places = asked.flatMap(({ query }) =>
    query.values.map((value) => {
      const place = (Array.isArray(value) ? known.get(value) : undefined) ?? values.push(value);
      if (Array.isArray(value)) known.set(value, place);
      return place;
    }),
  );
  return { values, places };
}

/** The text of a template with the numbers of its parameters. */
const numbered = ({ parts }: Template, placeOf: (at: number) => number): string =>
  parts.reduce((before, part, at) => `${before}$${placeOf(at - 1)}${part}`);

/** The statement that answers all of them, its parameters numbered throughout. */
function written(asked: readonly Asked[], places: readonly number[]): string {
  let before = 0;
  const columns = asked.map(({ query: { template } }, at) => {
    const from = before;
    before += template.parts.length - 1;
    return `(select coalesce(json_agg(the_row), '[]')::text from (${numbered(template, (parameter) => places[from + parameter] ?? 0)}) as the_row) as q${at}`;
  });
  return `select ${columns.join(', ')}`;
}

function textOf(asked: readonly Asked[], places: readonly number[]): string {
  const ids = asked.map(({ query: { template } }) => template.id);
  if (ids.includes(null)) return written(asked, places);
  const key = `${ids.join()} ${places.join()}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  if (texts.size >= mostTexts) texts.clear();
  const text = written(asked, places);
  texts.set(key, text);
  return text;
}

const ownTexts = new WeakMap<Template, string>();

function ownText({ template }: Ready<unknown>): string {
  const known = ownTexts.get(template) ?? numbered(template, (at) => at + 1);
  ownTexts.set(template, known);
  return known;
}

/** The rows of a query as PostgreSQL itself types them, in a statement of its own. */
export async function ask<R>(tx: Tx, query: Ready<R>): Promise<readonly R[]> {
  return (await tx.executeQuery<R>(CompiledQuery.raw(ownText(query), [...query.values]))).rows;
}

/** They come as text, so that an answer that is said once more can be told by it alone. */
const rowsIn = (text = '[]'): readonly never[] => (text === '[]' ? [] : (JSON.parse(text) as readonly never[]));

async function send(tx: Tx): Promise<void> {
  const asked = waiting.get(tx) ?? [];
  waiting.delete(tx);
  try {
    const { values, places } = oncePerList(asked);
    const { rows } = await tx.executeQuery<Readonly<Record<string, string>>>(CompiledQuery.raw(textOf(asked, places), [...values]));
    for (const [at, { tell }] of asked.entries()) tell(rowsIn(rows[0]?.[`q${at}`]));
  } catch (fault) {
    for (const { fail } of asked) fail(fault);
  }
}

/**
 * The rows of a query that writes nothing. It is sent when nothing can go on without an answer, together with whatever else has been
 * asked for in the transaction by then: whoever asks for several things asks for them at once (`Promise.all`).
 */
export function read<R>(tx: Tx, query: Expression<R> | Ready<R>): Promise<readonly Told<R>[]> {
  const asking = query instanceof Ready ? query : ready(query);
  if (asking.isEmpty) return Promise.resolve([]);
  const { promise, resolve, reject } = Promise.withResolvers<readonly Told<R>[]>();
  const asked = waiting.get(tx) ?? [];
  asked.push({ query: asking, tell: resolve, fail: reject });
  // After all that runs by itself in this turn of the event loop, as `dataloader` does it.
  if (asked.length === 1) void Promise.resolve().then(() => process.nextTick(() => void send(tx)));
  waiting.set(tx, asked);
  return promise;
}
