// Words of expos on the pages that everybody reads, in English.
export const homeEn = {
  'expos.editions': 'Editions',
  'expos.open_editions': 'Published',
  'expos.editions_note': 'Each edition of an expo or forum.',
  'expos.programme_of_city': 'At forums and other events of expos',
  'expos.programme_of_both': 'Both cities at forums and other events of expos',
  'expos.programme_item_title': 'Event',
  'expos.programme_item_day': 'Day',
  'expos.programme_item_edition': 'Edition',
  'expos.programme_item_speakers': 'Speakers',
} as const;
