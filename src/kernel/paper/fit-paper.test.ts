import { expect, test } from 'vitest';
import { fitPaper } from './fit-paper.ts';
import { layOut, type Ruler } from './lay-out.ts';
import { plain, type Paper, type PaperRow } from './paper.ts';

/** Each letter is half as wide as it is high, and words are not parted. */
const ruler: Ruler = {
  widthOf: (text, { size }) => text.length * size * 0.5,
  wrapped: (text, { size }, width) => {
    const most = Math.max(1, Math.floor(width / (size * 0.5)));
    return Array.from({ length: Math.ceil(text.length / most) }, (_, at) => text.slice(at * most, (at + 1) * most));
  },
};

const rowOf = (key: string, drop: number | null): PaperRow => ({ key, cells: [[plain(key)]], drop });
const paperOf = (sections: Readonly<Record<string, readonly PaperRow[]>>, mostPages: number | null = 2): Paper => ({
  ...{
    language: 'en',
    title: 'Paper',
    type: 'desk',
    mostPages,
    pair: { own: 'Liverpool', other: 'Shanghai', above: 'since 1999', below: '' },
  },
  head: { strong: 'Tie report', rest: '', right: '' },
  foot: { text: 'Unknown is never zero.', seal: '9f3c 27a1 04be', page: 'page {{page}} of {{pages}}' },
  groups: Object.entries(sections).map(([key, rows]) => ({
    begins: key === 'second',
    sections: [
      {
        ...{ key, title: key, note: '', rule: 'section', left: 0, leftText: '{{count}} more in the data' },
        blocks: [{ kind: 'rows', as: 'table', widths: [1], heads: null, endsRight: false, rows: [...rows] }],
      },
    ],
  })),
});
const many = (name: string, count: number, drop: number | null): PaperRow[] =>
  Array.from({ length: count }, (_, at) => rowOf(`${name} ${String(at + 1)}`, drop));
const textsOf = (paper: Paper): readonly string[] =>
  layOut(paper, ruler).flatMap((page) => page.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])));

test('what fits is left as it is, and a section that begins a page stands at its top', () => {
  const { paper, length } = fitPaper(paperOf({ first: many('a', 3, 1), second: many('b', 3, 1) }), ruler);
  expect(length).toEqual({ pages: 2, left: [] });
  const [one = [], two = []] = layOut(paper, ruler);
  const has = (page: typeof one, text: string) => page.some((mark) => mark.kind === 'text' && mark.text === text);
  expect([has(one, 'first'), has(one, 'second'), has(two, 'second'), has(two, '9f3c 27a1 04be  ·  page 2 of 2')]).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test('what would make a third page is left out by rank, the last of a rank first, no more than is needed, and its section says how many', () => {
  const whole = paperOf({ events: many('event', 60, 1), agreeing: many('agreeing', 30, 2), known: many('known', 20, null) });
  const { paper, length } = fitPaper(whole, ruler);
  expect(length.pages).toBe(2);
  const count = length.left.length;
  expect(length.left.map(({ words }) => words)).toEqual(
    many('event', 60, 1)
      .map(({ key }) => key)
      .toReversed()
      .slice(0, count),
  );
  expect(textsOf(paper)).toContain(`${String(count)} more in the data`);
  expect(textsOf(paper).filter((text) => /^(agreeing|known) \d+$/.test(text))).toHaveLength(50);
  // One row more would make a third page.
  const oneMore = {
    ...whole,
    groups: whole.groups.map((group) => ({
      ...group,
      sections: group.sections.map((section) => ({
        ...section,
        left: section.key === 'events' ? count - 1 : 0,
        blocks: section.blocks.map((block) =>
          block.kind === 'rows' && section.key === 'events' ? { ...block, rows: block.rows.slice(0, 60 - count + 1) } : block,
        ),
      })),
    })),
  };
  expect(layOut(oneMore, ruler)).toHaveLength(3);
});

test('a rank is used up before the next one is touched, and no letter is smaller than eight points', () => {
  const { paper, length } = fitPaper(paperOf({ events: many('event', 10, 1), agreeing: many('agreeing', 120, 2) }), ruler);
  expect(length.left.slice(0, 11).map(({ words }) => words.split(' ')[0])).toEqual([
    ...Array.from({ length: 10 }, () => 'event'),
    'agreeing',
  ]);
  const sizes = layOut(paper, ruler).flatMap((page) => page.flatMap((mark) => (mark.kind === 'text' ? [mark.size] : [])));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8);
});

test('a paper without a limit has as many pages as it takes, each with its head and number', () => {
  const { paper, length } = fitPaper(paperOf({ all: many('row', 300, 1) }, null), ruler);
  expect([length.pages > 4, length.left]).toEqual([true, []]);
  expect(layOut(paper, ruler).every((page) => page.some((mark) => mark.kind === 'text' && mark.text === 'Tie report'))).toBe(true);
});

test('what goes on over the page says at its top what it belongs to, with the heads of its columns', () => {
  const whole = paperOf({ open: many('thing', 60, null) }, null);
  const headed: Paper = {
    ...whole,
    groups: whole.groups.map((group) => ({
      ...group,
      sections: group.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) => (block.kind === 'rows' ? { ...block, heads: ['What'] } : block)),
      })),
    })),
  };
  const [, second = []] = layOut(headed, ruler);
  const words = second.flatMap((mark) => (mark.kind === 'text' && mark.text !== '' ? [mark] : [])).toSorted((a, b) => a.y - b.y);
  expect(words.slice(0, 4).map(({ text }) => text.replace(/\d+/, 'N'))).toEqual(['Tie report', 'open', 'What', 'thing N']);
  // One line after the other, none over another.
  const tops = words.map(({ y }) => y);
  expect(tops.slice(1, 4).every((y, at) => y - (tops[at] ?? 0) >= 8)).toBe(true);
});
