// What an office sees of its register: a row of the grid for each tie, and what the month asks.
import { compareDates, type FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import { anniversaryIn } from '#modules/ties/domain/anniversaries.ts';
import type { TieAttribute } from '#modules/ties/domain/attributes.ts';
import { endingAgreements, isFollowed, isOver, nearness } from '#modules/ties/domain/endings.ts';
import { renewalOf } from '#modules/ties/domain/memoranda.ts';
import { dateIn, saidBy, shownOf, type TieFacts } from '#modules/ties/domain/tie-facts.ts';
import type { TieId, Visibility } from '#modules/ties/domain/tie.ts';

export interface Cell<T> {
  readonly value: T | null;
  readonly own: { readonly id: string; readonly value: T; readonly visibility: Visibility } | null;
  readonly differing: number;
  readonly source: string | null;
}

/** A cell of the grid: what is shown first, our own word beside it, and how many say something else. */
export function cellOf<T>(
  facts: Pick<TieFacts, 'statements' | 'pins'>,
  asked: { readonly attribute: TieAttribute; readonly office: OfficeId; readonly read: (value: StatedValue | undefined) => T | null },
): Cell<T> {
  const shown = shownOf(facts, asked.attribute);
  const ours = saidBy(facts.statements, asked.attribute, asked.office);
  const own = asked.read(ours?.value);
  return {
    value: asked.read(shown.first?.value),
    own: ours === null || own === null ? null : { id: ours.id, value: own, visibility: ours.visibility },
    differing: shown.differing.length,
    source: shown.first === null || shown.first.source.title === '' ? null : shown.first.source.title,
  };
}

/** Something with a time, as the month lists it. */
export interface Due {
  readonly kind: 'item' | 'renewal' | 'ending' | 'anniversary';
  readonly tieId: TieId;
  readonly on: FlexDate;
  readonly late: boolean;
  readonly title: MultilingualText | null;
  readonly years: number | null;
  readonly round: boolean;
}

const exact = (text: string): FlexDate => ({ text, qualifier: 'exact' });
const pad = (n: number): string => String(n).padStart(2, '0');

/** Items that the office has not called done or dropped and that are late, due this month or soon. */
function dueItems({ tieId, items }: TieFacts, office: OfficeId, today: string): readonly Due[] {
  return items.flatMap(({ due, states, text }) => {
    const ours = states.find((said) => said.office === office)?.state ?? 'open';
    if (due === null || ours !== 'open') return [];
    const near = nearness(due, today);
    if (near === 'far') return [];
    return [{ kind: 'item' as const, tieId, on: due, late: near === 'late', title: text, years: null, round: false }];
  });
}

const endings = ({ tieId, agreements }: TieFacts, today: string): readonly Due[] =>
  endingAgreements(agreements, today).flatMap(({ validTo, title }) =>
    validTo === null
      ? []
      : [{ kind: 'ending' as const, tieId, on: validTo, late: nearness(validTo, today) === 'late', title, years: null, round: false }],
  );

/** Agreements to be renewed, as far as nothing follows them; the day another office means to renew by is that office's business. */
const renewals = ({ tieId, agreements }: TieFacts, office: OfficeId, today: string): readonly Due[] =>
  agreements.flatMap((agreement) => {
    const on = renewalOf(agreement.office === office ? agreement : { ...agreement, renewBy: null });
    if (on === null || isFollowed(agreement, agreements) || nearness(on, today) === 'far' || isOver(agreement.validTo, today)) return [];
    const late = nearness(on, today) === 'late';
    return [{ kind: 'renewal' as const, tieId, on, late, title: agreement.title, years: null, round: false }];
  });

function anniversary(facts: TieFacts, today: string): readonly Due[] {
  const since = dateIn(shownOf(facts, 'established').first?.value);
  const month = today.slice(0, 7);
  const found = since === null ? null : anniversaryIn(since, month);
  if (found === null) return [];
  const on = exact(found.day === null ? month : `${month}-${pad(found.day)}`);
  return [{ kind: 'anniversary', tieId: facts.tieId, on, late: false, title: null, years: found.years, round: found.round }];
}

/** What a tie asks of the office in the month of `today`, in order of time. */
export const duesOf = (facts: TieFacts, office: OfficeId, today: string): readonly Due[] =>
  [...dueItems(facts, office, today), ...renewals(facts, office, today), ...endings(facts, today), ...anniversary(facts, today)].toSorted(
    (x, y) => compareDates(x.on, y.on),
  );
