// Pages as readers get them: whole without a script, kept some seconds for everybody.
import type { Context } from 'hono';
import { languages, type Language } from '#kernel/language.ts';
import { escaped } from '#kernel/writing/markup.ts';
import { addressIn } from '#kernel/page-address.ts';
import type { EdgeEnv } from './access.ts';
import type { Freshness, Keeper } from './kept-answers.ts';
import { fillHead } from './page-head.ts';
import type { Say } from './problems.ts';
import { ownStyles } from './security.ts';
import { headingOf, withContent, type Built } from './served-page.ts';

export interface PageOfSomething {
  /** Its one address. */
  readonly path: string;
  /** It was withdrawn: the page says so, with the status that programs know it by. */
  readonly isGone: boolean;
  readonly fill: (html: string) => string;
}

export interface ToDraw {
  /** With what it searches for, and without the language. */
  readonly path: string;
  readonly language: Language;
  /** Answers a call of the API as anybody may have it. */
  readonly ask: (request: Request) => Promise<Response>;
}

/** `not understood`: what is searched for is no word of the page; `failed`: told to the operator, the page is then sent as the frame that the application fills. */
export type Drawn = { readonly kind: 'drawn'; readonly html: string } | { readonly kind: 'not there' | 'not understood' | 'failed' };

/** A page that somebody asks for, in the appearance that they chose. */
export interface Reading extends ToDraw {
  readonly theme: string | null;
}

export interface WholeParts {
  readonly origin: string;
  readonly say: Say;
  readonly keeper: Keeper;
  readonly freshness: Freshness;
  readonly headOf: (path: string, language: Language) => (() => Promise<PageOfSomething | null>) | null;
  readonly draw: (asked: ToDraw) => Promise<Drawn>;
  /** The frame that the application fills. */
  readonly frame: () => Promise<string>;
}

/** Of a page: shared ones of the language that it is in, or leads to. */
export const varies = { 'cache-control': 'no-cache', vary: 'accept-language, cookie, sec-fetch-site' } as const;

/** Addresses at which no page is: the page says so, and of the second that it does not understand what is searched for. */
const nowhere = { 'not there': ['/nothing/is/here', 404], 'not understood': ['/nothing/is/understood', 400] } as const;
/** Longer addresses are not repeated to whoever tries them. */
const LONGEST = 500;

type C = Context<EdgeEnv, string>;

/** Makes the answer to a reading: the page, that nothing is there, or where it stands by now; `c` knows of whoever asks no more than their language. */
export function wholePages({ origin, say, keeper, freshness, headOf, draw, frame }: WholeParts, built: Built) {
  /** The page in its frame; its head says at least what its heading does. */
  const filled = async (reading: Reading, about: PageOfSomething | null) => {
    const { path, language, theme } = reading;
    const drawn = await draw(reading);
    if (drawn.kind !== 'drawn') return drawn;
    const page = withContent(await frame(), drawn.html, { ...built, language, theme, offline: say(language, 'design.offline') });
    const head = { title: headingOf(drawn.html), description: null, path: path.split('?')[0] ?? path, about: null };
    const fill = about?.fill ?? ((html: string) => fillHead(html, head, { origin, language, site: say(language, 'design.product') }));
    return { kind: 'page', html: fill(page.html), headers: { ...varies, ...ownStyles(page.styles) } } as const;
  };

  /** Tells that nothing is there, or nothing that it was asked for by, kept like a page: whoever tries addresses costs no more than who reads. */
  const lost = async (c: C, reading: Reading, why: keyof typeof nowhere = 'not there'): Promise<Response> => {
    const [place, status] = nowhere[why];
    // Asked for as bytes that any browser takes, since the answer goes on with another status.
    const asked = { request: new Request(c.req.url), key: `${why} ${reading.language} ${reading.theme ?? ''}`, freshness };
    const make = async (): Promise<Response> => {
      const page = await filled({ ...reading, path: place }, null);
      return page.kind === 'page' ? c.html(page.html, 200, page.headers) : c.html(await frame(), 200, varies);
    };
    const answer = await keeper.answer(asked, make);
    const headers = new Headers(answer.headers);
    for (const name of ['etag', 'last-modified', 'content-length']) headers.delete(name);
    // Kept once for all, it leads to the other language of the address that was asked for; of what is not understood, to the page alone.
    const path = why === 'not there' ? reading.path : (reading.path.split('?')[0] ?? '');
    const html = await answer.text();
    return new Response(path.length > LONGEST ? html : html.replaceAll(place, () => escaped(path)), { status, headers });
  };

  const made = async (c: C, reading: Reading): Promise<Response> => {
    const { path, language } = reading;
    const [plain = path] = path.split('?');
    const describe = headOf(plain, language);
    const about = describe === null ? null : await describe();
    if (describe !== null && about === null) return lost(c, reading);
    if (about !== null && about.path !== plain) return c.redirect(addressIn(language, about.path + path.slice(plain.length)), 301);
    const page = await filled(reading, about);
    if (page.kind === 'page') return c.html(page.html, about?.isGone === true ? 410 : 200, page.headers);
    if (page.kind !== 'failed') return lost(c, reading, page.kind);
    const html = await frame();
    return c.html(about?.fill(html) ?? html, about?.isGone === true ? 410 : 200, varies);
  };
  return { lost, made };
}

/** In which language a page is read whose address names none. */
export const plainLanguage = languages[0];
