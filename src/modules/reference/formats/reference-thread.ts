// What runs in the thread that reads sets and compares them: one request in, one answer out.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { parentPort } from 'node:worker_threads';
import { gzip, gunzip } from 'node:zlib';
import { ok, type Result } from '#kernel/result.ts';
import { planImport } from '../domain/plan-import.ts';
import { samplesOf } from '../domain/samples.ts';
import { readHead, readSet } from './read-set.ts';
import type { Planned, ThreadRequest } from './thread-requests.ts';

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];

/** What stays as it is needs no place in the plan, but for rows that have moved. */
const isChange = ({ kind, after, before }: Planned['ties'][number]): boolean =>
  kind !== 'unchanged' || JSON.stringify(after?.rows) !== JSON.stringify(before?.rows);

async function plan({ question, called, more }: Extract<ThreadRequest, { task: 'plan' }>): Promise<Planned> {
  const { ties, problems, counts } = planImport(question);
  const changes = ties.filter(isChange);
  const text = JSON.stringify({ ties: changes, ...more });
  return {
    ties: changes,
    problems,
    counts,
    samples: samplesOf(ties, question, called),
    digest: createHash('sha256').update(text).digest('base64url'),
    packed: new Uint8Array(await pack(text)),
  };
}

function answerTo(request: ThreadRequest): Promise<Result<unknown>> {
  switch (request.task) {
    case 'head':
      return readHead(request.file, request.sheet);
    case 'read':
      return readSet(request.file, request.names, request.mapping);
    case 'plan':
      return plan(request).then(ok);
    case 'unpack':
      return unpack(request.bytes).then((text) => ok(JSON.parse(text.toString('utf8'))));
  }
}

parentPort?.on('message', (request: ThreadRequest) => {
  // A fault rejects, ends the thread and reaches the caller as its error.
  void answerTo(request).then((answer) => parentPort?.postMessage(answer));
});
