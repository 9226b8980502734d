// Numbers, dates and lists as each language writes them; instants are shown in a named time zone, never in a guessed one.
import { useMemo } from 'react';
import { writing, type Language } from '#kernel/language.ts';
import { languageName, regionName, type RegionLabels } from '#kernel/region-names.ts';
import { figuresOf } from '#kernel/figures.ts';
import { dateFormat, listFormat, numberFormat } from '#kernel/intl-formats.ts';
import { currentLanguage, regionLabels, useText } from './language.ts';
import { isDrawnOnServer } from './on-server.ts';

/** An instant as the API sends it (ISO, UTC), or as milliseconds. */
export type Instant = string | number | Date;

/** `text`: 6 November 2019, `table`: 6 Nov 2019 or 2019-11-06, `day`: Wednesday 6 November, `short`: 6 Nov or 11-06. */
export type DateStyle = 'text' | 'table' | 'day' | 'short';

const dateOptions: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  text: { day: 'numeric', month: 'long', year: 'numeric' },
  table: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'short' },
};

/** The calendar day of an instant in a zone: '2019-11-06', as the API sends days. Swedish happens to write days so. */
export const dayOf = (instant: Instant, timeZone: string): string =>
  dateFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));

/** Calendar days from one plain day to another. */
export const daysBetween = (from: string, until: string): number => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);

/** Everything a page writes besides words, in one language. */
export function formatsOf(language: Language, labels: RegionLabels = {}) {
  const { locale, dash, blank, beforeTime } = writing[language];
  const numbers = numberFormat(locale, {});
  const percents = numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const lists = listFormat(locale, {});

  const date = (instant: Instant, timeZone: string, style: DateStyle = 'text'): string => {
    const moment = new Date(instant);
    const written = dateFormat(locale, { ...dateOptions[style], timeZone }).format(moment);
    return style === 'day' ? written.replace(',', '').replace(/(日)(星期)/, '$1，$2') : written;
  };
  const time = (instant: Instant, timeZone: string): string =>
    dateFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));

  return {
    ...figuresOf(language, labels),
    language,
    /** 3,617 */
    number: (value: number): string => numbers.format(value),
    /** A share between 0 and 1: 45 % */
    percent: (share: number): string => percents.format(share),
    /** A, B and C / A、B和C */
    list: (entries: readonly string[]): string => lists.format(entries),
    /** 10:50 in the zone */
    time,
    /** 09:30–09:50 / 09:30—09:50 */
    span: (from: Instant, until: Instant, timeZone: string): string => `${time(from, timeZone)}${dash}${time(until, timeZone)}`,
    date,
    /** The day on which something was entered, by the clock of the reader: the server's would be yesterday in Shanghai. */
    entryDay: (instant: Instant): string => date(instant, entryZone(), 'table'),
    /** A calendar day without a zone, as the API sends it: '2019-11-06'. */
    day: (plain: string, style: DateStyle = 'text'): string => date(`${plain}T12:00:00Z`, 'UTC', style),
    dateTime: (instant: Instant, timeZone: string, style: DateStyle = 'table'): string =>
      `${date(instant, timeZone, style)}${beforeTime}${time(instant, timeZone)}`,
    daysBetween,
    /** 41 secs / 41秒, 3 mins 20 secs / 3分钟20秒 */
    duration: (seconds: number): string => {
      const unit = (value: number, name: string): string =>
        numberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
      const whole = Math.round(seconds);
      if (whole < 60) return unit(whole, 'second');
      return whole % 60 === 0
        ? unit(whole / 60, 'minute')
        : `${unit(Math.floor(whole / 60), 'minute')}${blank}${unit(whole % 60, 'second')}`;
    },
    /** 1.2 MB */
    size: (bytes: number): string => {
      const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
      return numberFormat(locale, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
    },
    /** The name of a language in the reader's language: 'pt' → Portuguese / 葡萄牙语. */
    languageName: (tag: string): string => languageName(tag, language, labels),
    /** The name of a country or region in the reader's language, as the naming policy has it first. */
    countryName: (code: string): string => regionName(code, language, labels),
  };
}

export type Formats = ReturnType<typeof formatsOf>;

/** The formats of the language in use. */
export function useFormats(): Formats {
  const { language } = useText();
  const labels = regionLabels();
  return useMemo(() => formatsOf(language, labels), [language, labels]);
}

/** The zone of the reader's device; on the server, which does not know it, the likely one. */
export const ownZone = (): string =>
  isDrawnOnServer ? writing[currentLanguage()].likelyZone : Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A page that was sent whole has its days in the likely zone, and keeps them when the application takes its place: a day that changed under the reader's eyes would be another fact. */
export const entryZone = (): string =>
  isDrawnOnServer || 'served' in document.documentElement.dataset ? writing[currentLanguage()].likelyZone : ownZone();

/** Whether two zones show different clocks at an instant. */
export function clocksDiffer(instant: Instant, a: string, b: string): boolean {
  const clock = (timeZone: string): string =>
    dateFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));
  return a !== b && clock(a) !== clock(b);
}
