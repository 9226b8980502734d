// Which speakers of an item are reached by mail: one address is one person at an edition, whatever items they speak at.
import type { Problem } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Speaker } from '../../domain/programme/programme.ts';
import type { EditionScope } from '../../domain/scope.ts';
import { insertSpeakers, listSpeakers } from '../../store/speakers.ts';

/** A speaker as their organiser enters them: with an address, where there is one. */
export type EnteredSpeaker = Omit<Speaker, 'speakerId'> & { readonly email: string | null };

const addressOf = (email: string | null): string | null => email?.toLowerCase() ?? null;

/** Nobody speaks twice at one item: an answer would be about both. */
export function addressProblems(speakers: readonly EnteredSpeaker[]): readonly Problem[] {
  const addresses = speakers.map(({ email }) => addressOf(email));
  return addresses.flatMap((address, at) =>
    address !== null && addresses.indexOf(address) < at ? [{ path: ['speakers', at, 'email'], code: 'expos.speaker_address_twice' }] : [],
  );
}

/** The speakers with who they are; an address that is new to the edition is entered. */
export async function reachSpeakers(work: Work, scope: EditionScope, entered: readonly EnteredSpeaker[]): Promise<readonly Speaker[]> {
  const known = new Map((await listSpeakers(work.tx, scope.editionId)).map(({ id, email }) => [email.toLowerCase(), id]));
  const fresh = entered.flatMap(({ email }) => {
    const address = addressOf(email);
    if (email === null || address === null || known.has(address)) return [];
    const id = work.newId<'Speaker'>();
    known.set(address, id);
    return [{ id, email }];
  });
  await insertSpeakers(work.tx, scope, fresh, () => work.newId());
  return entered.map(({ email, ...speaker }) => ({ ...speaker, speakerId: known.get(addressOf(email) ?? '') ?? null }));
}
