// What the demo knows of a source.
import type { Reach } from '#modules/evidence/domain/reach.ts';
import type { SourceClass } from '#modules/evidence/domain/source.ts';

export interface SourceFact {
  readonly class: SourceClass;
  readonly title: string;
  /** Null where who published it first is not known, as of some copies. */
  readonly publisher: string | null;
  readonly address: string | null;
  readonly date: string | null;
  /** Of a study: whom and what it covers, as far as that is known. */
  readonly reach?: Reach;
}
