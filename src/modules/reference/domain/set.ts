// A reference set and an import into it, as they stand on record.
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Params } from '#kernel/result.ts';
import type { Mapping } from './mapping.ts';
import type { PlanCounts } from './plan-import.ts';

export type SetId = Id<'ReferenceSet'>;
export type ImportId = Id<'ReferenceImport'>;
export type TakingId = Id<'Taking'>;

/** Whether everybody sees the set, and whether that is being changed just now. */
export const opennesses = ['closed', 'opening', 'open', 'closing'] as const;
export type Openness = (typeof opennesses)[number];

export interface Progress {
  readonly done: number;
  readonly of: number;
}

export interface SetFacts {
  readonly name: MultilingualText;
  readonly licence: string;
  readonly licenceAddress: string | null;
  readonly credit: string;
  /** What every tie of the set is, where the set says no class of each; a class that everybody finds. */
  readonly classCode: string | null;
}

export interface SetRecord extends SetFacts {
  readonly id: SetId;
  readonly office: OfficeId;
  readonly visibility: 'private' | 'public';
  readonly version: number;
  readonly sourceId: Id<'Source'>;
  readonly openness: Openness;
  readonly openProgress: Progress | null;
  readonly currentImport: ImportId | null;
  readonly createdAt: Date;
}

/** Ties that an office took over from a set at once. */
export interface TakingRecord {
  readonly id: TakingId;
  readonly office: OfficeId;
  readonly setId: SetId;
  readonly ties: number;
  readonly takenAt: Date;
  readonly undoneAt: Date | null;
}

/**
 * `mapping` waits for a person to say what columns are; `reading`, `writing` and `undoing` are at work; `previewed` waits to be
 * confirmed; the others have ended.
 */
export const importStates = ['mapping', 'reading', 'previewed', 'writing', 'done', 'cancelled', 'failed', 'undoing', 'undone'] as const;
export type ImportState = (typeof importStates)[number];

/** What an import that is at work does just now. */
export const importSteps = ['reading', 'matching', 'comparing', 'keeping', 'places', 'ties', 'statements'] as const;
export type ImportStep = (typeof importSteps)[number];

export interface ImportProgress extends Progress {
  readonly step: ImportStep;
}

/** What an import does with rows that are left out: nothing is written, or each row that is sound. */
export const importModes = ['all', 'each'] as const;
export type ImportMode = (typeof importModes)[number];

export interface Failure {
  readonly code: string;
  readonly params: Params;
}

export interface ImportRecord {
  readonly id: ImportId;
  readonly setId: SetId;
  readonly office: OfficeId;
  readonly version: number;
  readonly number: number;
  readonly state: ImportState;
  readonly account: AccountId;
  readonly format: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly filesOf: ImportId;
  readonly head: FileHeadRecord;
  readonly mapping: Mapping;
  readonly mode: ImportMode | null;
  readonly progress: ImportProgress | null;
  readonly counts: PlanCounts | null;
  readonly samples: readonly Sample[] | null;
  readonly digest: string | null;
  readonly plannedOn: ImportId | null;
  readonly failure: Failure | null;
  readonly stopAskedAt: Date | null;
  readonly beganAt: Date;
  readonly endedAt: Date | null;
}

/** What the file looks like, for the screen on which columns get their meanings. */
export interface FileHeadRecord {
  readonly sheets: readonly string[];
  readonly columns: readonly { readonly column: string; readonly head: string | null; readonly samples: readonly string[] }[];
  readonly rows: number;
}

/** One tie of a preview, as the file spells it and as it is taken. */
export interface Sample {
  readonly kind: 'new' | 'joined' | 'unchanged' | 'changed' | 'gone';
  readonly a: SampledPlace;
  readonly b: SampledPlace;
  readonly rows: readonly number[];
  readonly listedBy: 'a' | 'b' | 'both' | 'unstated';
  /** What it says otherwise than the set, each decided with the tie; samples of earlier versions have none. */
  readonly cells?:
    | readonly {
        readonly field: 'since' | 'until' | 'class' | 'note' | 'source' | 'listed';
        readonly before: string;
        readonly after: string;
      }[]
    | undefined;
  /** Whether a person took that, once it is confirmed. */
  readonly taken?: boolean | undefined;
}

export interface SampledPlace {
  readonly written: string;
  readonly name: string;
  readonly country: string;
  readonly cityId: string;
}
