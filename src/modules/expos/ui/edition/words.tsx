// The days and the place of an edition in words, as every page writes them.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useNaming } from '#design/named.tsx';
import { daySpan } from '#kernel/day-span.ts';
import { zoneName } from '#kernel/zone-names.ts';
import type { Edition } from '../../contract/edition.ts';

/** One day, or the first to the last as the language joins them: 6–7 November 2026, 2026年11月6日至7日. */
export function useEditionDays(): (edition: Pick<Edition, 'firstDay' | 'lastDay'>, style?: 'text' | 'table') => string {
  const { language } = useFormats();
  return (edition, style = 'text') => daySpan(language, edition, style === 'text' ? 'long' : 'short');
}

/** Days, venue and whose clock counts. */
export function EditionNote({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const days = useEditionDays();
  return (
    <>
      {t('expos.edition_note', { days: days(edition), venue: naming(edition.venue), zone: zoneName(edition.timeZone, formats.language) })}
    </>
  );
}
