import { expect, test } from 'vitest';
import { contentOf, enteredIn, halfFilled, mayDiffer, namesUp } from './form.tsx';

const problem = (message: string, ...path: readonly (string | number)[]) => ({ path, message });

test('a place in a list is looked for itself, then in its row, then in the list', () => {
  expect(namesUp(['unavailable', 0, 'startsAt'])).toEqual(['unavailable.0.startsAt', 'unavailable.0', 'unavailable']);
  expect(namesUp([])).toEqual([]);
});

test('a list made anew that says the same is the same; another sentence, place, order or heading is not', () => {
  const list = [problem('Please fill this in.', 'name'), problem('Too long.', 'city')];
  expect(contentOf([problem('Please fill this in.', 'name'), problem('Too long.', 'city')])).toBe(contentOf(list));
  const others = [
    contentOf([problem('Too short.', 'name'), problem('Too long.', 'city')]),
    contentOf([problem('Please fill this in.', 'code'), problem('Too long.', 'city')]),
    contentOf([...list].reverse()),
    contentOf(list.slice(1)),
    contentOf(list, 'Not saved.'),
  ];
  expect(others).not.toContain(contentOf(list));
  expect(new Set(others).size).toBe(others.length);
});

test('a field of which the browser holds only a part is named; what is empty, whole or no field is not', () => {
  const field = (name: string, badInput: boolean) => ({ name, validity: { badInput } });
  expect(halfFilled([field('starts', true), field('ends', false), { tagName: 'FIELDSET' }, null])).toEqual(['starts']);
});

test('no problem and no sentence is nothing to read', () => {
  expect(contentOf([])).toBe('');
  expect(contentOf([], 'Not saved.')).not.toBe('');
});

test('what was said of a field stands for as long as it holds what was sent; of one that hands over nothing nobody knows', () => {
  const entered = (fields: Readonly<Record<string, readonly string[]>>) => {
    const data = new FormData();
    for (const [name, values] of Object.entries(fields)) for (const value of values) data.append(name, value);
    return enteredIn(data);
  };
  const sent = entered({ venue: [''], 'name.en': [''], 'name.zh-Hans': [''], days: ['1', '2'] });
  const now = entered({ venue: [''], 'name.en': ['Quay'], 'name.zh-Hans': [''], days: ['1', '2'] });
  expect(
    [['venue'], ['name'], ['name', 'en'], ['name', 'zh-Hans'], ['days'], ['languages']].map((path) => mayDiffer(sent, now, path)),
  ).toEqual([...[false, true, true, false, false, true]]);
  expect(mayDiffer(sent, entered({ venue: [''], days: ['1'] }), ['days'])).toBe(true);
});
