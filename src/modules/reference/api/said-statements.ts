// What a set says of a tie as statements, each with its own source or that of the set.
import type { StatementEntry } from '#modules/evidence/api/enter-statements.ts';
import type { Said } from '../domain/written.ts';

/** The source of the set, and the terms under which all that it says stands. */
interface OfSet {
  readonly source: StatementEntry['source'];
  readonly terms: { readonly licence: string; readonly credit: string };
}

/** Each thing once, however many rows say it. */
export function statementsOfSaid(
  tieId: string,
  said: readonly Said[],
  { source: ofSet, terms: { licence, credit } }: OfSet,
): readonly StatementEntry[] {
  const entries = said.flatMap(({ since, until, classCode, note, source }): readonly StatementEntry[] => {
    const named =
      source === null
        ? null
        : { class: 'unknown' as const, title: source.title, address: source.address, date: source.retrieved, passage: source.passage };
    const from = named === null ? ofSet : { ...named, licence, credit, isAnother: true };
    const about = { subject: { kind: 'tie' as const, id: tieId }, source: from };
    return [
      ...(since === null ? [] : [{ ...about, attribute: 'established', value: { type: 'date' as const, date: since } }]),
      ...(until === null ? [] : [{ ...about, attribute: 'ended', value: { type: 'date' as const, date: until } }]),
      ...(classCode === null ? [] : [{ ...about, attribute: 'class', value: { type: 'code' as const, code: classCode } }]),
      ...(note === null
        ? []
        : [{ ...about, attribute: 'note', value: { type: 'text' as const, text: { en: { text: note, origin: 'import' as const } } } }]),
    ];
  });
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
}
