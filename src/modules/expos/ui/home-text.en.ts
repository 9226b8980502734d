// Words of expos on the reader's first page, in English.
export const homeEn = {
  'expos.editions': 'Editions',
  'expos.open_editions': 'Published',
  'expos.editions_note': 'Each edition of an expo or forum.',
} as const;
