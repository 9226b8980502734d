import { expect, test } from 'vitest';
import { en } from '../../text.en.ts';
import { domainGroups, domains } from './domains.ts';

test('the groups hold the eleven domains in their order, two and three times three', () => {
  expect(domainGroups.map((group) => group.length)).toEqual([2, 3, 3, 3]);
  expect(domainGroups.flat()).toEqual([...domains]);
});

test('every domain has a name', () => {
  expect(domains.map((domain) => `cities.domain_${domain}`).filter((key) => !(key in en))).toEqual([]);
});
