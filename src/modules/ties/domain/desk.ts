// What an office sees of its register: a row of the grid for each tie, and what the month asks.
import type { FlexDate } from '#kernel/flex-date.ts';
import { compareDates } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { overlay, standing, type ShownFirst } from '#modules/evidence/domain/show-first.ts';
import type { Pin, Statement } from '#modules/evidence/domain/statement.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import { anniversaryIn } from './anniversaries.ts';
import { isStatus, type Status, type TieAttribute } from './attributes.ts';
import { endingAgreements, isFollowed, isOver, nearness } from './endings.ts';
import { renewalOf } from './memoranda.ts';
import type { AgreedItem, Agreement, Exchange } from './records.ts';
import type { Side, TieId, Visibility } from './tie.ts';

/** Which side lists the other, as far as a list says it. */
export type Listed = 'a' | 'b' | 'both' | 'unstated';

/** Everything that a reader may see of one tie. */
export interface TieFacts {
  readonly tieId: TieId;
  readonly statements: readonly Statement[];
  readonly pins: readonly Pin[];
  readonly agreements: readonly Agreement[];
  readonly items: readonly AgreedItem[];
  readonly exchanges: readonly Exchange[];
  /** Offices that are seen to keep it, and the sides whose entries in lists of others name the other one. */
  readonly keptBy: readonly OfficeId[];
  readonly listedBy: readonly Listed[];
}

/** The statements of one attribute, first shown first, with private ones of the reader laid over the public view. */
export function shownOf({ statements, pins }: Pick<TieFacts, 'statements' | 'pins'>, attribute: TieAttribute): ShownFirst<Statement> {
  const { own, everybody } = overlay(
    statements.filter((s) => s.attribute === attribute),
    pins.filter((p) => p.attribute === attribute),
  );
  return own ?? everybody;
}

export const codeIn = (value: StatedValue | undefined): string | null => (value?.type === 'code' ? value.code : null);
export const dateIn = (value: StatedValue | undefined): FlexDate | null => (value?.type === 'date' ? value.date : null);

/** The newest statement of an office that still stands; its own word, whatever is shown first. */
export const saidBy = (statements: readonly Statement[], attribute: TieAttribute, office: OfficeId): Statement | null =>
  standing(statements)
    .filter((s) => s.attribute === attribute && s.office.id === office)
    .toSorted((x, y) => (x.id < y.id ? 1 : -1))[0] ?? null;

/** How a side states its tie; null where the side has no office here or says nothing. */
export function statusOf(
  statements: readonly Statement[],
  office: OfficeId | null,
): { readonly code: Status; readonly statement: Statement } | null {
  const said = office === null ? null : saidBy(statements, 'status', office);
  const code = codeIn(said?.value);
  return said === null || code === null || !isStatus(code) ? null : { code, statement: said };
}

/** Since when a code holds, where its statement says so. */
export const sinceIn = (value: StatedValue | undefined): FlexDate | null => (value?.type === 'code' ? (value.since ?? null) : null);

/** Why a side states its tie so: what its office said of that with the status or after it, never what it had said of an earlier one. */
export function reasonOf(statements: readonly Statement[], status: Statement | undefined): Statement | null {
  const reason = status === undefined ? null : saidBy(statements, 'status_reason', status.office.id);
  return reason === null || status === undefined || reason.enteredAt < status.enteredAt ? null : reason;
}

/** When the tie ended, as is shown first; else since when a side states that it has. */
export function endOf(facts: Pick<TieFacts, 'statements' | 'pins'>): FlexDate | null {
  const stated = dateIn(shownOf(facts, 'ended').first?.value);
  const word = standing(facts.statements).find(({ attribute, value }) => attribute === 'status' && codeIn(value) === 'ended');
  return stated ?? sinceIn(word?.value) ?? word?.source.date ?? null;
}

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

/** Visits of a tie by the side that travelled. */
export const visitsIn = (exchanges: readonly Exchange[]): readonly { readonly from: Side; readonly on: FlexDate }[] =>
  exchanges.flatMap(({ kind, fromSide, starts }) => (kind === 'visit' && fromSide !== null ? [{ from: fromSide, on: starts }] : []));

/** The exchange that began last. */
export const lastExchange = (exchanges: readonly Exchange[]): Exchange | null =>
  exchanges.toSorted((x, y) => compareDates(x.starts, y.starts)).at(-1) ?? null;
