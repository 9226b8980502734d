// Clauses in the text formats that SAT and MaxSAT solvers read.

import { atLeast, clausesOf, counterOf, type Clauses } from './clauses.ts';
import type { Encoded } from './encode.ts';

const chunk = 4_096;

/** The clauses line by line, each after `prefix`; in pieces, since one long argument list would not fit the stack. */
const linesOf = (flat: readonly number[], prefix: string): string => {
  const lines: string[] = [];
  let line = prefix;
  for (const literal of flat) {
    if (literal === 0) {
      lines.push(`${line}0`);
      line = prefix;
    } else line += `${literal} `;
  }
  const pieces: string[] = [];
  for (let start = 0; start < lines.length; start += chunk) pieces.push(lines.slice(start, start + chunk).join('\n'));
  return pieces.join('\n');
};

/** Weighted MaxSAT: as few break literals as possible. */
export const weightedText = ({ clauses, breaks }: Encoded): string => {
  const top = breaks.length + 1;
  const soft = breaks.map((literal) => `1 ${-literal} 0`);
  const head = `p wcnf ${clauses.variables()} ${clauses.count() + soft.length} ${top}`;
  return [head, linesOf(clauses.flat(), `${top} `), ...soft, ''].join('\n');
};

/** Clauses behind those of a formula, over its variables and new ones. */
const continued = (base: Clauses): Clauses => {
  const own = clausesOf();
  let variables = base.variables();
  return { ...own, fresh: () => ++variables, variables: () => variables };
};

/** Plain SAT: at most `most` breaks in all. `body` is `linesOfClauses(encoded)`, written once for all questions. */
export const decisionText = ({ clauses, breaks, surely }: Encoded, body: string, most: number): string => {
  const extra = continued(clauses);
  const allowed = most - surely;
  if (allowed < 0) extra.add();
  else if (allowed < breaks.length) {
    const counter = counterOf(extra, breaks, { cap: allowed + 1, exact: false });
    extra.add(-atLeast(counter, allowed + 1));
  }
  return [`p cnf ${extra.variables()} ${clauses.count() + extra.count()}`, body, linesOf(extra.flat(), ''), ''].join('\n');
};

/** The clauses of a formula as lines. */
export const linesOfClauses = ({ clauses }: Encoded): string => linesOf(clauses.flat(), '');
