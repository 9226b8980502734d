// How the demo is entered: as a person of an office, through use cases that must not be refused.
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import { ok, type Result } from '#kernel/result.ts';
import { listCities } from '#modules/cities/api/list-cities.ts';
import { enterSource } from '#modules/evidence/api/enter-source.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, type Work } from '#platform/work.ts';
import { sourceFacts, type SourceKey } from './facts/sources.ts';

/** A person of one of the demo's offices. */
export interface DemoMember {
  readonly office: OfficeId;
  readonly owner: AccountId;
}

/** A use case of the demo that is refused is a mistake of ours. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** Runs one transaction as a person. */
export const as = async <T>(database: Database, account: AccountId, use: (work: Work) => Promise<T>): Promise<T> =>
  must(await inWork(database, { account, language: 'en', requestId: 'demo' }, async (work) => ok(await use(work))));

export const words = ([en, zh]: readonly [string, string]) => ({
  en: { text: en, origin: 'human' as const },
  'zh-Hans': { text: zh, origin: 'human' as const },
});

export const on = (text: string): FlexDate => ({ text, qualifier: 'exact' });

export type SourceOf = (key: SourceKey) => Promise<Id<'Source'>>;

/** Records each source once for the office, when it is first needed; answers its id. */
export function sourcesOf(work: Work, office: OfficeId): SourceOf {
  const known = new Map<SourceKey, Id<'Source'>>();
  return async (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const { date, ...facts } = sourceFacts[key];
    const asked = { office, ...facts, date: date === null ? null : on(date), documentId: null };
    const { id } = must(await enterSource(work, asked));
    known.set(key, id);
    return id;
  };
}

/** A source on record, as an entry names it. */
export const cited = (sourceId: Id<'Source'>) => ({
  sourceId,
  class: 'own_records' as const,
  title: '',
  publisher: null,
  address: null,
  date: null,
  documentId: null,
});

export interface RegisterPeople {
  readonly liverpool: DemoMember;
  readonly shanghai: DemoMember;
  readonly register: DemoMember;
}

export interface RegisterSetting {
  readonly database: Database;
  readonly people: RegisterPeople;
  readonly print: (sentence: string) => void;
  /** Where the pages of this server are: letters lead there. */
  readonly origin: string;
  /** The day on which it is loaded, ISO: examples of things that are due lie around it. */
  readonly today: string;
}

/** Every city on record by its address. */
export async function idsOfCities(work: Work): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const page = must(await listCities(work, { limit: 200, ...(cursor === undefined ? {} : { cursor }) }));
    for (const { slug, id } of page.entries) ids.set(slug, id);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}
