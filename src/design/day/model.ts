// What a day of companies looks like, as its pages say it to the grid and the list.
import type { ReactNode } from 'react';
import type { DaySpan } from './layout.ts';

/** meet: a meeting · soft: a meeting that something stands against · talk: a forum talk · way: taken otherwise · hole: free, and someone to meet */
export type BlockLook = 'meet' | 'soft' | 'talk' | 'way' | 'hole';

/** Instants are UTC milliseconds; `label` says the block in full. */
export interface DayBlock extends DaySpan {
  readonly key: string;
  readonly look: BlockLook;
  readonly text: string;
  readonly label?: string;
}

export interface DayLine {
  readonly key: string;
  readonly name: string;
  readonly number?: ReactNode;
  readonly count?: ReactNode;
  readonly blocks: readonly DayBlock[];
  /** The line in hand. */
  readonly chosen?: boolean;
}

export interface DayGridProps {
  readonly caption: string;
  /** Head of the names: "Company". */
  readonly nameHead: string;
  readonly span: DaySpan;
  readonly zone: string;
  readonly lines: readonly DayLine[];
  /** Breaks, shaded in every line. */
  readonly breaks?: readonly DaySpan[];
  /** Given, blocks can be pressed; `chosenBlock` shows as pressed. */
  readonly onChoose?: (line: string, block: string) => void;
  readonly chosenBlock?: string;
}
