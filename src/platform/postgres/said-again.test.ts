import { expect, test } from 'vitest';
import { thingOf } from './said-again.ts';

const text = (word: string): string => JSON.stringify(Array.from({ length: 5_000 }, (_, at) => `${word} ${at}`));

test('the same text is the same thing, another text another, and what was asked for under one name is not handed out under another', () => {
  const first = thingOf<readonly string[]>('list', text('one'));
  expect(thingOf('list', text('one'))).toBe(first);
  expect(thingOf('other list', text('one'))).not.toBe(first);
  expect(thingOf<readonly string[]>('list', text('two'))[0]).toBe('two 0');
  // What was said before is not kept beside it.
  expect(thingOf('list', text('one'))).not.toBe(first);
  expect(thingOf('list', text('one'))).toEqual(first);
});

test('of hundreds, what was asked for longest ago goes', () => {
  const first = thingOf('thing 0', '[0]');
  for (let at = 1; at < 200; at += 1) thingOf(`thing ${at}`, `[${at}]`);
  expect(thingOf('thing 0', '[0]')).toBe(first);
  for (let at = 200; at < 400; at += 1) thingOf(`thing ${at}`, `[${at}]`);
  expect(thingOf('thing 0', '[0]')).not.toBe(first);
});

test('of more than can be kept, what was asked for longest ago goes', () => {
  const huge = JSON.stringify('x'.repeat(60_000_000));
  const kept = thingOf<readonly string[]>('kept', text('kept'));
  thingOf('huge', huge);
  expect(thingOf('kept', text('kept'))).toBe(kept);
  thingOf('huger', huge);
  thingOf('hugest', huge);
  expect(thingOf('kept', text('kept'))).not.toBe(kept);
});
