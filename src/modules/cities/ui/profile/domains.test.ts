import { expect, test } from 'vitest';
import { en } from '../text.en.ts';
import { domains } from '../../domain/profile/domains.ts';

test('every domain has a name', () => {
  expect(domains.map((domain) => `cities.domain_${domain}`).filter((key) => !(key in en))).toEqual([]);
});
