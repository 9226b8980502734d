// When a source may be read as another: never in a chain or a circle, so that each merging can be taken back by itself.
import type { SourceId } from './source.ts';

interface Mergeable {
  readonly id: SourceId;
  readonly title: string;
  readonly mergedInto: SourceId | null;
  /** How many others were merged into it. */
  readonly holds: number;
}

/** The code of why `own` cannot be merged into `into`; null where it can. */
export function mergeProblem(own: Mergeable, into: Mergeable | null): string | null {
  if (into === null) return 'evidence.source_unknown';
  if (into.id === own.id) return 'evidence.source_is_itself';
  if (own.mergedInto !== null) return 'evidence.source_merged_already';
  if (into.mergedInto !== null) return 'evidence.source_target_merged';
  if (own.holds > 0) return 'evidence.source_holds_others';
  return own.title === '' || into.title === '' ? 'evidence.source_untitled' : null;
}
