// How ties are worded on the screen: classes, states, domains, and an address.
import { chooseText, type MultilingualText } from '#kernel/language.ts';
import { useText } from '#client/language.ts';
import { useNaming } from '#design/named.tsx';
import type { ExchangeShown } from '../contract/shapes.ts';
import { isEndLevel, isStatus, type TieAttribute } from '../domain/attributes.ts';

export interface NamedClass {
  readonly code: string;
  readonly name: MultilingualText;
}

/** What a class is called; a class that is not shared with the reader has no name. */
export function useClassName(classes: readonly NamedClass[]): (code: string) => string {
  const { t, language } = useText();
  return (code) => {
    const known = classes.find((entry) => entry.code === code);
    return known === undefined ? t('ties.class_not_shared') : chooseText(known.name, language).text;
  };
}

interface NamedSides {
  readonly a: { readonly name: MultilingualText };
  readonly b: { readonly name: MultilingualText };
}

/** What an attribute is called; the level of an end by the name of its city. */
export function useAttributeName(): (attribute: TieAttribute, cities: NamedSides) => string {
  const { t } = useText();
  const naming = useNaming();
  return (attribute, cities) => {
    if (attribute === 'a_level') return t('ties.level_of', { city: naming(cities.a.name) });
    if (attribute === 'b_level') return t('ties.level_of', { city: naming(cities.b.name) });
    return t(`ties.attribute_${attribute}`);
  };
}

/** Codes of classes, states and levels in words. */
export function useCodeName(classes: readonly NamedClass[]): (code: string) => string {
  const { t } = useText();
  const nameOf = useClassName(classes);
  return (code) => (isStatus(code) ? t(`ties.status_${code}`) : isEndLevel(code) ? t(`ties.level_${code}`) : nameOf(code));
}

interface Ends {
  readonly city: { readonly name: MultilingualText };
  /** The near end, where it is not the office's own city. */
  readonly near: { readonly name: MultilingualText } | null;
}

/** The name of the partner, or of both ends where neither is the office's own city. */
function useEnds(): (row: Ends) => string {
  const { language } = useText();
  return ({ city, near }) => {
    const far = chooseText(city.name, language).text;
    return near === null ? far : `${chooseText(near.name, language).text} – ${far}`;
  };
}

/** The name of a tie of a register, by its partner. */
export function useCityNames(rows: readonly (Ends & { readonly tieId: string })[]): (tieId: string) => string {
  const ends = useEnds();
  return (tieId) => {
    const row = rows.find((known) => known.tieId === tieId);
    return row === undefined ? '' : ends(row);
  };
}

/** What kind of exchange it was; of a visit, whose: a neutral page knows no coming and going. `cities` are both of the tie, in either order. */
export function useExchangeKind(): (
  exchange: Pick<ExchangeShown, 'kind' | 'fromSide'>,
  cities: readonly { readonly id: string; readonly name: MultilingualText }[],
) => string {
  const { t } = useText();
  const naming = useNaming();
  return ({ kind, fromSide }, cities) => {
    const [a, b] = cities.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const from = fromSide === 'a' ? a : fromSide === 'b' ? b : undefined;
    return kind === 'visit' && from !== undefined ? t('ties.visit_by', { city: naming(from.name) }) : t(`ties.kind_${kind}`);
  };
}
