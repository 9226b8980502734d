// The part of MiniZinc's data syntax that the benchmark uses: numbers, arrays, sets and tables of whole numbers.
import type { Params, Problem } from '#kernel/result.ts';

/** A number with its place in the file. */
export interface PlacedNumber {
  readonly value: number;
  readonly line: number;
  readonly column: number;
}

const mostShown = 40;

/** A problem at a place of a file; the path is `[file, line, column]` and the same three are placeholders of the text. */
export const dznProblem = (file: string, place: Omit<Token, 'text'>, code: string, params: Params = {}): Problem => ({
  path: [file, place.line, String(place.column)],
  code,
  params: { ...params, sheet: file, row: place.line, column: String(place.column) },
});

/** A value as a problem quotes it. */
export const shown = (value: string): string => (value.length > mostShown ? `${value.slice(0, mostShown)}…` : value);

/** A value as written; every list keeps its rows' places. */
export type DznValue =
  | { readonly kind: 'number'; readonly number: PlacedNumber }
  | { readonly kind: 'array'; readonly numbers: readonly PlacedNumber[] }
  | { readonly kind: 'sets'; readonly sets: readonly (readonly PlacedNumber[])[] }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly PlacedNumber[])[] };

export interface DznEntry {
  readonly key: string;
  readonly line: number;
  readonly column: number;
  readonly value: DznValue;
}

interface Token {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

const TOKEN = /(%[^\n]*|\/\*[\s\S]*?\*\/)|(\s+)|(\[\||\|\]|\.\.|[[\]{}|,;=])|([A-Za-z_]\w*)|(-?\d{1,9}(?!\w))|([^\s[\]{}|,;=]+)/y;

/** Stops the parser at the first place that cannot be read; what was read before it still counts. */
class SyntaxStop extends Error {
  readonly token: Token;
  constructor(token: Token) {
    super('unreadable');
    this.token = token;
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [whole, comment, blank] = match;
    if (comment === undefined && blank === undefined) tokens.push({ text: whole, line, column: match.index - lineStart + 1 });
    for (let at = whole.indexOf('\n'); at >= 0; at = whole.indexOf('\n', at + 1)) {
      line++;
      lineStart = match.index + at + 1;
    }
  }
  tokens.push({ text: '', line, column: text.length - lineStart + 1 });
  return tokens;
}

/** Walks over the tokens; `take` refuses a token other than the one expected. */
interface Cursor {
  readonly here: () => Token;
  readonly take: (expected?: string) => Token;
}

function cursorOf(tokens: readonly Token[]): Cursor {
  let at = 0;
  const here = (): Token => tokens[at] ?? { text: '', line: 1, column: 1 };
  const take = (expected?: string): Token => {
    const token = here();
    if (token.text === '' || (expected !== undefined && token.text !== expected)) throw new SyntaxStop(token);
    at++;
    return token;
  };
  return { here, take };
}

function numberAt(cursor: Cursor): PlacedNumber {
  const token = cursor.take();
  if (!/^-?\d{1,9}$/.test(token.text)) throw new SyntaxStop(token);
  return { value: Number(token.text), line: token.line, column: token.column };
}

/** Comma-separated parts up to one of `ends`; a comma before the end is allowed. */
function listAt<T>(cursor: Cursor, ends: readonly string[], part: (cursor: Cursor) => T): T[] {
  const parts: T[] = [];
  while (!ends.includes(cursor.here().text)) {
    parts.push(part(cursor));
    if (!ends.includes(cursor.here().text)) cursor.take(',');
  }
  return parts;
}

/** A number, or a range `2..4` as its numbers. */
function rangeAt(cursor: Cursor): PlacedNumber[] {
  const from = numberAt(cursor);
  if (cursor.here().text !== '..') return [from];
  cursor.take('..');
  const to = numberAt(cursor);
  if (to.value - from.value > 10_000) throw new SyntaxStop(cursor.here());
  return Array.from({ length: Math.max(0, to.value - from.value + 1) }, (_, n) => ({ ...from, value: from.value + n }));
}

function setAt(cursor: Cursor): PlacedNumber[] {
  cursor.take('{');
  const parts = listAt(cursor, ['}'], rangeAt);
  cursor.take('}');
  return parts.flat();
}

function rowsAt(cursor: Cursor): DznValue {
  cursor.take('[|');
  const rows: PlacedNumber[][] = [];
  while (cursor.here().text !== '|]') {
    rows.push(listAt(cursor, ['|', '|]'], numberAt));
    if (cursor.here().text === '|') cursor.take();
  }
  cursor.take('|]');
  return { kind: 'rows', rows: rows.filter((row) => row.length > 0) };
}

function valueAt(cursor: Cursor): DznValue {
  if (cursor.here().text === '[|') return rowsAt(cursor);
  if (cursor.here().text !== '[') return { kind: 'number', number: numberAt(cursor) };
  cursor.take('[');
  const value: DznValue =
    cursor.here().text === '{'
      ? { kind: 'sets', sets: listAt(cursor, [']'], setAt) }
      : { kind: 'array', numbers: listAt(cursor, [']'], numberAt) };
  cursor.take(']');
  return value;
}

function entryAt(cursor: Cursor): DznEntry {
  const key = cursor.take();
  if (!/^[A-Za-z_]\w*$/.test(key.text)) throw new SyntaxStop(key);
  cursor.take('=');
  const value = valueAt(cursor);
  if (cursor.here().text !== '') cursor.take(';');
  return { key: key.text, line: key.line, column: key.column, value };
}

/** Reads `key = value;` entries; a file that breaks the syntax yields one problem naming line and column. */
export function parseDzn(text: string, fileName: string): { readonly entries: readonly DznEntry[]; readonly problems: readonly Problem[] } {
  const cursor = cursorOf(tokensOf(text));
  const entries: DznEntry[] = [];
  try {
    while (cursor.here().text !== '') entries.push(entryAt(cursor));
    return { entries, problems: [] };
  } catch (error) {
    if (!(error instanceof SyntaxStop)) throw error;
    const { token } = error;
    const code = token.text === '' ? 'scheduler.dzn_ends_early' : 'scheduler.dzn_unreadable';
    return { entries, problems: [dznProblem(fileName, token, code, { value: shown(token.text) })] };
  }
}
