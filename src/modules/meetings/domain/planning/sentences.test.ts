import { expect, test } from 'vitest';
import { namesOf, sentenceOf } from './sentences.ts';
import { meetingOf, smallEdition } from '../edition-fixture.ts';

const edition = smallEdition();
const names = namesOf(edition, [meetingOf(1, 'E01', 'B01')], { reader: 'en', placeWords: (kind, code) => `${kind} ${code}` });

test('ids become what people call the things, numbers stay', () => {
  const params = { participant: 'B01', meeting: 'm1', slot: 's2', place: 'k1 2', count: 2, resource: 'i1', languages: 'zh, pt' };
  expect(sentenceOf({ code: 'x', params }, names, 'en')).toEqual({
    code: 'x',
    params: {
      participant: 'B01',
      meeting: 'E01 B01',
      slot: '09:30',
      place: 'stand K1',
      count: 2,
      resource: 'Ms Gu',
      languages: 'Chinese and Portuguese',
    },
  });
});

test('a reason that counts slots is chosen by that count', () => {
  expect(sentenceOf({ code: 'x', params: { slots: 3 } }, names, 'en').params).toEqual({ slots: 3, count: 3 });
});

test('an event of several days shows the date before the time', () => {
  const later = {
    ...edition,
    slots: [...edition.slots, { id: 's9', number: 9, session: 1, start: Date.UTC(2019, 10, 7, 1), end: Date.UTC(2019, 10, 7, 2) }],
  };
  const slotFor = (reader: string): string => namesOf(later, [], { reader, placeWords: (_, code) => code }).slot('s9');
  expect([slotFor('en'), slotFor('zh-Hans')]).toEqual(['7 Nov 09:00', '11月7日 09:00']);
});
