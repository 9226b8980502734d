// The way back from the latest change of the schedule, by hand or of the day, for as long as there is one.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Difference, Edition, Release } from '../edition/answers.ts';
import { useWho } from '../edition/names.tsx';
import { useToldTrouble } from '../edition/trouble.ts';
import { useWhere } from './differences.tsx';

/** Of the latest change alone something is told: whatever takes it back or comes after it stands in its place. */
export const CHANGE_TOLD = 'schedule-change';

/** Takes a change back and draws anew whatever came of it; rejects with why not. */
export function useTakeBack(editionId: string) {
  const queryClient = useQueryClient();
  return (number: number) =>
    meetingsApi.undoChange({ editionId, number }).finally(() => void queryClient.invalidateQueries({ queryKey: meetingsQueries.key() }));
}

/** The way back after the toast has gone; asks first, and says what would become of each meeting. */
export function TakeBackLast({ edition, release }: { readonly edition: Edition; readonly release: Release }) {
  const { t } = useText();
  const toast = useToast();
  const told = useToldTrouble();
  const takeBack = useTakeBack(edition.id);
  const [asking, setAsking] = useState(false);
  const { number, changes, onTheDay } = release;
  const undo = useMutation({
    mutationFn: () => takeBack(number),
    onError: told,
    onSuccess: (made) => toast({ key: CHANGE_TOLD, text: t('meetings.repair_undone', { number: made.number }) }),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button kind="text" onPress={() => setAsking(true)}>
        {t('meetings.repair_undo')}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('meetings.repair_undo_question', { number })}
        confirmText={t('meetings.repair_undo')}
        busy={undo.isPending}
        onConfirm={() => undo.mutate()}
      >
        <p>{t(onTheDay ? 'meetings.repair_undo_text' : 'meetings.undo_text')}</p>
        <Returns edition={edition} changes={changes} />
      </Confirm>
    </>
  );
}

const SHOWN = 5;

/** What would become of each meeting that the change touched. */
function Returns({ edition, changes }: { readonly edition: Edition; readonly changes: readonly Difference[] }) {
  const { t } = useText();
  const whoOf = useWho();
  const where = useWhere(edition);
  const lineOf = ({ meeting, before, after }: Difference): string => {
    const who = whoOf(meeting);
    if (before === null) return t('meetings.undo_added', { who, after: where(after) });
    return after === null
      ? t('meetings.undo_removed', { who, before: where(before) })
      : t('meetings.undo_moved', { who, before: where(before), after: where(after) });
  };
  const more = changes.length - SHOWN;
  return (
    <ul>
      {changes.slice(0, SHOWN).map((change) => (
        <li key={change.meeting.id}>{lineOf(change)}</li>
      ))}
      {more > 0 && <li>{t('meetings.and_more', { count: more })}</li>}
    </ul>
  );
}
