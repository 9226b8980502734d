// What the server asks before it does what was sent: heard in one place, whichever page has sent it, unless that page shows the questions itself.
import { ORPCError } from '@orpc/client';
import { isReply, type Asked } from './error.ts';

type Hear = (questions: readonly Asked[]) => Promise<boolean>;

let hear: Hear | null = null;

/** From now on somebody is asked; returns how it ends. */
export function onAsked(by: Hear): () => void {
  hear = by;
  return () => {
    if (hear === by) hear = null;
  };
}

export const questionsOf = (error: unknown): readonly Asked[] =>
  error instanceof ORPCError && isReply(error.data) ? (error.data.questions ?? []) : [];

/** The same once more as it is meant, where the person who is asked means it so; null where they do not, or nobody can be asked. */
export async function meantSo(error: unknown, input: unknown): Promise<Readonly<Record<string, unknown>> | null> {
  const questions = questionsOf(error);
  if (questions.length === 0 || hear === null || typeof input !== 'object' || input === null) return null;
  const before: readonly unknown[] = 'confirmed' in input && Array.isArray(input.confirmed) ? input.confirmed : [];
  return (await hear(questions)) ? { ...input, confirmed: [...before, ...questions.map(({ code }) => code)] } : null;
}
