// Draws the pages of readers, as many at once as leave room for everything else; what cannot be drawn is told to the operator, and sent as the frame that the application fills.
import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Language } from '#kernel/language.ts';
import type { RegionLabels } from '#kernel/region-names.ts';
import type { PageParts } from '#platform/http/pages.ts';
import type { Built } from '#platform/http/served-page.ts';
import { turnsOf } from '#platform/http/turns.ts';
import type { Logger } from '#platform/logging/logger.ts';
import type { Metrics } from '#platform/logging/metrics.ts';
import { isOutage } from '#platform/postgres/outage.ts';
import type { LetterShown } from '#modules/outcomes/contract/letter-page.ts';
import type { LetterDrawing } from '../served/draw-letter.tsx';
import type { Drawing } from '../served/draw-page.tsx';

const root = join(import.meta.dirname, '..', '..', '..');
/** What scripts/bundle-pages.mjs makes. */
const programs = join(root, 'node_modules', '.cache', 'hansa', 'pages');
const program = join(programs, 'draw-page.mjs');
const load = <P>(file: string): Promise<P> => import(pathToFileURL(file).href) as Promise<P>;

/** Pages that are drawn here, with what of their search they depend on. */
const drawnPages: readonly (readonly [path: RegExp, search: readonly string[]])[] = [
  [/^\/$/, []],
  [/^\/search\/?$/, ['q']],
  [/^\/cities\/?$/, ['q', 'country']],
  [/^\/cities\/(?!new$|duplicates$)[^/]+\/?$/, []],
  [/^\/ties\/[^/]+(\/report|\/projects|\/snapshots(\/[^/]+)?)?\/?$/, []],
  [/^\/ties\/[^/]+\/agreements\/[^/]+\/?$/, []],
  [/^\/outcomes\/(?!new$)[^/]+\/?$/, []],
  [/^\/cities\/[^/]+\/scorecard(\/outcomes)?\/?$/, ['stage', 'sureness', 'fate', 'answer', 'paper']],
  [/^\/editions\/?$/, ['q']],
  [/^\/editions\/(?!new$)[^/]+(\/programme|\/compare\/[^/]+)?\/?$/, ['q', 'by', 'country', 'offers', 'seeks', 'market', 'size']],
  [/^\/editions\/[^/]+\/follow-through(\/announcements)?\/?$/, ['fate', 'reason', 'stage', 'kind']],
  [/^\/matching\/?$/, []],
  [/^\/challenges\/?$/, ['q', 'kind', 'domain', 'country']],
  [/^\/data\/?$/, []],
  [/^\/organisations\/?$/, ['q', 'country', 'kind']],
  [/^\/organisations\/(?!new$)[^/]+\/?$/, []],
  [/^\/network\/?$/, ['city', 'withCity']],
  [/^\/partner-calls\/?$/, ['country', 'from', 'domain', 'tie', 'language']],
  [/^\/reference(\/(?!new$)[^/]+)?\/?$/, ['only', 'city', 'country', 'q']],
  [/^\/cities\/[^/]+\/sheet\/?$/, []],
  [/^\/editions\/[^/]+\/halls\/?$/, ['hall', 'from', 'to']],
  [/^\/map\/?$/, ['city', 'country', 'class', 'from', 'sided']],
];

/** What of its search a page depends on that is drawn here; null for all others. */
export const searchOf: PageParts['searchOf'] = (path, search) => {
  const known = drawnPages.find(([pattern]) => pattern.test(path))?.[1];
  if (known === undefined) return null;
  return new URLSearchParams(known.flatMap((name) => (search.has(name) ? [[name, search.get(name) ?? '']] : [])));
};

/** Drawn at once: each waits for its questions most of the time. */
const MOST_AT_ONCE = 4;
/** Beyond this, whoever waits is served sooner by drawing the page themselves. */
const MOST_WAITING = 40;
const LONGEST_MS = 8000;

async function findBuilt(): Promise<Built | null> {
  const [styles, script] = [join(root, 'dist', 'served.css'), globSync(join(root, 'dist', 'assets', 'first-touch-*.js'))[0]];
  if (script === undefined || !existsSync(styles) || !existsSync(program)) return null;
  // Whatever is a word of the script may be a class that it sets.
  const itsClasses = new Set((await readFile(script, 'utf8')).match(/[\w-]+/g));
  return { styles: await readFile(styles, 'utf8'), script: `/assets/${basename(script)}`, itsClasses };
}

/** What the API says of something that is not there, or not for everybody, and of what it does not know. */
const reasons = { 403: 'not there', 404: 'not there', 422: 'not understood' } as const;
const isReason = (status: unknown): status is keyof typeof reasons => typeof status === 'number' && status in reasons;
const reasonOf = (fault: unknown) =>
  typeof fault === 'object' && fault !== null && 'status' in fault && isReason(fault.status) ? reasons[fault.status] : null;

interface Drawer {
  readonly origin: string;
  readonly labels: () => Promise<RegionLabels>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly draws: boolean;
}

type Program = { readonly drawPage: (drawing: Drawing) => Promise<string> };
export type LetterProgram = { readonly drawLetter: (drawing: LetterDrawing) => Promise<string> };

/** Draws the page of a letter without scripts; `program`: another than the built one. */
export function letterDrawer(labels: Drawer['labels'], program?: () => Promise<LetterProgram>) {
  let loaded: Promise<LetterProgram> | undefined;
  return async (letter: LetterShown, language: Language): Promise<string> => {
    const { drawLetter } = await (loaded ??= program?.() ?? load<LetterProgram>(join(programs, 'draw-letter.mjs')));
    return drawLetter({ letter, language, labels: await labels() });
  };
}

export function pageDrawer({ origin, labels, logger, metrics, draws }: Drawer): Pick<PageParts, 'draw' | 'searchOf' | 'built'> {
  let built: Built | null = null;
  let loaded: Promise<Program> | undefined;
  const inTurn = turnsOf(MOST_AT_ONCE);
  let underWay = 0;
  return {
    searchOf,
    built: async () => (built ??= draws ? await findBuilt() : null),
    draw: async (asked) => {
      if (underWay >= MOST_WAITING) {
        metrics.page('busy', 0);
        return { kind: 'failed' };
      }
      underWay += 1;
      const started = performance.now();
      const took = (): number => (performance.now() - started) / 1000;
      try {
        const html = await inTurn(async () => {
          const { drawPage } = await (loaded ??= load<Program>(program));
          return drawPage({ ...asked, origin, labels: await labels(), signal: AbortSignal.timeout(LONGEST_MS) });
        });
        metrics.page('drawn', took());
        return { kind: 'drawn', html };
      } catch (fault) {
        if (isOutage(fault)) throw fault;
        const kind = reasonOf(fault);
        // Without a word that is searched for, it is the address itself that is not known.
        if (kind !== null) return { kind: asked.path.includes('?') ? kind : 'not there' };
        logger.error({ err: fault }, 'a page was not drawn');
        metrics.page('failed', took());
        return { kind: 'failed' };
      } finally {
        underWay -= 1;
      }
    },
  };
}
