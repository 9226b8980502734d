// What runs in the thread that reads and writes files: one request in, one answer out.
import { parentPort } from 'node:worker_threads';
import { ok, type Result } from '#kernel/result.ts';
import { readEventBytes, writeEventBytes, type ReadEvent, type ReadInput, type WriteInput, type WrittenFile } from './edition-bytes.ts';

export type ThreadRequest = { readonly task: 'read'; readonly input: ReadInput } | { readonly task: 'write'; readonly input: WriteInput };

const answerTo = async (request: ThreadRequest): Promise<Result<ReadEvent | WrittenFile>> =>
  request.task === 'read' ? await readEventBytes(request.input) : ok(await writeEventBytes(request.input));

parentPort?.on('message', (request: ThreadRequest) => {
  // A fault rejects, ends the thread and reaches the caller as its error.
  void answerTo(request).then((answer) => parentPort?.postMessage(answer));
});
