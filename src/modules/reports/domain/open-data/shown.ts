// How a page shows each statement of a subject: for files, in which every statement is a row.
import type { ShownFirst } from '#modules/evidence/domain/show-first.ts';
import type { Statement } from '#modules/evidence/domain/statement.ts';

export interface PlaceOnPage {
  readonly shown: 'first' | 'agrees' | 'differs' | 'held';
  readonly contested: boolean;
}

/** By the id of the statement; what a page does not show any more, since it was corrected, is left out. */
export const placesOnPage = (groups: readonly ShownFirst<Statement>[]): ReadonlyMap<string, PlaceOnPage> =>
  new Map(
    groups.flatMap(({ first, agreeing, differing, apart, contested }) => {
      const at = (shown: PlaceOnPage['shown']) => (statement: Statement) => [statement.id, { shown, contested }] as const;
      return [
        ...(first === null ? [] : [first].map(at('first'))),
        ...agreeing.map(at('agrees')),
        ...differing.map(at('differs')),
        ...apart.map(at('held')),
      ];
    }),
  );
