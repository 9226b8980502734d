import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlay, showFirst, standing, type Pinned, type Weighed } from './show-first.ts';
import { sourceClasses, type SourceClass, type SourceId } from './source.ts';
import { takenOff } from './taken-off.ts';
import type { StatementId } from './statement.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { rounds } from '#platform/full-size.ts';

interface Said {
  readonly on: string;
  readonly by?: SourceClass;
  readonly sourceDate?: string | null;
  readonly kind?: Weighed['kind'];
  readonly supersedes?: string;
  readonly isWithdrawn?: true;
  readonly visibility?: Weighed['visibility'];
}

const say = (id: string, { on, by = 'press_or_study', sourceDate = '2019', kind = 'fact', ...more }: Said): Weighed => ({
  id: id as StatementId,
  value: { type: 'date', date: { text: on, qualifier: 'exact' } },
  kind,
  source: {
    id: id as SourceId,
    office: 'o' as OfficeId,
    class: by,
    title: 't',
    publisher: null,
    address: null,
    date: sourceDate === null ? null : { text: sourceDate, qualifier: 'exact' },
    passage: null,
    place: null,
    documentId: null,
    licence: null,
    credit: null,
    document: null,
  },
  supersedes: (more.supersedes ?? null) as StatementId | null,
  withdrawn: more.isWithdrawn === true ? { at: '2020-01-01T00:00:00Z', reason: 'wrong' } : null,
  visibility: more.visibility ?? 'public',
});
const pin = (statementId: string, visibility: Pinned['visibility'] = 'public'): Pinned => ({
  statementId: statementId as StatementId,
  reason: `pinned ${statementId}`,
  visibility,
});
const ids = (statements: readonly Weighed[]) => statements.map(({ id }) => id as string);
const first = (statements: readonly Weighed[], pins: readonly Pinned[] = []) => {
  const shown = showFirst(statements, pins);
  return [shown.first?.id ?? null, shown.reason];
};

test('nothing said shows nothing', () => {
  expect(showFirst([], [])).toEqual({
    first: null,
    agreeing: [],
    differing: [],
    apart: [],
    contested: false,
    reason: null,
    pinReason: null,
  });
});

test('one statement stands because it is the only one', () => {
  expect(first([say('a', { on: '1999' })])).toEqual(['a', 'only']);
});

test('the signed paper goes before the official publication, this before press, press before copies', () => {
  const all = [
    say('a', { on: '1999-10-18', by: 'copy' }),
    say('b', { on: '1999-10-18', by: 'press_or_study' }),
    say('c', { on: '1999-10', by: 'official_publication', sourceDate: '2001' }),
    say('d', { on: '1999', by: 'signed_paper', sourceDate: null }),
  ];
  expect(first(all)).toEqual(['d', 'class']);
  expect(first(all.slice(0, 3))).toEqual(['c', 'class']);
  expect(first(all.slice(0, 2))).toEqual(['b', 'class']);
});

test('own records, press and an encyclopaedia are of one level', () => {
  expect(first([say('a', { on: '1999', by: 'own_records' }), say('b', { on: '1999-10', by: 'encyclopaedia' })])).toEqual([
    'b',
    'precision',
  ]);
});

test('then the more precise, then the newer source, an unknown date last, then the one entered first', () => {
  expect(first([say('a', { on: '1999', sourceDate: '2020' }), say('b', { on: '1999-10-18', sourceDate: '1999' })])).toEqual([
    'b',
    'precision',
  ]);
  expect(first([say('a', { on: '1999', sourceDate: '2001' }), say('b', { on: '1998', sourceDate: '2019-11-05' })])).toEqual([
    'b',
    'source_date',
  ]);
  expect(first([say('a', { on: '1999', sourceDate: null }), say('b', { on: '1998', sourceDate: '1950' })])).toEqual(['b', 'source_date']);
  expect(first([say('b', { on: '1999' }), say('a', { on: '1998' })])).toEqual(['a', 'order']);
});

test('of one level and precision, what others can look up goes before own records, whose day is only that of entry', () => {
  const cited = say('b', { on: '1997', by: 'press_or_study', sourceDate: '1997-05-01' });
  const sheet = say('a', { on: '1998', by: 'own_records', sourceDate: '2026-11-29' });
  expect(first([sheet, cited])).toEqual(['b', 'cited']);
  expect(first([say('a', { on: '1998-05-17', by: 'own_records' }), cited])).toEqual(['a', 'precision']);
});

test('before own records take the place of a public statement with a source, that one is named', () => {
  const cited = say('a', { on: '1997' });
  const sheet = say('b', { on: '1998', by: 'own_records', supersedes: 'a', visibility: 'private' });
  const named = (going: readonly string[], more: readonly Weighed[] = []) => ids(takenOff([cited, sheet, ...more], new Set(going)));
  expect([named(['b']), named([])]).toEqual([['a'], []]);
  expect(ids(takenOff([cited, { ...sheet, source: cited.source }], new Set(['b'])))).toEqual([]);
});

test('a pin goes before everything, and its reason is told', () => {
  const all = [say('a', { on: '1999', by: 'copy' }), say('b', { on: '1999-10-18', by: 'signed_paper' })];
  const shown = showFirst(all, [pin('a')]);
  expect([shown.first?.id, shown.reason, shown.pinReason]).toEqual(['a', 'pinned', 'pinned a']);
});

test('two offices that pin different statements leave it to the rule', () => {
  const all = [say('a', { on: '1999', by: 'copy' }), say('b', { on: '1999-10-18', by: 'signed_paper' }), say('c', { on: '2000' })];
  expect(first(all, [pin('a'), pin('c')])).toEqual(['b', 'class']);
  expect(first(all, [pin('a'), pin('a')])).toEqual(['a', 'pinned']);
  expect(first(all, [pin('gone'), pin('a')])).toEqual(['a', 'pinned']);
});

test('1979 and 28 January 1980 differ, 1999 and 18 October 1999 agree', () => {
  const shown = showFirst([say('a', { on: '1980-01-28' }), say('b', { on: '1979' }), say('c', { on: '1980' })], []);
  expect([shown.first?.id, ids(shown.agreeing), ids(shown.differing)]).toEqual(['a', ['c'], ['b']]);
});

test('opinions, comparisons and forecasts stand apart from facts, and alone they neither come first nor differ, pinned or not', () => {
  const all = [
    say('a', { on: '1999', kind: 'forecast', by: 'signed_paper' }),
    say('b', { on: '2000' }),
    say('c', { on: '2001', kind: 'opinion' }),
  ];
  const shown = showFirst(all, []);
  expect([shown.first?.id, shown.reason, ids(shown.differing), ids(shown.apart)]).toEqual(['b', 'only', [], ['a', 'c']]);
  expect(first(all, [pin('a')])).toEqual(['b', 'only']);
  const alone = showFirst(
    all.filter(({ kind }) => kind !== 'fact'),
    [],
  );
  expect([alone.first, alone.reason, ids(alone.differing), ids(alone.apart)]).toEqual([null, null, [], ['a', 'c']]);
});

test('what is withdrawn or superseded does not stand; a withdrawn correction supersedes nothing', () => {
  const old = say('a', { on: '1998' });
  expect(ids(standing([old, say('b', { on: '1999', supersedes: 'a' })]))).toEqual(['b']);
  expect(ids(standing([old, say('b', { on: '1999', supersedes: 'a', isWithdrawn: true })]))).toEqual(['a']);
  expect(ids(standing([say('a', { on: '1998', isWithdrawn: true })]))).toEqual([]);
});

test('what is private is laid over what everybody sees and does not show through it', () => {
  const open = say('a', { on: '1998' });
  const hidden = say('b', { on: '1999-10-18', by: 'signed_paper', supersedes: 'a', visibility: 'private' });
  const { everybody, own } = overlay([open, hidden], []);
  expect([everybody.first?.id, everybody.reason, ids(everybody.differing)]).toEqual(['a', 'only', []]);
  expect([own?.first?.id, own?.reason]).toEqual(['b', 'only']);
  expect(overlay([open], []).own).toBeNull();
});

test('a pin of one’s own changes one’s own view alone', () => {
  const all = [say('a', { on: '1998' }), say('b', { on: '1999' }), say('c', { on: '2000' })];
  const { everybody, own } = overlay(all, [pin('b', 'private'), pin('c')]);
  expect([everybody.first?.id, own?.first?.id]).toEqual(['c', 'b']);
});

const anySaid = fc.record({
  on: fc.constantFrom('1998', '1999', '1999-10', '1999-10-18'),
  by: fc.constantFrom(...sourceClasses),
  sourceDate: fc.constantFrom(null, '2001', '2019', '2019-11'),
  kind: fc.constantFrom('fact' as const, 'count' as const, 'opinion' as const),
});

test('the order in which statements come changes nothing, and every one that stands is shown once', () => {
  fc.assert(
    fc.property(fc.array(anySaid, { maxLength: 8 }), fc.integer(), (said, turn) => {
      const statements = said.map((one, n) => say(`s${n}`, one));
      const at = statements.length === 0 ? 0 : Math.abs(turn) % statements.length;
      const turned = [...statements.slice(at), ...statements.slice(0, at)].reverse();
      const shown = showFirst(statements, []);
      expect(showFirst(turned, [])).toEqual(shown);
      const all = [...(shown.first === null ? [] : [shown.first]), ...shown.agreeing, ...shown.differing, ...shown.apart];
      expect(ids(all).sort()).toEqual(ids(statements).sort());
    }),
    { numRuns: rounds(300) },
  );
});

test('official sources of which neither contains the other contest a date, pinned or not; the press, what agrees and what is private do not', () => {
  const day = say('a', { on: '1980-01-28', by: 'official_publication' });
  const contested = (other: Weighed, pins: readonly Pinned[] = []) => showFirst([day, other], pins).contested;
  const official = { by: 'official_publication' } as const;
  expect(contested(say('b', { on: '1979', ...official }))).toBe(true);
  expect(contested(say('b', { on: '1979', by: 'signed_paper' }), [pin('a')])).toBe(true);
  expect(contested(say('b', { on: '1980', ...official }))).toBe(false);
  expect(contested(say('b', { on: '1979' }))).toBe(false);
  expect(contested(say('b', { on: '1979', ...official, kind: 'forecast' }))).toBe(false);
  expect(contested(say('b', { on: '1979', ...official, visibility: 'private' }))).toBe(false);
  expect(contested(say('b', { on: '1979', ...official, isWithdrawn: true }))).toBe(false);
});

test('the day that a signed paper on record bears goes before an official publication; it states nothing by itself', () => {
  const paper = (day: string, visibility: 'public' | 'private' = 'public') => ({
    signedOn: { text: day, qualifier: 'exact' as const },
    visibility,
  });
  const yearbook = say('1', { on: '1985-06-29', by: 'official_publication', sourceDate: '2007' });
  const list = say('2', { on: '1986-05-29', by: 'official_publication', sourceDate: null });
  const said = [yearbook, list, say('3', { on: '1986', by: 'official_publication' })];
  const shown = showFirst(said, [], [paper('1986-05-29').signedOn]);
  expect([shown.first?.id, shown.reason, ids(shown.agreeing), ids(shown.differing), shown.contested]).toEqual([
    '2',
    'paper',
    ['3'],
    ['1'],
    true,
  ]);
  expect(first(said)).toEqual(['1', 'source_date']);
  expect(showFirst(said, [], [paper('1990-01-01').signedOn]).first?.id).toBe('1');
  expect(showFirst([], [], [paper('1986-05-29').signedOn]).first).toBeNull();
  // A paper that only some may read decides nothing for everybody.
  const laid = overlay(said, [], [paper('1986-05-29', 'private')]);
  expect([laid.everybody.first?.id, laid.own?.first?.id]).toEqual(['1', '2']);
});
