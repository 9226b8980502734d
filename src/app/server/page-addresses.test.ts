import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { createAppRouter } from '../routes.tsx';
import { isPage, pageAddresses } from './page-addresses.ts';

test('the server knows every address of the browser’s router, and no other', () => {
  expect([...pageAddresses].sort()).toEqual(Object.keys(createAppRouter(new QueryClient()).routesByPath).sort());
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
