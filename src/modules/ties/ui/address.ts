// What the address of the page of entries that may be one city says beside the path.
export const duplicateStates = ['open', 'asked', 'later', 'two', 'merged'] as const;
export type DuplicateState = (typeof duplicateStates)[number];

/** /cities/duplicates */
export function duplicatesSearch(search: Readonly<Record<string, unknown>>): { readonly state?: DuplicateState } {
  const state = duplicateStates.find((one) => one === search['state']);
  return state === undefined ? {} : { state };
}
