// How far a project has come, in words: every milestone is in one of them, those of which nobody spoke, too.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import type { ProgressShown } from '../../contract/projects.ts';
import { standings } from '../../domain/project/mark.ts';

export function useProgressWords(): (progress: ProgressShown) => string | null {
  const { t } = useText();
  const formats = useFormats();
  return ({ milestones, standing }) => {
    if (milestones === 0) return null;
    const parts = standings.flatMap((state) => {
      const [number, words] = [standing[state] ?? 0, t(`outcomes.pj_state_${state}`)];
      return number === 0 ? [] : [milestones === 1 ? words : t('outcomes.pj_part', { number, state: words })];
    });
    return t('outcomes.pj_progress', { count: milestones, parts: formats.list(parts) });
  };
}

/** In a list: one line, and what is overdue beneath. */
export function ProgressCell({ progress }: { readonly progress: ProgressShown }) {
  const { t } = useText();
  const words = useProgressWords()(progress);
  return (
    <>
      {words ?? <Unknown>{t('outcomes.pj_no_plan')}</Unknown>}
      {progress.overdue > 0 && <small>{t('outcomes.pj_overdue_note', { count: progress.overdue })}</small>}
      {progress.indicators > 0 && <small>{t('outcomes.pj_indicators_count', { count: progress.indicators })}</small>}
    </>
  );
}
