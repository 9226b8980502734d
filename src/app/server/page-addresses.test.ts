import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { createAppRouter } from '../routes.tsx';
import { publicPage } from '#modules/reports/api/describe-page.ts';
import { searchOf } from './drawn-pages.ts';
import { isPage, pageAddresses } from './page-addresses.ts';

test('the server knows every address of the browser’s router, and no other', () => {
  expect([...pageAddresses].sort()).toEqual(Object.keys(createAppRouter(new QueryClient()).routesByPath).sort());
});

test('whether there is something at the address of one thing is told by its status, too, wherever nobody need be signed in', () => {
  const routes = createAppRouter(new QueryClient()).routesByPath;
  const ofOneThing = Object.values(routes).filter(({ id, fullPath }) => fullPath.includes('$') && !id.startsWith('/signed-in'));
  const told = (path: string): boolean => searchOf(path, new URLSearchParams()) !== null || publicPage(path) !== null;
  expect(ofOneThing.map(({ fullPath }) => fullPath.replaceAll(/\$\w+/g, 'x')).filter((path) => !told(path))).toEqual([]);
  expect(ofOneThing.length).toBeGreaterThan(10);
});

test.each([
  ['/', true],
  ['/ties/liverpool-gb--shanghai-cn/report', true],
  ['/ties/liverpool-gb--shanghai-cn/report/', true],
  ['/sitemap.xml', false],
  ['/robots.txt', false],
  ['/wp-login.php', false],
  ['/ties/a/b/c/d', false],
  ['/cities//names', false],
])('%s is a page: %s', (path, is) => expect(isPage(path)).toBe(is));
