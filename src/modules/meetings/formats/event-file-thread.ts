// What runs in the thread that reads or writes a file: one request in, one answer out.
import { parentPort, workerData } from 'node:worker_threads';
import { ok, type Result } from '#kernel/result.ts';
import { readEventBytes, writeEventBytes, type ReadEvent, type ReadInput, type WriteInput, type WrittenFile } from './event-bytes.ts';

export type ThreadRequest = { readonly task: 'read'; readonly input: ReadInput } | { readonly task: 'write'; readonly input: WriteInput };

const request = workerData as ThreadRequest;
const answer: Result<ReadEvent | WrittenFile> =
  request.task === 'read' ? await readEventBytes(request.input) : ok(await writeEventBytes(request.input));
parentPort?.postMessage(answer);
