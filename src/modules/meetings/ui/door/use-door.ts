// The door at work: whom to expect, who is here by now, and the outbox through which a steward says so.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isRecord } from '#client/outbox/outbox.ts';
import { useOutbox } from '#client/outbox/use-outbox.ts';
import { languages } from '#kernel/language.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { useSay } from '../edition/names.tsx';
import { foundBy } from '../requests/participants.ts';
import { presenceOf, type AtDoor, type Presence } from './presence.ts';

export type Door = Awaited<ReturnType<typeof meetingsApi.getDoor>>;
export type Expected = Door['participants'][number];

/** Other doors tell, too. */
const askEvery = 5000;
/** Roster and schedule of the day. */
const lookEvery = 120_000;

const isAtDoor = (value: unknown): value is AtDoor =>
  isRecord(value) &&
  typeof value['participantId'] === 'string' &&
  (value['kind'] === 'arrived' || value['kind'] === 'left' || (value['kind'] === 'takeBack' && typeof value['of'] === 'string'));

export function useDoorOutbox(editionId: string) {
  const say = useSay();
  return useOutbox<AtDoor>({
    place: `hansa.door.${editionId}`,
    isWhat: isAtDoor,
    most: 200,
    send: async (sent) => {
      const happenings = sent.map(({ told, at, what }) => ({
        ...{ told, at },
        what: what.kind === 'takeBack' ? { kind: what.kind, of: what.of } : { kind: what.kind, participantId: what.participantId },
      }));
      const { results } = await meetingsApi.tellDoor({ editionId, happenings });
      return results.map(({ told, problem }) => ({ told, problem: problem === null ? null : say(problem) }));
    },
    shownIn: [meetingsQueries.listCheckIns.key()],
  });
}

/** Who has come and gone today, as the server knows; undefined until it has answered. */
export function useCheckIns(editionId: string) {
  return useQuery({
    ...meetingsQueries.listCheckIns.queryOptions({ input: { editionId } }),
    refetchInterval: askEvery,
    throwOnError: (_error, query) => query.state.data === undefined,
  });
}

const none: readonly Presence[] = [];

/** Everything a door needs; `door` is undefined until it is there, and stays as it was while the network is away. */
export function useDoor(editionId: string) {
  const door = useQuery({
    ...meetingsQueries.getDoor.queryOptions({ input: { editionId } }),
    refetchInterval: lookEvery,
    throwOnError: (_error, query) => query.state.data === undefined,
  }).data;
  const said = useCheckIns(editionId);
  const outbox = useDoorOutbox(editionId);
  const entries = said.data?.entries ?? none;
  const presence = useMemo(() => presenceOf(entries, outbox.unread), [entries, outbox.unread]);
  const findable = useMemo(
    () =>
      (door?.participants ?? []).map(({ id, code, people, ...one }) => ({
        ...{ id, code },
        words: [
          foundBy(one),
          ...people.flatMap(({ surname, givenName }) =>
            languages.map((language) => {
              const [family, given] = [inLanguage(surname, language), inLanguage(givenName, language)];
              return `${family}${given} ${given} ${family}`;
            }),
          ),
        ].join(' '),
      })),
    [door],
  );
  return { door, presence, findable, outbox, receivedAt: said.dataUpdatedAt, isKnown: said.data !== undefined };
}
export type DoorState = ReturnType<typeof useDoor>;

export interface DoorProps {
  readonly edition: Edition;
  readonly state: DoorState;
  readonly door: Door;
}
