import { expect, test } from 'vitest';
import { createLogger } from '#platform/logging/logger.ts';
import { createMetrics } from '#platform/logging/metrics.ts';
import { callsSearch, citiesSearch } from '#modules/cities/ui/address.ts';
import { editionSearch } from '#modules/expos/ui/address.ts';
import { floorSearch } from '#modules/expos/ui/floor/floor-search.ts';
import { toldSearch } from '#modules/matching/ui/cities/address.ts';
import { mapSearch, networkSearch } from '#modules/network/ui/network-address.ts';
import { organisationSearch } from '#modules/organisations/ui/list-search.ts';
import { setSearch } from '#modules/reference/ui/address.ts';
import { announcementsSearch } from '#modules/reports/ui/follow-through/address.ts';
import { scoredSearch } from '#modules/reports/ui/scorecard/address.ts';
import { pageDrawer } from './drawn-pages.ts';

const id = '018f0000-0000-7000-8000-000000000001';
/** What each page reads in its address, all of it at once. */
const asked: readonly (readonly [path: string, read: (search: Record<string, string>) => object, search: Record<string, string>])[] = [
  ['/cities', citiesSearch, { q: 'port', country: 'GB' }],
  ['/partner-calls', callsSearch, { country: 'GB', from: 'CN', domain: 'trade', tie: 'sister_city', language: 'en' }],
  ['/challenges', toldSearch, { q: 'port', kind: 'practice', domain: 'trade', country: 'GB' }],
  ['/reference/set', setSearch, { city: id, country: 'GB', q: 'port' }],
  ['/organisations', organisationSearch, { q: 'port', kind: 'company', country: 'GB' }],
  ['/map', mapSearch, { city: 'liverpool-gb', country: 'GB', class: 'sister_city', from: 'trade', sided: 'one' }],
  ['/network', networkSearch, { city: 'liverpool-gb', withCity: 'shanghai-cn' }],
  ['/editions/forum', editionSearch, { q: 'port', by: 'name', country: 'GB', offers: id, seeks: id, market: 'CN' }],
  ['/editions/forum/halls', floorSearch, { hall: 'B', from: 'stand-1', to: 'table-1' }],
  ['/editions/forum/follow-through/announcements', announcementsSearch, { fate: 'unknown', stage: 'signed', kind: 'deal' }],
  ['/cities/liverpool-gb/scorecard/outcomes', scoredSearch, { stage: 'signed', fate: 'kept', paper: 'with' }],
];

test.each(asked)('what %s reads in its address is what it is drawn by', (path, read, search) => {
  const labels = () => Promise.resolve({});
  const { searchOf } = pageDrawer({ origin: '', labels, logger: createLogger('silent'), metrics: createMetrics(), draws: false });
  expect(read(search), 'the page reads all of it').toEqual(search);
  expect(Object.fromEntries(searchOf(path, new URLSearchParams(search)) ?? [])).toEqual(search);
});
