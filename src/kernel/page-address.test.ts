import { expect, test } from 'vitest';
import { addressIn, readAddress } from './page-address.ts';

test.each([
  ['/', null, '/'],
  ['/zh', 'zh-Hans', '/'],
  ['/zh/', 'zh-Hans', '/'],
  ['/zh/cities/cork-ie', 'zh-Hans', '/cities/cork-ie'],
  ['/zhangjiakou', null, '/zhangjiakou'],
  ['/cities/zh', null, '/cities/zh'],
  ['/en/cities', null, '/en/cities'],
])('%s is read in %s as %s', (address, language, path) => expect(readAddress(address)).toEqual({ language, path }));

test('an address in a language is read back as what it was made of', () => {
  for (const language of ['en', 'zh-Hans'] as const)
    for (const path of ['/', '/ties/liverpool-gb--shanghai-cn/report'])
      expect(readAddress(addressIn(language, path))).toEqual({ language: language === 'en' ? null : language, path });
});
