// The days and the place of an edition in words, as every page writes them.
import type { Language } from '#kernel/language.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useNaming } from '#modules/organisations/ui/named.tsx';
import type { Edition } from '../contract/edition.ts';

/** One day, or the first to the last as the language joins them: 6–7 November 2026, 2026年11月6日至7日. */
export function useEditionDays(): (edition: Pick<Edition, 'firstDay' | 'lastDay'>, style?: 'text' | 'table') => string {
  const { t } = useText();
  const formats = useFormats();
  return ({ firstDay, lastDay }, style = 'text') =>
    firstDay === lastDay
      ? formats.day(firstDay, style)
      : formats.language === 'en' || style === 'text'
        ? rangeOf(formats.language, style).formatRange(new Date(`${firstDay}T12:00:00Z`), new Date(`${lastDay}T12:00:00Z`))
        : t('expos.days_span', { from: formats.day(firstDay, style), until: formats.day(lastDay, style) });
}

const rangeOf = (language: Language, style: 'text' | 'table') =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    day: 'numeric',
    month: style === 'text' ? 'long' : 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** Days, venue and whose clock counts. */
export function EditionNote({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const days = useEditionDays();
  return <>{t('expos.edition_note', { days: days(edition), venue: naming(edition.venue), zone: formats.zoneName(edition.timeZone) })}</>;
}
