// Changing the schedule in force: another time and table, or cancelling; told to those concerned at once.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Dialog } from '#design/dialog.tsx';
import { SelectField } from '#design/field.tsx';
import { Notice } from '#design/notice.tsx';
import { useToast } from '#design/toast.tsx';
import type { Edition, GridCell } from './event-answers.ts';
import { useToldTrouble, useTroubleWords } from './event-trouble.ts';
import { codesOf, whereOf, type CellWords } from './plan-board-lines.ts';

interface BookingProps {
  readonly edition: Edition;
  readonly words: CellWords;
  readonly cell: GridCell;
  readonly onClose: () => void;
}

/** Sends a change, draws anew whatever came of it. */
function useDrawAnew() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: queries().meetings.key() });
}

/** Places that hold one more meeting then, by the index of the slot. */
function freePlaces({ grid }: CellWords, cell: GridCell, slot: number) {
  return grid.places.filter((place, at) => {
    if (grid.shut.some((one) => one.slot === slot && one.place === at)) return false;
    if (place.kind === 'stand') return at === cell.place;
    const there = grid.cells.filter((other) => other.slot === slot && other.place === at && other.meetingId !== cell.meetingId);
    return there.length < place.seats;
  });
}

/** Whether one of the two has another meeting then. */
const isBusy = ({ grid }: CellWords, cell: GridCell, slot: number): boolean =>
  grid.cells.some(
    (other) =>
      other.slot === slot && other.meetingId !== cell.meetingId && [other.a, other.b].some((one) => one === cell.a || one === cell.b),
  );

export function MoveBooking({ edition, words, cell, onClose, onCancel }: BookingProps & { readonly onCancel: () => void }) {
  const { t } = useText();
  const { grid, formats } = words;
  const pair = codesOf(grid, cell);
  const [slotId, setSlot] = useState(grid.slots[cell.slot]?.id ?? '');
  const slot = grid.slots.findIndex(({ id }) => id === slotId);
  const places = freePlaces(words, cell, slot);
  const [wanted, setPlace] = useState(grid.places[cell.place]?.id ?? '');
  const placeId = places.some(({ id }) => id === wanted) ? wanted : (places[0]?.id ?? '');
  const { move, refused, busy } = useMove(edition, words, cell, onClose);
  const unchanged = slot === cell.slot && placeId === grid.places[cell.place]?.id;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('meetings.move_pair', { pair })}
      actions={
        <>
          <Button
            kind="go"
            busy={busy}
            aria-disabled={unchanged || placeId === ''}
            onPress={() => !unchanged && placeId !== '' && move(slotId, placeId)}
          >
            {t('meetings.move_and_tell')}
          </Button>
          <Button kind="text" onPress={onCancel}>
            {t('meetings.cancel_meeting')}
          </Button>
        </>
      }
    >
      <p>{t('meetings.now_there', { where: whereOf(words, cell) })}</p>
      {refused !== null && (
        <Notice kind="refused" live heading={t('meetings.move_refused')}>
          {refused}
        </Notice>
      )}
      <SelectField
        name="slotId"
        label={t('meetings.time')}
        value={slotId}
        onChange={setSlot}
        options={grid.slots.map((one, at) => {
          const span = formats.span(one.startsAt, one.endsAt, edition.timeZone);
          return { value: one.id, text: isBusy(words, cell, at) ? t('meetings.slot_busy', { span }) : span };
        })}
      />
      <SelectField
        name="placeId"
        label={t('meetings.place')}
        value={placeId}
        onChange={setPlace}
        options={
          places.length === 0
            ? [{ value: '', text: t('meetings.no_place_free') }]
            : places.map(({ id, kind, code }) => ({
                value: id,
                text: t(kind === 'table' ? 'meetings.table_code' : 'meetings.stand_code', { code }),
              }))
        }
      />
      <p className="note">{t('meetings.move_note')}</p>
    </Dialog>
  );
}

/** Moves a booking; the dialog stays open with the reason where somebody else was faster. */
function useMove(edition: Edition, words: CellWords, cell: GridCell, onClose: () => void) {
  const { t } = useText();
  const toast = useToast();
  const wordsFor = useTroubleWords();
  const drawAnew = useDrawAnew();
  const [refused, setRefused] = useState<string | null>(null);
  const before = { slotId: words.grid.slots[cell.slot]?.id ?? '', placeId: words.grid.places[cell.place]?.id ?? '' };
  const at = { editionId: edition.id, meetingId: cell.meetingId };
  const interpreter = cell.interpreter === null ? null : (words.grid.interpreters[cell.interpreter]?.id ?? null);
  const mutation = useMutation({
    mutationFn: (to: typeof before) => api().meetings.moveBooking({ ...at, ...to, interpreterId: interpreter }),
    onError: (error) => setRefused(wordsFor(error)),
    onSuccess: ({ number }) => {
      onClose();
      const undo = () =>
        api()
          .meetings.moveBooking({ ...at, ...before, interpreterId: interpreter })
          .finally(() => void drawAnew());
      toast({ text: t('meetings.told_booking_moved', { pair: codesOf(words.grid, cell), number }), undo });
    },
    onSettled: drawAnew,
  });
  return { move: (slotId: string, placeId: string) => mutation.mutate({ slotId, placeId }), refused, busy: mutation.isPending };
}

export function CancelBooking({ edition, words, cell, onClose }: BookingProps) {
  const { t } = useText();
  const toast = useToast();
  const told = useToldTrouble();
  const drawAnew = useDrawAnew();
  const { grid } = words;
  const pair = codesOf(grid, cell);
  const again = () => {
    const [a, b, slot, place] = [grid.participants[cell.a], grid.participants[cell.b], grid.slots[cell.slot], grid.places[cell.place]];
    if (a === undefined || b === undefined || slot === undefined || place === undefined)
      throw new Error('a booking of this grid names what the grid does not hold');
    const input = { editionId: edition.id, participantId: a.id, slotId: slot.id, withId: b.id, placeId: place.id };
    return api()
      .meetings.acceptCandidate(input)
      .finally(() => void drawAnew());
  };
  const cancel = useMutation({
    mutationFn: () => api().meetings.cancelBooking({ editionId: edition.id, meetingId: cell.meetingId }),
    onError: told,
    onSuccess: ({ number }) => toast({ text: t('meetings.told_booking_cancelled', { pair, number }), undo: again }),
    onSettled: async () => {
      onClose();
      await drawAnew();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('meetings.cancel_pair', { pair })}
      actions={
        <>
          <Button kind="go" busy={cancel.isPending} onPress={() => cancel.mutate()}>
            {t('meetings.cancel_and_tell')}
          </Button>
          {/* "Cancel" would be said twice here, and mean two things. */}
          <Button kind="text" onPress={onClose}>
            {t('meetings.keep_meeting')}
          </Button>
        </>
      }
    >
      <p>{t('meetings.cancel_text', { where: whereOf(words, cell) })}</p>
    </Dialog>
  );
}
