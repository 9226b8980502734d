// What can be wrong with a planner’s file (.dzn), each sentence with its place; for the command and for whoever imports one.
export const en = {
  'scheduler.dzn_contradicts_requests':
    '{{sheet}}, line {{row}}, column {{column}}: {{value}} disagrees with the requests about participant {{participant}}.',
  'scheduler.dzn_ends_early': '{{sheet}}, line {{row}}, column {{column}}: the file ends in the middle of an entry.',
  'scheduler.dzn_key_doubled': '{{sheet}}, line {{row}}, column {{column}}: {{value}} appears twice.',
  'scheduler.dzn_key_missing': '{{sheet}}, line {{row}}, column {{column}}: the file does not contain {{value}}.',
  'scheduler.dzn_key_misspelt': '{{sheet}}, line {{row}}, column {{column}}: {{value}} is not known; did you mean {{meant}}?',
  'scheduler.dzn_key_unknown': '{{sheet}}, line {{row}}, column {{column}}: {{value}} is not known.',
  'scheduler.dzn_out_of_range': '{{sheet}}, line {{row}}, column {{column}}: {{value}} is not between {{least}} and {{most}}.',
  'scheduler.dzn_request_to_oneself': '{{sheet}}, line {{row}}, column {{column}}: “{{value}}” asks to meet itself.',
  'scheduler.dzn_row_of_three': '{{sheet}}, line {{row}}, column {{column}}: a request must have three numbers; this one has {{has}}.',
  'scheduler.dzn_unreadable': '{{sheet}}, line {{row}}, column {{column}}: “{{value}}” cannot be read here.',
  'scheduler.dzn_wrong_length': '{{sheet}}, line {{row}}, column {{column}}: {{value}} has {{has}} entries instead of {{expected}}.',
  'scheduler.dzn_wrong_shape': '{{sheet}}, line {{row}}, column {{column}}: {{value}} is not in the right format.',
} as const;
