// Keeps a paper to its pages: rows are left out in their stated order, fewest first, and the section says how many.
import { layOut, type Ruler } from './lay-out.ts';
import type { Paper, PaperLength, PaperRow } from './paper.ts';

interface Droppable {
  readonly section: string;
  readonly title: string;
  readonly row: PaperRow;
  readonly drop: number;
}

const droppable = ({ groups }: Paper): readonly Droppable[] =>
  groups
    .flatMap(({ sections }) => sections)
    .flatMap(({ key, title, blocks }) =>
      blocks.flatMap((block) =>
        block.kind !== 'rows' ? [] : block.rows.flatMap((row) => (row.drop === null ? [] : [{ section: key, title, row, drop: row.drop }])),
      ),
    )
    .map((entry, at) => ({ entry, at }))
    // Of one rank the last goes first.
    .toSorted((a, b) => a.entry.drop - b.entry.drop || b.at - a.at)
    .map(({ entry }) => entry);

/** The paper without these rows. */
function without(paper: Paper, left: readonly Droppable[]): Paper {
  const gone = new Set(left.map(({ row }) => row));
  return {
    ...paper,
    groups: paper.groups.map((group) => ({
      ...group,
      sections: group.sections.map((section) => ({
        ...section,
        left: section.left + left.filter(({ section: key }) => key === section.key).length,
        blocks: section.blocks.map((block) =>
          block.kind === 'rows' ? { ...block, rows: block.rows.filter((row) => !gone.has(row)) } : block,
        ),
      })),
    })),
  };
}

const wordsOf = ({ cells }: PaperRow): string =>
  cells
    .flatMap((cell) => cell.slice(0, 1))
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');

/** The longest form of the paper that keeps to its pages, with what was left out; each width is measured once. */
export function fitPaper(paper: Paper, given: Ruler): { readonly paper: Paper; readonly length: Omit<PaperLength, 'unset'> } {
  const ruler = rememberingRuler(given);
  const order = droppable(paper);
  const pagesWithout = (count: number): number => layOut(without(paper, order.slice(0, count)), ruler).length;
  const most = paper.mostPages;
  let [enough, tooFew] = [0, -1];
  if (most !== null && pagesWithout(0) > most) {
    [enough, tooFew] = [order.length, 0];
    while (enough - tooFew > 1) {
      const middle = Math.floor((enough + tooFew) / 2);
      if (pagesWithout(middle) <= most) enough = middle;
      else tooFew = middle;
    }
  }
  const left = order.slice(0, enough);
  const fitting = without(paper, left);
  return {
    paper: fitting,
    length: { pages: layOut(fitting, ruler).length, left: left.map(({ title, row }) => ({ section: title, words: wordsOf(row) })) },
  };
}

function rememberingRuler({ widthOf, wrapped }: Ruler): Ruler {
  const known = new Map<string, readonly string[]>();
  return {
    widthOf,
    wrapped: (text, look, width) => {
      const key = `${String(width)} ${String(look.size)} ${String(look.bold)} ${text}`;
      const found = known.get(key) ?? wrapped(text, look, width);
      known.set(key, found);
      return found;
    },
  };
}
