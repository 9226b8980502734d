const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it may stand in HTML and XML, in attributes too. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const tagged = /<\s*[/!]?\s*[a-z][^<]*>|<\s*script|javascript\s*:/iu;

/** Whether a text has a tag of HTML, or an address that runs: nothing that belongs into plain words. */
export const hasMarkup = (text: string): boolean => tagged.test(text);

/** A piece of XML, so that what is text and what is markup already are never taken for each other. */
export interface Xml {
  readonly xml: string;
}

/** Of these XML 1.0 has no writing at all, not even an escape; half a pair of surrogates is one of them. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const inXml = (text: string): string => escaped(text.replace(unwritable, '\u{FFFD}'));

type Inside = Xml | string | null | readonly Xml[];

const written = (part: Inside): string =>
  part === null ? '' : typeof part === 'string' ? inXml(part) : 'xml' in part ? part.xml : part.map(({ xml }) => xml).join('');

/** An element of XML. Attributes that are null are left out; texts are escaped, elements stand as they are. */
export function element(name: string, attributes: Readonly<Record<string, string | null>>, ...inside: readonly Inside[]): Xml {
  const told = Object.entries(attributes).map(([key, value]) => (value === null ? '' : ` ${key}="${inXml(value)}"`));
  const content = inside.map(written).join('');
  return { xml: `<${name}${told.join('')}${content === '' ? '/>' : `>${content}</${name}>`}` };
}
