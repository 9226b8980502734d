// Lets the server fill the heads of public pages, by what the reports module says of them.
import type { Language } from '#kernel/language.ts';
import { regionLabelsElement, type RegionLabels } from '#kernel/region-names.ts';
import { ok, type Params } from '#kernel/result.ts';
import { describePage, publicPage } from '#modules/reports/api/describe-page.ts';
import { listRegionLabels } from '#modules/cities/api/naming.ts';
import { fillHead, handOver } from '#platform/http/page-head.ts';
import type { Database } from '#platform/postgres/database.ts';
import { isOutage } from '#platform/postgres/outage.ts';
import { inWork, nobody } from '#platform/work.ts';
import { say } from './say.ts';

/** Fills in the head of the page at a path, null where what it is about is not public; null for all other pages. */
export const headFiller =
  (database: Database, origin: string) =>
  (path: string, language: Language): ((html: string) => Promise<string | null>) | null => {
    if (publicPage(path) === null) return null;
    const saying = (code: string, params?: Params): string => say(language, code, params);
    return async (html) => {
      const described = await inWork(database, nobody(language), async (work) =>
        ok(await describePage(work, path, { say: saying, origin: origin.replace(/\/$/, '') })),
      );
      if (!described.ok || described.value === null) return null;
      return fillHead(html, described.value, { origin, language, site: say(language, 'design.product') });
    };
  };

/** Sends with every page what the naming policy calls countries and regions; while the database is away, as it was known last. */
export function withRegionLabels(database: Database): (html: string) => Promise<string> {
  let known: RegionLabels = {};
  return async (html) => {
    try {
      const found = await inWork(database, nobody('en'), listRegionLabels);
      if (found.ok) known = found.value.labels;
    } catch (fault) {
      if (!isOutage(fault)) throw fault;
    }
    return handOver(html, regionLabelsElement, known);
  };
}
