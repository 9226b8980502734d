import { expect, test } from 'vitest';
import { partsSince, thingOf, thingSince, type ToldPart } from './said-again.ts';

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

test('what is known by its mark is not written out again, and what two readers see stands side by side', async () => {
  const mark = (letter: string): string => letter.repeat(32);
  const asked: (readonly string[])[] = [];
  const answering = (letter: string) => (known: readonly string[]) => {
    asked.push(known);
    return Promise.resolve(known.includes(mark(letter)) ? mark(letter) : mark(letter) + text(letter));
  };
  const read = (said: string): readonly string[] => JSON.parse(said) as readonly string[];
  // Another list whose name begins alike is none of these.
  thingOf('edition of some slots', text('slots'));
  const first = await thingSince('edition', answering('a'), read);
  const other = await thingSince('edition', answering('b'), read);
  expect(await thingSince('edition', answering('a'), read)).toBe(first);
  expect(await thingSince('edition', answering('b'), read)).toBe(other);
  expect([first[0], other[0]]).toEqual(['a 0', 'b 0']);
  expect(asked).toEqual([[], [mark('a')], [mark('a'), mark('b')], [mark('b'), mark('a')]]);
  // Of a third, the one that was asked for longest ago goes.
  await thingSince('edition', answering('c'), read);
  expect(await thingSince('edition', answering('b'), read)).toBe(other);
  expect(await thingSince('edition', answering('a'), read)).not.toBe(first);
});

test('what was given up while it was asked for is asked for once more', async () => {
  const mark = 'm'.repeat(32);
  const thing = await thingSince(
    'given up',
    (known) => Promise.resolve(known.length === 0 ? `${mark}[1]` : mark),
    (said) => said,
  );
  const again = await thingSince(
    'given up',
    (known) => {
      for (let at = 0; known.length > 0 && at < 200; at += 1) thingOf(`pushes it out ${at}`, `[${at}]`);
      return Promise.resolve(known.length === 0 ? `${mark}[1]` : mark);
    },
    (said) => said,
  );
  expect([thing, again]).toEqual(['[1]', '[1]']);
});

test('of an answer in parts only what has changed is read anew, for each of two readers, and the same answer is the same list', async () => {
  const asked: (readonly string[])[] = [];
  const answering =
    (...letters: readonly string[]) =>
    (known: readonly string[]): Promise<readonly ToldPart[]> => {
      asked.push(known);
      return Promise.resolve(letters.map((letter) => ({ mark: letter, told: known.includes(letter) ? null : text(letter) })));
    };
  const read = (said: string): readonly string[] => JSON.parse(said) as readonly string[];
  const first = await partsSince('answer', answering('b', 'a'), read);
  expect(first.map(([head]) => head).toSorted()).toEqual(['a 0', 'b 0']);
  expect(await partsSince('answer', answering('a', 'b'), read)).toBe(first);
  const changed = await partsSince('answer', answering('a', 'c'), read);
  expect(changed.filter((part) => !first.includes(part)).map(([head]) => head)).toEqual(['c 0']);
  expect(await partsSince('answer', answering('a', 'b'), read)).toBe(first);
  expect(asked).toEqual([[], ['a', 'b'], ['a', 'b'], ['a', 'c', 'b']]);
  // What neither of the last two answers held is known no more.
  await partsSince('answer', answering('d'), read);
  await partsSince('answer', answering('a', 'b'), read);
  expect(asked.at(-1)).toEqual(['d', 'a', 'b']);
  expect(await partsSince('another answer', answering('a', 'b'), read)).not.toBe(first);
  expect(asked.at(-1)).toEqual([]);
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
