// Which of several agendas opens by itself.

interface Coming {
  /** Start of the first meeting that is not over; null where all are. */
  readonly nextStartsAt: string | null;
}

/** The agenda with the meeting that is going on or comes first; where everything is over, the first of the list, which is the newest. */
export const nearestAgenda = <A extends Coming>(agendas: readonly A[]): A | undefined =>
  agendas.reduce<A | undefined>((best, one) => {
    if (best === undefined) return one;
    return one.nextStartsAt !== null && (best.nextStartsAt === null || one.nextStartsAt < best.nextStartsAt) ? one : best;
  }, undefined);
