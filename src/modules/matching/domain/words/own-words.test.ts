import { expect, test } from 'vitest';
import { splitPaste } from '#reading/clipboard.ts';
import { pairProblems, readPairs } from './own-words.ts';

const read = (text: string) => readPairs(splitPaste(text)).map(({ english, chinese, left }) => [english, chinese, left]);

test('columns are told by their heads in either language, else by the characters in them; what stands beside them is told', () => {
  expect(read('中文\tEnglish\tNote\n岸电\tquay plug\tport\n储能\tbig battery\t')).toEqual([
    ['quay plug', '岸电', 'port'],
    ['big battery', '储能', ''],
  ]);
  expect(read('quay plug\t岸电\nbig battery\t储能')).toEqual([
    ['quay plug', '岸电', ''],
    ['big battery', '储能', ''],
  ]);
  expect(read('岸电\tquay plug')).toEqual([['quay plug', '岸电', '']]);
  expect(read('岸电')).toEqual([['', '岸电', '']]);
  expect(read('quay plug')).toEqual([['quay plug', '', '']]);
});

test('every row that is no pair is refused with its reason, all at once', () => {
  const words = [
    { english: 'quay plug', chinese: '' },
    { english: '岸电', chinese: 'quay plug' },
    { english: 'Quay  plug', chinese: '岸电' },
    { english: 'x'.repeat(81), chinese: '岸电' },
    { english: 'quay plug', chinese: '港口岸电' },
  ];
  expect(pairProblems(words, [{ english: 'quay plug', chinese: '岸电' }]).map(({ path, code }) => [path[1], code])).toEqual([
    [0, 'matching.own_word_missing'],
    [1, 'matching.own_word_swapped'],
    [2, 'matching.own_word_again'],
    [3, 'matching.own_word_long'],
  ]);
});
