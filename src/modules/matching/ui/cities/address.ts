// What the addresses of these pages say beside the path.
import { textIn } from '#client/address-text.ts';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import type { ComparedKind } from '../../domain/cities/told.ts';

type Search = Readonly<Record<string, unknown>>;

/** /cities/…/matches; `with`: one other city alone, by its address. */
export function matchesSearch(search: Search): { readonly with?: string } {
  const other = textIn(search['with']);
  return other === '' ? {} : { with: other };
}

export interface ToldSearch {
  readonly q?: string;
  readonly kind?: ComparedKind;
  readonly domain?: Domain;
  readonly country?: string;
}

/** /challenges; an unknown word is refused by the server in words. */
export function toldSearch(search: Search): ToldSearch {
  const forms = { q: /^.{1,200}$/su, kind: /^\w{1,30}$/, domain: /^\w{1,30}$/, country: /^[A-Z]{2}$/ };
  const understood = Object.entries(forms).flatMap(([key, form]) => {
    const word = textIn(search[key]);
    return form.test(word) ? [[key, word] as const] : [];
  });
  return Object.fromEntries(understood);
}
