import { expect, test } from 'vitest';
import type { Statement } from '#modules/evidence/domain/statement.ts';
import { changesOf } from './changes.ts';
import type { KnownDate, KnownFacts } from './known-facts.ts';

const said = (id: string, text: string, isOurs: boolean): KnownDate => ({
  ...{
    id: id as Statement['id'],
    date: { text, qualifier: 'exact' },
    isOurs,
    isQuoted: false,
    source: isOurs ? 'List of links' : 'Yearbook',
  },
});
const nothing = { class: null, status: null, note: null };
const known = (shown: KnownDate | null, ours: readonly KnownDate[]): KnownFacts => ({
  ...{ shown, ours, ourClass: null, ourClasses: [], shownClass: null, status: null, shownStatus: null, notes: [] },
  ...{ sources: nothing, isQuoted: { class: false, status: false, note: false } },
});
const asked = (facts: KnownFacts, text: string) =>
  changesOf(
    facts,
    { since: { text, qualifier: 'exact' }, classCode: null, status: null, source: '', note: '', isFromRegister: false },
    undefined,
  ).map(({ code, params, suggested }) => [code, params['shown'], suggested]);

test('a day more precise than our year is not praised where it contradicts what the grid shows', () => {
  const [ours, yearbook] = [said('1', '1999', true), said('2', '1999-10-18', false)];
  expect(asked(known(yearbook, [ours]), '1999-11-18')).toEqual([['desk.paste_earlier_and_shown', '1999-10-18', { earlier: 'keep_both' }]]);
  expect(asked(known(ours, [ours]), '1999-11-18')).toEqual([['desk.paste_earlier_more', undefined, { earlier: 'keep_both' }]]);
});
