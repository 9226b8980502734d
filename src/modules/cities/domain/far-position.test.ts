import { expect, test } from 'vitest';
import { farPositionOf } from './far-position.ts';

const cork = { latitude: 51.9, longitude: -8.47 };
const york = { latitude: 53.96, longitude: -1.08 };

test('a position far from the only place of the name is told, and the place of the name is the better one', () => {
  expect(farPositionOf({ latitude: 52.9, longitude: -8.47 }, [cork])).toEqual({ km: 111, shownBy: 'name', at: cork });
});

test('where several places bear the name nobody knows which is meant: the nearest tells how far, nothing moves', () => {
  expect(farPositionOf({ latitude: 52.9, longitude: -8.47 }, [york, cork])).toEqual({ km: 111, shownBy: 'set', at: null });
});

test('up to 25 kilometres, and where nothing can be compared, nothing is told', () => {
  expect(farPositionOf({ latitude: 52.1, longitude: -8.47 }, [cork])).toBeNull();
  expect([farPositionOf({ latitude: null, longitude: null }, [cork]), farPositionOf(cork, [])]).toEqual([null, null]);
});
