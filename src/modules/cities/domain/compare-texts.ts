// What changed between two texts, word by word; of Chinese, sign by sign.

export interface TextPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Words with what follows them up to the next, and single Han characters. */
const partsOf = (text: string): readonly string[] => text.match(/\p{Script=Han}|\s+|[^\s\p{Script=Han}]+/gu) ?? [];

/** A table of more cells than this is not filled: the middle is then shown as replaced. */
const mostCells = 4_000_000;

function lengthsOf(before: readonly string[], after: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const [row, below] = [rows[i], rows[i + 1]];
      if (row === undefined || below === undefined) continue;
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return rows;
}

/** The longest common run of parts, by the usual table (Wagner and Fischer). */
function middle(before: readonly string[], after: readonly string[]): readonly TextPart[] {
  const gone = before.map((text): TextPart => ({ kind: 'gone', text }));
  const fresh = after.map((text): TextPart => ({ kind: 'new', text }));
  if (before.length * after.length > mostCells || before.length === 0 || after.length === 0) return [...gone, ...fresh];
  const lengths = lengthsOf(before, after);
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const [was, is] = [before[i] ?? '', after[j] ?? ''];
    if (was === is) {
      parts.push({ kind: 'same', text: is });
      i += 1;
      j += 1;
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) {
      parts.push({ kind: 'gone', text: was });
      i += 1;
    } else {
      parts.push({ kind: 'new', text: is });
      j += 1;
    }
  }
  return [...parts, ...gone.slice(i), ...fresh.slice(j)];
}

/** Parts in order, neighbours of one kind joined: the same and gone ones make the first text, the same and new ones the second. */
export function compareTexts(before: string, after: string): readonly TextPart[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < was.length - start && end < is.length - start && was[was.length - 1 - end] === is[is.length - 1 - end]) end += 1;
  const same = (parts: readonly string[]) => parts.map((text): TextPart => ({ kind: 'same', text }));
  const all = [
    ...same(was.slice(0, start)),
    ...middle(was.slice(start, was.length - end), is.slice(start, is.length - end)),
    ...same(was.slice(was.length - end)),
  ];
  const joined: TextPart[] = [];
  for (const part of all) {
    const last = joined.at(-1);
    if (last?.kind === part.kind) joined[joined.length - 1] = { kind: part.kind, text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}
