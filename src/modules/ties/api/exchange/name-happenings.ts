// How agreements and exchanges are named where other modules point to them.
import type { FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { remember, rememberById, type Work } from '#platform/work.ts';
import type { ExchangeId } from '../../domain/happenings.ts';
import type { TieId, Visibility } from '../../domain/tie.ts';
import type { Agreement, Exchange } from '../../domain/records.ts';
import { agreementsAmong } from '../../store/agreements.ts';
import { exchangesAmong, findExchange } from '../../store/exchanges.ts';

export interface NamedHappening {
  readonly kind: 'agreement' | 'exchange';
  readonly tieId: TieId;
  readonly title: MultilingualText;
  readonly visibility: Visibility;
}

type Titled = Pick<Agreement | Exchange, 'id' | 'tieId' | 'title' | 'visibility'>;

const named = (agreements: readonly Titled[], exchanges: readonly Titled[]): ReadonlyMap<string, NamedHappening> => {
  const of = (kind: NamedHappening['kind'], happenings: readonly Titled[]) =>
    happenings.map(({ id, tieId, title, visibility }) => [id, { kind, tieId, title, visibility }] as const);
  return new Map<string, NamedHappening>([...of('agreement', agreements), ...of('exchange', exchanges)]);
};

/** Agreements and exchanges by their ids, as the actor may see them. */
export const nameHappenings = rememberById(async ({ tx }: Work, ids: readonly string[]) =>
  named(...(await Promise.all([agreementsAmong(tx, ids), exchangesAmong(tx, ids)]))),
);

/** What has been read of ties is not read once more to be named. */
export const rememberHappenings = (work: Work, agreements: readonly Titled[], exchanges: readonly Titled[]): void =>
  remember(work, nameHappenings, named(agreements, exchanges));

export interface NamedVisit extends Omit<NamedHappening, 'kind'> {
  readonly id: ExchangeId;
  /** Who keeps it. */
  readonly office: OfficeId;
  readonly starts: FlexDate;
}

/** A visit as the actor may see it; null where it may not, and for what is none. */
export async function nameVisit(work: Work, id: string): Promise<NamedVisit | null> {
  const found = await findExchange(work.tx, id as ExchangeId);
  if (found === null || found.kind !== 'visit') return null;
  const { tieId, title, visibility, office, starts } = found;
  return { id: found.id, tieId, title, visibility, office, starts };
}
