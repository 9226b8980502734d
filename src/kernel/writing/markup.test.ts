import fc from 'fast-check';
import { expect, test } from 'vitest';
import { element } from './markup.ts';

test('texts and attributes are escaped, elements are not, and what is null is left out', () => {
  const inner = element('b', { c: 'a "quoted" & <d>', e: null }, 'x < y & z > "w"');
  expect(inner.xml).toBe('<b c="a &quot;quoted&quot; &amp; &lt;d&gt;">x &lt; y &amp; z &gt; &quot;w&quot;</b>');
  expect(element('a', {}, inner, null, [inner]).xml).toBe(`<a>${inner.xml}${inner.xml}</a>`);
  expect(element('a', { b: '' }).xml).toBe('<a b=""/>');
});

test('whatever the text, no sign stands in it that XML cannot write, and no markup comes out of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { xml } = element('a', { b: text }, text);
      const [, attribute = '', content = ''] = /^<a b="([^"]*)">?(?:(.*)<\/a>|\/>)$/su.exec(xml) ?? expect.fail(xml);
      for (const part of [attribute, content]) {
        expect(part).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(part.replace(/[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')).toBe('');
      }
    }),
    { numRuns: 100, examples: [['\u0000]]>\uD800'], ['<![CDATA[']] },
  );
});
