// How public pages describe themselves to search engines and to whoever a link is passed on to: from what everybody may know.
import { chooseText } from '#kernel/language.ts';
import type { Params } from '#kernel/result.ts';
import { isId } from '#kernel/ids.ts';
import { openCity, type NamedCity } from '#modules/cities/api/open-city.ts';
import { findNamedEdition } from '#modules/expos/api/edition/open-edition.ts';
import { findOutcome } from '#modules/outcomes/api/open-outcome.ts';
import { nameVisit } from '#modules/ties/api/exchange/name-happenings.ts';
import { countsOf, findTie } from '#modules/ties/api/open-tie.ts';
import type { Work } from '#platform/work.ts';
import { openFollowThrough } from './follow-through/follow-through.ts';
import { openSnapshot } from './snapshots/snapshots.ts';
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

/** The projects of a tie as everybody reads them. */
async function describeProjects(work: Work, slug: string, { say, origin }: Describing): Promise<PageHead | null> {
  const found = await findTie(work, slug);
  const tie = found.ok ? await describeTie(work, slug, { say, origin, isReport: false }) : null;
  if (!found.ok || tie === null) return null;
  const [first = '', second = ''] = [...found.value.cities.values()]
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map(({ name }) => chooseText(name, work.actor.language).text);
  return { ...tie, title: say('reports.head_projects', { first, second }), path: `${tie.path}/projects`, about: null };
}

/** A visit that everybody may read, on the page of its tie. */
async function describeVisit(
  work: Work,
  slug: string,
  { id, ...describing }: Describing & { readonly id: string },
): Promise<PageHead | null> {
  const [found, visit] = [await findTie(work, slug), isId<'Exchange'>(id) ? await nameVisit(work, id) : null];
  if (!found.ok || visit === null || visit.tieId !== found.value.tieId) return null;
  const tie = await describeTie(work, slug, { ...describing, isReport: false });
  const title = chooseText(visit.title, work.actor.language).text;
  return tie === null ? null : { ...tie, title, path: `${tie.path}/visits/${visit.id}`, about: null };
}

/** The list of a tie's snapshots, or one by its number; of one that was withdrawn, that it was. */
async function describeSnapshots(
  work: Work,
  slug: string,
  { number, say, origin }: Describing & { readonly number: string | null },
): Promise<PageHead | null> {
  const whole = await describeTie(work, slug, { say, origin, isReport: true });
  if (whole === null) return null;
  const tie = whole.path.replace(/\/report$/, '');
  if (number === null) return { ...whole, path: `${tie}/snapshots`, about: null };
  const opened = /^[1-9]\d{0,4}$/.test(number) ? await openSnapshot(work, { tie: slug, number: Number(number) }) : null;
  if (opened?.ok !== true) return null;
  const { record, tie: found } = opened.value;
  const [first, second] = [...found.cities.values()]
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map(({ name }) => chooseText(name, work.actor.language).text);
  const isGone = record.withdrawnAt !== null;
  const title = say(isGone ? 'reports.head_snapshot_gone' : 'reports.head_snapshot', { first: first ?? '', second: second ?? '', number });
  const path = `${tie}/snapshots/${number}`;
  const day = record.frozenAt.toISOString().slice(0, 10);
  const about = {
    '@type': 'Dataset',
    name: title,
    description: whole.description,
    url: `${origin}${path}`,
    datePublished: day,
    version: number,
  };
  return { title, description: isGone ? null : whole.description, path, about: isGone ? null : about, isGone };
}

async function describeFollowThrough(work: Work, slug: string, { say }: Describing): Promise<PageHead | null> {
  const opened = await openFollowThrough(work, { edition: slug, view: 'public' });
  const isGone = !opened.ok && opened.refusal.kind === 'gone';
  const found = opened.ok || isGone ? await findNamedEdition(work, slug) : null;
  if (found?.ok !== true) return null;
  const edition = chooseText(found.value.name, work.actor.language).text;
  return {
    title: say('reports.head_follow_through', { edition }),
    description: isGone ? null : say('reports.head_follow_through_text', { edition }),
    ...{ path: `/editions/${found.value.slug}/follow-through`, about: null, isGone },
  };
}

async function describeOutcome(work: Work, id: string, { say, origin }: Describing): Promise<PageHead | null> {
  const found = isId<'Outcome'>(id) ? await findOutcome(work, id) : null;
  if (found?.ok !== true) return null;
  const { title, updatedAt } = found.value;
  const name = chooseText(title, work.actor.language).text;
  const path = `/outcomes/${id}`;
  const description = say('reports.head_outcome_text', { outcome: name });
  const about = { '@type': 'Dataset', name, description, url: `${origin}${path}`, dateModified: updatedAt.toISOString().slice(0, 10) };
  return { title: name, description, path, about };
}

async function describeEdition(
  work: Work,
  slug: string,
  describing: Describing & { readonly page: 'editions' | 'programme' | 'register' },
): Promise<PageHead | null> {
  const { say, origin, page } = describing;
  const found = await findNamedEdition(work, slug);
  if (!found.ok) return null;
  const { name: names, venue, firstDay, lastDay } = found.value;
  const [name, place] = [names, venue].map((text) => chooseText(text, work.actor.language).text);
  const edition = name ?? '';
  const path = `/editions/${found.value.slug}${page === 'editions' ? '' : `/${page}`}`;
  return {
    title: page === 'programme' ? say('reports.head_programme', { edition }) : edition,
    description: say('reports.head_edition_text', { edition }),
    path,
    about: {
      '@type': 'Event',
      name: edition,
      url: `${origin}/editions/${found.value.slug}`,
      startDate: firstDay,
      endDate: lastDay,
      ...(place === undefined || place === '' ? {} : { location: { '@type': 'Place', name: place } }),
    },
  };
}

export interface Describing {
  readonly say: Say;
  /** Without a slash at its end. */
  readonly origin: string;
}

/** A page that is found without signing in. */
type PublicPage =
  | { readonly kind: 'home' }
  | { readonly kind: 'list'; readonly of: List }
  | {
      readonly kind: 'cities' | 'ties' | 'report' | 'projects' | 'outcomes' | 'editions' | 'programme' | 'register' | 'follow-through';
      readonly slug: string;
    }
  | { readonly kind: 'snapshots'; readonly slug: string; readonly number: string | null }
  | { readonly kind: 'visits'; readonly slug: string; readonly id: string };

const isOfSomething = (kind: string): kind is 'cities' | 'ties' | 'outcomes' | 'editions' =>
  kind === 'cities' || kind === 'ties' || kind === 'outcomes' || kind === 'editions';
/** Lists that everybody reads. */
const lists = ['cities', 'editions'] as const;
type List = (typeof lists)[number];

/** Pages of offices that begin like those of something. */
const notSlugs = ['new', 'duplicates'];

/** What is public at an address by its form alone; null for pages on which offices work. */
export function publicPage(path: string): PublicPage | null {
  const [kind, slug, part, number, ...more] = path.split('/').filter((segment) => segment !== '');
  if (kind === undefined) return { kind: 'home' };
  const list = lists.find((one) => one === kind);
  if (slug === undefined) return list === undefined ? null : { kind: 'list', of: list };
  if (more.length > 0 || notSlugs.includes(slug)) return null;
  if (kind === 'ties' && part === 'snapshots') return { kind: 'snapshots', slug, number: number ?? null };
  if (kind === 'ties' && part === 'visits' && number !== undefined) return { kind: 'visits', slug, id: number };
  if (number !== undefined) return null;
  if (kind === 'editions' && part === 'follow-through') return { kind: 'follow-through', slug };
  if (kind === 'ties' && (part === 'report' || part === 'projects')) return { kind: part, slug };
  if (kind === 'editions' && (part === 'programme' || part === 'register')) return { kind: part, slug };
  return isOfSomething(kind) && part === undefined ? { kind, slug } : null;
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
  if (page.kind === 'list')
    return {
      title: say(page.of === 'cities' ? 'cities.register' : 'expos.editions'),
      description: say(`reports.head_${page.of}_text`),
      ...{ path: `/${page.of}`, about: null },
    };
  const open = await asPublic(work);
  if (page.kind === 'cities') return describeCity(open, page.slug, describing);
  if (page.kind === 'snapshots') return describeSnapshots(open, page.slug, { ...describing, number: page.number });
  if (page.kind === 'projects') return describeProjects(open, page.slug, describing);
  if (page.kind === 'follow-through') return describeFollowThrough(open, page.slug, describing);
  if (page.kind === 'outcomes') return describeOutcome(open, page.slug, describing);
  if (page.kind === 'visits') return describeVisit(open, page.slug, { ...describing, id: page.id });
  if (page.kind === 'editions' || page.kind === 'programme' || page.kind === 'register')
    return describeEdition(open, page.slug, { ...describing, page: page.kind });
  return describeTie(open, page.slug, { ...describing, isReport: page.kind === 'report' });
}
