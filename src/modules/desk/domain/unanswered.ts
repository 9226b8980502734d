// What the other side of a tie has said and shown us, and our office has said nothing of since.
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { TieAttribute } from '#modules/ties/domain/attributes.ts';
import type { TieFacts } from '#modules/ties/domain/tie-facts.ts';
import { answerable, unansweredWord } from '#modules/ties/domain/unanswered-word.ts';
import type { AgreedItemId, ItemState } from '#modules/ties/domain/happenings.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import type { TieId } from '#modules/ties/domain/tie.ts';

interface Said {
  readonly kind: 'said';
  readonly attribute: TieAttribute;
  readonly theirs: StatedValue;
  /** What we say otherwise, null where we say nothing; `isUnseen`: an answer that the other side does not see. */
  readonly ours: StatedValue | null;
  readonly isUnseen: boolean;
}

/** One such word; `at` is when it was entered (ISO, UTC). */
export type Unanswered = { readonly tieId: TieId; readonly at: string } & (
  | Said
  | { readonly kind: 'item'; readonly itemId: AgreedItemId; readonly title: MultilingualText; readonly state: ItemState }
);

const statements = (facts: TieFacts, office: OfficeId, other: OfficeId): readonly Unanswered[] =>
  answerable.flatMap((attribute): Unanswered[] => {
    const word = unansweredWord(facts.statements, attribute, { office, other });
    if (word === null) return [];
    const said = { attribute, theirs: word.theirs.value, ours: word.ours?.value ?? null, isUnseen: word.isUnseen };
    return [{ kind: 'said', tieId: facts.tieId, at: word.theirs.enteredAt, ...said }];
  });

/** Items that the other side calls done or dropped, and of which we say nothing. */
const items = ({ tieId, items: all }: TieFacts, office: OfficeId, other: OfficeId): readonly Unanswered[] =>
  all.flatMap(({ id: itemId, text, states }): Unanswered[] => {
    const said = states.find((one) => one.office === other);
    if (said === undefined || said.state === 'open' || states.some((one) => one.office === office)) return [];
    return [{ kind: 'item', tieId, at: said.at, itemId, title: text, state: said.state }];
  });

/** What waits for a word of `office`, as far as it is shown to it; the longest waiting first. None where the other side has no office. */
export const unansweredOf = (facts: TieFacts, office: OfficeId, other: OfficeId | null): readonly Unanswered[] =>
  other === null || other === office
    ? []
    : [...statements(facts, office, other), ...items(facts, office, other)].toSorted((x, y) => (x.at < y.at ? -1 : 1));
