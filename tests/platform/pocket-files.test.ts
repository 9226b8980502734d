// What makes the product installable: icons drawn from its own sign.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawIcon, rectanglesOf } from '../../scripts/pocket-files.ts';
import { root } from './started.ts';

const svg = readFileSync(path.join(root, 'src/design/public/favicon.svg'), 'utf8');

/** The red of one pixel, from the only IDAT of a PNG without filters. */
function redAt(png: Buffer, pixels: number, [column, row]: readonly [number, number]): number | undefined {
  const at = png.indexOf('IDAT');
  const bytes = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  return bytes[row * (1 + pixels * 3) + 1 + column * 3];
}

test('the icon is the sign on paper, whole in the part that every mask leaves', () => {
  expect(rectanglesOf(svg)).toHaveLength(3);
  const png = drawIcon(svg, { pixels: 64, share: 1 });
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([64, 64]);
  // In units of 32: the left block, the bar between the two, and beside them.
  expect([redAt(png, 64, [12, 32]), redAt(png, 64, [32, 32]), redAt(png, 64, [32, 20])]).toEqual([0x0b, 0x0b, 0xf7]);
  expect(redAt(drawIcon(svg, { pixels: 64, share: 0.5 }), 64, [12, 32])).toBe(0xf7);
});

test('a sign of other shapes is not drawn as something else', () => {
  expect(() => rectanglesOf('<svg><path d="M1 1h2v2h-2zM4 4c1 1 2 2 3 3z"/></svg>')).toThrow('shapes');
});
