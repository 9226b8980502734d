// Sets papers of words in a thread with bounds on time and memory: fitted to their pages, and as PDF or Word where that is asked for.
import type { Paper, PaperLength } from '#kernel/paper/paper.ts';
import type { Result } from '#kernel/result.ts';
import { runFileThread, type Beside } from '#platform/files/file-thread.ts';

export const paperForms = ['pdf', 'docx'] as const;
export type PaperForm = (typeof paperForms)[number];

export const paperMediaTypes: Readonly<Record<PaperForm, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export interface SetPaper {
  readonly paper: Paper;
  readonly length: PaperLength;
  /** Null where no file was asked for. */
  readonly bytes: Uint8Array | null;
}

const thread = { module: new URL('./paper-thread.ts', import.meta.url), milliseconds: 120_000, heapMegabytes: 512 };

/** Outside of transactions: it waits for its turn. */
export const setPaper = (paper: Paper, form: PaperForm | null, beside: Beside = {}): Promise<Result<SetPaper>> =>
  runFileThread<SetPaper>(thread, { paper, form }, beside);

/** A file of it, whose name has no ending yet. */
export async function makeFile(
  paper: Paper,
  { form, name }: { readonly form: PaperForm; readonly name: string },
  beside: Beside = {},
): Promise<Result<File>> {
  const set = await setPaper(paper, form, beside);
  if (!set.ok) return set;
  return { ok: true, value: new File([new Uint8Array(set.value.bytes ?? [])], `${name}.${form}`, { type: paperMediaTypes[form] }) };
}
