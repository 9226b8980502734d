// The pages: those of readers whole, in the language of their address; all others as the frame that the application fills.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { languageFor, languages, writing, type Language } from '#kernel/language.ts';
import { languageOf } from '#kernel/writing/in-languages.ts';
import { addressIn, readAddress } from '#kernel/page-address.ts';
import type { EdgeContext, EdgeEnv } from './access.ts';
import { hasSession, type Edge } from './edge.ts';
import type { Freshness, Keeper } from './kept-answers.ts';
import type { Say } from './problems.ts';
import type { Built } from './served-page.ts';
import { plainLanguage, varies, wholePages, type Reading, type ToDraw, type WholeParts } from './whole-pages.ts';

export interface PageParts extends Pick<WholeParts, 'draw'> {
  /** Folder of the built pages. */
  readonly pages: string;
  /** Whether there is a page at a path. */
  readonly isPage: (path: string) => boolean;
  /** What the head of a public page says of what it is about, null where that is not public; null for pages that are not. */
  readonly headOf: WholeParts['headOf'];
  /** Puts into a page what its scripts need at once. */
  readonly handingOver: (html: string) => Promise<string>;
  /** What of an address's search a drawn page depends on; null for pages that are not drawn. */
  readonly searchOf: (path: string, search: URLSearchParams) => URLSearchParams | null;
  /** What the build made for drawn pages; null where it is not built. */
  readonly built: () => Promise<Built | null>;
  readonly keeper: Keeper;
  /** For how long what everybody may read is kept. */
  readonly keptMs: number;
}

/** The language that a reader chose here, else what their browser asks for. */
function preferred(c: EdgeContext): Language {
  const chosen = languages.find((language) => language === getCookie(c, 'hansa-language'));
  const tags = (c.req.header('accept-language') ?? '').split(',').map((tag) => tag.trim());
  return chosen ?? tags.flatMap((tag) => languageFor(tag) ?? [])[0] ?? plainLanguage;
}

/** The path after a prefix of the language that stands without one, as somebody may write it: `/en/cities`; null where there is none. */
const withoutPrefix = (path: string): string | null => {
  const prefixed = plainPrefix.exec(path);
  return prefixed === null ? null : `/${prefixed[1] ?? ''}`;
};
const plainPrefix = new RegExp(`^/${writing[plainLanguage].suffix}(?:/+(.*))?$`);

/** Whether somebody came from another page of ours: a link there names the language that it leads to. */
function isGoingOn(c: EdgeContext, origin: string): boolean {
  const site = c.req.header('sec-fetch-site');
  return site === undefined ? (c.req.header('referer') ?? '').startsWith(`${origin}/`) : site === 'same-origin';
}

const withSearch = (path: string, search: URLSearchParams): string => (search.size === 0 ? path : `${path}?${search.toString()}`);

const themeOf = (c: EdgeContext): string | null => /^(light|dark)$/.exec(getCookie(c, 'hansa-theme') ?? '')?.[0] ?? null;

function addFiles(app: Hono<EdgeEnv>, pages: string): void {
  const root = relative(process.cwd(), pages) || '.';
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.status === 200) c.res.headers.set('cache-control', 'public, max-age=31536000, immutable');
  });
  // Asked for by whatever reads no page, such as a reader of feeds.
  app.get('/favicon.ico', (c) => c.redirect('/favicon.svg', 301));
  app.use('*', serveStatic({ root, precompressed: true, index: 'none' }));
}

interface Around {
  readonly origin: string;
  readonly say: Say;
}

export function addPages(app: Hono<EdgeEnv>, parts: PageParts & Around, edge: Edge, askIn: (language: Language) => ToDraw['ask']): void {
  const { pages, isPage, headOf, handingOver, keeper, keptMs, searchOf, draw, say } = parts;
  const origin = parts.origin.replace(/\/$/, '');
  const freshness: Freshness = { milliseconds: keptMs, untilWritten: true };
  const frame = keeper.value(freshness, async () => handingOver(await readFile(join(pages, 'index.html'), 'utf8')));

  /** The frame that the application fills, with what its head can say. */
  const framed = async (c: EdgeContext, path: string, language: Language): Promise<Response> => {
    const describe = headOf(path, language);
    const asked = { request: c.req.raw, key: describe === null ? 'page' : `page ${language} ${path}`, freshness };
    const isThere = isPage(path);
    const make = async (): Promise<Response> => {
      const html = await frame();
      const about = describe === null ? undefined : await describe();
      // The page itself says that nothing is there.
      if (about?.isGone === true) return c.html(about.fill(html), 410, varies);
      return c.html(about?.fill(html) ?? html, isThere && about !== null ? 200 : 404, varies);
    };
    if (!isThere) return edge.within(c, edge.network(c), make);
    const answer = await (keeper.standing(asked) ?? edge.within(c, edge.network(c), () => keeper.answer(asked, make)));
    // Whoever is signed in may see what others may not.
    return (answer.status === 404 || answer.status === 410) && hasSession(c)
      ? new Response(answer.body, { status: 200, headers: answer.headers })
      : answer;
  };

  /** The page as a reader gets it. `isThere`: whether its address is one of a page. */
  const read = (c: EdgeContext, reading: Reading, { built, isThere }: { readonly built: Built; readonly isThere: boolean }) => {
    const { lost, made } = wholePages({ origin, say, keeper, freshness, headOf, draw, frame }, built);
    const within = (make: () => Promise<Response>): Promise<Response> => edge.within(c, edge.network(c), make);
    if (!isThere) return within(() => lost(c, reading));
    const { language, theme, path } = reading;
    const asked = { request: c.req.raw, key: `whole ${language} ${theme ?? ''} ${path}`, freshness };
    return keeper.standing(asked) ?? within(() => keeper.answer(asked, () => made(c, reading)));
  };

  addFiles(app, pages);
  app.get('*', async (c) => {
    if (c.req.path.startsWith('/assets/')) return c.notFound();
    if (!existsSync(join(pages, 'index.html'))) return c.text('The pages are not built yet: run "npm start" once.', 503);
    c.get('seen').route = 'page';
    // No page has one, and on the way on (`location`) a browser takes `/\` for `//`, which names another server.
    if (/[\\\p{Cc}]/u.test(c.req.path)) return c.notFound();
    const meantPath = withoutPrefix(c.req.path);
    if (meantPath !== null) {
      // Whoever writes the language has chosen it, as by the switch of the page.
      setCookie(c, 'hansa-language', plainLanguage, { path: '/', maxAge: 31_536_000, sameSite: 'Lax' });
      return c.redirect(`${meantPath}${new URL(c.req.url).search}`, 302);
    }
    const { language: named, path } = readAddress(c.req.path);
    const { searchParams, search } = new URL(c.req.url);
    const built = hasSession(c) ? null : await parts.built();
    const meant = searchOf(path, searchParams);
    if (built === null || (meant === null && isPage(path))) return framed(c, path, named ?? languageOf(c.req.header('accept-language')));
    const language = named ?? plainLanguage;
    if (named === null && preferred(c) !== language && !isGoingOn(c, origin))
      return c.body(null, 302, { ...varies, location: `${addressIn(preferred(c), path)}${search}` });
    const reading = { path: withSearch(path, meant ?? new URLSearchParams()), language, ask: askIn(language), theme: themeOf(c) };
    return read(c, reading, { built, isThere: meant !== null });
  });
}
