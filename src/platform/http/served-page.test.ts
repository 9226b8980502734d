import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { headingOf, withContent } from './served-page.ts';

const frame = `<!doctype html>
<html lang="en">
  <head>
    <title>Hansa</title>
    <link rel="manifest" href="/hansa.en.webmanifest" />
    <script src="/first-paint.js"></script>
    <script type="module" crossorigin src="/assets/index-1.js"></script>
    <link rel="stylesheet" crossorigin href="/assets/a.css">
    <link rel="preload" as="font" type="font/woff2" crossorigin href="/assets/f.woff2">
  </head>
  <body>
    <div id="app"></div>
    <noscript translate="no"><p>needs a script</p></noscript>
  </body>
</html>`;
const serving = {
  styles: 'p{color:red}',
  script: '/assets/first-touch-1.js',
  itsClasses: new Set<string>(),
  theme: null,
  offline: 'No "network"',
} as const;
const served = (content: string, theme: string | null = null) => withContent(frame, content, { ...serving, language: 'zh-Hans', theme });
const sheetOf = (html: string): string => /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';

test('a page holds what was drawn, one small script, and its sheet, whose hash the policy names', () => {
  const { html, styles } = served('<h1>上海</h1>', 'dark');
  expect(html).toContain('<div id="app"><h1>上海</h1></div>');
  expect(html).toContain('<html lang="zh-Hans" data-served data-theme="dark"');
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).toContain('src="/assets/first-touch-1.js" data-app="/assets/index-1.js" data-sheets="/assets/a.css"');
  expect(html).toContain('data-offline="No &quot;network&quot;"');
  expect(html).not.toMatch(/stylesheet|preload|first-paint|noscript/);
  expect(html).toContain('/hansa.zh.webmanifest');
  expect(styles).toBe(createHash('sha256').update(sheetOf(html)).digest('base64'));
});

test('a style on an element becomes a rule of the sheet, one for all that are alike', () => {
  const { html } = served('<i style="flex-grow:3"></i><i style="flex-grow:3"></i><b style="content:&quot;x&quot;"></b>');
  expect(html).toContain('<i data-style="0"></i><i data-style="0"></i><b data-style="1"></b>');
  expect(sheetOf(html)).toBe('p{color:red}#app#app [data-style="0"]{flex-grow:3}#app#app [data-style="1"]{content:"x"}');
});

test.each(['}</style><script>1</script>', 'a:b}p{c:d', 'a:url(x)}@import', '\\7d'])('%s as a style is left out', (style) => {
  const escaped = style.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const { html } = served(`<i style="${escaped}"></i>`);
  expect(sheetOf(html)).toBe('p{color:red}');
  expect(html).toContain('<i></i>');
});

test('signs that a replacement would read as its own stay as they are', () => {
  expect(served("<p>$& $1 $' $$</p>").html).toContain("<p>$& $1 $' $$</p>");
});

test('a heading is told in words', () => {
  expect(headingOf('<main><h1 class="hidden">A &amp; B <b lang="zh">上海</b></h1></main>')).toBe('A & B 上海');
  expect(headingOf('<p>none</p>')).toBe('');
});
