import { expect, test } from 'vitest';
import { gazetteerNames, hanNameOf } from './han-name.ts';

test('the Chinese name of a place is the one spelling in simplified characters', () => {
  expect(hanNameOf(['Tsingtao', '青岛', '青岛市', '青島', '青島市'])).toBe('青岛');
  expect(hanNameOf(['Osaca - 大阪市', '大阪', '大阪市', 'オオサカ'])).toBe('大阪');
  expect(hanNameOf(['釜山', '釜山市', '釜山広域市', '부산'])).toBe('釜山');
  expect(hanNameOf(['利物浦', 'ליברפול'])).toBe('利物浦');
  expect(hanNameOf(['北京市'])).toBe('北京市');
});

test('where there is none, or several, nothing is chosen', () => {
  expect(hanNameOf(['Brême', 'ブレーメン'])).toBeNull();
  expect(hanNameOf(['漢堡'])).toBeNull();
  expect(hanNameOf(['旧金山', '三藩市'])).toBeNull();
  expect(hanNameOf([])).toBeNull();
});

test('the gazetteer names a place in the languages in which nobody has named it yet', () => {
  const qingdao = { name: 'Qingdao', alsoCalled: ['青岛', '青島'] };
  const texts = (given: Parameters<typeof gazetteerNames>[1]) =>
    gazetteerNames(qingdao, given).map(({ language, text }) => `${language} ${text}`);
  expect(texts([])).toEqual(['en Qingdao', 'zh-Hans 青岛']);
  expect(texts([{ language: 'zh-Hans', kind: 'official' }])).toEqual(['en Qingdao']);
  expect(texts([{ language: 'zh-Hans', kind: 'former' }])).toEqual(['en Qingdao', 'zh-Hans 青岛']);
});
