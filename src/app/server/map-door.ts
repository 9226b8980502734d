// What the deployment allows to be drawn as a map, with its shapes: read once at start, compressed when somebody first asks.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { feature } from 'topojson-client';
import type { MapPolicy } from '#platform/config.ts';
import type { Door } from '#platform/http/server.ts';
import { SentenceError } from '#platform/sentence-error.ts';

type Topology = Parameters<typeof feature>[0];

/** Shapes of land alone, without any border. Natural Earth, public domain. */
function land(): unknown {
  const topology = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/land-110m.json'), 'utf8')) as Topology;
  const shapes = topology.objects['land'];
  if (shapes === undefined) throw new Error('the atlas holds no land');
  return feature(topology, shapes);
}

const kinds = ['FeatureCollection', 'Feature', 'GeometryCollection', 'Polygon', 'MultiPolygon'];

function approved(file: string): unknown {
  let shape: unknown;
  try {
    shape = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new SentenceError(`The map of HANSA_MAP_FILE cannot be read: ${file}.`);
  }
  if (typeof shape !== 'object' || shape === null || !('type' in shape) || !kinds.includes(String(shape.type)))
    throw new SentenceError(`The map of HANSA_MAP_FILE is not GeoJSON: ${file}.`);
  return shape;
}

function answerOf(policy: MapPolicy): unknown {
  if (policy.kind === 'off') return { kind: 'off' };
  if (policy.kind === 'land') return { kind: 'land', number: null, shape: land() };
  return { kind: 'approved', number: policy.number, shape: approved(policy.file) };
}

/**
 * `GET /map.json`: `{ kind: 'off' }` or `{ kind, number, shape }` with GeoJSON.
 * @throws SentenceError when an approved base cannot be read
 */
export function mapDoor(policy: MapPolicy): Door {
  // A hundredth of a degree is a kilometre: finer than any screen shows the world.
  const plain = JSON.stringify(answerOf(policy), (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 100) / 100 : value,
  );
  // An eighth of a second of work, which not every start needs.
  let packed: Promise<Buffer<ArrayBuffer>> | undefined;
  const headers = { 'content-type': 'application/json', 'cache-control': 'public, max-age=3600', vary: 'accept-encoding' };
  return {
    path: '/map.json',
    opens: 'to-all',
    open: async (request) => {
      if (!/\bbr\b/.test(request.headers.get('accept-encoding') ?? '')) return new Response(plain, { headers });
      packed ??= promisify(brotliCompress)(plain);
      return new Response(await packed, { headers: { ...headers, 'content-encoding': 'br' } });
    },
  };
}
