import { expect, test } from 'vitest';
import { inOwnOrder, partiesInOrder } from './naming.ts';

const liverpool = { id: '1', slug: 'liverpool-gb', officeId: 'l' };
const shanghai = { id: '2', slug: 'shanghai-cn', officeId: 's' };
const cork = { id: '3', slug: 'cork-ie', officeId: null };

const named = (...of: Parameters<typeof inOwnOrder>) => inOwnOrder(...of).map(({ slug }) => slug);

test('an officer names the own city first, a reader follows the order of the addresses', () => {
  expect(named(liverpool, shanghai, ['s'])).toEqual(['shanghai-cn', 'liverpool-gb']);
  expect(named(shanghai, liverpool, ['l'])).toEqual(['liverpool-gb', 'shanghai-cn']);
  expect(named(shanghai, liverpool, [])).toEqual(['liverpool-gb', 'shanghai-cn']);
  expect(named(shanghai, liverpool, ['other'])).toEqual(['liverpool-gb', 'shanghai-cn']);
});

test('who belongs to both offices has no own side, and a city without an office is nobody’s', () => {
  expect(named(shanghai, liverpool, ['s', 'l'])).toEqual(['liverpool-gb', 'shanghai-cn']);
  expect(named(shanghai, cork, [])).toEqual(['cork-ie', 'shanghai-cn']);
  expect(named(cork, shanghai, ['s'])).toEqual(['shanghai-cn', 'cork-ie']);
});

test('parties stand in the order of their cities, others after them as they were entered', () => {
  const party = (kind: string, id: string | null, name: string) => ({ kind, id, name });
  const parties = [
    party('named', null, 'A port'),
    party('city', '1', 'Liverpool'),
    party('organisation', '2', 'A school'),
    party('city', '2', 'Shanghai'),
  ];
  expect(partiesInOrder(['2', '1'], parties).map(({ name }) => name)).toEqual(['Shanghai', 'Liverpool', 'A port', 'A school']);
});
