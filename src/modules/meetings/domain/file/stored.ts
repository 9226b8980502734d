// An edition's facts as the database tells them at once, and the edition file that says the same.
import type { MultilingualText } from '#kernel/language.ts';
import type { EditionFile, FileFixed, FileOrder } from './edition-file.ts';
import type { StandingRequest } from './requests.ts';
import type { Roster } from '#modules/expos/domain/roster.ts';
import { written } from './file-text.ts';
import { fileOfRoster } from './roster.ts';

/** A request on record, with the number of its meeting; null for a "no". */
export type StandingRow = StandingRequest & { readonly meeting: number | null };

export interface StoredEdition {
  readonly name: MultilingualText;
  readonly venue: MultilingualText;
  readonly timeZone: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** Those who withdrew left out. */
  readonly roster: Roster;
  readonly standing: readonly StandingRow[];
  readonly orders: readonly FileOrder[];
  readonly fixed: readonly FileFixed[];
}

/** Rows in order of number, code or entry. */
export function fileOfStored({ name, venue, timeZone, firstDay, lastDay, roster, standing, orders, fixed }: StoredEdition): EditionFile {
  const facts = fileOfRoster({ name: written(name), venue: written(venue), timeZone, firstDay, lastDay }, roster);
  const requests = standing.map(({ from, to, wish, session, note, meeting }) => ({ from, to, wish, session, note, meeting }));
  return { ...facts, requests, orders, fixed };
}
