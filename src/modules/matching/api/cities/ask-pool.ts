// Asks the thread that compares, and hands it what cities have published or companies offer where it does not know that yet.
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import type { Profile } from '#matcher/core/model.ts';
import type { WordPair } from '#matcher/core/own-words.ts';
import { toldEntries, toldStamp } from '#modules/cities/api/profile/told-entries.ts';
import { wholeDirectory } from '#modules/expos/api/list-directory.ts';
import type { Transact, Work } from '#platform/work.ts';
import { compared, profileOf } from '../../domain/cities/told.ts';
import { profileOf as companyProfile, sideOf, type Days } from '../../domain/side.ts';
import type { FoundInPool, PoolAsk } from '../find/pool-thread.ts';
import { find } from '../find/finder.ts';

interface Asking {
  readonly poolId: string;
  readonly stamp: string;
  readonly ownWords: readonly WordPair[];
  readonly ask: PoolAsk;
  /** What the caller may read, with its stamp; asked for where the thread does not know it. */
  readonly load: (work: Work) => Promise<{ readonly stamp: string; readonly profiles: readonly Profile[] }>;
}

async function answerFor(transact: Transact, { load, ...asking }: Asking): Promise<Result<FoundInPool>> {
  const known = await find({ ...asking, profiles: null });
  if (known !== null) return ownKind(known);
  const loaded = await transact(async (work) => ok(await load(work)));
  if (!loaded.ok) return refuse(loaded.refusal);
  const found = await find({ ...asking, ...loaded.value });
  return found === null ? notFound('matching.unknown') : ownKind(found);
}

type Found = NonNullable<Awaited<ReturnType<typeof find>>>;
const ownKind = (found: Found): Result<FoundInPool> => ('answers' in found || 'ids' in found ? ok(found) : notFound('matching.unknown'));

type Call = Pick<Asking, 'stamp' | 'ownWords' | 'ask'>;

/** Compares with all that cities have published. Waits for a thread: call it outside a transaction. */
export const askCities = (transact: Transact, call: Call): Promise<Result<FoundInPool>> =>
  answerFor(transact, {
    ...call,
    poolId: 'cities',
    load: async (work) => {
      const { stamp } = await toldStamp(work, compared);
      // What nobody adds to it is where a city lies: it is the company that names a market.
      return { stamp, profiles: (await toldEntries(work, compared)).map((entry) => profileOf(entry, null)) };
    },
  });

/** Compares with profiles that the caller has gathered, under a name and a stamp of their own. */
export const askProfiles = (
  transact: Transact,
  { profiles, ...call }: Call & Pick<Asking, 'poolId'> & { readonly profiles: readonly Profile[] },
): Promise<Result<FoundInPool>> => answerFor(transact, { ...call, load: () => Promise.resolve({ stamp: call.stamp, profiles }) });

const stampOf = (stamp: string, { first, last }: Days): string => `${stamp} ${first} ${last}`;

/** Compares with what companies offer at an edition, as far as the caller takes part in it and so may read it. */
export const askCompanies = (
  transact: Transact,
  { editionId, days, stamp, ...call }: Call & { readonly editionId: string; readonly days: Days },
): Promise<Result<FoundInPool>> =>
  answerFor(transact, {
    ...call,
    stamp: stampOf(stamp, days),
    poolId: `offers ${editionId}`,
    load: async (work) => {
      const whole = await wholeDirectory(work, editionId);
      const offering = (whole?.entries ?? [])
        .map((entry) => sideOf(entry, days))
        .filter(({ offer, offerTitle }) => offer !== null || offerTitle !== null);
      // Topics are the edition's own, which no city knows; UN goals are everybody's.
      const profiles = offering.map((side) => ({
        ...companyProfile(side),
        ...{ needs: [], needTopics: [], offerTopics: side.offerGoals.map(String) },
      }));
      return { stamp: stampOf(whole?.stamp ?? '', days), profiles };
    },
  });
