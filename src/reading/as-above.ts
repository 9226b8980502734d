// Cells that say no more than that they are as the cell above: 同上, 〃, ditto.
const asAbove = /^(?:同上|同前|同左上|[〃″"”“]|''|,,|ditto|do\.|idem|id\.|as above|same as above|s\.?\s?o\.)$/iu;

/** Whether a cell stands for the one above it: `'同上'`, `'〃'`, `'ditto'`. */
export const isAsAbove = (cell: string): boolean => asAbove.test(cell.trim());

/** Each cell of a column as it was meant: `['1988', '同上', '〃']` is three times 1988. One that has nothing above it stays as it is. */
export function meantBelow(cells: readonly string[]): readonly string[] {
  let above: string | undefined;
  return cells.map((cell) => {
    if (above !== undefined && isAsAbove(cell)) return above;
    if (cell.trim() !== '' && !isAsAbove(cell)) above = cell;
    return cell;
  });
}
