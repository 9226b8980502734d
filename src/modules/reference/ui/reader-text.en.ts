// The one word of reference sets that stands on pages which everybody reads.
export const readerEn = {
  'reference.sets': 'Reference sets',
} as const;
