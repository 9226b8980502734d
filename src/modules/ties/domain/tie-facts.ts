// What may be seen of one tie, and what is said first of it, by whom, since when.
import { type FlexDate, compareDates } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { isFact, overlay, standing, type ShownFirst, type Superseding } from '#modules/evidence/domain/show-first.ts';
import type { Pin, Statement } from '#modules/evidence/domain/statement.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import { foundingPapers } from './founding.ts';
import { hasCome } from './silence.ts';
import { isStatus, type Status, type TieAttribute } from './attributes.ts';
import type { AgreedItem, Agreement, Exchange } from './records.ts';
import type { Side, TieId } from './tie.ts';

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
export function shownOf(
  { statements, pins, agreements }: Pick<TieFacts, 'statements' | 'pins' | 'agreements'>,
  attribute: TieAttribute,
): ShownFirst<Statement> {
  const { own, everybody } = overlay(
    statements.filter((s) => s.attribute === attribute),
    pins.filter((p) => p.attribute === attribute),
    attribute === 'established' ? foundingPapers(agreements) : [],
  );
  return own ?? everybody;
}

export const codeIn = (value: StatedValue | undefined): string | null => (value?.type === 'code' ? value.code : null);
export const dateIn = (value: StatedValue | undefined): FlexDate | null => (value?.type === 'date' ? value.date : null);

/** The newest fact or count of an office that still stands; its own word, whatever is shown first. */
export const saidBy = <S extends Superseding & Pick<Statement, 'attribute' | 'kind'> & { readonly office: { readonly id: string } }>(
  statements: readonly S[],
  attribute: TieAttribute,
  office: string,
): S | null =>
  standing(statements)
    .filter((s) => isFact(s) && s.attribute === attribute && s.office.id === office)
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
export function endOf(facts: Pick<TieFacts, 'statements' | 'pins' | 'agreements'>): FlexDate | null {
  const stated = dateIn(shownOf(facts, 'ended').first?.value);
  const word = standing(facts.statements).find(({ attribute, value }) => attribute === 'status' && codeIn(value) === 'ended');
  return stated ?? sinceIn(word?.value) ?? word?.source.date ?? null;
}

/** Exchanges that can have begun by `today`: one that is planned has not taken place. */
export const begunBy = <E extends Pick<Exchange, 'starts'>>(exchanges: readonly E[], today: string): readonly E[] =>
  exchanges.filter(({ starts }) => hasCome(starts, today));

/** Visits of a tie by the side that travelled. */
export const visitsIn = (exchanges: readonly Exchange[]): readonly { readonly from: Side; readonly on: FlexDate }[] =>
  exchanges.flatMap(({ kind, fromSide, starts }) => (kind === 'visit' && fromSide !== null ? [{ from: fromSide, on: starts }] : []));

/** The exchange that began last. */
export const lastExchange = (exchanges: readonly Exchange[]): Exchange | null =>
  exchanges.toSorted((x, y) => compareDates(x.starts, y.starts)).at(-1) ?? null;
