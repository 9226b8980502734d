// Whatever the demo tells stands in both languages: what is one line as “English | 中文”, but for names that have no other form.
import { expect, test } from 'vitest';
import { inLanguage } from '#kernel/written-language.ts';
import { forum2019 } from './forum-2019.ts';
import * as happenings from './happenings.ts';
import * as importExpo from './import-expo.ts';
import { outcomeFacts } from './outcomes.ts';
import { profileFacts } from './profiles.ts';
import { sourceFacts } from './sources.ts';

/** Names of papers and bodies, and of people, that are written the same in both. */
const properNames = [
  ...['The City Tribune', 'The Guide Liverpool', 'secretsanfrancisco.com', 'MIX Meetings', 'Warta Buana', 'World Report Now'],
  ...['The Diplomatic Insight', 'The Anchor Group', 'Greatway', 'KhabarAsia', 'Vestnik Kavkaza', 'Gary Millar', 'Mark Chandler'],
];

/** Fields of one line; those that hold words in both languages are pairs or have a tag for each. */
const lines = ['saidBy', 'about', 'publisher', 'title', 'name', 'role', 'note', 'post', 'office', 'named'];

/** Every line of a fact that a Chinese reader would read in Latin letters alone, or an English one in Chinese. */
function inOneLanguage(fact: unknown, key = ''): readonly string[] {
  if (typeof fact === 'string') {
    if (!lines.includes(key) || properNames.includes(fact)) return [];
    const [en, zh] = [inLanguage(fact, 'en'), inLanguage(fact, 'zh-Hans')];
    return /\p{Script=Han}/u.test(zh) && !/\p{Script=Han}/u.test(en) ? [] : [fact];
  }
  if (Array.isArray(fact)) {
    const parts: readonly unknown[] = fact;
    const [en, zh] = parts;
    const isPair = parts.length === 2 && typeof en === 'string' && typeof zh === 'string' && /\p{Script=Han}/u.test(zh);
    return isPair ? [] : parts.flatMap((one) => inOneLanguage(one, key));
  }
  if (typeof fact !== 'object' || fact === null) return [];
  if ('en' in fact || 'zh-Hans' in fact)
    return Object.values(fact).every((one) => properNames.includes(String(one))) || 'zh-Hans' in fact ? [] : [JSON.stringify(fact)];
  return Object.entries(fact).flatMap(([name, one]) => inOneLanguage(one, name));
}

test.each([
  ['sources', sourceFacts],
  ['profiles', profileFacts],
  ['outcomes', outcomeFacts],
  [
    'happenings',
    [happenings.agreementFacts, happenings.exchangeFacts, happenings.projectCounts, happenings.spokenFacts, happenings.carrierFacts],
  ],
  ['the import expo', [importExpo.importExpoEditions, importExpo.chamberAtExpo]],
  ['the forum', forum2019],
])('%s stand in both languages', (_, facts) => {
  expect(inOneLanguage(facts)).toEqual([]);
});

test('a line in one language is noticed', () => {
  expect(inOneLanguage([{ saidBy: 'Somebody, mayor' }, { saidBy: 'A mayor | 市长' }, { post: { en: 'Director' } }])).toHaveLength(2);
});
