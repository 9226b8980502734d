// Sentences of the IATI file, in English.
export const iatiEn = {
  'reports.iati_is': 'Kind: {{kind}}.',
  'reports.iati_direction': 'From {{from}} to {{to}}.',
  'reports.iati_figure': '{{stage}}: {{figures}} ({{assurance}}).',
  'reports.iati_companies': 'Companies: {{figures}} ({{assurance}}).',
  'reports.iati_people': 'People: {{figures}} ({{assurance}}).',
  'reports.iati_events': 'Events: {{figures}} ({{assurance}}).',
  'reports.iati_no_figure': '{{stage}}: no figure stated ({{assurance}}).',
  'reports.iati_part': 'Of {{stage}}, the other side confirms {{figures}}.',
  'reports.iati_not_money': 'What is potential or intended is not a transaction and is not money promised.',
  'reports.iati_disputed': '{{stage}}: the sides differ on the figures or they were withdrawn, so none is given here.',
  'reports.iati_in_whole': '{{stage}}: the amount is part of the amount given for the whole, so it is not given again as a transaction.',
  'reports.iati_day': 'The date is known as {{date}} only; the day is the first of that period.',
  'reports.iati_last_day': 'The date is known as {{date}} only; the day is the last that it can be.',
  'reports.iati_no_day': 'The date is not known; the day is the one on which it was recorded.',
  'reports.iati_page': 'This outcome with its ledger and sources',
} as const;
