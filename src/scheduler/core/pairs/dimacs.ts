// Clauses in the text formats that SAT and MaxSAT solvers read, as ASCII bytes: formulas are megabytes, and strings of that size are slow to build.

import { atLeast, continued, counterOf } from './clauses.ts';
import type { Encoded } from './encode.ts';

const zero = 48;
const minus = 45;
const space = 32;
const newline = 10;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Digits of whole numbers up to 2³¹, and a sign. */
const widest = 12;

/** Literals as lines, one a clause, each after `prefix`. */
const linesOf = (flat: Int32Array, prefix: string): Uint8Array => {
  const lead = ascii(prefix);
  const bytes = new Uint8Array(
    flat.length * widest + lead.length * (1 + flat.reduce((ends, literal) => ends + (literal === 0 ? 1 : 0), 0)),
  );
  const digits = new Uint8Array(widest);
  let at = 0;
  let opens = true;
  for (const literal of flat) {
    if (opens) {
      bytes.set(lead, at);
      at += lead.length;
    }
    opens = literal === 0;
    if (literal < 0) bytes[at++] = minus;
    let rest = Math.abs(literal);
    let count = 0;
    do {
      digits[count++] = zero + (rest % 10);
      rest = Math.trunc(rest / 10);
    } while (rest > 0);
    while (count > 0) bytes[at++] = digits[--count] ?? zero;
    bytes[at++] = opens ? newline : space;
  }
  return bytes.subarray(0, at);
};

/** Weighted MaxSAT: as few break literals as possible. */
export const weightedText = ({ clauses, breaks }: Encoded): Uint8Array => {
  const top = breaks.length + 1;
  const soft = Int32Array.from(breaks.flatMap((literal) => [-literal, 0]));
  const head = ascii(`p wcnf ${clauses.variables()} ${clauses.count() + breaks.length} ${top}\n`);
  return joined([head, linesOf(clauses.flat(), `${top} `), linesOf(soft, '1 ')]);
};

/** Plain SAT: at most `most` breaks in all. `body` is `linesOfClauses(encoded)`, written once for all questions. */
export const decisionText = ({ clauses, breaks, surely }: Encoded, body: Uint8Array, most: number): Uint8Array => {
  const extra = continued(clauses);
  const allowed = most - surely;
  if (allowed < 0) extra.add();
  else if (allowed < breaks.length) {
    const counter = counterOf(extra, breaks, { cap: allowed + 1, exact: false });
    extra.add(-atLeast(counter, allowed + 1));
  }
  return joined([ascii(`p cnf ${extra.variables()} ${clauses.count() + extra.count()}\n`), body, linesOf(extra.flat(), '')]);
};

/** The clauses of a formula as lines. */
export const linesOfClauses = ({ clauses }: Encoded): Uint8Array => linesOf(clauses.flat(), '');
