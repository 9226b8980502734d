// Words of the list of rows that were not recorded, in English.
export const sheetEn = {
  'outcomes.sheet_not_recorded': 'Not recorded',
  'outcomes.sheet_is_left': 'Left out by whoever brought the list in.',
  'outcomes.sheet_is_sum': 'A total of other rows.',
  'outcomes.sheet_is_heading': 'A heading between rows.',
  'outcomes.sheet_is_understood': 'Understood since, but not recorded.',
  'outcomes.sheet_is_question': 'Not understood.',
} as const;
