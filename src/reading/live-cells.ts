// Keeps texts from coming alive in a spreadsheet, in files and on the clipboard alike.

// A spreadsheet takes these for the beginning of a formula, full-width forms and leading blanks included.
const LIVE = /^'*\s*[=+\-@＝＋－＠]|^'*[\t\r\n]/;
const GUARDED = /^'+\s*[=+\-@＝＋－＠]|^'+[\t\r\n]/;

/** Puts an apostrophe before a text that would be taken for a formula; `restoreCell` takes it away again. */
export const guardCell = (text: string): string => (LIVE.test(text) ? `'${text}` : text);

/** Takes away the apostrophe that `guardCell` put there. */
export const restoreCell = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);

/** For a cell that is text in any case: as it is, unless `restoreCell` would take an apostrophe of its own away. */
export const plainCell = (text: string): string => (GUARDED.test(text) ? `'${text}` : text);
