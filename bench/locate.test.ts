import { expect, test } from 'vitest';
import { askLocated } from '../src/modules/cities/formats/gazetteer.ts';
import { facts, ownQuestions, rate } from './locate-facts.ts';

const answers = async () => {
  const found = await Promise.all(ownQuestions().map(askLocated));
  return new Map(found.flatMap((answer) => (answer.ok ? answer.value.ends.map((end) => [end.key, end] as const) : [])));
};

test('the facts are enough and each is asked once', () => {
  expect(facts.length).toBeGreaterThanOrEqual(300);
  expect(facts.filter(({ part }) => part === 'hard').length).toBeGreaterThanOrEqual(60);
  expect(new Set(facts.map(({ key }) => key)).size).toBe(facts.length);
});

test('written places are located as people located them: nearly never wrong, nine of ten found', async () => {
  const [random, hard, labels, hardLabels, all] = rate(await answers());
  expect(all?.precision).toBeGreaterThanOrEqual(0.99);
  expect(all?.recall).toBeGreaterThanOrEqual(0.92);
  expect(random?.precision).toBeGreaterThanOrEqual(0.99);
  expect(random?.recall).toBeGreaterThanOrEqual(0.96);
  expect(hard?.precision).toBeGreaterThanOrEqual(0.95);
  expect(hard?.recall).toBeGreaterThanOrEqual(0.75);
  expect(labels?.precision).toBe(1);
  expect(labels?.recall).toBeGreaterThanOrEqual(0.85);
  expect(hardLabels?.precision).toBe(1);
  expect(hardLabels?.recall).toBeGreaterThanOrEqual(0.6);
});
