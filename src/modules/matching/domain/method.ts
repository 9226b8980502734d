// What a researcher is told of the matcher: figures as the benchmark wrote them (docs/benchmarks/match.md, which a test compares), and whose data it rests on.

export interface FoundRow {
  readonly who: 'ours' | 'bm25';
  /** Of one half of the pairs the failures were looked at while it was made, of the other only the figures. */
  readonly half: 'looked' | 'unseen';
  /** Right offer among the first five; the same among offers in the other language; mean reciprocal rank; a trap above every right offer. */
  readonly first: string;
  readonly across: string;
  readonly rank: string;
  readonly trap: string;
}

export const foundOnPairs: readonly FoundRow[] = [
  { who: 'ours', half: 'looked', first: '98.7 %', across: '96.7 %', rank: '0.926', trap: '3.6 %' },
  { who: 'ours', half: 'unseen', first: '96.0 %', across: '94.0 %', rank: '0.921', trap: '1.7 %' },
  { who: 'bm25', half: 'looked', first: '51.3 %', across: '0.7 %', rank: '0.467', trap: '41.8 %' },
  { who: 'bm25', half: 'unseen', first: '52.0 %', across: '3.3 %', rank: '0.505', trap: '55.2 %' },
];

export const licences = [
  { key: 'glossary', name: 'Hansa glossary', licence: 'Apache-2.0', address: 'https://www.apache.org/licenses/LICENSE-2.0' },
  { key: 'cedict', name: 'CC-CEDICT', licence: 'CC BY-SA 4.0', address: 'https://www.mdbg.net/chinese/dictionary?page=cc-cedict' },
  {
    key: 'features',
    name: 'iD tagging schema',
    licence: 'ISC',
    address: 'https://github.com/openstreetmap/id-tagging-schema',
  },
  { key: 'places', name: 'GeoNames, Unicode CLDR', licence: 'CC BY 4.0, Unicode-3.0', address: 'https://www.geonames.org/' },
  { key: 'jieba', name: 'jieba', licence: 'MIT', address: 'https://github.com/fxsjy/jieba' },
] as const;
