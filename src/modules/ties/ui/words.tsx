// How ties are worded on the screen: classes, states, domains, and an address.
import { chooseText, type MultilingualText } from '#kernel/language.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import type { Status } from '../domain/attributes.ts';

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

/** A side's word about its tie, or that it says nothing. */
export function StatusWord({ status }: { readonly status: Status | null }) {
  const { t } = useText();
  return status === null ? <Unknown>{t('ties.not_stated')}</Unknown> : t(`ties.status_${status}`);
}

/** The name of the partner of a tie in a register. */
export function useCityNames(
  rows: readonly { readonly tieId: string; readonly city: { readonly name: MultilingualText } }[],
): (tieId: string) => string {
  const { language } = useText();
  return (tieId) => {
    const row = rows.find((known) => known.tieId === tieId);
    return row === undefined ? '' : chooseText(row.city.name, language).text;
  };
}
