// Writes registers in a thread with bounds on time and memory, so that no file stalls the server.
import type { Result } from '#kernel/result.ts';
import { runFileThread } from '#platform/files/file-thread.ts';
import { mediaTypes, type WriteRegister } from './register-bytes.ts';

const thread = { module: new URL('./register-thread.ts', import.meta.url), milliseconds: 20_000, heapMegabytes: 256 };

export const writeRegister = (input: WriteRegister): Promise<Result<Uint8Array>> =>
  runFileThread<Uint8Array>(thread, input satisfies WriteRegister);

export const mediaTypeOf = (format: WriteRegister['format']): string => mediaTypes[format];
