// What is kept of a person: taken by them as one file, or erased with them. Modules above tell what they keep under the person's address.
import { chooseText, writing } from '#kernel/language.ts';
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { OwnData } from '../contract.ts';
import { ownData } from '../contract.ts';
import { eraseOwn, loadOwnData, lockSoleOffices } from '../store/members.ts';
import { audit } from './record-audit.ts';

/** A module that keeps something of people beside their accounts. */
export interface Holder {
  readonly name: 'contacts' | 'contactsAtEditions' | 'registrations' | 'travels' | 'followUps' | 'snapshots' | 'cards';
  /** What it keeps of the one who acts. */
  readonly show: (work: Work) => Promise<OwnData['contacts']>;
  /** Leaves nothing that tells of the one who acts; called before the account itself is erased, in the same transaction. */
  readonly forget: (work: Work) => Promise<void>;
}

const holders: Holder[] = [];

/** Has a module asked whenever somebody takes their data or is erased; app/ subscribes at the start. */
export const keepsOfPeople = (holder: Holder): void => {
  holders.push(holder);
};

/** Everything kept of the actor. Of what they have entered, which is their offices', it says where it stands, not what it holds. */
export async function getOwnData(work: Work): Promise<Result<OwnData>> {
  const kept = await loadOwnData(work);
  if (kept === null) return notFound();
  const held = await Promise.all(holders.map(async ({ name, show }) => [name, await show(work)] as const));
  return ok(ownData.parse({ takenAt: work.now.toISOString(), ...kept, ...Object.fromEntries(held) }));
}

/**
 * Erases the actor for good: a former member without a name stands wherever somebody must. Refuses `accounts.sole_owner` while they are the
 * only owner of an office.
 */
export async function eraseAccount(work: Work): Promise<Result<null>> {
  const { account, memberships, language } = work.actor;
  if (account === null) return notFound();
  const sole = await lockSoleOffices(work);
  if (sole.length > 0) {
    const offices = sole.map(({ name }) => chooseText(name, language).text).join(writing[language].enumeration);
    return refuse({ kind: 'conflict', code: 'accounts.sole_owner', params: { offices } });
  }
  for (const { office } of memberships)
    await audit(work, { useCase: 'erase-account', office, subjects: [account], fields: ['membership'] });
  for (const { forget } of holders) await forget(work);
  await eraseOwn(work);
  return ok(null);
}
