// Writes src/matcher/dictionary/places.txt: large cities and countries in English and Chinese, as lines of a glossary. Cities are those of the gazetteer
// that comes with the product (GeoNames, CC BY 4.0), countries those that the runtime names (Unicode CLDR): node scripts/write-places.ts
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { simplified } from '../src/kernel/writing/han.ts';
import { weightOfWord } from '../src/matcher/core/text/common-words.ts';
import { tokensOf } from '../src/matcher/core/text/tokens.ts';
import { keyOf } from '../src/matcher/core/lexicon.ts';
import { loadGlossary } from '../src/matcher/run/load-lexicon.ts';
import { entryOf, gazetteerFile } from '../src/modules/cities/formats/gazetteer-line.ts';

const target = path.resolve(import.meta.dirname, '../src/matcher/dictionary/places.txt');
/** Names of smaller cities are too often words or names of other things. */
const leastPeople = 400_000;
const mostNames = 2;

const lexicon = loadGlossary();
const tokens = (form: string) => tokensOf(form, lexicon.rates);
const isHan = /^\p{Script=Han}{2,7}$/u;

/** A name that is nothing else: no word of the glossary, none that the dictionary translates, none that says little. */
const isName = (form: string): boolean => {
  const read = tokens(form);
  if (lexicon.phrases.has(keyOf(read, 0, read.length))) return false;
  const [only] = read;
  if (only === undefined || !read.some(({ form: each }) => weightOfWord(each) === 1)) return false;
  return !isHan.test(form) || read.length > 1 || lexicon.ownTerms(only).length <= 1;
};

const used = new Set<string>();
const lines = ['# alone'];
function add(english: readonly string[], chinese: readonly string[]): void {
  const sides = [english, chinese].map((forms) =>
    [...new Set(forms)].filter((form) => isName(form) && !used.has(form)).slice(0, mostNames),
  );
  if (sides.some((forms) => forms.length === 0)) return;
  for (const form of sides.flat()) used.add(form);
  lines.push(sides.map((forms) => forms.join(' | ')).join(' = '));
}

const [inEnglish, inChinese] = ['en', 'zh-Hans'].map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }));
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
for (const first of letters)
  for (const second of letters) {
    const [english, chinese] = [inEnglish?.of(first + second), inChinese?.of(first + second)];
    if (english !== undefined && chinese !== undefined) add([english.toLowerCase()], [chinese]);
  }
const cities = readFileSync(gazetteerFile, 'utf8')
  .split('\n')
  .flatMap((line) => entryOf(line, 0) ?? [])
  .filter(({ entry }) => entry.population >= leastPeople)
  .sort((one, other) => other.entry.population - one.entry.population || one.entry.geonamesId - other.entry.geonamesId);
for (const { entry, plainName, others } of cities)
  add(
    [plainName.toLowerCase(), entry.name.toLowerCase()],
    others
      .split(',')
      .filter((each) => isHan.test(each))
      .map((each) => simplified(each)),
  );
writeFileSync(target, `${lines.join('\n')}\n`);
console.log(`${lines.length - 1} places`);
