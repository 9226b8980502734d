import { expect, test } from 'vitest';
import { isNameOf, meantByShortName } from './chinese-short-names.ts';
import { prepare } from './locate/prepare.ts';

test('a sign is read as the place it stands for, in either script; where it stands for two, as both', () => {
  expect([' 沪', '滬', '蓉', '穗', '渝'].map(meantByShortName)).toEqual([['上海'], ['上海'], ['成都'], ['广州'], ['重庆']]);
  expect(meantByShortName('宁')).toEqual(['南京', '宁夏']);
  expect(['上海', 'hu', '', '沪上', 'constructor'].map(meantByShortName)).toEqual([[], [], [], [], []]);
});

test('a name is that of a place with what it is, and not of one that begins alike', () => {
  expect(['上海', '上海市'].every((name) => isNameOf('上海', name))).toBe(true);
  expect([isNameOf('广西', '广西壮族自治区'), isNameOf('海南', '海南藏族自治州'), isNameOf('吉林', '吉林西')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('in a list it is read so where its country is China and it stands for one place alone', () => {
  const read = (name: string, countryWritten: string) =>
    prepare({ key: name, name, countryWritten, latitude: null, longitude: null }).forms.map(({ key }) => key);
  expect(read('沪', '中国')).toEqual(read('上海', '中国'));
  expect(read('沪', '')).not.toEqual(read('上海', ''));
  expect(read('宁', 'China')).not.toEqual(read('南京', 'China'));
});
