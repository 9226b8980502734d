import { expect, test } from 'vitest';
import type { OutcomeId } from '#modules/outcomes/domain/outcome.ts';
import { partsOfWhole, partsWithin, projectsListed, saidForTie, wholesOf } from './sorting.ts';

const line = (id: string, standing: 'known' | 'reported', partOf: string | null = null) => ({
  ...{ kind: 'outcome', standing },
  outcome: { id, partOf: partOf as OutcomeId | null },
});

test('a part stands within its whole where both are known or both reported, else as a line of its own', () => {
  const [whole, part, sure] = [line('deals', 'reported'), line('one of them', 'reported', 'deals'), line('signed', 'known', 'deals')];
  const said = { kind: 'said', standing: 'reported' as const };
  expect(wholesOf([whole, part, sure, said])).toEqual([whole, sure, said]);
  expect(partsWithin(whole, [whole, part, sure])).toEqual([part]);
  expect(partsWithin(said, [whole, part, said])).toEqual([]);
});

test('what a whole is drawn on counts wherever it stands, once', () => {
  const outcomes = [
    { id: 'all', partOf: null },
    { id: 'known', partOf: 'all' },
    { id: 'reported', partOf: 'all' },
    { id: 'again', partOf: 'all' },
  ];
  expect(partsOfWhole({ id: 'all' }, { outcomes, alike: [{ again: 'again' }] }).map(({ id }) => id)).toEqual(['known', 'reported']);
});

test('of an outcome its keeper and the desks of the cities speak on the page of the tie; a party alone does not', () => {
  const office = (id: string) => ({ office: { id } });
  const said = ['desk', 'other desk', 'keeper', 'party'].map(office);
  const desks = ['desk', 'other desk'];
  expect(saidForTie(said, { owner: 'keeper', desks }).map(({ office: { id } }) => id)).toEqual(['desk', 'other desk', 'keeper']);
});

test('projects are counted one by one, once each; a number of them that somebody gives is none of them', () => {
  const entry = (id: string, kind: string, extent: string) => ({ kind: 'outcome', outcome: { id, kind, extent } });
  const entries = [
    ...[
      entry('a', 'project', 'single'),
      entry('b', 'project', 'single'),
      entry('c', 'project', 'count_only'),
      entry('d', 'deal', 'single'),
    ],
    { kind: 'said' },
  ];
  expect(projectsListed(entries, [{ again: 'b' }])).toBe(1);
});
