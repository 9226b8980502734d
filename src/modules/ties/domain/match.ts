// From which match something of a tie was begun.

/** Entries of two cities' profiles: that of the city whose office began it, and the one that answers it. */
export interface BegunFrom {
  readonly entryId: string;
  readonly answerId: string;
}
