// What to say when a change was refused: the server's sentence, or that somebody else was faster.
import { useCallback } from 'react';
import { isStale, Offline, troubleOf } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { useToast } from '#design/notices/toast.tsx';

/** For `throwOnError`: what is shown stands where there is merely no network; any other failure is told, and so is having nothing to show. */
export const unlessOffline = (error: unknown, { state }: { readonly state: { readonly data: unknown } }): boolean =>
  state.data === undefined || !(error instanceof Offline);

/** Words for a failed call; all its problems in one line. */
export function useTroubleWords(): (error: unknown) => string {
  const { t } = useText();
  return useCallback(
    (error) => {
      if (isStale(error)) return t('meetings.stale');
      const { message, problems } = troubleOf(error);
      return problems.length === 0 ? message : problems.map((problem) => problem.message).join(' ');
    },
    [t],
  );
}

/** Says a refusal where the reader is looking. */
export function useToldTrouble(): (error: unknown) => void {
  const toast = useToast();
  const words = useTroubleWords();
  return useCallback((error) => toast({ text: words(error) }), [toast, words]);
}
