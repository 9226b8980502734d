import { expect, test } from 'vitest';
import { runFileThread } from './file-thread.ts';

/** Answers each message after a while with when it began and ended. */
const module = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (ms) => {
      const from = Date.now();
      setTimeout(() => parentPort.postMessage({ ok: true, value: { from, until: Date.now() } }), ms);
    });
  `)}`,
);
const thread = { module, milliseconds: 10_000, heapMegabytes: 32 };

interface Span {
  readonly from: number;
  readonly until: number;
}

test('two files at a time, twenty wait, whoever comes after that is asked to come again', async () => {
  const answers = await Promise.all(Array.from({ length: 25 }, () => runFileThread<Span>(thread, 40)));
  const spans = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  expect(spans).toHaveLength(22);
  expect(answers.slice(22)).toEqual(
    Array.from({ length: 3 }, () => ({ ok: false, refusal: { kind: 'too_many', code: 'kernel.too_many', params: { seconds: 60 } } })),
  );
  const atOnce = (moment: number): number => spans.filter(({ from, until }) => from <= moment && moment < until).length;
  expect(Math.max(...spans.map(({ from }) => atOnce(from)))).toBe(2);
  expect((await runFileThread<Span>(thread, 1)).ok).toBe(true);
});

test('who leaves ends the thread at once, and the next file finds a place', async () => {
  const leaving = new AbortController();
  const began = Date.now();
  const left = runFileThread<Span>(thread, 5000, { signal: leaving.signal });
  setTimeout(() => leaving.abort(), 50);
  expect(await left).toMatchObject({ ok: false, refusal: { code: 'files.cancelled' } });
  expect(await runFileThread<Span>(thread, 1, { signal: leaving.signal })).toMatchObject({
    ok: false,
    refusal: { code: 'files.cancelled' },
  });
  expect((await runFileThread<Span>(thread, 1)).ok).toBe(true);
  expect(Date.now() - began).toBeLessThan(4000);
});

test('how long a file may take is its own work: one that merely waits for a busy machine is not too long, and is given up in the end as such', async () => {
  const working = new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', () => { for (;;); });
    `)}`,
  );
  expect(await runFileThread<Span>({ ...thread, module: working, milliseconds: 50, patience: 400 }, 1)).toMatchObject({
    ok: false,
    refusal: { code: 'files.takes_too_long' },
  });
  const patient = { ...thread, milliseconds: 600, patience: 20 };
  expect((await runFileThread<Span>(patient, 900)).ok).toBe(true);
  expect(await runFileThread<Span>({ ...thread, milliseconds: 50 }, 60_000)).toMatchObject({
    ok: false,
    refusal: { kind: 'too_many', code: 'files.too_busy' },
  });
});
