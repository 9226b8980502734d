import { expect, test } from 'vitest';
import { openInk, piecesOf } from './ink.ts';

test('a line is not broken within a date or an amount, in either language', () => {
  expect(piecesOf('Signed on 18 October 2019, for £139 million (Apr 2019).')).toEqual([
    ...['Signed ', 'on ', '18 October 2019, ', 'for ', '£139 million ', '(Apr 2019).'],
  ]);
  expect(piecesOf('于1999年10月18日签署，计1.39亿英镑。')).toEqual(['于', '1999年10月18日', '签', '署，', '计', '1.39亿英镑。']);
  expect(piecesOf('12 Maybe 45 deals')).toEqual(['12 ', 'Maybe ', '45 ', 'deals']);
});

test('an apostrophe inside an English word is set as one beside Chinese, too; a Chinese quotation mark stays one', () => {
  const inked = openInk({ title: 'Apostrophe', language: 'en' });
  expect(inked.widthOf('协会 / People’s')).toBeCloseTo(inked.widthOf('协会 / ') + inked.widthOf('People’s'));
  expect(inked.widthOf('称“好”')).toBeGreaterThan(inked.widthOf('称') + inked.widthOf('好') + 2 * inked.widthOf('”'));
});

test('what is wider than its line is broken all the same', () => {
  const inked = openInk({ title: 'Narrow', language: 'en' });
  const wide = inked.widthOf('18 October 2019');
  expect(inked.wrapped({ text: 'on 18 October 2019' }, wide + 1)).toEqual(['on', '18 October 2019']);
  expect(inked.wrapped({ text: '18 October 2019' }, wide * 0.8)).toEqual(['18 October', '2019']);
});
