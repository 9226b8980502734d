// Writes src/matcher/dictionary/map-features.txt: what OpenStreetMap's editor calls shops, services, works and places in English and Chinese, as lines of
// a glossary, without what the glossary says already. Unpack the npm package @openstreetmap/id-tagging-schema first: node scripts/write-map-features.ts PACKAGE
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keyOf } from '../src/matcher/core/lexicon.ts';
import { weightOfWord } from '../src/matcher/core/text/common-words.ts';
import { tokensOf } from '../src/matcher/core/text/tokens.ts';
import { loadGlossary } from '../src/matcher/run/load-lexicon.ts';

const [from = ''] = process.argv.slice(2);
const target = path.resolve(import.meta.dirname, '../src/matcher/dictionary/map-features.txt');
/** Subjects of a map that an expo or a city speaks of; the rest is lines and signs. */
const subjects = (
  'amenity aeroway craft education emergency healthcare historic industrial landuse leisure man_made office power public_transport railway shop telecom ' +
  'tourism waterway'
).split(' ');

interface Named {
  readonly name?: string;
}
type Names = Readonly<Record<string, Named>>;
type Translations = Readonly<Record<string, { readonly presets: { readonly presets: Names } }>>;
const namesOf = (language: string): Names => {
  const read = JSON.parse(readFileSync(path.join(from, `dist/translations/${language}.json`), 'utf8')) as Translations;
  return read[language]?.presets.presets ?? {};
};

const lexicon = loadGlossary();
const tokens = (form: string) => tokensOf(form, lexicon.rates);
/** New, and not made of words that say nothing by themselves. */
const isNew = (form: string): boolean =>
  !lexicon.phrases.has(keyOf(tokens(form), 0, tokens(form).length)) && tokens(form).some(({ form: each }) => weightOfWord(each) === 1);

/** Two names of one thing stand beside a stroke; what stands in brackets is a remark. */
const written = (name: string): readonly string[] =>
  name
    .replace(/[（(][^）)]*[）)]/g, '')
    .split(/[/／、]/)
    .map((form) => form.trim())
    .filter((form) => form !== '');

const [english, chinese] = [namesOf('en'), namesOf('zh-CN')];
const used = new Set<string>();
// That two things are shops makes them no kin.
const lines = ['# alone'];
for (const [key, { name = '' }] of Object.entries(english)) {
  const [subject = ''] = key.split('/');
  if (!subjects.includes(subject) || /-[A-Z]{2}$/.test(key)) continue;
  const sides = [written(name.toLowerCase()), written(chinese[key]?.name ?? '').filter((form) => /^\p{Script=Han}{2,8}$/u.test(form))];
  const fresh = sides.map((forms) => forms.filter((form) => isNew(form) && !used.has(form)));
  // What either side is known by means something already.
  if (fresh.some((forms, side) => forms.length === 0 || forms.length < (sides[side]?.length ?? 0))) continue;
  for (const form of fresh.flat()) used.add(form);
  lines.push(fresh.map((forms) => forms.join(' | ')).join(' = '));
}
writeFileSync(target, `${lines.join('\n')}\n`);
console.log(`${used.size} forms in ${lines.length} lines`);
