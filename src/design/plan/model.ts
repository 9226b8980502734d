// What a plan looks like, as its pages say it to the grid and the list.

/** A time or a table. `own` sets a column apart (at own stand); `rule` draws a stronger line (a full hour, another day). */
export interface PlanLine {
  readonly key: string;
  readonly label: string;
  readonly own?: boolean;
  readonly rule?: boolean;
  /** Nothing can be placed here: a break, with its words. */
  readonly closed?: string;
  /** Before the first line of a day: its name. */
  readonly day?: string;
}

/** What stands in a cell; several meetings (at own stands) are several entries of `text`. */
export interface PlanCell {
  readonly text: readonly string[];
  /** Of a single meeting the two sides below each other, code and name, where there is room for names. */
  readonly sides?: readonly { readonly code: string; readonly name: string }[];
  /** The cell said in words: "10:30, table 6: Quillwort Seeds with Huating Mills". Default: the texts. */
  readonly label?: string;
  readonly pinned?: boolean;
  readonly conflict?: 'hard' | 'soft';
  readonly shut?: boolean;
  readonly chosen?: boolean;
  readonly muted?: boolean;
  /** While a meeting is in hand: what putting it here would do. */
  readonly target?: 'could' | 'could-warn' | 'could-clash';
}

export interface PlanGridProps {
  readonly caption: string;
  /** Cells tell `sides`: columns are a little wider, rows higher. */
  readonly named?: boolean;
  readonly times: readonly PlanLine[];
  readonly tables: readonly PlanLine[];
  /** times-down: a hall is run by the clock; tables-down: a host reads the row. */
  readonly turn?: 'times-down' | 'tables-down';
  /** Keep its identity (useCallback) so that only changed rows are drawn. */
  readonly cellAt: (time: string, table: string) => PlanCell | undefined;
  /** On a phone: the time whose list is shown. Keep its identity. */
  readonly onTime?: (time: string) => void;
  /** What would be shown is not here yet. */
  readonly waiting?: boolean;
  readonly onFocus?: (time: string, table: string) => void;
  readonly onOpen?: (time: string, table: string) => void;
  readonly onKey?: (key: string, time: string, table: string) => boolean;
  /** Given, filled cells can be dragged. */
  readonly onMove?: (from: readonly [time: string, table: string], to: readonly [time: string, table: string]) => void;
  /** Dragging began or, with null, ended: mark `target` cells meanwhile. */
  readonly onLift?: (from: readonly [time: string, table: string] | null) => void;
}
