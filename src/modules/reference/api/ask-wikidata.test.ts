import { readFileSync, existsSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { Outside } from '#platform/http/fetch-public.ts';
import { beginReferenceImport, fetchReferenceImport, fetchUpload, readUpload } from './begin-import.ts';
import { Importer } from './import-fixture.ts';
import { listReferenceTies } from './take-ties.ts';
import { loadSayings } from '../store/findings.ts';

let db: TestDatabase;
let importer: Importer;
let service: Server;
/** The queries that the service was asked, and what it was asked to answer with. */
const asked: { readonly query: string; readonly accept: string }[] = [];

const entity = (id: string) => ({ type: 'uri', value: `http://www.wikidata.org/entity/${id}` });
const literal = (value: string) => ({ type: 'literal', value });
const point = (value: string) => ({ type: 'literal', datatype: 'http://www.opengis.net/ont/geosparql#wktLiteral', value });
const time = (value: string) => ({ type: 'literal', datatype: 'http://www.w3.org/2001/XMLSchema#dateTime', value });
const label = (value: string) => ({ type: 'literal', 'xml:lang': 'en', value });

/** An answer in the documented form (SPARQL 1.1 Query Results JSON Format), as the service writes it. */
const answer = {
  head: {
    vars: 'item itemLabel itemCoord itemGeonames itemCountry partner partnerLabel partnerCoord partnerGeonames partnerCountry start startPrecision end endPrecision reference'.split(
      ' ',
    ),
  },
  results: {
    bindings: [
      {
        item: entity('Q36647'),
        itemLabel: label('Cork'),
        itemCoord: point('Point(-8.47 51.897222)'),
        itemGeonames: literal('2965140'),
        itemCountry: literal('IE'),
        partner: entity('Q365'),
        partnerLabel: label('Cologne'),
        partnerCoord: point('Point(6.956944 50.942222)'),
        partnerGeonames: literal('2886242'),
        partnerCountry: literal('DE'),
        start: time('1988-01-01T00:00:00Z'),
        startPrecision: literal('9'),
        reference: { type: 'uri', value: 'https://www.example.org/twinning' },
      },
      {
        item: entity('Q36647'),
        itemLabel: label('Cork'),
        itemCoord: point('Point(-8.47 51.897222)'),
        itemGeonames: literal('2965140'),
        itemCountry: literal('IE'),
        partner: entity('Q6226'),
        partnerLabel: label('Coventry'),
        partnerCoord: point('Point(-1.510556 52.408056)'),
        partnerCountry: literal('GB'),
        start: time('1958-01-01T00:00:00Z'),
        startPrecision: literal('9'),
        end: time('2001-05-04T00:00:00Z'),
        endPrecision: literal('11'),
      },
    ],
  },
};

/** A service on this machine in the place of the public one: its name resolves to a public address, its connection comes here. */
const outside = (): Outside => ({
  resolve: () => Promise.resolve([{ address: '91.198.174.192', family: 4 }]),
  connect: ((options: { path: string; headers: Record<string, string> }, listener: (answer: IncomingMessage) => void) => {
    const { port } = service.address() as AddressInfo;
    return request({ host: '127.0.0.1', port, path: options.path, headers: options.headers, agent: false }, listener);
  }) as unknown as Outside['connect'],
});

beforeAll(async () => {
  service = createServer((req, res) => {
    asked.push({ query: new URL(req.url ?? '', 'http://localhost').searchParams.get('query') ?? '', accept: req.headers.accept ?? '' });
    res.setHeader('content-type', 'application/sparql-results+json').end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  db = await openTestDatabase();
  importer = new Importer(db, await db.foundOffice({ kind: 'city' }));
});
afterAll(async () => {
  service.close();
  await db.close();
});

const address = 'https://query.example.org/sparql';

test('Wikidata is asked for cities by name or for a country; start, end and reference of a tie come with it', async () => {
  const set = await importer.createSet('Wikidata, asked now');
  const input = { setId: set.id, address, geonamesIds: [2965140] };
  const read = valueOf(await fetchUpload(importer.as, input, outside()));
  expect(asked.at(-1)?.query).toContain('VALUES ?number { "2965140" }');
  expect(asked.at(-1)?.accept).toBe('application/sparql-results+json');
  const begun = valueOf(await importer.as((work) => fetchReferenceImport(work, input, read)));
  const preview = await importer.run(begun.id, 'read');
  expect([preview.state, preview.counts?.ties, preview.counts?.placesMatched]).toEqual(['previewed', 2, 3]);
  await importer.confirm(preview);
  const { entries } = valueOf(await importer.as((work) => listReferenceTies(work, { setId: set.id, limit: 10 })));
  const partners = entries.map(
    ({ cities, said }) =>
      [cities.a.slug, cities.b.slug].toSorted().join(' ') + ` ${said[0]?.since?.text ?? ''}/${said[0]?.until?.text ?? ''}`,
  );
  expect(partners.toSorted()).toEqual(['cork-ie coventry-gb 1958/2001-05-04', 'cork-ie koln-de 1988/']);
  const sayings = valueOf(await importer.as(async (work) => ok(await loadSayings(work.tx, set.id))));
  expect([...sayings.values()].flatMap(({ said }) => said.flatMap(({ source }) => source?.address ?? []))).toEqual([
    'https://www.example.org/twinning',
  ]);
  valueOf(await fetchUpload(importer.as, { setId: set.id, address, country: 'IE' }, outside()));
  expect(asked.at(-1)?.query).toContain('?nation wdt:P297 "IE"');
});

test('one thing is asked for at a time, and nothing is asked before the caller may import', async () => {
  const set = await importer.createSet('Asked for too much');
  const before = asked.length;
  for (const input of [{}, { country: 'IE', items: ['Q36647'] }])
    expect(await fetchUpload(importer.as, { setId: set.id, address, ...input }, outside())).toMatchObject({
      ok: false,
      refusal: { problems: [{ code: 'reference.ask_for_one' }] },
    });
  const stranger = await db.foundOffice({ kind: 'city' });
  expect((await fetchUpload((use) => db.as(stranger.owner, use), { setId: set.id, address, country: 'IE' }, outside())).ok).toBe(false);
  expect(asked.length).toBe(before);
});

const weimar = new URL('../../../../../shared/data/ties/wikidata-entity-weimar.json', import.meta.url);

test('the entity of a city, as Wikidata gives it out, lands as ties of that city', async () => {
  if (!existsSync(weimar))
    return console.log('wikidata-entity-weimar.json is not here (../shared/data/ties): the entity of a city is not read.');
  const set = await importer.createSet('One entity');
  const file = new File([readFileSync(weimar)], 'Q3955.json');
  const read = valueOf(await readUpload(importer.as, { setId: set.id, file }));
  const begun = valueOf(await importer.as((work) => beginReferenceImport(work, { setId: set.id, file }, read)));
  const preview = await importer.run(begun.id, 'read');
  expect([preview.state, preview.format]).toEqual(['previewed', 'entities']);
  expect(preview.counts?.rows).toBeGreaterThan(4);
});
