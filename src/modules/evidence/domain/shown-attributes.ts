// What is said of a thing that is no tie, attribute by attribute, in the order in which its module tells them.
import { overlay, type ShownFirst } from './show-first.ts';
import type { Pin, Statement } from './statement.ts';
import { valuesAgree, type StatedValue } from './value.ts';

export interface ShownAttribute<A extends string> {
  readonly attribute: A;
  readonly shown: ShownFirst<Statement>;
  /** How many statements stand, and how many different things they say. */
  readonly sources: number;
  readonly values: number;
}

/** How many different things are said, where what agrees is one. */
function valuesIn(statements: readonly Statement[]): number {
  const different: StatedValue[] = [];
  for (const { value } of statements) if (!different.some((known) => valuesAgree(known, value))) different.push(value);
  return different.length;
}

/** Each attribute of which something is said, the first shown first, with what only the reader sees laid over what everybody does. */
export function shownByAttribute<A extends string>(
  attributes: readonly A[],
  statements: readonly Statement[],
  pins: readonly Pin[],
): readonly ShownAttribute<A>[] {
  return attributes.flatMap((attribute) => {
    const { own, everybody } = overlay(
      statements.filter((statement) => statement.attribute === attribute),
      pins.filter((pin) => pin.attribute === attribute),
    );
    const shown = own ?? everybody;
    if (shown.first === null && shown.apart.length === 0) return [];
    const standing = [shown.first ?? [], shown.agreeing, shown.differing].flat();
    return [{ attribute, shown, sources: standing.length, values: valuesIn(standing) }];
  });
}
