import { expect, test } from 'vitest';
import { ownRules } from './own-rules.ts';

const css = [
  '@layer tokens,base;@layer tokens{:root{--ink:#000}}',
  '@layer base{.a,.b .c>a:hover{color:red}.d:not(.e){x:y}p{margin:0}@media (width<40rem){.c{x:y}.a{content:"}{.z"}}}@layer late{.z{x:y}}',
  '@font-face{font-family:X;src:url(x.woff2)}@keyframes k{from{x:0}to{x:1}}',
].join('');
const used = (names: string, besides: readonly string[] = []): string => ownRules(css, `<p class="${names}">`, new Set(besides));

test('of a sheet a page gets the rules that something on it can meet, and every layer in its place', () => {
  expect(used('a')).toBe(
    '@layer tokens,base;@layer tokens{:root{--ink:#000}}@layer base{.a{color:red}p{margin:0}@media (width<40rem){.a{content:"}{.z"}}}@layer late{}@font-face{font-family:X;src:url(x.woff2)}@keyframes k{from{x:0}to{x:1}}',
  );
  expect(used('b c d')).toContain('@layer base{.b .c>a:hover{color:red}.d:not(.e){x:y}p{margin:0}@media (width<40rem){.c{x:y}}}');
});

test('what its script may set is kept, and with all classes the whole sheet', () => {
  expect(used('a', ['z'])).toContain('@layer late{.z{x:y}}');
  expect(used('a b c d e z')).toBe(css);
});

test('of several in brackets one is enough', () => {
  expect(ownRules('.a:is(.b,.c) p,.d:has(.e){x:y}', '<p class="a">', new Set())).toBe('.a:is(.b,.c) p{x:y}');
});
