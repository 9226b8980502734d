// A page as readers get it: what was drawn, put into the built frame in the place of the application, with its sheets in itself.
import { createHash } from 'node:crypto';
import { writing, type Language } from '#kernel/language.ts';
import { escaped } from '#kernel/writing/markup.ts';
import { ownRules } from './own-rules.ts';

/** What the build made for pages that are read without the application. */
export interface Built {
  /** All sheets of these pages. */
  readonly styles: string;
  /** The address of the small script. */
  readonly script: string;
  /** Classes that it may set. */
  readonly itsClasses: ReadonlySet<string>;
}

interface Serving extends Built {
  readonly language: Language;
  /** What the small script says where the application does not come. */
  readonly offline: string;
  /** That the reader chose; null: as the device. */
  readonly theme: string | null;
}

const signs: Readonly<Record<string, string>> = { '&quot;': '"', '&#x27;': "'", '&amp;': '&', '&lt;': '<', '&gt;': '>' };

const unescaped = (text: string): string => text.replaceAll(/&(?:quot|#x27|amp|lt|gt);/g, (sign) => signs[sign] ?? sign);

/** The policy allows no style on an element: each becomes a rule of the page's own sheet. */
function withoutStyles(content: string): { readonly content: string; readonly rules: string } {
  const rules = new Map<string, string>();
  const plain = content.replaceAll(/ style="([^"]*)"/g, (_, written: string) => {
    const style = unescaped(written);
    // What would end the rule or the sheet is no style of ours.
    if (/[{}<>@\\]/.test(style)) return '';
    const name = rules.get(style) ?? String(rules.size);
    rules.set(style, name);
    return ` data-style="${name}"`;
  });
  // As strong as a style on the element is: before all rules but those that insist.
  const written = [...rules].map(([style, name]) => `#app#app [data-style="${name}"]{${style}}`);
  return { content: plain, rules: written.join('') };
}

/** The words of the page's heading. */
export const headingOf = (content: string): string =>
  unescaped((/<h1[^>]*>(.*?)<\/h1>/s.exec(content)?.[1] ?? '').replaceAll(/<[^>]*>/g, '').trim());

/** The page, and the hash of its sheet for the policy. */
export function withContent(
  html: string,
  drawn: string,
  { styles, script, itsClasses, language, theme, offline }: Serving,
): { readonly html: string; readonly styles: string } {
  const { content, rules } = withoutStyles(drawn);
  const sheet = ownRules(styles, html + content, itsClasses) + rules;
  const application = / src="([^"]+)"/.exec(/<script type="module"[^>]*>/.exec(html)?.[0] ?? '')?.[1] ?? '';
  const sheets = [...html.matchAll(/\s*<link rel="stylesheet"[^>]* href="([^"]+)"[^>]*>/g)];
  let page = html
    .replace(/\s*<noscript.*?<\/noscript>/s, '')
    .replace(/<script src="\/first-paint\.js"><\/script>\s*/, '')
    .replace(/<link rel="preload" as="font"[^>]*>\s*/, '');
  for (const [whole] of sheets) page = page.replace(whole, '');
  page = page
    .replace(/<html lang="[^"]*"/, () => `<html lang="${language}" data-served${theme === null ? '' : ` data-theme="${theme}"`}`)
    .replace(/hansa\.\w+\.webmanifest/, () => `hansa.${writing[language].suffix}.webmanifest`)
    .replace(
      /<script type="module"[^>]*><\/script>/,
      () =>
        `<script type="module" src="${script}" data-app="${application}" data-sheets="${sheets.map((found) => found[1]).join(' ')}" data-offline="${escaped(offline)}"></script>`,
    )
    .replace('</head>', () => `<style>${sheet}</style>\n  </head>`)
    .replace('<div id="app"></div>', () => `<div id="app">${content}</div>`);
  return { html: page, styles: createHash('sha256').update(sheet).digest('base64') };
}
