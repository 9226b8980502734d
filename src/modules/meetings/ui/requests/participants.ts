// Everyone who takes part in an edition, to choose from; pages are fetched until there are no more.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PickOption } from '#design/fields/pick-field.tsx';
import { fold } from '#kernel/fold.ts';
import { exposApi } from '#modules/expos/ui/client.ts';
import type { sentFilter } from '#modules/expos/ui/market/listing-filters.tsx';
import type { Participant } from '../edition/answers.ts';
import { useName } from '../edition/names.tsx';
import { unlessOffline } from '../edition/trouble.ts';

interface Sought extends ReturnType<typeof sentFilter> {
  /** Part of a name, or the beginning of a code. */
  readonly q?: string;
}

/** All of them, or those who fit. */
export async function fetchAll(editionId: string, filter: Sought = {}): Promise<readonly Participant[]> {
  const found: Participant[] = [];
  let cursor: string | null = null;
  do {
    const page: { readonly entries: readonly Participant[]; readonly nextCursor: string | null } = await exposApi.listDirectory({
      editionId,
      limit: 1000,
      ...filter,
      ...(cursor === null ? {} : { cursor }),
    });
    found.push(...page.entries);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found.sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
}

/** Other words somebody is found by: their names in any language, and pinyin. */
export const foundBy = ({ name, sound }: Pick<Participant, 'name' | 'sound'>): string =>
  [...Object.values(name).map(({ text }) => text), sound].join(' ');

/** Whether that is its name in some language, however it is written. */
export const isCalled = ({ name }: Pick<Participant, 'name'>, typed: string): boolean =>
  Object.values(name).some(({ text }) => fold(text) === fold(typed));

/** Everyone as something to pick: found by code, by their names in any language, by pinyin. */
export function useParticipantOptions(participants: readonly Participant[]): readonly PickOption[] {
  const name = useName();
  return useMemo(
    () =>
      participants.map((one) => ({
        value: one.participantId,
        text: `${one.code} ${name(one.name)}`,
        also: foundBy(one),
      })),
    [participants, name],
  );
}

/** By code; undefined until all are there. `enabled`: they are wanted now; of thousands a page that only may need them does not ask. */
export const useEveryParticipant = (editionId: string, { enabled } = { enabled: true }): readonly Participant[] | undefined =>
  useQuery({
    enabled,
    queryKey: ['every-participant', editionId],
    queryFn: () => fetchAll(editionId),
    staleTime: 60_000,
    throwOnError: unlessOffline,
  }).data;

/** The one of this code; undefined until it is known, null where there is none. */
export const useParticipantByCode = (editionId: string, code: string): Participant | null | undefined =>
  useQuery({
    queryKey: ['participant-by-code', editionId, code],
    queryFn: async () => (await fetchAll(editionId, { q: code })).find((one) => one.code === code) ?? null,
    staleTime: 60_000,
    throwOnError: unlessOffline,
  }).data;
