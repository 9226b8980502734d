// Who takes part in an outcome, and how large their share is.
import { addDecimals, compareDecimals, isDecimal, placesOf } from '#kernel/money.ts';
import type { Problem } from '#kernel/result.ts';

export const partyRoles = ['lead', 'seller', 'buyer', 'investor', 'partner', 'supplier', 'owner', 'funder', 'other'] as const;
export type PartyRole = (typeof partyRoles)[number];

/** An organisation, a city, or a name alone; exactly one of them. `share` is percent as a decimal text. */
export interface Party {
  readonly organisationId: string | null;
  readonly cityId: string | null;
  readonly name: string | null;
  readonly role: PartyRole;
  readonly share: string | null;
}

const isShare = (text: string): boolean => isDecimal(text) && placesOf(text) <= 4 && compareDecimals(text, '0') > 0;
const isAboveWhole = (text: string): boolean => compareDecimals(text, '100') > 0;

/** Every problem of a list of parties: who they are, each share, and all shares together (100 % at most). */
export function partyProblems(parties: readonly Party[]): readonly Problem[] {
  const found: Problem[] = [];
  const at = (index: number, field: string, code: string) => found.push({ path: ['parties', index, field], code: `outcomes.${code}` });
  parties.forEach(({ organisationId, cityId, name, share }, index) => {
    if ([organisationId, cityId, name].filter((who) => who !== null).length !== 1) at(index, 'name', 'party_is_one');
    if (share === null) return;
    if (!isShare(share)) at(index, 'share', 'bad_share');
    else if (isAboveWhole(share)) at(index, 'share', 'share_above_whole');
  });
  const shares = parties.flatMap(({ share }) => (share !== null && isShare(share) ? [share] : []));
  if (shares.length > 1 && isAboveWhole(addDecimals(shares)))
    found.push({ path: ['parties'], code: 'outcomes.shares_above_whole', params: { sum: addDecimals(shares) } });
  return found;
}
