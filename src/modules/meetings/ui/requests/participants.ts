// Everyone who takes part in an edition, to choose from; pages are fetched until there are no more.
import { useQuery } from '@tanstack/react-query';
import { exposApi } from '#modules/expos/ui/client.ts';
import type { Participant } from '../edition/answers.ts';

async function fetchAll(editionId: string): Promise<readonly Participant[]> {
  const found: Participant[] = [];
  let cursor: string | null = null;
  do {
    const page: { readonly entries: readonly Participant[]; readonly nextCursor: string | null } = await exposApi.listDirectory({
      editionId,
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    });
    found.push(...page.entries);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found.sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));
}

/** By code; undefined until all are there. */
export const useEveryParticipant = (editionId: string): readonly Participant[] | undefined =>
  useQuery({ queryKey: ['every-participant', editionId], queryFn: () => fetchAll(editionId), staleTime: 60_000, throwOnError: true }).data;
