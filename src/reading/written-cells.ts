// What a cell says without what it brings along from a page or a database: tags, bullets, flags, marks of footnotes, addresses of items.

const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const characterOf = (code: number): string => (code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : '');

/** The text of a cell that holds HTML: `'<b>Lyon</b>'` is `'Lyon'`. What merely holds a sign of it is left as it stands. */
export const withoutTags = (cell: string): string =>
  /<[a-z/]|&[a-z#]/i.test(cell)
    ? cell
        .replace(/<br\s*\/?>/gi, '\n')
        .replace(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi, '')
        .replace(/&#(\d{1,7});/g, (_, code: string) => characterOf(Number(code)))
        .replace(/&([a-z]+);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    : cell;

const flags = /\p{Regional_Indicator}|\u{1F3F4}[\u{E0061}-\u{E007F}]*/gu;
const footnotes = /\[(?:\d{1,3}|[a-z]|(?:note|nb|n|注)\s?\d{1,3}|citation needed|来源请求)\]/giu;
const bullets = /^(?:\s|[*•·‣◦▪●○■◆]|[-–—]\s)+/u;
const numbered = /^(?:\s|[*•·‣◦▪●○■◆]|[-–—]\s|\d{1,3}[.)、]\s+(?=\p{L}))+/u;
const marksBehind = /[\s*†‡¹²³⁴-⁹]+$/u;

const without = (cell: string, begin: RegExp): string =>
  cell.replace(footnotes, '').replace(flags, '').replace(begin, '').replace(marksBehind, '').replaceAll('\u00a0', ' ').trim();

/** A cell of a list as a page shows it: `'* Havana[68]'` and `'3. Havana'` are `'Havana'`. */
export const withoutMarks = (cell: string): string => without(cell, numbered);

/** The same of a date, which begins with a number itself: `'17. Mai 1988[2]'` is `'17. Mai 1988'`. */
export const dateWithoutMarks = (cell: string): string => without(cell, bullets);

/** `'http://www.wikidata.org/entity/Q365'` and `'wd:Q365'` are `'Q365'`; null for anything else. */
export const itemOf = (cell: string): string | null =>
  /^(?:<?https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:entity|wiki)\/|wd:)?(Q[1-9]\d{0,11})>?$/i.exec(cell.trim())?.[1]?.toUpperCase() ?? null;

/**
 * A moment as databases write it, as the date that it means: `'1952-01-01T00:00:00Z'` is 1952. Wikidata's query service gives what is known to
 * the year as its first moment, and what is known to the month as that of the month, and leaves out how precisely it is known. The first of
 * a month is therefore read as the month, and that of January as the year: true whichever was meant, where the day might have been made up.
 */
export function dateOfMoment(cell: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)T00:00:00(?:\.0+)?Z$/.exec(cell.trim()) ?? [];
  if (year === '') return cell;
  if (month === '00' || (month === '01' && (day === '01' || day === '00'))) return year;
  return day === '00' || day === '01' ? `${year}-${month}` : `${year}-${month}-${day}`;
}

/** A text as it is compared and kept: composed, blanks single, no control characters. */
export const plainText = (cell: string): string =>
  cell
    .normalize('NFC')
    // Marks that nobody sees; those that join letters of Persian and Indian scripts stay there.
    .replace(/[\u200b\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]/g, '')
    .replace(/(?<=\p{Script=Latin})[\u200c\u200d]|[\u200c\u200d](?=\p{Script=Latin})/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();

/** What programs and people write where they have nothing to write. A town may be called None or Nan. */
const nothing = {
  name: /^(?:n\/a|null|[-–—?.]+)$/i,
  date: /^(?:n\/?a|n\. ?d\.?|s\. ?d\.?|o\. ?j\.?|none|null|unknown|not known|tb[dac]|t\.b\.[dac]\.?|unbekannt|k\. ?a\.|inconnue?|n\.? ?c\.?|nc|desconocid[oa]|desconhecid[oa]|sconosciut[oa]|sin fecha|s\/[fd]|sem data|nieznan[aey]|brak(?: danych)?|b\. ?d\.|neznám[éáo]|onbekend|okänt?|ukendt|ukjent|tuntematon|ismeretlen|necunoscut[ăa]?|nepoznato|bilinmiyor|неизвестн[оаы]|невідомо|н\/д|н\.\s?д\.|άγνωστο|غير معروف|미상|불명|未詳|未定|待定|待查|[-–—?.]+|不详|不明|未知|暂缺|无)$/iu,
  end: /^(?:n\/?a|none|no|nein|non|unknown|unlimited|indefinite|open|[-–—?./]+|无|否|不详|长期|无限期)$/iu,
  other: /^(?:n\/?a|nan|null|none|unknown|[-–—?.]+)$/i,
} as const;

/** Whether a cell only says that there is nothing: no name, no date, no end. */
export const saysNothing = (text: string, of: keyof typeof nothing): boolean => nothing[of].test(text);

/** The text, empty where it only says that there is none. */
export const sayingText = (text: string, of: keyof typeof nothing): string => (saysNothing(text, of) ? '' : text);
