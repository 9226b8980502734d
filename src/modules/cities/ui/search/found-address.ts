// Where what is found has its page.
import type { Found } from '../../contract.ts';

/** The slug follows. */
const pages: Readonly<Record<Exclude<Found['kind'], 'source'>, string>> = {
  city: '/cities',
  tie: '/ties',
  organisation: '/organisations',
  outcome: '/outcomes',
  entry: '/cities',
  edition: '/editions',
  person: '/organisations',
};

/** A page and what its address says besides: sources stand in the list of the office, searched for by their title. */
export const foundAddress = ({
  kind,
  slug,
}: Pick<Found, 'kind' | 'slug'>): { readonly to: string; readonly search?: { readonly q: string } } =>
  kind === 'source' ? { to: '/sources', search: { q: slug.slice(0, 120) } } : { to: `${pages[kind]}/${slug}` };
