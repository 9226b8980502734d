// Several participants in one cell: "A01, A02", "A01、A02；A03", names one below the other.

/** From the surest sign to the loosest: a company's name may hold a comma, a stroke or a blank, and none holds what stands before. */
const separators: readonly RegExp[] = [/[;；\n\r|]+/u, /[、]+/u, /[,，]+/u, /[/／]+/u, /\s*(?:&|＆|\+|\band\b|和|及|与)\s*/u, /\s+/u];

function split(text: string, isKnown: (text: string) => boolean, [separator, ...looser]: readonly RegExp[]): readonly string[] {
  if (separator === undefined || isKnown(text)) return [text];
  const pieces = text
    .split(separator)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (pieces.length < 2) return split(pieces[0] ?? text, isKnown, looser);
  const each = pieces.map((piece) => split(piece, isKnown, looser));
  // What is none of those known is told by itself beside the others; where none is known the cell is one thing, which is told whole.
  return each.flat().some(isKnown) ? each.flat() : split(text, isKnown, looser);
}

/** Everybody that a cell names, each once, in order; the text itself where it is one, or means nobody who is known. */
export const severalIn = (text: string, isKnown: (text: string) => boolean): readonly string[] => [
  ...new Set(split(text, isKnown, separators)),
];
