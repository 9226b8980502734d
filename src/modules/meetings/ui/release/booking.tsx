// Changing the schedule in force: another time and table, or cancelling; told to those concerned at once.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useCallback, useMemo, useState } from 'react';
import { dayOf } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, TextAction } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { PickField } from '#design/fields/pick-field.tsx';
import { SelectField, type Option } from '#design/fields/field.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Gap, Note } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Edition, GridCell } from '../edition/answers.ts';
import { useToldTrouble, useTroubleWords } from '../edition/trouble.ts';
import { whereOf, whoOf, type CellWords, type Spot } from '../plan/board-lines.ts';
import { DayChoice } from '../plan/board.tsx';
import { askSchedule, type Held } from '../plan/grid-part.ts';
import { placeFor } from '../plan/options.ts';
import { Exchanged } from './exchanged.tsx';
import { asIn, exchangesOf, hindrancesAt, type Exchange, type Hindrance } from './slots.ts';
import { Told } from './told.tsx';
import { CHANGE_TOLD, useTakeBack } from './undo.tsx';

interface BookingProps {
  readonly edition: Edition;
  readonly words: CellWords;
  readonly cell: GridCell;
  readonly onClose: () => void;
}

/** Sends a change, draws anew whatever came of it. */
function useDrawAnew() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: meetingsQueries.key() });
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

/** Says what stands against each time. */
function useWhyNot(words: CellWords): (hindrance: Hindrance) => string {
  const { t } = useText();
  return useCallback((hindrance) => whyNotIn(words, hindrance, t), [words, t]);
}

function whyNotIn({ grid, name }: CellWords, hindrance: Hindrance, t: TFunction): string {
  const partyOf = (index: number): string => {
    const party = grid.participants[index];
    return party === undefined ? '' : name(party.name);
  };
  switch (hindrance.kind) {
    case 'begun':
      return t('meetings.why_begun');
    case 'meets':
      return t('meetings.why_meets', { who: partyOf(hindrance.who) });
    case 'away':
      return t('meetings.why_away', { who: partyOf(hindrance.who) });
    case 'interpreter':
      return t('meetings.why_interpreter', { who: grid.interpreters[hindrance.who]?.name ?? '' });
    case 'none_free':
      return t('meetings.why_none_free');
  }
}

/** Every time with what stands against it; where nothing could change that, it cannot be chosen. The meeting's own time always can: it may get another place. */
function useTimes(edition: Edition, words: CellWords, cell: GridCell): readonly Option[] {
  const { t } = useText();
  const whyNot = useWhyNot(words);
  const [now] = useState(() => Date.now());
  const { grid, formats } = words;
  return grid.slots.map((slot, at) => {
    const span = formats.span(slot.startsAt, slot.endsAt, edition.timeZone);
    const hindrances = hindrancesAt(grid, cell, at, now);
    const why = hindrances.map(whyNot).join(t('meetings.together'));
    // Where only the interpreter is elsewhere, another one may be free.
    const closed = hindrances.some(({ kind }) => kind !== 'interpreter');
    return {
      value: slot.id,
      text: why === '' ? span : t('meetings.slot_hindered', { span, why }),
      disabled: closed && at !== cell.slot,
    };
  });
}

interface MoveBookingProps extends BookingProps {
  /** Proposed; the meeting's own time and place where nothing is. */
  readonly to: Spot | undefined;
  readonly onCancel: () => void;
  readonly onExchange: () => void;
}

/** The meeting as the grid of a day knows it that is chosen for it: of its own day, or of another that is asked for; null until that is there. */
function useOnDay(edition: Edition, { words, cell }: Held, day: string): Held | null {
  const own = dayOf(words.grid.slots[cell.slot]?.startsAt ?? '', edition.timeZone);
  const { data } = useQuery({ ...askSchedule(edition.id)({ day }), enabled: day !== own, throwOnError: true });
  if (day === own) return { words, cell };
  return data === undefined ? null : { cell: asIn(data, words.grid, cell), words: { ...words, grid: data } };
}

export function MoveBooking(props: MoveBookingProps) {
  const { edition, words, cell, to } = props;
  const [day, setDay] = useState(() => dayOf(words.grid.slots[cell.slot]?.startsAt ?? '', edition.timeZone));
  const [slotId, setSlot] = useState(() => to?.time ?? words.grid.slots[cell.slot]?.id ?? '');
  return <MoveOnDay {...props} {...{ day, slotId }} onDay={setDay} onSlot={setSlot} on={useOnDay(edition, { words, cell }, day)} />;
}

interface MoveOnDayProps extends MoveBookingProps {
  readonly day: string;
  readonly onDay: (day: string) => void;
  readonly slotId: string;
  readonly onSlot: (slotId: string) => void;
  readonly on: Held | null;
}

function MoveOnDay({ edition, words, cell, to, day, onDay, slotId: asked, onSlot, on, onClose, onCancel, onExchange }: MoveOnDayProps) {
  const { t } = useText();
  const { grid } = words;
  const there = on ?? { words: { ...words, grid: { ...grid, slots: [], cells: [] } }, cell };
  const times = useTimes(edition, there.words, there.cell);
  // On another day the first time at which nothing stands against it.
  const slotId = times.some(({ value }) => value === asked) ? asked : (times.find(({ disabled }) => disabled !== true)?.value ?? '');
  const slot = there.words.grid.slots.findIndex(({ id }) => id === slotId);
  const places = slot < 0 ? [] : freePlaces(there.words, there.cell, slot);
  const [wanted, setPlace] = useState(() => (to === undefined ? null : placeFor(to, null, undefined)) ?? grid.places[cell.place]?.id ?? '');
  const placeId = places.some(({ id }) => id === wanted) ? wanted : (places[0]?.id ?? '');
  const isTaken = to?.time === slotId && to.table === wanted && placeId !== wanted;
  const { move, refused, busy } = useMove(edition, words, cell, onClose);
  const unchanged = slotId === grid.slots[cell.slot]?.id && placeId === grid.places[cell.place]?.id;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('meetings.move_who', { who: whoOf(words, cell) })}
      actions={
        <>
          <Button
            kind="go"
            busy={busy}
            aria-disabled={unchanged || placeId === ''}
            onPress={() => !unchanged && placeId !== '' && move(slotId, placeId)}
          >
            {t('meetings.move_the_meeting')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </>
      }
    >
      <p>
        {t('meetings.now_there', { where: whereOf(words, cell) })}
        <Gap />
        {cell.pinned && t('meetings.is_pinned')}
      </p>
      {refused !== null && (
        <Notice kind="refused" live heading={t('meetings.move_refused')}>
          {refused}
        </Notice>
      )}
      {grid.days.length > 1 && <DayChoice {...{ grid, day, onDay }} />}
      {on === null ? (
        <Skeleton lines={2} />
      ) : (
        <SelectField
          name="slotId"
          label={t('meetings.time')}
          value={slotId}
          onChange={onSlot}
          options={slotId === '' ? [{ value: '', text: t('meetings.no_time_free') }, ...times] : times}
          data-focus-first
        />
      )}
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
      {isTaken && <Note>{t('meetings.place_not_free', { place: grid.places.find(({ id }) => id === wanted)?.code ?? '' })}</Note>}
      <Note>{t('meetings.move_note')}</Note>
      <Told ids={{ editionId: edition.id, meetingId: cell.meetingId }} />
      <p>
        {t('meetings.exchange_instead')}
        <Gap />
        <TextAction onPress={onExchange}>{t('meetings.exchange_ask')}</TextAction>
      </p>
      <p>
        {t('meetings.cancel_instead')}
        <Gap />
        <TextAction onPress={onCancel}>{t('meetings.cancel_meeting_ask')}</TextAction>
      </p>
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
  const takeBack = useTakeBack(edition.id);
  const at = { editionId: edition.id, meetingId: cell.meetingId };
  const mutation = useMutation({
    mutationFn: (to: { readonly slotId: string; readonly placeId: string }) => meetingsApi.moveBooking({ ...at, ...to }),
    onError: (error) => setRefused(wordsFor(error)),
    onSuccess: ({ number }) => {
      onClose();
      toast({
        key: CHANGE_TOLD,
        text: t('meetings.told_booking_moved', { who: whoOf(words, cell), number }),
        undo: () => takeBack(number),
      });
    },
    onSettled: drawAnew,
  });
  return { move: (slotId: string, placeId: string) => mutation.mutate({ slotId, placeId }), refused, busy: mutation.isPending };
}

interface ExchangeBookingProps extends BookingProps {
  /** The meeting that this one was dragged onto. */
  readonly onto: string | undefined;
}

/** The other meetings with what stands against exchanging this one with it: first those with which it can be done, of these first those of the same companies. */
function useExchanges(words: CellWords, cell: GridCell) {
  const { t } = useText();
  const whyNot = useWhyNot(words);
  const [now] = useState(() => Date.now());
  const { grid } = words;
  return useMemo(() => {
    const concerns = ({ a, b }: GridCell): number => ([a, b].some((who) => who === cell.a || who === cell.b) ? 0 : 1);
    const order = ({ other, hindrances }: Exchange): number => (hindrances.length === 0 ? 0 : 2) + concerns(other);
    return exchangesOf(grid, cell, now)
      .toSorted((one, next) => order(one) - order(next))
      .map(({ other, hindrances }) => {
        const text = t('meetings.banner_where', { where: whereOf(words, other), who: whoOf(words, other) });
        const why = [...new Set(hindrances.map(whyNot))].join(t('meetings.together'));
        return { other, why, value: other.meetingId, text, ...(why !== '' && { note: t('meetings.exchange_hindered', { why }) }) };
      });
  }, [grid, cell, now, t, words, whyNot]);
}

/** Exchanges the meeting with another of the schedule, found by who meets; times and tables change places. */
export function ExchangeBooking({ edition, words, cell, onto, onClose }: ExchangeBookingProps) {
  const { t } = useText();
  const [withMeetingId, setWith] = useState(onto ?? '');
  const { exchange, refused, busy, forget } = useExchange(edition, cell, onClose);
  const options = useExchanges(words, cell);
  const chosen = options.find(({ value }) => value === withMeetingId);
  const isPossible = chosen?.why === '';
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('meetings.exchange_who', { who: whoOf(words, cell) })}
      actions={
        <>
          <Button kind="go" busy={busy} aria-disabled={!isPossible} onPress={() => isPossible && exchange(withMeetingId)}>
            {t('meetings.exchange_the_meetings')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('meetings.now_there', { where: whereOf(words, cell) })}</p>
      {refused !== null && (
        <Notice kind="refused" live heading={t('meetings.exchange_refused')}>
          {refused}
        </Notice>
      )}
      <PickField
        name="withMeetingId"
        label={t('meetings.exchange_with')}
        hint={t('meetings.exchange_hint')}
        value={withMeetingId}
        onChange={(next) => {
          setWith(next);
          forget();
        }}
        options={options}
      />
      {chosen !== undefined && <Exchanged {...{ words, cell }} other={chosen.other} why={chosen.why} />}
      <Note>{t(options.every(({ why }) => why !== '') ? 'meetings.exchange_none' : 'meetings.exchange_note')}</Note>
      {isPossible && <Told ids={{ editionId: edition.id, meetingId: cell.meetingId, withMeetingId }} />}
    </Dialog>
  );
}

/** Exchanges two bookings; the dialog stays open with the reason where it is refused. */
function useExchange(edition: Edition, cell: GridCell, onClose: () => void) {
  const { t } = useText();
  const toast = useToast();
  const wordsFor = useTroubleWords();
  const drawAnew = useDrawAnew();
  const [refused, setRefused] = useState<string | null>(null);
  const takeBack = useTakeBack(edition.id);
  const mutation = useMutation({
    mutationFn: (withMeetingId: string) =>
      meetingsApi.exchangeBookings({ editionId: edition.id, meetingId: cell.meetingId, withMeetingId }),
    onError: (error) => setRefused(wordsFor(error)),
    onSuccess: ({ number }) => {
      onClose();
      toast({ key: CHANGE_TOLD, text: t('meetings.told_exchanged', { number }), undo: () => takeBack(number) });
    },
    onSettled: drawAnew,
  });
  return { exchange: mutation.mutate, refused, busy: mutation.isPending, forget: () => setRefused(null) };
}

export function CancelBooking({ edition, words, cell, onClose }: BookingProps) {
  const { t } = useText();
  const toast = useToast();
  const told = useToldTrouble();
  const drawAnew = useDrawAnew();
  const who = whoOf(words, cell);
  const takeBack = useTakeBack(edition.id);
  const cancel = useMutation({
    mutationFn: () => meetingsApi.cancelBooking({ editionId: edition.id, meetingId: cell.meetingId }),
    onError: told,
    onSuccess: ({ number }) =>
      toast({ key: CHANGE_TOLD, text: t('meetings.told_booking_cancelled', { who, number }), undo: () => takeBack(number) }),
    onSettled: async () => {
      onClose();
      await drawAnew();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('meetings.cancel_who', { who })}
      actions={
        <>
          <Button kind="go" busy={cancel.isPending} onPress={() => cancel.mutate()}>
            {t('meetings.cancel_the_meeting')}
          </Button>
          {/* "Cancel" would be said twice here, and mean two things. */}
          <Button kind="text" onPress={onClose}>
            {t('meetings.keep_meeting')}
          </Button>
        </>
      }
    >
      <p>{t('meetings.cancel_text', { where: whereOf(words, cell) })}</p>
      <Told ids={{ editionId: edition.id, meetingId: cell.meetingId }} />
    </Dialog>
  );
}
