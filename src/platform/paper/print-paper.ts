// A paper as PDF: its marks drawn where they were laid out, in fonts of our own.
import { fitPaper } from '#kernel/paper/fit-paper.ts';
import { layOut, type Mark, type Ruler } from '#kernel/paper/lay-out.ts';
import type { Paper, PaperLength } from '#kernel/paper/paper.ts';
import { ink, openInk, type Ink } from './ink.ts';

const rulerOf = ({ widthOf, wrapped }: Ink): Ruler => ({
  widthOf: (text, look) => widthOf(text, look),
  wrapped: (text, look, width) => wrapped({ text, ...look }, width),
});

/** The paper as far as it keeps to its pages, with what was left out. */
export function fitToPages(paper: Paper): { readonly paper: Paper; readonly length: PaperLength } {
  const inked = openInk({ title: paper.title, language: paper.language });
  const { paper: fitting, length } = fitPaper(paper, rulerOf(inked));
  return { paper: fitting, length: { ...length, unset: [...inked.unset()] } };
}

function draw(inked: Ink, mark: Mark): void {
  switch (mark.kind) {
    case 'text':
      return inked.write(mark.text, {
        ...{ x: mark.x, baseline: mark.y, size: mark.size, bold: mark.bold },
        ...{ muted: mark.tone === 'muted', late: mark.tone === 'late' },
      });
    case 'line':
      return inked.level(mark, { thick: mark.thick, colour: mark.tone === 'ink' ? ink.black : ink.rule, dash: mark.dash });
    case 'box':
      return inked.box(mark, mark.fill ? { fill: ink.black } : { dashed: mark.dashed });
  }
}

/** The whole paper as it is handed in; `onPage` is told how many are done. */
export function printPaper(paper: Paper, onPage: (done: number, of: number) => void = () => undefined): Promise<Uint8Array> {
  const inked = openInk({ title: paper.title, language: paper.language });
  const pages = layOut(paper, rulerOf(inked));
  pages.forEach((marks, at) => {
    inked.page('A4');
    for (const mark of marks) draw(inked, mark);
    onPage(at + 1, pages.length);
  });
  return inked.end();
}
