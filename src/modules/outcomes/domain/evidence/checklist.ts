// What paper proves a stage of an outcome, by its kind: asked for, never demanded. A paper that has expired covers nothing.
import type { Id } from '#kernel/ids.ts';
import type { OutcomeKind } from '../outcome.ts';
import type { Stage } from '../stages.ts';

export const evidenceItems = [
  ...(['letter_of_intent', 'signed_memorandum', 'signed_contract', 'registration', 'capital_verified'] as const),
  ...(['delivery_note', 'customs_declaration', 'payment_record', 'acceptance_record', 'completion_report'] as const),
  ...(['invitation', 'programme', 'attendance_list', 'notice_of_end'] as const),
] as const;
export type EvidenceItem = (typeof evidenceItems)[number];

/** Whether the thing is a paper that the sides have signed: then its source is one. */
export const isSigned = (item: string): boolean => item === 'signed_memorandum' || item === 'signed_contract';

const ends = { lapsed: ['notice_of_end'], cancelled: ['notice_of_end'] } as const;

const lists: Readonly<Record<OutcomeKind, Partial<Record<Stage, readonly EvidenceItem[]>>>> = {
  deal: {
    intended: ['letter_of_intent'],
    signed: ['signed_contract'],
    realised: ['delivery_note', 'customs_declaration', 'payment_record'],
    ...ends,
  },
  service: { intended: ['letter_of_intent'], signed: ['signed_contract'], realised: ['acceptance_record', 'payment_record'], ...ends },
  investment: { intended: ['letter_of_intent'], signed: ['signed_contract'], realised: ['registration', 'capital_verified'], ...ends },
  project: { intended: ['letter_of_intent'], signed: ['signed_memorandum'], realised: ['completion_report'], ...ends },
  exchange: { intended: ['invitation'], signed: ['signed_memorandum'], realised: ['programme', 'attendance_list'], ...ends },
  offer_made: { signed: ['signed_contract'], realised: ['acceptance_record'], ...ends },
};

/** A thing that an office asks for besides. */
export interface OwnItem {
  readonly id: string;
  readonly kind: OutcomeKind;
  readonly stage: Stage;
  readonly title: string;
}

export interface EvidenceMark {
  readonly id: Id<'EvidenceMark'>;
  readonly stage: Stage;
  readonly item: string;
  /** An ISO day, the last on which it is valid. */
  readonly validUntil: string | null;
  readonly isChecked: boolean;
}

/** `held`: a paper is there and valid; `expired`: it was, and is asked for anew; `missing`: none is there. */
export type EvidenceState = 'held' | 'expired' | 'missing';

export const stateOf = (mark: Pick<EvidenceMark, 'validUntil'> | undefined, today: string): EvidenceState =>
  mark === undefined ? 'missing' : mark.validUntil !== null && mark.validUntil < today ? 'expired' : 'held';

/** What is asked for at a stage of an outcome of the kind: the product's list, then the office's own. */
export const askedAt = (kind: OutcomeKind, stage: Stage, own: readonly OwnItem[]): readonly string[] => [
  ...(lists[kind][stage] ?? []),
  ...own.filter((one) => one.kind === kind && one.stage === stage).map(({ id }) => id),
];

export interface StageEvidence<M> {
  readonly stage: Stage;
  readonly items: readonly { readonly item: string; readonly state: EvidenceState; readonly mark: M | null }[];
  /** How many are held, of how many that are asked for. */
  readonly covered: number;
}

/** The checklists of the stages that somebody spoke of; of one thing the last paper stands. */
export function evidenceAt<M extends EvidenceMark>(
  { kind, stages }: { readonly kind: OutcomeKind; readonly stages: readonly Stage[] },
  marks: readonly M[],
  { own, today }: { readonly own: readonly OwnItem[]; readonly today: string },
): readonly StageEvidence<M>[] {
  return stages.flatMap((stage) => {
    const ofStage = marks.filter((mark) => mark.stage === stage);
    // What was marked under a list that has changed since stays in sight.
    const asked = [...new Set([...askedAt(kind, stage, own), ...ofStage.map(({ item }) => item)])];
    const items = asked.map((item) => {
      const mark = ofStage.findLast((one) => one.item === item);
      return { item, state: stateOf(mark, today), mark: mark ?? null };
    });
    return items.length === 0 ? [] : [{ stage, items, covered: items.filter(({ state }) => state === 'held').length }];
  });
}
