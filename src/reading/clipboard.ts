// Cells of a range as a spreadsheet puts it on the clipboard: tabs between cells, lines between rows, quotes round a cell that holds either.

/** One row of the range; `number` is its line, 1-based, as the person sees it in what they copied. */
export interface PastedRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A quoted cell is one that needs its quotes: a cell that merely begins with a quotation mark is left as it stands. */
function quotedAt(text: string, start: number): { readonly cell: string; readonly end: number } | null {
  if (text[start] !== '"') return null;
  let cell = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      const after = text[at + 1];
      const closes = after === undefined || after === '\t' || after === '\n';
      return closes && /["\n\t]/.test(cell) ? { cell, end: at + 1 } : null;
    }
  }
  return null;
}

/** All rows with something in them, none of their characters lost; blank lines are left out but counted. */
export function splitPaste(pasted: string): readonly PastedRow[] {
  const text = pasted.replace(/\r\n?/g, '\n');
  const rows: PastedRow[] = [];
  let cells: string[] = [];
  let number = 1;
  const endRow = (): void => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ number, cells });
    cells = [];
    number += 1;
  };
  for (let at = 0; at <= text.length;) {
    const quoted = quotedAt(text, at);
    const rest = /[^\t\n]*/y;
    rest.lastIndex = at;
    const plain = rest.exec(text)?.[0] ?? '';
    cells.push(quoted === null ? plain : quoted.cell);
    at = quoted?.end ?? at + plain.length;
    if (text[at] !== '\t') endRow();
    at += 1;
  }
  return rows;
}

const mark = /["\n\t]/;

/** Writes rows as a spreadsheet takes them from the clipboard; `splitPaste` reads the same cells. */
export const joinPaste = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => (mark.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n');
