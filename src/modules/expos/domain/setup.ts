// What changes when slots or tables are set anew: rows keep their identity as long as what makes it stays.
import type { PlaceId, PlaceRecord, SlotId, SlotRecord } from './edition.ts';
import type { RosterSlot, RosterTable } from './roster.ts';
import { inOrderOfTime } from './slots.ts';

export interface SlotChanges {
  /** Slots whose span is no longer wanted. */
  readonly removed: readonly SlotId[];
  /** Slots whose span stays; their number or session may change. */
  readonly kept: readonly (Pick<SlotRecord, 'id' | 'number' | 'session'> & { readonly changed: boolean })[];
  readonly added: readonly (RosterSlot & { readonly number: number })[];
}

const spanKey = ({ start, end }: { readonly start: number; readonly end: number }): string => `${start}-${end}`;

/** A slot is its span: what was planned in it is meant at that time and moves nowhere. Numbers follow the order of time. */
export function slotChanges(existing: readonly SlotRecord[], wanted: readonly RosterSlot[]): SlotChanges {
  const known = new Map(existing.map((slot) => [spanKey(slot), slot]));
  const kept: SlotChanges['kept'][number][] = [];
  const added: SlotChanges['added'][number][] = [];
  for (const [index, slot] of inOrderOfTime(wanted).entries()) {
    const [number, before] = [index + 1, known.get(spanKey(slot))];
    known.delete(spanKey(slot));
    if (before === undefined) added.push({ ...slot, number });
    else kept.push({ id: before.id, number, session: slot.session, changed: before.number !== number || before.session !== slot.session });
  }
  return { removed: [...known.values()].map(({ id }) => id), kept, added };
}

export type TableFacts = Pick<RosterTable, 'number' | 'hall' | 'seats'>;

export interface TableChanges {
  readonly removed: readonly PlaceId[];
  readonly kept: readonly (TableFacts & { readonly id: PlaceId })[];
  readonly added: readonly TableFacts[];
}

/** A table is its number. */
export function tableChanges(existing: readonly PlaceRecord[], wanted: readonly TableFacts[]): TableChanges {
  const known = new Map(existing.filter(({ kind }) => kind === 'table').map((table) => [table.number, table]));
  const kept: TableChanges['kept'][number][] = [];
  const added: TableFacts[] = [];
  for (const { number, hall, seats } of wanted) {
    const before = known.get(number);
    known.delete(number);
    if (before === undefined) added.push({ number, hall, seats });
    else if (before.hall !== hall || before.seats !== seats) kept.push({ id: before.id, number, hall, seats });
  }
  return { removed: [...known.values()].map(({ id }) => id), kept, added };
}
