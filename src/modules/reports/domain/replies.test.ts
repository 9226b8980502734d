import { expect, test } from 'vitest';
import { standingReplies, type Reply } from './replies.ts';

const reply = (id: string, stage: Reply['stage'], verdict: Reply['verdict']): Reply => ({ office: { id }, stage, verdict });

test('of each office the last word on a stage stands', () => {
  const [first, other, last, apart] = [
    reply('shanghai', 'signed', 'differs'),
    reply('cork', 'signed', 'confirms'),
    reply('shanghai', 'signed', 'confirms'),
    reply('shanghai', 'potential', 'differs'),
  ];
  expect(standingReplies([first, other, last, apart])).toEqual([other, last, apart]);
});

test('a word that was taken back is told no more, nor the one before it', () => {
  const word = reply('shanghai', 'signed', 'confirms');
  expect(standingReplies([word, reply('shanghai', 'signed', 'withdraws')])).toEqual([]);
});
