import { expect, test } from 'vitest';
import { partyProblems, type Party } from './parties.ts';

const party = (facts: Partial<Party>): Party => ({ organisationId: null, cityId: null, name: 'A', role: 'partner', share: null, ...facts });
const codes = (parties: readonly Party[]) => partyProblems(parties).map(({ path, code }) => `${path.join('.')} ${code}`);

test('shares may make up the whole and no more', () => {
  expect(codes([party({ share: '60' }), party({ share: '40' }), party({})])).toEqual([]);
  expect(codes([party({ share: '60' }), party({ share: '40.0001' })])).toEqual(['parties outcomes.shares_above_whole']);
});

test('every problem is told at its party', () => {
  expect(
    codes([party({ share: '101' }), party({ share: '0' }), party({ share: '1.23456' }), party({ name: null }), party({ cityId: 'c' })]),
  ).toEqual([
    'parties.0.share outcomes.share_above_whole',
    'parties.1.share outcomes.bad_share',
    'parties.2.share outcomes.bad_share',
    'parties.3.name outcomes.party_is_one',
    'parties.4.name outcomes.party_is_one',
  ]);
});
