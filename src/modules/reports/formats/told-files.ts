// What is told to programs that follow the public pages: a sitemap (sitemaps.org) in parts, and a feed (Atom, RFC 4287). Pure text.
import { chooseText, languages, writing, type Language } from '#kernel/language.ts';
import { escaped } from '#kernel/writing/markup.ts';
import { addressIn } from '#kernel/page-address.ts';
import type { Told } from '../domain/told.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Where the parts of the sitemap are. */
export const sitemapIndex = (parts: readonly string[]): string =>
  `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${parts
    .map((address) => `<sitemap><loc>${escaped(address)}</loc></sitemap>`)
    .join('')}</sitemapindex>\n`;

/** Pages by their addresses, each in every language, which names the others. */
export function sitemapPart(origin: string, paths: readonly string[]): string {
  const at = (language: Language, path: string): string => escaped(`${origin}${addressIn(language, path)}`);
  const twins = (path: string): string =>
    languages.map((language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${at(language, path)}"/>`).join('');
  const pages = paths.flatMap((path) => languages.map((language) => `<url><loc>${at(language, path)}</loc>${twins(path)}</url>`));
  return `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${pages.join('')}</urlset>\n`;
}

interface Feed {
  readonly origin: string;
  readonly language: Language;
  readonly site: string;
  readonly title: string;
  /** Where the feed itself is, from the root. */
  readonly path: string;
  readonly entries: readonly Told[];
  readonly kindOf: (kind: Told['kind']) => string;
}

/** The newest first. A feed without entries is as old as time itself, since every feed has a day. */
export function atomFeed({ origin, language, site, title, path, entries, kindOf }: Feed): string {
  const textOf = (text: Told['title']): string => chooseText(text, language).text;
  const home = escaped(`${origin}${addressIn(language, '/')}`);
  const entry = ({ id, kind, title: what, by, path: page, on }: Told): string => {
    const name = by === null ? textOf(what) : `${textOf(by)}${writing[language].colon}${textOf(what)}`;
    const address = escaped(`${origin}${addressIn(language, page)}`);
    return `<entry><id>urn:uuid:${escaped(id)}</id><title>${escaped(name)}</title><updated>${escaped(on)}</updated><link href="${address}"/><category term="${kind}" label="${escaped(kindOf(kind))}"/></entry>`;
  };
  return `${head}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>${home}</id><title>${escaped(title)}</title><updated>${escaped(
    entries[0]?.on ?? '1970-01-01T00:00:00Z',
  )}</updated><author><name>${escaped(site)}</name></author><link rel="self" href="${escaped(`${origin}${path}`)}"/><link href="${home}"/>${entries.map(entry).join('')}</feed>\n`;
}
