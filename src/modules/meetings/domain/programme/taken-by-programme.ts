// Whom the released programme takes, and when: they are away for meetings, as plans, free slots, agendas and papers see it.
import type { Interval } from '#kernel/intervals.ts';
import { chooseText, type Language } from '#kernel/language.ts';
import type { ProgrammeSpan } from '#modules/expos/domain/planning-facts.ts';
import type { Away, EditionHall, EditionInterpreter } from '../edition-facts.ts';

interface OneAway {
  readonly id: string;
  readonly away: readonly Interval[];
}

interface People<P, I> {
  readonly participants: readonly P[];
  readonly interpreters: readonly I[];
}

/**
 * The programme among the absences of those it takes. A participant with several seats is away only where as many of its people speak at the time;
 * what is left of its seats is for the clash check.
 */
export function takenByProgramme<P extends OneAway & { readonly seats: number }, I extends OneAway>(
  programme: readonly ProgrammeSpan[],
  { participants, interpreters }: People<P, I>,
  language: Language,
): People<P, I> {
  const awayFor = ({ itemId, title, start, end }: ProgrammeSpan): Away => ({
    itemId,
    start,
    end,
    reason: chooseText(title, language).text,
  });
  return {
    participants: participants.map((one) => {
      const taking = programme.filter((span) => span.participants.filter((id) => id === one.id).length >= one.seats);
      return taking.length === 0 ? one : { ...one, away: [...one.away, ...taking.map(awayFor)].sort((a, b) => a.start - b.start) };
    }),
    interpreters: interpreters.map((one) => {
      const taking = programme.filter((span) => span.interpreters.some((id) => id === one.id));
      return taking.length === 0 ? one : { ...one, away: [...one.away, ...taking.map(awayFor)] };
    }),
  };
}

/** The edition with the programme among the absences of those it takes. */
export function withProgramme<E extends EditionHall & { readonly interpreters?: readonly EditionInterpreter[] }>(
  edition: E & { readonly programme: readonly ProgrammeSpan[] },
  language: Language,
): E {
  const { programme } = edition;
  if (programme.length === 0) return edition;
  const { participants, interpreters } = takenByProgramme(
    programme,
    { participants: edition.participants, interpreters: edition.interpreters ?? [] },
    language,
  );
  return { ...edition, participants, ...(edition.interpreters === undefined ? {} : { interpreters }) };
}
