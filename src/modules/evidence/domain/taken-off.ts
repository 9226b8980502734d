// What everybody would no longer read once more statements are public: a word of an office's own must not take the place of one with a source unseen.
import type { Question } from '#kernel/result.ts';
import { standing, type Superseding } from './show-first.ts';
import { isCited, type SourceFacts } from './source.ts';
import type { Visibility } from './statement.ts';

type Read = Superseding & { readonly visibility: Visibility; readonly source: Pick<SourceFacts, 'class' | 'title'> };

/**
 * Of statements that stand for everybody, those with a source that others can look up and in whose place an office's own records would
 * stand. Give it the statements of one subject that its office sees; `going` are the ids that become public.
 */
export function takenOff<S extends Read>(statements: readonly S[], going: ReadonlySet<string>): readonly S[] {
  const open = statements.filter(({ visibility }) => visibility === 'public');
  const after = standing(statements.filter(({ id, visibility }) => visibility === 'public' || going.has(id)));
  return standing(open).filter(
    (one) => isCited(one.source) && after.some(({ supersedes, source }) => supersedes === one.id && !isCited(source)),
  );
}

/** Asks before that happens, with the titles of the sources. */
export function asksOfTakenOff(statements: readonly Read[], going: ReadonlySet<string>): readonly Question[] {
  const titles = [...new Set(takenOff(statements, going).map(({ source }) => source.title))];
  return titles.length === 0 ? [] : [{ code: 'evidence.takes_off_cited', params: { sources: titles.join('; ') }, like: [] }];
}
