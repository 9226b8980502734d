import type { EditionFile } from './edition-file.ts';

/** An edition without any fact but its own. */
export const emptyFile: EditionFile = {
  edition: { name: { en: 'Forum' }, venue: {}, timeZone: 'Asia/Shanghai', firstDay: '2026-11-06', lastDay: '2026-11-06' },
  slots: [],
  tables: [],
  stands: [],
  halls: [],
  walks: [],
  rectangles: [],
  groups: [],
  topics: [],
  participants: [],
  contacts: [],
  unavailable: [],
  interpreters: [],
  requests: [],
  orders: [],
  fixed: [],
};
