// What a page says of itself before any script runs: title, description, address, and data for machines. Scripts cannot come in by it.
import { languages, writing, type Language } from '#kernel/language.ts';
import { escaped } from '#kernel/writing/markup.ts';
import { addressIn } from '#kernel/page-address.ts';

/** A public page, described for search engines and for links that are passed on. */
export interface PageHead {
  readonly title: string;
  readonly description: string | null;
  /** The one address of this page in English, from the root: `/ties/liverpool-gb--shanghai-cn/report`. */
  readonly path: string;
  /** It was there for everybody and was withdrawn, which the page says. */
  readonly isGone?: boolean;
  /** schema.org as JSON-LD; `@context` is added. */
  readonly about: Readonly<Record<string, unknown>> | null;
}

/** JSON that no text in it can end: a script element of data is not run, and its end cannot be written. */
const asData = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The page with data that its scripts find in it, by the id of their element. */
export const handOver = (html: string, id: string, data: unknown): string =>
  html.replace('</head>', () => `<script type="application/json" id="${id}">${asData(data)}</script>\n  </head>`);

/** The page with its head filled in: language, title, description, canonical address, Open Graph and JSON-LD. */
export function fillHead(html: string, { title, description, path, about }: PageHead, { origin, language, site }: Filling): string {
  const at = (one: Language): string => new URL(addressIn(one, path), origin).href;
  const address = at(language);
  const twin = (name: string, one: Language): string => `<link rel="alternate" hreflang="${name}" href="${escaped(at(one))}" />`;
  const meta = (key: 'name' | 'property', name: string, content: string): string =>
    `<meta ${key}="${name}" content="${escaped(content)}" />`;
  const lines = [
    `<title>${escaped(title)} – ${escaped(site)}</title>`,
    ...(description === null ? [] : [meta('name', 'description', description)]),
    `<link rel="canonical" href="${escaped(address)}" />`,
    ...languages.map((one) => twin(one, one)),
    twin('x-default', languages[0]),
    `<link rel="alternate" type="application/atom+xml" href="${addressIn(language, '/feed.atom')}" />`,
    meta('property', 'og:title', title),
    ...(description === null ? [] : [meta('property', 'og:description', description)]),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:url', address),
    meta('property', 'og:site_name', site),
    meta('property', 'og:locale', writing[language].locale.replace('-', '_')),
    ...(about === null ? [] : [`<script type="application/ld+json">${asData({ '@context': 'https://schema.org', ...about })}</script>`]),
  ];
  return html.replace(/<html lang="[^"]*"/, () => `<html lang="${language}"`).replace(/<title>[^<]*<\/title>/, () => lines.join('\n    '));
}

export interface Filling {
  readonly origin: string;
  readonly language: Language;
  /** The name of the product. */
  readonly site: string;
}
