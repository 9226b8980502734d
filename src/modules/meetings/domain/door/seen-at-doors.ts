// Whom a door would have seen: where it checks few of those who are due, nothing follows from not being checked in.

/** Somebody with a meeting that goes on, begins soon or was held today, and the hall of it. */
export interface Due {
  readonly participantId: string;
  readonly hall: string | null;
}

/** What is known of who came: at a door, or else, as of one who reports that the other side is missing. */
export interface Known {
  readonly here: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
  readonly inside: ReadonlySet<string>;
}

export interface SeenAtDoors {
  /** Of those due, how many came to a door or are known to be inside. */
  readonly seen: number;
  readonly due: number;
  /** Whether some hall checks so many that whoever was not seen is missing. */
  readonly isUsed: boolean;
  readonly isMissing: (participantId: string) => boolean;
}

/** A hall's doors see who comes once they have seen half of those due there; of somebody who is due nowhere, those of all halls count together. */
export function seenAtDoors(due: readonly Due[], { here, left, inside }: Known): SeenAtDoors {
  const cameBy = (participantId: string): boolean => here.has(participantId) || left.has(participantId);
  const sees = (list: readonly Due[]): boolean => {
    const people = [...new Set(list.map(({ participantId }) => participantId))];
    return people.length > 0 && people.filter(cameBy).length * 2 >= people.length;
  };
  const using = new Set([...Map.groupBy(due, ({ hall }) => hall)].flatMap(([hall, list]) => (sees(list) ? [hall] : [])));
  const hallsOf = Map.groupBy(due, ({ participantId }) => participantId);
  const seesAll = sees(due);
  const people = [...hallsOf.keys()];
  return {
    seen: people.filter((id) => cameBy(id) || inside.has(id)).length,
    due: people.length,
    isUsed: using.size > 0,
    isMissing: (participantId) => {
      if (left.has(participantId)) return true;
      if (here.has(participantId) || inside.has(participantId)) return false;
      const own = hallsOf.get(participantId);
      return own === undefined ? seesAll : own.some(({ hall }) => using.has(hall));
    },
  };
}
