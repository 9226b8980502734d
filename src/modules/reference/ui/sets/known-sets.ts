// Sets that many offices begin with: what they are called, their licence and credit, so that nobody has to look them up.
import { inEach, type MultilingualText } from '#kernel/language.ts';
import { textOfWords } from '#kernel/writing/in-languages.ts';

export const knownSets = ['wikidata', 'wikipedia', 'other'] as const;
export type KnownSet = (typeof knownSets)[number];

export interface SetTemplate {
  readonly name: MultilingualText;
  readonly licence: string;
  readonly licenceAddress: string;
  readonly credit: string;
  readonly sourceTitle: string;
  readonly publisher: string;
  readonly address: string;
}

export const templates: Readonly<Record<KnownSet, SetTemplate>> = {
  wikidata: {
    name: textOfWords(inEach('Sister cities in Wikidata', '维基数据所列友城'), 'human'),
    licence: 'CC0 1.0',
    licenceAddress: 'https://creativecommons.org/publicdomain/zero/1.0/',
    credit: 'Wikidata',
    sourceTitle: 'Wikidata, P190 (twinned administrative body)',
    publisher: 'Wikidata',
    address: 'https://www.wikidata.org/wiki/Property:P190',
  },
  wikipedia: {
    name: textOfWords(inEach('Sister cities in Wikipedia', '维基百科所列友城'), 'human'),
    licence: 'CC BY-SA 4.0',
    licenceAddress: 'https://creativecommons.org/licenses/by-sa/4.0/',
    credit: 'Wikipedia contributors, CC BY-SA 4.0',
    sourceTitle: 'Wikipedia, Lists of twin towns and sister cities',
    publisher: 'Wikipedia',
    address: 'https://en.wikipedia.org/wiki/Lists_of_twin_towns_and_sister_cities',
  },
  other: { name: {}, licence: '', licenceAddress: '', credit: '', sourceTitle: '', publisher: '', address: '' },
};
