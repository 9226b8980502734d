import { expect, test } from 'vitest';
import { kindOfWord } from './words.ts';

test('a list that says joint project, service or offer is read as that, in both languages', () => {
  expect(['Joint project', '合作项目', 'consulting', '服务', 'Offer', '合作提议', '投资'].map((word) => kindOfWord(word))).toEqual([
    ...['project', 'project', 'service', 'service', 'offer_made', 'offer_made', 'investment'],
  ]);
});
