// A frame agreement and the dated memoranda under it: their order, by when one is to be renewed, and what became of each item.
import { boundsOf, compareDates, precisionOf, type FlexDate } from '#kernel/flex-date.ts';
import { isNothingLeft, type ItemState } from './happenings.ts';
import { lastDayOf, monthsLater } from './years.ts';

interface Ending {
  readonly renewBy: FlexDate | null;
  readonly validTo: FlexDate | null;
  readonly noticeMonths: number | null;
}

const monthsBefore = (day: string, months: number): string => {
  const month = monthsLater(day.slice(0, 7), -months);
  const last = lastDayOf(month);
  const same = `${month}${day.slice(7)}`;
  return same < last ? same : last;
};

/**
 * By when an agreement is to be renewed: the day that was entered, else its end less the notice it asks for, as precisely as the end
 * is known. An end of 2019 and three months' notice are "2019": the end lies somewhere in that year, the notice before it. Null where
 * neither says it.
 */
export function renewalOf({ renewBy, validTo, noticeMonths }: Ending): FlexDate | null {
  if (renewBy !== null) return renewBy;
  if (validTo === null || noticeMonths === null || validTo.qualifier === 'after') return null;
  const { to } = boundsOf({ text: validTo.text, qualifier: 'exact' });
  if (to === null) return null;
  const length = { year: 4, month: 7, day: 10 }[precisionOf(validTo)];
  return { text: monthsBefore(to, noticeMonths).slice(0, length), qualifier: validTo.qualifier };
}

interface States {
  readonly a: ItemState | null;
  readonly b: ItemState | null;
}

/** Whether nothing of an item is left to do: somebody calls it done, dropped or not agreed, and nobody calls it open. */
export const isSettled = ({ a, b }: States): boolean => [a, b].some(isNothingLeft) && a !== 'open' && b !== 'open';

/** What the sides say of an item together; `differing` where one says another thing than the other. Who cannot say says nothing of it. */
export type Became = Told | 'differing' | 'unsaid';
type Told = Exclude<ItemState, 'cannot_say'>;

const told = (state: ItemState | null): Told | null => (state === 'cannot_say' ? null : state);

export function becameOf(states: States): Became {
  const [a, b] = [told(states.a), told(states.b)];
  if (a === null || b === null) return a ?? b ?? 'unsaid';
  return a === b ? a : 'differing';
}

interface Carried {
  readonly id: string;
  readonly version: number;
  readonly carriedFrom: string | null;
  readonly states: readonly unknown[];
}

/** Whether an item stands as it was taken over: nobody has changed it, said how it stands, or gone on with it. */
export const isAsTakenOver = ({ id, version, carriedFrom, states }: Carried, goneOn: ReadonlySet<string>): boolean =>
  carriedFrom !== null && version === 1 && states.length === 0 && !goneOn.has(id);

interface Linked {
  readonly id: string;
  readonly frameId: string | null;
  readonly followsId: string | null;
  readonly signedOn: FlexDate | null;
  readonly validFrom: FlexDate | null;
}

const begins = ({ signedOn, validFrom }: Linked): FlexDate | null => signedOn ?? validFrom;

const byBeginning = (x: Linked, y: Linked): number => {
  const [a, b] = [begins(x), begins(y)];
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareDates(a, b);
};

/** The agreement and everything made under it, or under the frame it belongs to, the earliest first; alone where nothing is. */
export function cycleOf<A extends Linked>(agreements: readonly A[], id: string): readonly A[] {
  const known = agreements.find((agreement) => agreement.id === id);
  const frame = known?.frameId ?? id;
  const under = agreements.filter(({ frameId }) => frameId === frame).toSorted(byBeginning);
  return [...agreements.filter((agreement) => agreement.id === frame), ...under];
}

/** Whether going back from an agreement, always to the one it follows, comes to `id`. */
export function leadsBackTo(agreements: readonly Pick<Linked, 'id' | 'followsId'>[], from: string | null, id: string): boolean {
  const seen = new Set<string>();
  for (let at = from; at !== null && !seen.has(at);) {
    if (at === id) return true;
    seen.add(at);
    const here: string = at;
    at = agreements.find((agreement) => agreement.id === here)?.followsId ?? null;
  }
  return false;
}
