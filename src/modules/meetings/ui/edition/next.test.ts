import { expect, test } from 'vitest';
import { nextEdition } from './next.ts';

const on = (day: string, timeZone = 'Asia/Shanghai') => ({ firstDay: day, lastDay: day, timeZone });
/** One o'clock at night on 7 November in Shanghai, five in the afternoon of the 6th in London. */
const night = Date.UTC(2019, 10, 6, 17);

test('the next edition is the first that is not over by the calendar of its venue', () => {
  expect(nextEdition([on('2019-12-01'), on('2019-11-06'), on('2019-11-07')], night)).toEqual(on('2019-11-07'));
  expect(nextEdition([on('2019-12-01'), on('2019-11-06', 'Europe/London')], night)).toEqual(on('2019-11-06', 'Europe/London'));
});

test('when all are over it is the one that began last', () => {
  expect(nextEdition([on('2019-11-05'), on('2019-11-06')], night)).toEqual(on('2019-11-06'));
  expect(nextEdition([], night)).toBeUndefined();
});
