// What the demo knows of a source.
import type { SourceClass } from '#modules/evidence/domain/source.ts';

export interface SourceFact {
  readonly class: SourceClass;
  readonly title: string;
  readonly publisher: string;
  readonly address: string | null;
  readonly date: string | null;
}
