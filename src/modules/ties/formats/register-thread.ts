// What runs in the thread that writes registers: one request in, one file out.
import { parentPort } from 'node:worker_threads';
import { ok } from '#kernel/result.ts';
import { writeRegisterBytes, type WriteRegister } from './register-bytes.ts';

parentPort?.on('message', (request: WriteRegister) => {
  // A fault rejects, ends the thread and reaches the caller as its error.
  void writeRegisterBytes(request).then((bytes) => parentPort?.postMessage(ok(bytes)));
});
