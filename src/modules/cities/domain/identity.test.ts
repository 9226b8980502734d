import { expect, test } from 'vitest';
import { mayRelate } from './identity.ts';

test('a city lies in a region and is its seat, never the other way round', () => {
  expect(mayRelate('lies_in', 'municipality', 'region')).toBe(true);
  expect(mayRelate('seat_of', 'municipality', 'region')).toBe(true);
  expect(mayRelate('lies_in', 'region', 'municipality')).toBe(false);
  expect(mayRelate('seat_of', 'region', 'municipality')).toBe(false);
});

test('a port belongs to a city, and no city to a port', () => {
  expect(mayRelate('port_of', 'port', 'municipality')).toBe(true);
  expect(mayRelate('port_of', 'municipality', 'port')).toBe(false);
  expect(mayRelate('lies_in', 'district', 'municipality')).toBe(true);
});
