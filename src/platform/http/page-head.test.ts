import { expect, test } from 'vitest';
import { fillHead } from './page-head.ts';

const shell = '<!doctype html>\n<html lang="en">\n<head>\n<title>Hansa</title>\n</head></html>';
const filled = (title: string, about: Readonly<Record<string, unknown>> | null = null) =>
  fillHead(
    shell,
    { title, description: 'What is known', path: '/ties/a--b/report', about },
    { origin: 'https://hansa.example', language: 'zh-Hans', site: '友城合作工作台' },
  );

test('a page names itself, its address and its language before any script runs', () => {
  const html = filled('利物浦与上海');
  expect(html).toContain('<html lang="zh-Hans"');
  expect(html).toContain('<title>利物浦与上海 – 友城合作工作台</title>');
  expect(html).toContain('<link rel="canonical" href="https://hansa.example/zh/ties/a--b/report" />');
  expect(html).toContain('<link rel="alternate" hreflang="en" href="https://hansa.example/ties/a--b/report" />');
  expect(html).toContain('<meta property="og:locale" content="zh_CN" />');
  expect(html).not.toContain('ld+json');
});

test('no text ends an attribute, an element or the data', () => {
  const words = `"><script>alert(1)</script>' $& $1`;
  const html = filled(words, { '@type': 'City', name: words });
  expect(html.match(/<script/g)).toEqual(['<script']);
  expect(html).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39; $&amp; $1');
  const data = /<script type="application\/ld\+json">(.*)<\/script>/.exec(html)?.[1] ?? '';
  expect(JSON.parse(data)).toEqual({ '@context': 'https://schema.org', '@type': 'City', name: words });
});
