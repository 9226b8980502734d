// An instance of the published business-to-business meeting benchmark (MiniZinc data), as numbers.

export interface InstanceMeeting {
  /** 1-based participants. */
  readonly from: number;
  readonly to: number;
  /** 1 = morning, 2 = afternoon, 3 = any. */
  readonly session: number;
}

/** All numbers are 1-based; arrays are in order of participant or meeting. */
export interface Instance {
  readonly participants: number;
  readonly tables: number;
  readonly slots: number;
  /** The first so many slots are the morning. */
  readonly morningSlots: number;
  readonly meetings: readonly InstanceMeeting[];
  /** Slots that each participant cannot use, ascending. */
  readonly forbidden: readonly (readonly number[])[];
  /** Slot of each meeting, 0 = free. */
  readonly fixed: readonly number[];
  /** For each meeting those that must be strictly earlier, ascending. */
  readonly precedences: readonly (readonly number[])[];
}
