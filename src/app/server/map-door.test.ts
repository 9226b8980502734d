import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '#platform/config.ts';
import { mapDoor } from './map-door.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'hansa-map-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answered = async (env: Readonly<Record<string, string>>): Promise<Record<string, unknown>> => {
  const { map } = readConfig(env);
  const response = await mapDoor(map).open(new Request('http://localhost/map.json'), {}, { language: 'en', account: null });
  return (await response.json()) as Record<string, unknown>;
};

test('a map is a policy of the deployment: bare land, none, or an approved base with its number', async () => {
  expect(await answered({})).toMatchObject({ kind: 'land', number: null, shape: { type: 'FeatureCollection' } });
  expect(await answered({ HANSA_MAP: 'off' })).toEqual({ kind: 'off' });
  const file = path.join(folder, 'base.json');
  writeFileSync(file, '{"type":"MultiPolygon","coordinates":[]}');
  expect(await answered({ HANSA_MAP: 'approved', HANSA_MAP_FILE: file, HANSA_MAP_NUMBER: 'GS(2024)0001' })).toEqual({
    kind: 'approved',
    number: 'GS(2024)0001',
    shape: { type: 'MultiPolygon', coordinates: [] },
  });
});

test('a map that cannot be shown as the policy asks stops the start with one sentence', () => {
  expect(() => readConfig({ HANSA_MAP: 'approved' })).toThrow('HANSA_MAP_FILE');
  expect(() => readConfig({ HANSA_MAP: 'everything' })).toThrow('HANSA_MAP must be off, land or approved');
  const file = path.join(folder, 'no.json');
  writeFileSync(file, '{"type":"Map"}');
  expect(() => mapDoor({ kind: 'approved', file, number: '1' })).toThrow('is not GeoJSON');
  expect(() => mapDoor({ kind: 'approved', file: path.join(folder, 'none.json'), number: '1' })).toThrow('cannot be read');
});

test('whoever can unpack it gets the map small', async () => {
  const headers = { 'accept-encoding': 'gzip, br' };
  const response = await mapDoor({ kind: 'land' }).open(
    new Request('http://localhost/map.json', { headers }),
    {},
    { language: 'en', account: null },
  );
  const packed = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get('content-encoding')).toBe('br');
  expect(JSON.parse(brotliDecompressSync(packed).toString())).toMatchObject({ kind: 'land' });
  expect(packed.length).toBeLessThan(60_000);
});
