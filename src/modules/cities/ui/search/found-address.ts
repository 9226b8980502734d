// Where what is found has its page.
import type { Found } from '../../contract.ts';

/** The slug follows. */
const pages = {
  city: '/cities',
  tie: '/ties',
  organisation: '/organisations',
  outcome: '/outcomes',
  entry: '/cities',
  edition: '/editions',
  person: '/organisations',
} as const;

/** Where on the page of its place something stands. */
const spots: Readonly<Partial<Record<Found['kind'], string>>> = { exchange: 'happened', carrier: 'carriers', statement: 'said' };

interface FoundAddress {
  readonly to: string;
  readonly search?: { readonly q: string };
  readonly hash?: string;
}

/** A page, what its address says besides, and where on it: sources stand in the list of the office, searched for by their title. */
export function foundAddress({ kind, id, slug, place }: Pick<Found, 'kind' | 'id' | 'slug' | 'place'>): FoundAddress {
  if (kind === 'source') return { to: '/sources', search: { q: slug.slice(0, 120) } };
  if (place === null) return { to: `${kind in pages ? pages[kind as keyof typeof pages] : ''}/${slug}` };
  const page = `${pages[place.kind]}/${place.slug}`;
  if (kind === 'agreement') return { to: `${page}/agreements/${id}` };
  if (kind === 'programme') return { to: `${page}/programme` };
  const spot = place.kind === 'tie' ? spots[kind] : undefined;
  return { to: page, ...(spot === undefined ? {} : { hash: spot }) };
}
