// What the addresses of the pages say beside the path: the words searched for and the choices made.
import { textIn } from '#client/address-text.ts';
import { isCountry } from '#kernel/codes.ts';
import { isId } from '#kernel/ids.ts';
import { addressees, type Addressees } from '../domain/addressee.ts';
import { sizes, type Size } from '../domain/topic.ts';
import { participantRoles, type ParticipantRole } from '../domain/roster.ts';

type Search = Readonly<Record<string, unknown>>;

export interface EditionsSearch {
  readonly q?: string;
}

/** /in: which of several places is shown. */
export const placeSearch = (search: Search): { readonly place?: string } => {
  const place = textIn(search['place']);
  return isId(place) ? { place } : {};
};

/** /editions/$slug/setup/letters: to whom; to participants where nothing is said. */
export const lettersSearch = (search: Search): { readonly whom?: Addressees } => {
  const whom = addressees.find((known) => known === search['whom']);
  return whom === undefined ? {} : { whom };
};

/** /editions */
export function editionsSearch(search: Search): EditionsSearch {
  const q = textIn(search['q']);
  return q === '' ? {} : { q };
}

export interface EditionSearch {
  readonly q?: string;
  /** Exhibitors by name instead of by hall and stand. */
  readonly by?: 'name';
  /** What exhibitors are narrowed down by: ISO codes, ids of topics, a band of staff. */
  readonly country?: string;
  readonly offers?: string;
  readonly seeks?: string;
  readonly market?: string;
  readonly size?: Size;
}

/** /editions/$slug */
export function editionSearch(search: Search): EditionSearch {
  const matching = (isSo: (text: string) => boolean, ...names: readonly ('country' | 'offers' | 'seeks' | 'market')[]) =>
    Object.fromEntries(names.map((name) => [name, textIn(search[name])] as const).filter(([, text]) => isSo(text)));
  const size = sizes.find((known) => known === search['size']);
  return {
    ...editionsSearch(search),
    ...(search['by'] === 'name' ? { by: 'name' } : {}),
    ...matching(isCountry, 'country', 'market'),
    ...matching(isId, 'offers', 'seeks'),
    ...(size === undefined ? {} : { size }),
  };
}

export interface ParticipantsSearch {
  readonly q?: string;
  readonly role?: ParticipantRole;
  readonly group?: string;
  readonly withdrawn?: true;
  /** The participant whose entry is open. */
  readonly open?: string;
}

/** /editions/$slug/setup/participants */
export function participantsSearch(search: Search): ParticipantsSearch {
  const role = participantRoles.find((known) => known === search['role']);
  const [group, open] = [textIn(search['group']), textIn(search['open'])];
  return {
    ...editionsSearch(search),
    ...(role === undefined ? {} : { role }),
    ...(group === '' ? {} : { group }),
    ...(search['withdrawn'] === true ? { withdrawn: true } : {}),
    ...(open === '' ? {} : { open }),
  };
}
