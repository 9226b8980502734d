// What the demo knows of a source.
import type { SourceClass } from '#modules/evidence/domain/source.ts';

export interface SourceFact {
  readonly class: SourceClass;
  readonly title: string;
  /** Null where who published it first is not known, as of some copies. */
  readonly publisher: string | null;
  readonly address: string | null;
  readonly date: string | null;
}
