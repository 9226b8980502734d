import { expect, test } from 'vitest';
import { withGiven } from './given.ts';

const stand: { readonly code: string; readonly area: number | null } = { code: 'A1', area: 9 };

test('a field that is given takes the place of the one before, null too', () => {
  expect(withGiven(stand, { area: null })).toEqual({ code: 'A1', area: null });
});

test('a field that is not given, or undefined, stays', () => {
  expect(withGiven(stand, { code: 'A2', area: undefined })).toEqual({ code: 'A2', area: 9 });
});

test('what is no field of the record does not come into it', () => {
  const given = { code: 'A2', standId: 'x' };
  expect(withGiven(stand, given)).toEqual({ code: 'A2', area: 9 });
});
