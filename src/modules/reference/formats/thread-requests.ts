// What the thread that reads sets is asked, and what it answers to a question for a plan.
import type { FileBytes } from '#platform/files/read-sheets.ts';
import type { Mapping } from '../domain/mapping.ts';
import type { ImportPlan, PlannedTie, PlanQuestion } from '../domain/plan-import.ts';
import type { CalledCity } from '../domain/samples.ts';
import type { Sample } from '../domain/set.ts';

export type ThreadRequest =
  | { readonly task: 'head'; readonly file: FileBytes; readonly sheet: string | null }
  | { readonly task: 'read'; readonly file: FileBytes; readonly names: FileBytes | null; readonly mapping: Mapping }
  | { readonly task: 'plan'; readonly question: PlanQuestion; readonly called: ReadonlyMap<string, CalledCity>; readonly more: object }
  | { readonly task: 'unpack'; readonly bytes: Uint8Array };

/** A plan as it is shown, and packed as it is kept: `digest` is of what is kept. */
export interface Planned extends ImportPlan {
  /** Without those that stay as they are. */
  readonly ties: readonly PlannedTie[];
  readonly samples: readonly Sample[];
  readonly digest: string;
  readonly packed: Uint8Array;
}
