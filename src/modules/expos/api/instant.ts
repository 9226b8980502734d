// Instants as the API writes them, and back.
import type { Absence } from '../domain/roster.ts';

/** UTC milliseconds as `2019-11-06T01:30:00Z`; a fraction is shown only where there is one. */
export const instantText = (at: number | Date): string => new Date(at).toISOString().replace('.000Z', 'Z');

/** UTC milliseconds of an instant that the contract has already checked. */
export const instantOf = (text: string): number => Date.parse(text);

interface AbsenceText {
  startsAt: string;
  endsAt: string;
  reason: string;
}

export const readAbsences = (absences: readonly AbsenceText[]): readonly Absence[] =>
  absences.map(({ startsAt, endsAt, reason }) => ({ start: instantOf(startsAt), end: instantOf(endsAt), reason }));

export const showAbsences = (absences: readonly Absence[]): AbsenceText[] =>
  absences.map(({ start, end, reason }) => ({ startsAt: instantText(start), endsAt: instantText(end), reason }));
