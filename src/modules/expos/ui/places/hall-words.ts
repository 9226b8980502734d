// Halls and stands as a page writes them.
import { useCallback } from 'react';
import { useText } from '#client/language.ts';
import { hallForm } from '../../domain/hall.ts';

/** Names a hall: Hall A / A馆, Hall 2 / 2号馆, North Hall / 西厅. */
export function useHallWords(): (hall: string) => string {
  const { t } = useText();
  return useCallback(
    (hall) => {
      const form = hallForm(hall);
      return form === 'named' ? hall : t(form === 'number' ? 'expos.hall_number' : 'expos.hall_letter', { hall });
    },
    [t],
  );
}

/** Names a stand in its hall: Hall A, stand A-11 / A馆A-11展位; without a hall its code alone. */
export function useStandWords(): (hall: string | null, code: string) => string {
  const { t } = useText();
  const hallWords = useHallWords();
  return useCallback(
    (hall, stand) => (hall === null || hall === '' ? stand : t('expos.hall_and_stand', { hall: hallWords(hall), stand })),
    [t, hallWords],
  );
}
