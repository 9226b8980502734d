// Who could talk with none of theirs, and which interpreter helps; what is not known is no hindrance.
import { beforeAll, expect, test } from 'vitest';
import type { Lexicon } from '#matcher/core/lexicon.ts';
import { loadLexicon } from '#matcher/run/load-lexicon.ts';
import { popularityOf } from './balance.ts';
import { indexOf } from './edition-index.ts';
import { unsaid } from './side-fixture.ts';
import type { Side } from './side.ts';
import { unspokenIn, type Spoken } from './unspoken.ts';

let lexicon: Lexicon;
beforeAll(() => {
  lexicon = loadLexicon();
});

const human = (text: string) => ({ en: { text, origin: 'human' as const } });
const side = (id: string, facts: Partial<Side>): Side => ({
  ...{ ...unsaid, participantId: id as Side['participantId'], country: null, role: id.startsWith('b') ? 'buyer' : 'exhibitor' },
  ...facts,
});

test('only whoever shares a language with none of them, and whom no interpreter helps, is named, with the languages that help most', () => {
  const sides = [
    ...['b1', 'b2', 'b3'].map((id) => side(id, { need: human('Shore power for ferries') })),
    ...['e1', 'e2'].map((id) => side(id, { offer: human('Shore power for ferries') })),
    // Nobody answers to it: named elsewhere.
    side('e3', { offer: human('Wheelchairs') }),
  ];
  const index = indexOf(lexicon, sides);
  const of = { b1: ['ru'], b2: ['zh', 'en'], b3: [], e1: ['en'], e2: ['fr', 'en'], e3: ['ru'] };
  const found = (spoken: Spoken) => unspokenIn(index, popularityOf(index, 6), spoken);
  expect(found({ of, interpreters: [] })).toEqual({ participants: ['b1'], remedies: [{ languages: ['en', 'ru'], helps: 1 }] });
  expect(found({ of, interpreters: [['zh', 'ru']] }).participants).toEqual(['b1']);
  expect(found({ of, interpreters: [['en', 'ru']] })).toEqual({ participants: [], remedies: [] });
  expect(found({ of: { ...of, b2: ['zh'] }, interpreters: [] }).remedies).toEqual([
    { languages: ['en', 'ru'], helps: 1 },
    { languages: ['en', 'zh'], helps: 1 },
  ]);
  expect(found({ of: {}, interpreters: [] }).participants).toEqual([]);
});
