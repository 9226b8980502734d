import { expect, test } from 'vitest';
import { simplified } from './han.ts';

test('traditional, Japanese and simplified ways of writing a name meet', () => {
  const written = [
    ['广岛', '廣島', '広島'],
    ['福冈', '福岡'],
    ['横滨', '橫濱', '横浜'],
    ['米兰', '米蘭'],
    ['圣保罗', '聖保羅'],
    ['沈阳', '瀋陽'],
  ];
  for (const [simple = '', ...others] of written) expect(others.map(simplified)).toEqual(others.map(() => simple));
});

test('what is simplified stays, and what is no Chinese is left alone', () => {
  for (const text of ['万里与发展', '艺术', 'Łódź (ヨコハマ) 서울', '']) expect(simplified(text)).toBe(text);
});
