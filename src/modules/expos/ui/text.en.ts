// Words of the pages of editions, in English.
export const en = {
  'expos.editions': 'Editions',
} as const;
