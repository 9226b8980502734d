import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';

test('the order of keys and what is undefined make no difference', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: undefined })).toBe('{"b":[1,{"c":"é","d":null}]}');
  expect(canonicalJson({ b: '1', a: '2' })).toBe(canonicalJson({ a: '2', b: '1' }));
});

test('the order of a list does, and so does a text', () => {
  expect(canonicalJson(['a', 'b'])).not.toBe(canonicalJson(['b', 'a']));
  expect(canonicalJson({ a: '1' })).not.toBe(canonicalJson({ a: '1 ' }));
});

test('quotes and control characters cannot feign structure', () => {
  expect(canonicalJson({ a: '","b":"' })).toBe(String.raw`{"a":"\",\"b\":\""}`);
});
