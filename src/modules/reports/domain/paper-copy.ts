// Which city a copy of a report names first: each side's its own; the neutral one goes by the order of the addresses.

/** `first` and `second` are the cities in the order of their addresses. */
export const paperCopies = ['neutral', 'first', 'second'] as const;
export type PaperCopy = (typeof paperCopies)[number];
