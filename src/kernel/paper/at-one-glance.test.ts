import { expect, test } from 'vitest';
import { heldTogether } from './at-one-glance.ts';

test('no line ends at a blank within a date or an amount, and nothing is put into a Chinese one, whatever stands around it; other blanks stay as they are', () => {
  const held = (text: string) => heldTogether(text).replaceAll('\u00a0', '_');
  expect(held('signed on 18 October 2019 for £139 million, May 2020')).toBe('signed on 18_October_2019 for £139_million, May_2020');
  expect(held('1 Main Street, 12 deals, in 2019')).toBe('1 Main Street, 12 deals, in 2019');
  expect(held('合计1.39亿英镑，2019年签约')).toBe('合计1.39亿英镑，2019年签约');
  expect(held('1999年10月18日 签署')).toBe('1999年10月18日 签署');
});
