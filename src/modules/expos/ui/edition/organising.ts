// The offices in which somebody may hold editions.
import type { Session } from '#modules/accounts/ui/session.ts';

type Office = Session['offices'][number];

/** Organisers first: a register office holds editions, too, where it is the only one. */
export const organisingOffices = (session: Session | undefined): readonly Office[] =>
  (['organiser', 'register'] as const).flatMap((wanted) => session?.offices.filter(({ kind }) => kind === wanted) ?? []);
