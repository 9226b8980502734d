// What of a pasted row can be kept in its note where it cannot be read.
export const notedCells = ['since', 'class', 'status'] as const;
export type NotedCell = (typeof notedCells)[number];
