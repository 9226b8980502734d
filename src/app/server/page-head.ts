// Lets the server fill the heads of public pages, by what the reports module says of them.
import { regionLabelsElement, type RegionLabels } from '#kernel/region-names.ts';
import { ok, type Params } from '#kernel/result.ts';
import { describePage, publicPage } from '#modules/reports/api/describe-page.ts';
import { listRegionLabels } from '#modules/cities/api/naming.ts';
import { fillHead, handOver } from '#platform/http/page-head.ts';
import type { PageParts } from '#platform/http/pages.ts';
import type { Database } from '#platform/postgres/database.ts';
import { isOutage } from '#platform/postgres/outage.ts';
import { inWork, nobody } from '#platform/work.ts';
import { say } from './say.ts';

/** Says what stands in the head of the page at a path, null where what it is about is not public; null for all other pages. */
export const headFiller =
  (database: Database, origin: string): PageParts['headOf'] =>
  (path, language) => {
    if (publicPage(path) === null) return null;
    const saying = (code: string, params?: Params): string => say(language, code, params);
    return async () => {
      const described = await inWork(database, nobody(language), async (work) =>
        ok(await describePage(work, path, { say: saying, origin: origin.replace(/\/$/, '') })),
      );
      if (!described.ok || described.value === null) return null;
      const head = described.value;
      return {
        path: head.path,
        isGone: head.isGone === true,
        fill: (html) => fillHead(html, head, { origin, language, site: say(language, 'design.product') }),
      };
    };
  };

/** What the naming policy calls countries and regions; while the database is away, as it was known last. */
export function regionLabels(database: Database): () => Promise<RegionLabels> {
  let known: RegionLabels = {};
  return async () => {
    try {
      const found = await inWork(database, nobody('en'), listRegionLabels);
      if (found.ok) known = found.value.labels;
    } catch (fault) {
      if (!isOutage(fault)) throw fault;
    }
    return known;
  };
}

/** Sends them with every page. */
export const withRegionLabels =
  (labels: () => Promise<RegionLabels>) =>
  async (html: string): Promise<string> =>
    handOver(html, regionLabelsElement, await labels());
