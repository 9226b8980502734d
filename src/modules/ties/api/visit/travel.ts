// Visits for modules above: who travels and what is done, as far as the actor may see it.
import { writtenLanguage } from '#kernel/written-language.ts';
import { languageWritten } from '#kernel/writing/in-languages.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Work } from '#platform/work.ts';
import type { ExchangeId } from '../../domain/happenings.ts';
import type { Exchange } from '../../domain/records.ts';
import type { Side, TieId } from '../../domain/tie.ts';
import type { Traveller, TravellerName } from '../../domain/visit/delegation.ts';
import type { Itinerary } from '../../domain/visit/itinerary.ts';
import { findExchange } from '../../store/exchanges.ts';
import { loadDelegations, loadItineraries, loadNames } from '../../store/visits.ts';

export interface Travelled extends Pick<Itinerary, 'stops' | 'timeZone'> {
  readonly visitId: ExchangeId;
  readonly tieId: TieId;
  readonly fromSide: Side | null;
  readonly domains: Exchange['domains'];
  /** Each by the name that may be seen; {} where none may. */
  readonly travellers: readonly (Traveller & { readonly name: MultilingualText })[];
}

/** Both orders: who reads a programme does not know which part was put first. */
const nameOf = ({ surname, givenName }: Pick<TravellerName, 'surname' | 'givenName'>): MultilingualText => {
  const isHan = writtenLanguage(surname + givenName) === 'zh';
  const text = (words: readonly string[]) => ({
    text: words.filter((word) => word !== '').join(isHan ? '' : ' '),
    origin: 'human' as const,
  });
  return isHan
    ? { [languageWritten(surname + givenName)]: text([surname, givenName]) }
    : { en: text([givenName, surname]), und: text([surname, givenName]) };
};

/** The visits that the actor may see, each with what of it they may see. */
export async function travelOf(work: Work, visitIds: readonly ExchangeId[]): Promise<readonly Travelled[]> {
  const ids = [...new Set(visitIds)];
  if (ids.length === 0) return [];
  const visits = await Promise.all(ids.map((id) => findExchange(work.tx, id)));
  const [delegations, names, itineraries] = await Promise.all([
    loadDelegations(work.tx, ids),
    loadNames(work.tx, ids),
    loadItineraries(work.tx, ids),
  ]);
  return visits.flatMap((visit): readonly Travelled[] => {
    if (visit === null || visit.kind !== 'visit') return [];
    const of = <R extends { readonly visitId: ExchangeId }>(rows: readonly R[]): R | undefined =>
      rows.find(({ visitId }) => visitId === visit.id);
    const itinerary = of(itineraries);
    const travellers = (of(delegations)?.travellers ?? []).map((traveller) => {
      const name = of(names)?.names.find(({ travellerId }) => travellerId === traveller.id);
      return { ...traveller, name: name === undefined ? {} : nameOf(name) };
    });
    const { id: visitId, tieId, fromSide, domains } = visit;
    return [{ visitId, tieId, fromSide, domains, stops: itinerary?.stops ?? [], timeZone: itinerary?.timeZone ?? 'Etc/UTC', travellers }];
  });
}
