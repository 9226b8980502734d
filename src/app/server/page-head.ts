// Lets the server fill the heads of public pages, by what the reports module says of them.
import type { Language } from '#kernel/language.ts';
import { ok, type Params } from '#kernel/result.ts';
import { describePage } from '#modules/reports/api/describe-page.ts';
import { fillHead } from '#platform/http/page-head.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody } from '#platform/work.ts';
import { say } from './say.ts';

/** The page at a path with its head filled in; as it is where it is not public. */
export const headFiller =
  (database: Database, origin: string) =>
  async (html: string, path: string, language: Language): Promise<string> => {
    const saying = (code: string, params?: Params): string => say(language, code, params);
    const described = await inWork(database, nobody(language), async (work) =>
      ok(await describePage(work, path, { say: saying, origin: origin.replace(/\/$/, '') })),
    );
    if (!described.ok || described.value === null) return html;
    return fillHead(html, described.value, { origin, language, site: say(language, 'design.product') });
  };
