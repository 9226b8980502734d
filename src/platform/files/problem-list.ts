// The problem list of whatever was read from a file: row, column, what is wrong, what was done.
import { inEach, type Language } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import { tableFile, writeTable, type TableFormat } from './table-files.ts';
import { en } from './text.en.ts';
import { zh } from './text.zh.ts';

export interface ListedProblem {
  /** The row as it stands in the file, and all others that have the same. */
  readonly row: number;
  readonly rows: readonly number[];
  /** Letters of the column; null where it is about the whole row. */
  readonly column: string | null;
  readonly problem: string;
  readonly outcome: string;
}

const MOST_ROWS = 50;
const heads = ['row', 'column', 'problem', 'outcome', 'other_rows', 'count'] as const;

/** The list as a file, in the order given. */
export async function writeProblemList(
  problems: readonly ListedProblem[],
  { name, format, language }: { readonly name: string; readonly format: TableFormat; readonly language: Language },
): Promise<Result<File>> {
  const texts = inEach(en, zh)[language];
  const header = heads.map((head) => texts[`files.list_${head}`]);
  const rows = problems.map(({ row, rows: all, column, problem, outcome }) => {
    const others = all.slice(0, MOST_ROWS).filter((other) => other !== row);
    return [row, column ?? '', problem, outcome, others.join(' '), all.length];
  });
  const bytes = await writeTable({ name: texts['files.list_sheet'], header, rows, format });
  return bytes.ok ? ok(tableFile(bytes.value, name, format)) : bytes;
}
