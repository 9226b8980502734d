// How public pages describe themselves to search engines and to whoever a link is passed on to: from what everybody may know.
import { chooseText } from '#kernel/language.ts';
import type { Params } from '#kernel/result.ts';
import { openCity, type NamedCity } from '#modules/cities/api/open-city.ts';
import { countsOf, findTie } from '#modules/ties/api/open-tie.ts';
import type { Work } from '#platform/work.ts';
import type { PageHead } from '#platform/http/page-head.ts';
import { asPublic } from '#platform/work.ts';

/** Says a text of `text.en.ts` in the reader's language. */
export type Say = (code: string, params?: Params) => string;

type Data = Readonly<Record<string, unknown>>;

/** A city as schema.org has it. */
const cityData = ({ name, country }: NamedCity, url: string): Data => ({
  '@type': 'City',
  name: Object.values(name)[0]?.text ?? '',
  alternateName: Object.values(name)
    .slice(1)
    .map(({ text }) => text),
  containedInPlace: { '@type': 'Country', identifier: country },
  url,
});

const placeOf = ({ latitude, longitude, geonamesId }: NamedCity): Data => ({
  ...(latitude === null || longitude === null ? {} : { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
  ...(geonamesId === null ? {} : { sameAs: `https://www.geonames.org/${geonamesId}` }),
});

async function describeCity(work: Work, slug: string, { say, origin }: Describing): Promise<PageHead | null> {
  const found = await openCity(work, slug);
  if (!found.ok) return null;
  const city = found.value;
  const name = chooseText(city.name, work.actor.language).text;
  const country = chooseText(city.countryName, work.actor.language).text;
  const path = `/cities/${city.slug}`;
  return {
    title: say('reports.head_city', { city: name, country }),
    description: say('reports.head_city_text', { city: name }),
    path,
    about: { ...cityData(city, `${origin}${path}`), ...placeOf(city) },
  };
}

async function describeTie(work: Work, slug: string, describing: Describing & { readonly isReport: boolean }): Promise<PageHead | null> {
  const { say, origin, isReport } = describing;
  const found = await findTie(work, slug);
  const [one, other] = found.ok ? [...found.value.cities.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1)) : [];
  if (!found.ok || one === undefined || other === undefined) return null;
  const nameOf = ({ name }: NamedCity): string => chooseText(name, work.actor.language).text;
  const names = { first: nameOf(one), second: nameOf(other) };
  const path = `/ties/${found.value.slug}${isReport ? '/report' : ''}`;
  const title = say(isReport ? 'reports.head_report' : 'reports.head_tie', names);
  const description = say('reports.head_tie_text', { ...names, ...(await countsOf(work, found.value)) });
  const file = (format: string, type: string): Data => ({
    '@type': 'DataDownload',
    encodingFormat: type,
    contentUrl: `${origin}/api/v1/ties/${found.value.slug}/report/file?format=${format}`,
  });
  return {
    title,
    description,
    path,
    about: {
      '@type': 'Dataset',
      name: title,
      description,
      url: `${origin}${path}`,
      dateModified: work.now.toISOString().slice(0, 10),
      about: [one, other].map((city) => cityData(city, `${origin}/cities/${city.slug}`)),
      distribution: [file('json', 'application/json'), file('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')],
    },
  };
}

export interface Describing {
  readonly say: Say;
  /** Without a slash at its end. */
  readonly origin: string;
}

/** A page that is found without signing in. */
type PublicPage = { readonly kind: 'home' } | { readonly kind: 'cities' | 'ties' | 'report'; readonly slug: string };

/** What is public at an address by its form alone; null for pages on which offices work. */
export function publicPage(path: string): PublicPage | null {
  const [kind, slug, part, ...more] = path.split('/').filter((segment) => segment !== '');
  if (kind === undefined) return { kind: 'home' };
  if (slug === undefined || more.length > 0) return null;
  if (kind === 'ties' && part === 'report') return { kind: 'report', slug };
  return (kind === 'cities' || kind === 'ties') && part === undefined ? { kind, slug } : null;
}

/** The head of the page at an address; null where it is not public. Reads as nobody, whoever asks. */
export async function describePage(work: Work, path: string, describing: Describing): Promise<PageHead | null> {
  const { say, origin } = describing;
  const page = publicPage(path);
  if (page === null) return null;
  if (page.kind === 'home') {
    const about = { '@type': 'WebSite', name: say('design.product'), url: `${origin}/`, description: say('reports.head_home_text') };
    return { title: say('reports.head_home'), description: say('reports.head_home_text'), path: '/', about };
  }
  const open = await asPublic(work);
  if (page.kind === 'cities') return describeCity(open, page.slug, describing);
  return describeTie(open, page.slug, { ...describing, isReport: page.kind === 'report' });
}
