import { expect, test } from 'vitest';
import { networkOf, readProxies } from './network.ts';

const proxies = readProxies('127.0.0.0/8, ::1, 10.0.0.0/8, 2001:db8:ff::/48') ?? expect.fail('not read');

test('what is forwarded is believed from a trusted proxy alone, and only what trusted ones wrote', () => {
  expect(networkOf('198.51.100.7', '203.0.113.9', proxies)).toBe('198.51.100.7');
  expect(networkOf('127.0.0.1', '203.0.113.9', proxies)).toBe('203.0.113.9');
  // Whoever asks may write addresses of their own to the left of those that proxies add.
  expect(networkOf('::ffff:127.0.0.1', '192.0.2.1, 203.0.113.9, 10.1.2.3', proxies)).toBe('203.0.113.9');
  expect(networkOf('127.0.0.1', 'nonsense, 10.1.2.3', proxies)).toBe('10.1.2.3');
  expect(networkOf('127.0.0.1', undefined, proxies)).toBe('127.0.0.1');
  expect(networkOf('127.0.0.1', '203.0.113.9:4711', proxies)).toBe('203.0.113.9');
});

test('all addresses of one IPv6 network count together', () => {
  const of = (address: string) => networkOf('2001:db8:ff::1', address, proxies);
  expect(of('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(of('[2001:0DB8:1:2::9]:443')).toBe('2001:db8:1:2::/64');
  expect(of('2001:db8::1')).toBe('2001:db8:0:0::/64');
  expect(of('2001:db8:1:3::9')).not.toBe(of('2001:db8:1:2::9'));
});

test('a setting that cannot be read is none', () => {
  for (const wrong of ['proxy', '10.0.0.0/33', '10.0.0.0/x', '10.0.0/8', '::1/129']) expect(readProxies(wrong), wrong).toBeNull();
  expect(readProxies('')?.check('127.0.0.1')).toBe(false);
});
