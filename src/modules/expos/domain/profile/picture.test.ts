import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import { jpegOf, pngOf, webpOf } from './picture-fixture.ts';
import { cleanPicture, type Picture, type PictureType } from './picture.ts';

const makers = { 'image/jpeg': jpegOf, 'image/png': pngOf, 'image/webp': webpOf } as const;
const types = Object.keys(makers) as readonly PictureType[];
const clean = (type: PictureType, bytes: Uint8Array): Picture => {
  const picture = cleanPicture(type, bytes);
  return typeof picture === 'string' ? expect.fail(`${type} ${picture}`) : picture;
};

test.each(types)('%s: nothing that is said beside the picture is kept, and cleaned once more it is the same', (type) => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 8, maxLength: 400, unit: 'grapheme-ascii' }),
      fc.integer({ min: 1, max: 8 }),
      (note, orientation) => {
        const { bytes, width, height } = clean(type, makers[type]({ note, orientation }));
        expect([width, height]).toEqual([1, 1]);
        expect(Buffer.from(bytes).toString('latin1')).not.toContain(note);
        expect(clean(type, bytes).bytes).toEqual(bytes);
      },
    ),
    { numRuns: rounds(60) },
  );
});

test('which way up it was taken is kept, and nothing where it is upright', () => {
  const turned = (type: PictureType, orientation: number) =>
    Buffer.from(clean(type, makers[type]({ orientation })).bytes).toString('latin1');
  expect(turned('image/jpeg', 6)).toContain('Exif\0\0MM');
  expect(turned('image/jpeg', 1)).not.toContain('Exif');
  expect(turned('image/webp', 8)).toContain('EXIF');
  expect(turned('image/webp', 1)).not.toContain('EXIF');
});

test('cut anywhere or with bytes of chance in it, it is a picture or refused, and never longer than what was sent but for its orientation', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...types),
      fc.nat(400),
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 }),
      (type, cut, flips) => {
        const bytes = makers[type]({ orientation: 6 }).slice(0, cut);
        for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value;
        const picture = cleanPicture(type, bytes);
        if (typeof picture !== 'string') expect(picture.bytes.length).toBeLessThanOrEqual(bytes.length + 40);
      },
    ),
    { numRuns: rounds(2000) },
  );
});
