// The days and the place of an edition in words, as every page writes them.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useNaming } from '#design/named.tsx';
import { dateFormat } from '#kernel/intl-formats.ts';
import { writing } from '#kernel/language.ts';
import { zoneName } from '#kernel/zone-names.ts';
import type { Edition } from '../../contract/edition.ts';

/** One day, or the first to the last as the language joins them: 6–7 November 2026, 2026年11月6日至7日. */
export function useEditionDays(): (edition: Pick<Edition, 'firstDay' | 'lastDay'>, style?: 'text' | 'table') => string {
  const { t } = useText();
  const formats = useFormats();
  return ({ firstDay, lastDay }, style = 'text') => {
    if (firstDay === lastDay) return formats.day(firstDay, style);
    if (!writing[formats.language].yearFirst)
      return dayRange(writing[formats.language].locale, style).formatRange(
        new Date(`${firstDay}T12:00:00Z`),
        new Date(`${lastDay}T12:00:00Z`),
      );
    const from = formats.day(firstDay, style);
    return t('expos.days_span', { from, until: withoutShared(from, formats.day(lastDay, style)) });
  };
}

const dayRange = (locale: string, style: 'text' | 'table') =>
  dateFormat(locale, { day: 'numeric', month: style === 'text' ? 'long' : 'short', year: 'numeric', timeZone: 'UTC' });

/** A Chinese date without the year, or year and month, that the date before it has said already. */
function withoutShared(before: string, date: string): string {
  const parts = /^(\d+年)(\d+月)(.*)$/;
  const [, year, month] = parts.exec(before) ?? [];
  const [, ownYear, ownMonth, day] = parts.exec(date) ?? [];
  if (year === undefined || year !== ownYear || day === undefined) return date;
  return month === ownMonth ? day : `${ownMonth ?? ''}${day}`;
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
