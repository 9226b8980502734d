// A published entry with its city, as an answer of the API.
import type { NamedCity } from '#modules/cities/api/open-city.ts';
import type { publishedByIds } from '#modules/cities/api/profile/told-entries.ts';
import type { ComparedKind } from '../../domain/cities/told.ts';

type Published = Awaited<ReturnType<typeof publishedByIds>> extends ReadonlyMap<string, infer P> ? P : never;

export const shownTold = (
  { id, kind, domain, goals, title, body, extent, source, saidBy }: Published & { readonly kind: ComparedKind },
  city: Pick<NamedCity, 'id' | 'slug' | 'name' | 'country'>,
) => ({
  entry: { id, kind, domain, goals, title, body, extent, source, saidBy },
  city: { id: city.id, slug: city.slug, name: { ...city.name }, country: city.country },
});
