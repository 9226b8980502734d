import { expect, test } from 'vitest';
import type { GridRow } from '../../contract/register.ts';
import { splitPaste } from '#reading/clipboard.ts';
import type { CellText } from './grid-model.ts';
import { gridColumns, type GridColumn } from './grid-view.ts';
import { clipOf, layInto, rangeBetween, sizeOf, type GridRange } from './grid-range.ts';
import { clearStep, fillStep, pasteStep, shownCell, withCell } from './grid-steps.ts';

const none = { value: null, own: null, differing: 0, source: null };
const row = (name: string): GridRow => ({
  ...{ tieId: name, slug: name, version: 1, visibility: 'private' as const },
  city: { id: name, slug: name, name: { en: { text: name, origin: 'human' } }, country: 'GB', officeId: null },
  ...{ classCode: none, since: none, status: none, note: none },
  doubts: { sources: 0, dates: 0, differing: false, unsourced: true, oneSide: false },
  ...{ near: null, foundBy: [], theirs: null, ended: null, domains: [], lastExchange: null, next: null },
});
const rows: readonly GridRow[] = [
  withCell(withCell(row('Cork'), { attribute: 'class', value: 'sister_city' }), { attribute: 'note', value: '=1+1' }),
  withCell(row('Aarhus'), { attribute: 'established', value: { text: '1999-10', qualifier: 'exact' } }),
  row('Basel'),
];
const text: CellText = (known, column) =>
  column === 'city'
    ? known.slug
    : column === 'class'
      ? (known.classCode.value ?? '')
      : column === 'since'
        ? (known.since.value?.text ?? '')
        : column === 'status'
          ? (known.status.value ?? '')
          : column === 'note'
            ? (known.note.value ?? '')
            : '';
const at = (column: GridColumn): number => gridColumns.indexOf(column);
const range = (top: number, from: GridColumn, bottom: number, to: GridColumn): GridRange =>
  rangeBetween({ row: bottom, column: at(to) }, { row: top, column: at(from) });
const words = { classes: [], text };
const paste = (where: GridRange, pasted: string) => {
  const { changes, refused, range: after } = pasteStep(rows, where, pasted, words);
  return {
    changes: changes.map(({ row: of, cell }) => [of.slug, cell.attribute, cell.value]),
    refused: refused.map(({ row: of, column, text: said, code }) => [of?.slug ?? null, column, said, code]),
    size: sizeOf(after),
  };
};

test('what is copied is a table of text cells, none of which comes alive, and reads back as the same cells', () => {
  const { plain, html } = clipOf(rows, range(0, 'class', 1, 'note'), text);
  expect(splitPaste(plain).map(({ cells }) => [cells[0], cells[1], cells.at(-1)])).toEqual([
    ['sister_city', '', `'=1+1`],
    ['', '1999-10', ''],
  ]);
  expect(html).toContain(`<td style="mso-number-format:'\\@';white-space:pre-wrap">&#39;=1+1</td>`);
  // Put where it came from it changes nothing; the mark before the formula goes again.
  expect(paste(range(0, 'class', 1, 'note'), plain)).toMatchObject({ changes: [], refused: [] });
  expect(paste(range(2, 'note', 2, 'note'), `'=1+1`).changes).toEqual([['Basel', 'note', '=1+1']]);
});

test('one cell fills the whole selection, a block repeats where it fits, and else goes down and right from the first cell', () => {
  expect(paste(range(0, 'status', 2, 'status'), 'active').changes).toEqual([
    ['Cork', 'status', 'active'],
    ['Aarhus', 'status', 'active'],
    ['Basel', 'status', 'active'],
  ]);
  const lines = splitPaste('a\tb\n\nc\td\n');
  expect(layInto(range(0, 'class', 0, 'class'), lines).texts.map(({ row: r, column, text: said }) => [r, column, said])).toEqual([
    [0, 2, 'a'],
    [0, 3, 'b'],
    [2, 2, 'c'],
    [2, 3, 'd'],
  ]);
  expect(layInto({ top: 0, left: 2, bottom: 5, right: 5 }, lines).texts).toHaveLength(16);
});

test('each pasted cell is understood or refused with what it said; what does not fit is not lost', () => {
  const pasted = 'twin city\t28/1/1980\tquiet\nfriend\t31/2/1990\tdead\n友好城市\t3/4/1980\t\nlast\t1999\tactive';
  const done = paste(range(0, 'class', 0, 'class'), pasted);
  // The first date shows that the day comes first; 'twin city' is what Cork is already.
  expect(done.changes).toEqual([
    ['Cork', 'established', { text: '1980-01-28', qualifier: 'exact' }],
    ['Cork', 'status', 'quiet'],
    ['Basel', 'class', 'sister_city'],
    ['Basel', 'established', { text: '1980-04-03', qualifier: 'exact' }],
  ]);
  expect(done.refused).toEqual([
    ['Aarhus', 'class', 'friend', 'desk.paste_class_unknown'],
    ['Aarhus', 'since', '31/2/1990', 'kernel.date_does_not_exist'],
    ['Aarhus', 'status', 'dead', 'desk.paste_status_unknown'],
    [null, 'class', 'last', 'desk.cell_outside'],
    [null, 'since', '1999', 'desk.cell_outside'],
    [null, 'status', 'active', 'desk.cell_outside'],
  ]);
  expect(done.size).toEqual({ rows: 3, columns: 3 });
  expect(paste(range(0, 'theirs', 0, 'theirs'), 'active').refused).toEqual([['Cork', 'theirs', 'active', 'desk.cell_not_edited']]);
});

test('the first row is repeated below it, a single row takes what stands above, and only what we say is emptied', () => {
  const filled = fillStep(rows, range(0, 'class', 2, 'since'));
  expect(filled.changes.map(({ row: of, cell }) => [of.slug, cell.attribute, cell.value])).toEqual([
    ['Aarhus', 'class', 'sister_city'],
    ['Aarhus', 'established', null],
    ['Basel', 'class', 'sister_city'],
  ]);
  expect(fillStep(rows, range(1, 'note', 1, 'note')).changes.map(({ cell }) => cell.value)).toEqual(['=1+1']);
  expect(fillStep(rows, range(0, 'note', 0, 'note')).changes).toEqual([]);
  expect(clearStep(rows, range(0, 'city', 2, 'note')).changes.map(({ row: of, cell }) => [of.slug, cell.attribute])).toEqual([
    ['Cork', 'class'],
    ['Cork', 'note'],
    ['Aarhus', 'established'],
  ]);
  const theirs = { ...row('Oslo'), since: { ...none, value: { text: '1990', qualifier: 'exact' as const } } };
  expect(clearStep([theirs], range(0, 'class', 0, 'note')).changes).toEqual([]);
  expect(shownCell(theirs, 'established').value).toEqual({ text: '1990', qualifier: 'exact' });
});
