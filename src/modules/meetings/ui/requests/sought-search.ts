// What the address of one's requests says beside the path.
import { textIn } from '#client/address-text.ts';

/** /editions/…/my-requests; `sought`: whom somebody came here to ask. */
export function soughtSearch(search: Readonly<Record<string, unknown>>): { readonly sought?: string } {
  const sought = textIn(search['sought']);
  return sought === '' ? {} : { sought };
}
