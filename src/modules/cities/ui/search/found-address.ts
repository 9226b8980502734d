// Where what is found has its page.
import type { Found } from '../../contract.ts';

/** The slug follows. */
const pages: Readonly<Record<Found['kind'], string>> = {
  city: '/cities',
  tie: '/ties',
  organisation: '/organisations',
  outcome: '/outcomes',
  entry: '/cities',
};

export const foundAddress = ({ kind, slug }: Pick<Found, 'kind' | 'slug'>): string => `${pages[kind]}/${slug}`;
