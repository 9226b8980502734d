import { expect, test } from 'vitest';
import { columnsOf, layerLayout, ringLayout } from './network-layout.ts';

const named = (id: string) => ({ id, label: id });

test('sisters stand around their city from the top clockwise, names outwards on both sides', () => {
  const { nodes, edges } = ringLayout(named('liverpool'), ['a', 'b', 'c', 'd'].map(named), [
    { a: 'a', b: 'liverpool' },
    { a: 'a', b: 'c' },
    { a: 'a', b: 'elsewhere' },
  ]);
  const [centre, top, right, bottom, left] = nodes;
  expect(centre).toMatchObject({ id: 'liverpool', isCentre: true });
  expect(top?.x).toBe(centre?.x);
  expect(top?.y).toBeLessThan(centre?.y ?? 0);
  expect(bottom?.y).toBeGreaterThan(centre?.y ?? 0);
  expect([right?.anchor, right?.turn, left?.anchor, left?.turn]).toEqual(['start', 0, 'end', 0]);
  expect(edges.map(({ id, quiet }) => [id, quiet])).toEqual([
    ['a liverpool', true],
    ['a c', false],
  ]);
});

test('a ring of many sisters grows, so that no name is smaller', () => {
  const ring = (size: number) =>
    ringLayout(
      named('hub'),
      Array.from({ length: size }, (_, at) => named(`sister ${at}`)),
      [],
    );
  const { nodes } = ring(150);
  const [, first, second] = nodes;
  expect(Math.hypot((first?.x ?? 0) - (second?.x ?? 0), (first?.y ?? 0) - (second?.y ?? 0))).toBeGreaterThan(16);
  expect(ring(150).width).toBeGreaterThan(ring(20).width);
});

test('ways stand in columns by the number of ties, each city once', () => {
  const columns = columnsOf([
    ['liverpool', 'cologne', 'shanghai'],
    ['liverpool', 'odense', 'shanghai'],
  ]);
  expect(columns).toEqual([['liverpool'], ['cologne', 'odense'], ['shanghai']]);
  const { nodes, edges, width } = layerLayout(
    columns.map((column) => column.map(named)),
    [{ a: 'cologne', b: 'liverpool' }],
  );
  expect(nodes.map(({ x }) => x).every((x) => x > 0 && x < width)).toBe(true);
  expect(nodes[1]?.x).toBe(nodes[2]?.x);
  expect(edges).toHaveLength(1);
});
