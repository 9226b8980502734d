// What runs in the thread that reads and writes files: one request in, one answer out.
import { parentPort } from 'node:worker_threads';
import { ok, type Result } from '#kernel/result.ts';
import { fileOfStored, type StoredEdition } from '../domain/file/stored.ts';
import { writeEditionBytes, type WriteInput, type WrittenFile } from './edition-bytes.ts';
import { readImportBytes, type ImportInput, type ReadImport } from './import-bytes.ts';

/** An edition to be written, its facts (domain/file/stored.ts) as JSON. */
export type ExportInput = Omit<WriteInput, 'edition'> & { readonly facts: string };

export type ThreadRequest =
  | { readonly task: 'write'; readonly input: WriteInput }
  | { readonly task: 'import'; readonly input: ImportInput }
  | { readonly task: 'export'; readonly input: ExportInput };

async function answerTo({ task, input }: ThreadRequest): Promise<Result<WrittenFile | ReadImport>> {
  switch (task) {
    case 'write':
      return ok(await writeEditionBytes(input));
    case 'import':
      return readImportBytes(input);
    case 'export':
      return ok(await writeEditionBytes({ ...input, edition: fileOfStored(JSON.parse(input.facts) as StoredEdition) }));
  }
}

parentPort?.on('message', (request: ThreadRequest) => {
  // A fault rejects, ends the thread and reaches the caller as its error.
  void answerTo(request).then((answer) => parentPort?.postMessage(answer));
});
