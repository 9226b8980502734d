// Words of the mapping of columns, on which offices work.
export const mappingEn = {
  'design.column': 'Column',
  'design.column_samples': 'First values',
  'design.taken_for': 'Read as',
  'design.column_taken_for': 'How {{column}} is read',
  'design.column_empty': 'empty',
} as const;
