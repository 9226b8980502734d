// What an organiser reports on the day, in words and as choices.
import type { TFunction } from 'i18next';
import type { Formats } from '#client/formats.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { meetingsApi } from '../client.ts';
import type { Grid } from '../edition/answers.ts';

type Meetings = typeof meetingsApi;
export type DayChange = Parameters<Meetings['previewRepair']>[0]['changes'][number];
export type RepairPreview = Awaited<ReturnType<Meetings['previewRepair']>>;
export type OpenMeeting = Awaited<ReturnType<Meetings['listOpenMeetings']>>['entries'][number];

export interface DayWords {
  readonly grid: Grid;
  readonly open: readonly OpenMeeting[];
  /** Who are down as away at some time. */
  readonly interpreters: readonly { readonly id: string; readonly name: string }[];
  readonly formats: Formats;
  readonly t: TFunction;
  readonly name: (name: MultilingualText) => string;
}

/** Times that have not begun. */
export const upcoming = ({ slots }: Grid, now: number): Grid['slots'] => slots.filter(({ startsAt }) => Date.parse(startsAt) > now);

/** 10:30, or with its day where there are several. */
export function timeWord({ grid, formats }: Pick<DayWords, 'grid' | 'formats'>, slotId: string): string {
  const slot = grid.slots.find(({ id }) => id === slotId);
  if (slot === undefined) return '?';
  const zone = grid.edition.timeZone;
  return grid.days.length > 1 ? formats.dateTime(slot.startsAt, zone, 'short') : formats.time(slot.startsAt, zone);
}

export function placeWord({ grid, t }: Pick<DayWords, 'grid' | 't'>, placeId: string): string {
  const place = grid.places.find(({ id }) => id === placeId);
  if (place === undefined) return '?';
  return t(place.kind === 'table' ? 'meetings.table_code' : 'meetings.stand_code', { code: place.code });
}

/** E07 Cypress Water */
export function whoWord({ grid, name }: Pick<DayWords, 'grid' | 'name'>, participantId: string): string {
  const found = grid.participants.find(({ id }) => id === participantId);
  return found === undefined ? '?' : `${found.code} ${name(found.name)}`;
}

/** E07 Cypress Water · B12 Huating Mills */
export const openWord = ({ name }: Pick<DayWords, 'name'>, { a, b }: OpenMeeting): string =>
  `${a.code} ${name(a.name)} · ${b.code} ${name(b.name)}`;

/** The first letter large: a place that begins a sentence. */
const opening = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A change as a sentence. */
export function saidOf(words: DayWords, change: DayChange): string {
  const { t } = words;
  switch (change.kind) {
    case 'no_show':
      return t('meetings.repair_said_no_show', { who: whoWord(words, change.participantId), time: timeWord(words, change.fromSlotId) });
    case 'late':
      if (change.fromSlotId !== undefined)
        return t('meetings.repair_said_away', {
          who: whoWord(words, change.participantId),
          from: timeWord(words, change.fromSlotId),
          until: timeWord(words, change.untilSlotId),
        });
      return t('meetings.repair_said_late', { who: whoWord(words, change.participantId), time: timeWord(words, change.untilSlotId) });
    case 'arrived':
      return t('meetings.repair_said_arrived', { who: whoWord(words, change.participantId) });
    case 'place_withdrawn': {
      const place = opening(placeWord(words, change.placeId));
      if (change.slotId === null) return t('meetings.repair_said_place_now', { place });
      return t('meetings.repair_said_place_then', { place, time: timeWord(words, change.slotId) });
    }
    case 'slot_closed':
      return t('meetings.repair_said_slot', { time: timeWord(words, change.slotId) });
    case 'interpreter_away':
      return t('meetings.repair_said_interpreter', { who: words.interpreters.find(({ id }) => id === change.interpreterId)?.name ?? '?' });
    case 'added': {
      const meeting = words.open.find(({ id }) => id === change.meetingId);
      return t('meetings.repair_said_added', { pair: meeting === undefined ? '?' : openWord(words, meeting) });
    }
  }
}

/** Those who have a meeting that has not begun, by code. */
export function awaited(grid: Grid, now: number): Grid['participants'] {
  const ahead = new Set(upcoming(grid, now).map(({ id }) => id));
  const there = new Set(grid.cells.filter(({ slot }) => ahead.has(grid.slots[slot]?.id ?? '')).flatMap(({ a, b }) => [a, b]));
  return grid.participants.filter((_, at) => there.has(at));
}
