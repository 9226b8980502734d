import { expect, test } from 'vitest';
import { sayOfUndo, withToast } from './toast-list.ts';

const words = { undone: 'Undone', failed: (error: unknown) => `Not taken back: ${error instanceof Error ? error.message : 'unknown'}` };

test('an undo that went well says so, whether it waits or not', async () => {
  expect(await sayOfUndo(() => Promise.resolve(1), words)).toEqual({ text: 'Undone' });
  expect(await sayOfUndo(() => undefined, words)).toEqual({ text: 'Undone' });
  expect(await sayOfUndo(() => Promise.resolve('Undone but for one'), words)).toEqual({ text: 'Undone but for one' });
  const redo = () => Promise.resolve({ text: 'done' });
  expect(await sayOfUndo(() => Promise.resolve({ redo }), words)).toEqual({ text: 'Undone', redo });
});

test('an undo that is refused says why and is never a rejection, be it at once or later', async () => {
  expect(await sayOfUndo(() => Promise.reject(new Error('somebody was faster')), words)).toEqual({
    text: 'Not taken back: somebody was faster',
  });
  const atOnce = (): never => {
    throw new Error('no network');
  };
  expect(await sayOfUndo(atOnce, words)).toEqual({ text: 'Not taken back: no network' });
});

test('news of a toast stands in its place, and stands anew where the toast has gone', () => {
  const undo = () => undefined;
  const [a, b] = [
    { key: 1, text: 'done', undo },
    { key: 2, text: 'done', undo },
  ] as const;
  const news = { key: 2, text: 'undone' };
  expect(withToast([a, b], news)).toEqual([a, news]);
  expect(withToast([a], news)).toEqual([a, news]);
  // What a page undoes by a key of its own takes the place of the notice with the way back that is used up.
  const back = { key: 'step 1', text: 'undone: moved' };
  expect(withToast<{ key: number | string; text: string; undo?: () => void }>([a, { key: 'step 1', text: 'moved', undo }], back)).toEqual([
    a,
    back,
  ]);
});

test('two things that can be taken back stand beside each other; what is only said makes room for what comes next', () => {
  const undo = () => undefined;
  const [a, b, c] = [1, 2, 3].map((key) => ({ key, text: 'done', undo }));
  if (a === undefined || b === undefined || c === undefined) throw new Error('three toasts');
  expect(withToast([a, b], c)).toEqual([b, c]);
  expect(withToast([a, { key: 2, text: 'said' }], c)).toEqual([a, c]);
});
