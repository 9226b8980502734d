// An edition for tests: three days in Shanghai, and short ways to fill it.
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { Edition } from '../contract/edition.ts';
import type { Participant } from '../contract/roster.ts';
import { noContact } from '../domain/interpreter.ts';
import { createEdition } from './edition/change-edition.ts';
import { createParticipant } from './change-participants.ts';
import { previewPublication, publishEdition } from './edition/publish-edition.ts';

export const text = (words: string) => ({ en: { text: words, origin: 'human' as const } });

export const editionInput = (office: OfficeId, name: string): Asked<'createEdition'> => ({
  office,
  name: text(name),
  venue: text('Exhibition Centre'),
  timeZone: 'Asia/Shanghai',
  firstDay: '2019-11-05',
  lastDay: '2019-11-07',
});

/** An interpreter of whom the list says no more than a name and languages. */
export const asListed = { longestMinutes: null, restMinutes: null, contact: noContact };

/** Slots of half an hour on 6 November from 09:00 at the venue. */
export const slotsFrom = (count: number, firstHourUtc = 1) =>
  Array.from({ length: count }, (_, index) => {
    const start = Date.UTC(2019, 10, 6, firstHourUtc, index * 30);
    return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 1_800_000).toISOString(), session: 1 };
  });

/** Short ways to act on one database as one organiser. */
export function organiserOf(db: TestDatabase, { office, owner }: TestOffice) {
  const as = <T>(use: (work: Work) => Promise<Result<T>>, version?: number): Promise<Result<T>> => db.as(owner, use, version);
  return {
    as,
    edition: async (name: string): Promise<Edition> => valueOf(await as((work) => createEdition(work, editionInput(office, name)))),
    participant: async (editionId: string, code: string, more: Partial<Asked<'createParticipant'>> = {}): Promise<Participant> => {
      const role = code.startsWith('B') ? ('buyer' as const) : ('exhibitor' as const);
      const input = { editionId, code, role, name: text(`Company ${code}`), unavailable: [], ...more };
      return valueOf(await as((work) => createParticipant(work, input)));
    },
    publish: async (editionId: string): Promise<Edition> => {
      const { digest } = valueOf(await as((work) => previewPublication(work, { editionId })));
      return valueOf(await as((work) => publishEdition(work, { editionId, digest })));
    },
  };
}

/** Runs as somebody and answers the value. */
export const readingAs =
  (db: TestDatabase) =>
  async <T>(account: AccountId | null, use: (work: Work) => Promise<Result<T>>): Promise<T> =>
    valueOf(await db.as(account, use));
