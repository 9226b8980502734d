// Which ties a reader's first page leads to: those of which there is something to read, by a stated rule and never by size or success.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { leadAmong } from '#modules/outcomes/domain/headline.ts';
import type { Extent } from '#modules/outcomes/domain/outcome.ts';
import type { EndStage, ProgressStage, Stage } from '#modules/outcomes/domain/stages.ts';

interface TieOutcome {
  readonly id: string;
  readonly extent: Extent;
  readonly occurred: FlexDate | null;
  readonly partOf: string | null;
  readonly reached: { readonly stage: ProgressStage | null; readonly ended: EndStage | null };
  readonly figures: readonly { readonly stage: Stage }[];
  readonly attributions: readonly {
    readonly subjectKind: string;
    readonly slug: string | null;
    readonly title: MultilingualText;
    readonly heard: boolean;
  }[];
}

/** A tie with the outcome that stands for it. */
export interface TieToRead<O> {
  readonly slug: string;
  readonly title: MultilingualText;
  readonly outcome: O;
}

/**
 * Each tie once, with its outcome by the same rule as on its page: first ties with an outcome that nobody has followed up, the newest
 * first, then the others. What a third party relates to a tie counts once a side has taken it up; an outcome without any figure does not.
 */
export function tiesToRead<O extends TieOutcome>(outcomes: readonly O[]): readonly TieToRead<O>[] {
  const told = outcomes.filter(({ figures }) => figures.length > 0);
  const ofTies = told.flatMap((outcome) =>
    outcome.attributions.flatMap(({ subjectKind, slug, title, heard }) =>
      subjectKind === 'tie' && slug !== null && heard ? [{ slug, title, outcome }] : [],
    ),
  );
  const ties = [...Map.groupBy(ofTies, ({ slug }) => slug).values()].flatMap((list): readonly TieToRead<O>[] => {
    const lead = leadAmong(list.map(({ outcome }) => outcome));
    const [tie] = list;
    return lead === undefined || tie === undefined ? [] : [{ slug: tie.slug, title: tie.title, outcome: lead }];
  });
  const inOrder: TieToRead<O>[] = [];
  const left = [...ties];
  while (left.length > 0) {
    const next = leadAmong(left.map(({ outcome }) => ({ ...outcome, partOf: null })));
    const at = Math.max(
      0,
      left.findIndex(({ outcome }) => outcome.id === next?.id),
    );
    inOrder.push(...left.splice(at, 1));
  }
  return inOrder;
}
