// How public pages describe themselves to search engines and to whoever a link is passed on to: from what everybody may know.
import { chooseText, type MultilingualText } from '#kernel/language.ts';
import type { Params } from '#kernel/result.ts';
import { openCity, type NamedCity } from '#modules/cities/api/open-city.ts';
import type { Work } from '#platform/work.ts';
import type { PageHead } from '#platform/http/page-head.ts';
import { asPublic } from '#platform/work.ts';
import { getTieReport } from './tie-report.ts';

/** Says a text of `text.en.ts` in the reader's language. */
export type Say = (code: string, params?: Params) => string;

type Data = Readonly<Record<string, unknown>>;

/** A city as schema.org has it. */
const cityData = ({ name, country }: { readonly name: MultilingualText; readonly country: string }, url: string): Data => ({
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
  const found = await getTieReport(work, { tie: slug });
  if (!found.ok) return null;
  const report = found.value;
  const cities = [report.cities.first, report.cities.second];
  const nameOf = ({ name }: { readonly name: MultilingualText }): string => chooseText(name, work.actor.language).text;
  const names = { first: nameOf(report.cities.first), second: nameOf(report.cities.second) };
  const path = `/ties/${report.slug}${isReport ? '/report' : ''}`;
  const count = (standing: string): number => report.entries.filter((entry) => entry.standing === standing).length;
  const title = say(isReport ? 'reports.head_report' : 'reports.head_tie', names);
  const description = say('reports.head_report_text', {
    ...names,
    known: count('known'),
    reported: count('reported'),
    unknown: report.gaps.length,
  });
  const file = (format: string, type: string): Data => ({
    '@type': 'DataDownload',
    encodingFormat: type,
    contentUrl: `${origin}/api/v1/ties/${report.slug}/report/file?format=${format}`,
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
      dateModified: report.today,
      about: cities.map((city) => cityData(city, `${origin}/cities/${city.slug}`)),
      distribution: [file('json', 'application/json'), file('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')],
    },
  };
}

export interface Describing {
  readonly say: Say;
  /** Without a slash at its end. */
  readonly origin: string;
}

/** The head of a public page by its address; null for pages that nobody finds without signing in, and for what is not public. */
export async function describePage(work: Work, path: string, describing: Describing): Promise<PageHead | null> {
  const { say, origin } = describing;
  const open = await asPublic(work);
  const [kind, slug, part, ...more] = path.split('/').filter((segment) => segment !== '');
  if (kind === undefined) {
    const about = { '@type': 'WebSite', name: say('design.product'), url: `${origin}/`, description: say('reports.head_home_text') };
    return { title: say('reports.head_home'), description: say('reports.head_home_text'), path: '/', about };
  }
  if (slug === undefined || more.length > 0) return null;
  if (kind === 'cities' && part === undefined) return describeCity(open, slug, describing);
  if (kind === 'ties' && (part === undefined || part === 'report'))
    return describeTie(open, slug, { ...describing, isReport: part === 'report' });
  return null;
}
