// What an office sees of its register: a row of the grid for each tie, and what the month asks.
import { compareDates, type FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import { anniversaryIn } from '#modules/ties/domain/anniversaries.ts';
import type { TieAttribute } from '#modules/ties/domain/attributes.ts';
import { endingAgreements, isFollowed, isOver, nearness } from '#modules/ties/domain/endings.ts';
import { isNothingLeft } from '#modules/ties/domain/happenings.ts';
import { renewalOf } from '#modules/ties/domain/memoranda.ts';
import { dateIn, saidBy, shownOf, type TieFacts } from '#modules/ties/domain/tie-facts.ts';
import type { Visibility } from '#modules/ties/domain/tie.ts';

export interface Cell<T> {
  readonly value: T | null;
  readonly own: { readonly id: string; readonly value: T; readonly visibility: Visibility } | null;
  readonly differing: number;
  readonly source: string | null;
}

/** A cell of the grid: what is shown first, our own word beside it, and how many say something else. */
export function cellOf<T>(
  facts: Pick<TieFacts, 'statements' | 'pins' | 'agreements'>,
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
  readonly tieId: string;
  readonly on: FlexDate;
  readonly late: boolean;
  readonly title: MultilingualText | null;
  readonly years: number | null;
  readonly round: boolean;
}

const exact = (text: string): FlexDate => ({ text, qualifier: 'exact' });
const pad = (n: number): string => String(n).padStart(2, '0');

type Planned = Pick<Due, 'kind' | 'tieId' | 'on' | 'title'>;

const planned = (due: Planned, today: string): Due => ({ ...due, late: nearness(due.on, today) === 'late', years: null, round: false });

/** Items of which the office has not said that nothing is left to do. */
const dueItems = ({ tieId, items }: TieFacts, office: OfficeId): readonly Planned[] =>
  items.flatMap(({ due, states, text }) => {
    const ours = states.find((said) => said.office === office)?.state;
    return due === null || isNothingLeft(ours) ? [] : [{ kind: 'item' as const, tieId, on: due, title: text }];
  });

/** Ends of agreements with which no other one goes on. */
const endings = ({ tieId, agreements }: TieFacts, today: string): readonly Planned[] =>
  endingAgreements(agreements, today).flatMap(({ validTo, title }) =>
    validTo === null ? [] : [{ kind: 'ending' as const, tieId, on: validTo, title }],
  );

/** Agreements to be renewed, as far as nothing follows them; the day another office means to renew by is that office's business. */
const renewals = ({ tieId, agreements }: TieFacts, office: OfficeId, today: string): readonly Planned[] =>
  agreements.flatMap((agreement) => {
    const on = renewalOf(agreement.office === office ? agreement : { ...agreement, renewBy: null });
    if (on === null || isFollowed(agreement, agreements) || isOver(agreement.validTo, today)) return [];
    return [{ kind: 'renewal' as const, tieId, on, title: agreement.title }];
  });

/** What a tie asks of the office, whenever it is due, in order of time; of ends, those that are at most a year past. */
export const duesOf = (facts: TieFacts, office: OfficeId, today: string): readonly Due[] =>
  [...dueItems(facts, office), ...renewals(facts, office, today), ...endings(facts, today)]
    .map((due) => planned(due, today))
    .toSorted((x, y) => compareDates(x.on, y.on));

/** The next of them that is late or near, or the anniversary of the month. */
export function nextOf(facts: TieFacts, office: OfficeId, today: string): Due | null {
  const near = duesOf(facts, office, today).filter(({ on }) => nearness(on, today) !== 'far');
  const since = dateIn(shownOf(facts, 'established').first?.value);
  const round = since === null ? null : anniversaryDue(facts.tieId, since, today.slice(0, 7));
  return [...near, ...(round === null ? [] : [round])].toSorted((x, y) => compareDates(x.on, y.on))[0] ?? null;
}

/** The anniversary of a beginning in a month (`2019-10`), as something with a time. */
export function anniversaryDue<Id extends string>(tieId: Id, since: FlexDate, month: string): (Due & { readonly tieId: Id }) | null {
  const found = anniversaryIn(since, month);
  if (found === null) return null;
  const on = exact(found.day === null ? month : `${month}-${pad(found.day)}`);
  return { kind: 'anniversary', tieId, on, late: false, title: null, years: found.years, round: found.round };
}
