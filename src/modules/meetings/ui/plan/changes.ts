// Changes of a draft by hand, one after another, each told by a toast with the way back.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { CallContext } from '#client/api.ts';
import { troubleOf, type Trouble } from '#client/error.ts';
import { useText } from '#client/language.ts';
import type { Undone } from '#design/notices/toast-list.ts';
import { useToast, type ToastWords } from '#design/notices/toast.tsx';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Placement, PlacementChange } from '../edition/answers.ts';
import { useSay } from '../edition/names.tsx';
import { useToldTrouble } from '../edition/trouble.ts';
import { dropStep, keepStep, noteStep, noteUndone, stepsOf, takeUndone, undoneLast, type Done } from './undo.ts';

/** Tells the notices of steps apart. */
let nextStep = 0;

type Change<C = PlacementChange> = (options: { readonly context: CallContext }) => Promise<C>;

export interface Target {
  readonly slotId: string;
  readonly placeId: string;
  readonly interpreterId?: string | null;
}

export interface PlanOf {
  readonly editionId: string;
  readonly planId: string;
}

/** Runs changes in order, each with the version that the one before it left; rejects with what a change was refused with. */
function useInOrder(version: number) {
  const queryClient = useQueryClient();
  const known = useRef(version);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    known.current = Math.max(known.current, version);
  }, [version]);
  return <C extends { readonly version: number }>(change: Change<C>): Promise<C> => {
    const turn = queue.current.then(async () => {
      try {
        const done = await change({ context: { ifMatch: known.current } });
        known.current = done.version;
        return done;
      } finally {
        void queryClient.invalidateQueries({ queryKey: meetingsQueries.key() });
      }
    });
    queue.current = turn.catch(() => undefined); // the next one has its turn whatever came of this one
    return turn;
  };
}

/** Puts a meeting back where it was. */
async function putBack(
  on: PlanOf,
  run: ReturnType<typeof useInOrder>,
  { meetingId, before, after }: Done['changes'][number],
): Promise<void> {
  const at = { ...on, meetingId };
  if (before === null) return void (await run((options) => meetingsApi.unplaceMeeting(at, options)));
  const moved = after === null || !samePlace(before, after);
  const { slotId, placeId, interpreterId } = before;
  const done = moved ? await run((options) => meetingsApi.movePlacement({ ...at, slotId, placeId, interpreterId }, options)) : undefined;
  const pinned = (done ?? { after }).after?.pinned;
  if (pinned === undefined || pinned === before.pinned) return;
  await run((options) => (before.pinned ? meetingsApi.pinMeeting(at, options) : meetingsApi.unpinMeeting(at, options)));
}

/** Carries changes out, tells what they caused, and takes them back. */
function useCarrying(on: PlanOf, version: number) {
  const { t } = useText();
  const say = useSay();
  const toast = useToast();
  const told = useToldTrouble();
  const run = useInOrder(version);

  /** Carries out a change and tells it, with the conflicts that it caused. */
  async function carry(change: Change, words: string, onRefused: (error: unknown) => void = told): Promise<void> {
    const done = await run(change).catch((error: unknown) => onRefused(error));
    if (done !== undefined) tell({ ...done, changes: [done] }, words);
  }

  /** Tells what was done, with what it caused, and notes it. */
  function tell(done: Pick<PlacementChange, 'caused'> & Pick<Done, 'changes'>, words: string): void {
    const caused = [...new Set(done.caused.flatMap(({ reasons }) => reasons.map(say)))];
    const text = caused.length === 0 ? words : t('meetings.done_but', { done: words, caused: caused.slice(0, 2).join(' ') });
    const step = { changes: done.changes, words, notice: `step ${String(nextStep++)}` };
    noteStep(on.planId, step);
    toast({ key: step.notice, text, undo: () => takeBack(step) });
  }

  /** Takes a step back once, by the toast or by the list of steps; one that is refused can be tried again. */
  async function takeBack(step: Done): Promise<Undone | undefined> {
    if (!dropStep(on.planId, step)) return undefined;
    noteUndone(on.planId, step);
    try {
      for (const change of step.changes) await putBack(on, run, change);
    } catch (error) {
      takeUndone(on.planId, step);
      keepStep(on.planId, step);
      throw error;
    }
    return { redo: async () => goForward(step) };
  }

  /** Does once more what was taken back, and answers the notice of it; what has been done once more, or was followed by another step, cannot be. */
  async function goForward(step: Done): Promise<ToastWords> {
    if (takeUndone(on.planId, step) === undefined) return { text: t('meetings.redo_over') };
    try {
      for (const { meetingId, before, after } of step.changes) await putBack(on, run, { meetingId, before: after, after: before });
    } catch (error) {
      noteUndone(on.planId, step);
      throw error;
    }
    keepStep(on.planId, step);
    return { key: step.notice, text: step.words, undo: () => takeBack(step) };
  }

  /** Takes the latest step back. */
  async function undo(): Promise<void> {
    const last = stepsOf(on.planId).at(-1);
    if (last === undefined) return;
    const undone = await takeBack(last).catch((error: unknown) => void told(error));
    // In place of the notice of the step, where that still stands with its own way back.
    if (undone !== undefined) toast({ key: last.notice, text: t('meetings.told_undone', { what: last.words }), ...undone });
  }

  /** Does the step once more that was taken back last. */
  async function redo(): Promise<void> {
    const step = undoneLast(on.planId);
    if (step !== undefined) await goForward(step).then(toast, (error: unknown) => told(error));
  }

  return { run, told, carry, tell, undo, redo };
}

/** `version` is the draft's as last read; `pair` names the meeting in the toast. */
export function usePlanChanges(on: PlanOf, version: number) {
  const { t } = useText();
  const { run, told, carry, tell, undo, redo } = useCarrying(on, version);
  const meetings = () => meetingsApi;
  return {
    undo,
    redo,
    move: (meetingId: string, target: Target, pair: string) =>
      carry((options) => meetings().movePlacement({ ...on, meetingId, ...target }, options), t('meetings.told_moved', { pair })),
    exchange: async (meetingId: string, withMeetingId: string, pairs: string) => {
      const done = await run((options) => meetings().exchangePlacements({ ...on, meetingId, withMeetingId }, options)).catch(
        (error: unknown) => told(error),
      );
      if (done !== undefined) tell(done, t('meetings.told_exchanged_draft', { pairs }));
    },
    takeOut: (meetingId: string, pair: string) =>
      carry((options) => meetings().unplaceMeeting({ ...on, meetingId }, options), t('meetings.told_taken_out', { pair })),
    /** Where nothing stands against it; `onNowhere` is what is done where there is no such place any more. */
    place: (meetingId: string, pair: string, onNowhere: (refused: Trouble) => void) =>
      carry(
        (options) => meetings().placeUnplaced({ ...on, meetingId }, options),
        t('meetings.told_placed', { pair }),
        (error) => {
          const trouble = troubleOf(error);
          if (trouble.code === 'meetings.fits_nowhere') onNowhere(trouble);
          else told(error);
        },
      ),
    pin: (meetingId: string, pair: string) =>
      carry((options) => meetings().pinMeeting({ ...on, meetingId }, options), t('meetings.told_pinned', { pair })),
    unpin: (meetingId: string, pair: string) =>
      carry((options) => meetings().unpinMeeting({ ...on, meetingId }, options), t('meetings.told_unpinned', { pair })),
  };
}

const samePlace = (a: Placement, b: Placement): boolean =>
  a.slotId === b.slotId && a.placeId === b.placeId && a.interpreterId === b.interpreterId;

export type PlanChanges = ReturnType<typeof usePlanChanges>;
