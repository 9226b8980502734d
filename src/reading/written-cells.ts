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
const bullets = /^(?:\s|[*•·‣◦▪●○■◆]|[-–—]\s|\d{1,3}[.)、]\s+(?=\p{L}))+/u;
const marksBehind = /[\s*†‡¹²³⁴-⁹]+$/u;

/** A cell of a list as a page shows it: `'* Havana[68]'` is `'Havana'`. */
export const withoutMarks = (cell: string): string =>
  cell.replace(footnotes, '').replace(flags, '').replace(bullets, '').replace(marksBehind, '').replaceAll('\u00a0', ' ').trim();

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
