// What is said of an offer or a need and counts for nobody, with what would help: it is kept all the same.
import { entryKinds, type EntryKind } from '#modules/organisations/domain/entry.ts';
import type { EditionRecord } from './edition.ts';
import type { ParticipantFacts } from './participant.ts';

export interface Advice {
  readonly field: `${EntryKind}Details`;
  /** Its last day is over before the edition, or has passed; nothing is said that could be compared. */
  readonly code: 'expos.entry_is_over' | 'expos.entry_unsaid';
}

type Said = Pick<ParticipantFacts, 'offer' | 'need' | 'offerTopics' | 'needTopics' | 'offerDetails' | 'needDetails'>;

/** `today` is a day that has begun wherever one is, ISO. */
export const adviceOn = (said: Said, { firstDay }: Pick<EditionRecord, 'firstDay'>, today: string): readonly Advice[] =>
  entryKinds.flatMap((kind): readonly Advice[] => {
    const field = `${kind}Details` as const;
    const details = said[field];
    if (details === null) return [];
    const isUnsaid = said[kind] === null && details.title === null && said[`${kind}Topics`].length === 0 && details.goals.length === 0;
    const isOver = details.until !== null && (details.until < today || details.until < firstDay);
    return [
      ...(isUnsaid ? [{ field, code: 'expos.entry_unsaid' as const }] : []),
      ...(isOver ? [{ field, code: 'expos.entry_is_over' as const }] : []),
    ];
  });
