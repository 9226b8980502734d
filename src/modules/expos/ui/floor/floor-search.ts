// What the address of a floor plan says; read by its page alone, so that no other page loads it.
import { textIn } from '#client/address-text.ts';

export interface FloorSearch {
  readonly hall?: string;
  /** Where somebody is, and where they want to go: `stand-A-11`, `table-12`. */
  readonly from?: string;
  readonly to?: string;
}

/** /editions/$slug/halls; a name that means nothing there chooses nothing. */
export const floorSearch = (search: FloorSearch): FloorSearch => {
  const given: Readonly<Record<string, unknown>> = { ...search };
  return Object.fromEntries(['hall', 'from', 'to'].flatMap((key) => (textIn(given[key]) === '' ? [] : [[key, textIn(given[key])]])));
};
