// The days and the place of an edition in words, as every page writes them.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useNaming } from '#modules/organisations/ui/named.tsx';
import type { Edition } from '../contract/edition.ts';

/** One day, or the first to the last. */
export function useEditionDays(): (edition: Pick<Edition, 'firstDay' | 'lastDay'>, style?: 'text' | 'table') => string {
  const { t } = useText();
  const formats = useFormats();
  return ({ firstDay, lastDay }, style = 'text') =>
    firstDay === lastDay
      ? formats.day(firstDay, style)
      : t('expos.days_span', { from: formats.day(firstDay, style), until: formats.day(lastDay, style) });
}

/** Days, venue and whose clock counts. */
export function EditionNote({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const days = useEditionDays();
  return <>{t('expos.edition_note', { days: days(edition), venue: naming(edition.venue), zone: formats.zoneName(edition.timeZone) })}</>;
}
