// What the head of a column names, by its words in many languages.
import { foldWord, wordTable } from './words.ts';

/** A head without the marks that say whether a column has to be filled in: `'Name* (required)'` gives `'Name'`. */
export const bareHead = (head: string): string =>
  head
    .normalize('NFKC')
    .replace(/[*:]|\((?:必填|选填|required|optional)\)/gi, '')
    .trim();

/** A head in two languages, as its parts: "Partner city / 友城", "Country 国家", "Status (our side)". */
export const partsOfHead = (head: string): readonly string[] =>
  head
    .replace(/(\p{Script=Han})(?=[^\p{Script=Han}])|([^\p{Script=Han}])(?=\p{Script=Han})/gu, '$1$2|')
    .split(/[|/\\\n()（）[\]:：]+|\s+(?:or|ou|oder|lub|und|and|et|или|i)\s+/iu)
    .filter((part) => foldWord(part) !== '');

/** Reads heads by the words of each column, parted by bars: of a head in several languages the first part that is known decides. */
export function headTable<Column extends string>(words: Readonly<Record<Column, string>>): (head: string) => Column | null {
  const columnOf = wordTable(words);
  return (head) => {
    // "결연(협약)일" without what stands in brackets, too.
    for (const part of [head, head.replace(/\s*[(（[][^()（）[\]]*[)）\]]/gu, ''), ...partsOfHead(head)]) {
      const column = columnOf(part);
      if (column !== null) return column;
    }
    return null;
  };
}
