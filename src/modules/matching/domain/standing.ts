// Where a company stands by the lists at one place of the slider: the figures of that place, by name.

export const standings = ['overrun', 'unnamed', 'empty', 'few'] as const;
export type Standing = (typeof standings)[number];

export interface Standee {
  readonly participantId: string;
  readonly standings: readonly Standing[];
  /** In how many lists an exhibitor is named, or how many names stand in a buyer's. */
  readonly named: number;
}
