// What becomes known on the day itself about who is there and what can be used.

/** Spans in UTC milliseconds. */
export interface DayNote {
  readonly away: readonly { readonly participantId: string; readonly start: number; readonly end: number }[];
  readonly closed: readonly { readonly placeId: string; readonly slotId: string }[];
  /** Spans that stood and stand no longer from `from` on: they have come after all. Notes of before have none. */
  readonly freed?: readonly { readonly participantId: string; readonly start: number; readonly end: number; readonly from: number }[];
}
