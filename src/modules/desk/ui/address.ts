// What the addresses of the pages say beside the path.
import { textIn } from '#client/address-text.ts';
import { domains } from '#modules/cities/domain/profile/domains.ts';
import { gridColumns, noFilter, onlys, type GridFilter, type GridOrder } from './grid/grid-view.ts';

export interface DeskSearch {
  /** A day of the month that is looked at; that of today where it is left out. */
  readonly on?: string;
  /** What is looked for in the grid; a word of digits alone comes as a number. */
  readonly q?: string | number;
  readonly class?: string;
  readonly domain?: string;
  readonly only?: string;
  /** The column that the grid is sorted by, with a minus where it descends. */
  readonly sort?: string;
}

const firstOrder: GridOrder = { key: 'city', descending: false };

/** The filter and the order of the grid that an address names. */
export function gridViewIn(search: Readonly<Record<string, unknown>>): { readonly filter: GridFilter; readonly order: GridOrder } {
  const sort = textIn(search['sort']);
  const key = gridColumns.find((column) => column === sort.replace(/^-/, ''));
  return {
    filter: {
      q: textIn(search['q']),
      classCode: textIn(search['class']),
      domain: domains.find((domain) => domain === search['domain']) ?? '',
      only: onlys.find((only) => only === search['only']) ?? '',
    },
    order: key === undefined ? firstOrder : { key, descending: sort.startsWith('-') },
  };
}

/** The same as an address says it; what is as at first is left out. */
export function searchOfView({ filter, order }: ReturnType<typeof gridViewIn>): Omit<DeskSearch, 'on'> {
  const { q, classCode, domain, only } = filter;
  const sorted = order.key !== firstOrder.key || order.descending;
  return {
    ...(q === noFilter.q ? {} : { q }),
    ...(classCode === '' ? {} : { class: classCode }),
    ...(domain === '' ? {} : { domain }),
    ...(only === '' ? {} : { only }),
    ...(sorted ? { sort: `${order.descending ? '-' : ''}${order.key}` } : {}),
  };
}

/** /desk, and the first page of a city's office */
export function deskSearch(search: Readonly<Record<string, unknown>>): DeskSearch {
  const on = search['on'];
  const isDay = typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) && !Number.isNaN(Date.parse(on));
  // The order that it has at first is a word of the address as well.
  const sort = search['sort'] === firstOrder.key ? { sort: firstOrder.key } : {};
  return { ...(isDay ? { on } : {}), ...sort, ...searchOfView(gridViewIn(search)) };
}

/** /ties/$slug/briefing: the visit or event it is for. */
export function briefingSearch(search: Readonly<Record<string, unknown>>): { readonly exchange?: string } {
  const exchange = textIn(search['exchange']);
  return /^[0-9a-f-]{36}$/.test(exchange) ? { exchange } : {};
}
