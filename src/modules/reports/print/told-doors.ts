// Where programs find the public pages: `/sitemap.xml` with its parts, `/robots.txt`, and a feed of what was published in each language. The same for everybody.
import { isOneOf } from '#kernel/codes.ts';
import { languages, type Language } from '#kernel/language.ts';
import { addressIn } from '#kernel/page-address.ts';
import { ok, type Params } from '#kernel/result.ts';
import type { Keeper } from '#platform/http/kept-answers.ts';
import type { Door } from '#platform/http/server.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody, type Transact } from '#platform/work.ts';
import { newestTold } from '../api/told/newest.ts';
import { openPages, pageKinds, type PageKind } from '../api/told/open-pages.ts';
import { atomFeed, sitemapIndex, sitemapPart } from '../formats/told-files.ts';

/** Made anew at most so often; what is taken back leaves them with the next making. */
const FRESH_MS = 60_000;
/** Each stands there in every language; a sitemap may have 50,000 addresses. */
const PAGES_A_PART = 10_000;
const ENTRIES = 50;

interface Telling {
  readonly database: Database;
  readonly origin: string;
  readonly keeper: Keeper;
  readonly say: (language: Language, code: string, params?: Params) => string;
  readonly keptMs?: number;
}

const isKind = (text: string | undefined): text is PageKind => isOneOf(pageKinds, text);

export function toldDoors({ database, origin: given, keeper, say, keptMs = FRESH_MS }: Telling): readonly Door[] {
  const origin = given.replace(/\/$/, '');
  const transact: Transact = (use) => inWork(database, nobody(), use);
  const freshness = { milliseconds: keptMs, untilWritten: false };
  const file = (type: string, body: string): Response =>
    new Response(body, { headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=60' } });
  const door = (path: string, make: (params: Readonly<Record<string, string>>) => Promise<Response>): Door => ({
    path,
    opens: 'to-all',
    open: (request, params) => keeper.answer({ request, key: `told ${new URL(request.url).pathname}`, freshness }, () => make(params)),
  });
  const pagesOf = async (kind: PageKind): Promise<readonly string[]> => {
    const pages = await openPages(transact, kind);
    if (!pages.ok) throw new Error(`the public pages were refused: ${pages.refusal.code}`);
    return pages.value;
  };

  const index = async (): Promise<Response> => {
    const parts: string[] = [];
    for (const kind of pageKinds) {
      const count = Math.ceil((await pagesOf(kind)).length / PAGES_A_PART);
      parts.push(...Array.from({ length: count }, (_, at) => `${origin}/sitemap/${kind}-${at + 1}.xml`));
    }
    return file('application/xml', sitemapIndex(parts));
  };
  const part = async ({ part: name = '' }: Readonly<Record<string, string>>): Promise<Response> => {
    const [, kind, number] = /^([a-z]+)-([1-9]\d{0,3})\.xml$/.exec(name) ?? [];
    const from = (Number(number) - 1) * PAGES_A_PART;
    const pages = isKind(kind) ? (await pagesOf(kind)).slice(from, from + PAGES_A_PART) : [];
    return pages.length === 0 ? new Response(null, { status: 404 }) : file('application/xml', sitemapPart(origin, pages));
  };
  const robots = (): Promise<Response> =>
    Promise.resolve(
      file(
        'text/plain',
        [
          'User-agent: *',
          ...languages.map((language) => `Disallow: ${addressIn(language, '/search')}`),
          `Sitemap: ${origin}/sitemap.xml`,
          '',
        ].join('\n'),
      ),
    );
  const feed = (language: Language, path: string) => async (): Promise<Response> => {
    const told = await inWork(database, nobody(language), async (work) => ok(await newestTold(work, ENTRIES)));
    if (!told.ok) throw new Error(`the feed was refused: ${told.refusal.code}`);
    const site = say(language, 'design.product');
    const words = { site, title: say(language, 'reports.feed_title'), kindOf: (kind: string) => say(language, `reports.told_${kind}`) };
    return file('application/atom+xml', atomFeed({ origin, language, path, entries: told.value, ...words }));
  };
  return [
    door('/robots.txt', robots),
    door('/sitemap.xml', index),
    door('/sitemap/:part', part),
    ...languages.map((language) => {
      const path = addressIn(language, '/feed.atom');
      return door(path, feed(language, path));
    }),
  ];
}
