// The desk's outbox: who came and went while the network was away.
import { isRecord } from '#client/outbox/outbox.ts';
import { useOutbox } from '#client/outbox/use-outbox.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import { useSay } from '../edition/names.tsx';

interface Arrival {
  readonly kind: 'arrive' | 'leave';
  readonly participantId: string;
}

const isArrival = (value: unknown): value is Arrival =>
  isRecord(value) && (value['kind'] === 'arrive' || value['kind'] === 'leave') && typeof value['participantId'] === 'string';

export function useDeskOutbox(editionId: string) {
  const say = useSay();
  return useOutbox<Arrival>({
    place: `hansa.desk.${editionId}`,
    isWhat: isArrival,
    most: 200,
    send: async (sent) => {
      const happenings = sent.map(({ told, at, what }) => ({ told, at, what }));
      const { results } = await meetingsApi.tellQueue({ editionId, happenings });
      return results.map(({ told, problem }) => ({ told, problem: problem === null ? null : say(problem) }));
    },
    shownIn: [meetingsQueries.getQueue.key()],
  });
}
