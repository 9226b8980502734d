// Words of reports that the server writes, too: heads of pages.
export const en = {
  'reports.known': 'Known',
  'reports.contested': 'Contested',
  'reports.reported': 'Reported',
  'reports.held': 'Opinions, comparisons and forecasts',
  'reports.unknown': 'Unknown',
  'reports.head_home': 'The public register of city ties',
  'reports.head_home_text':
    'Search for a city and read what is known, reported and unknown about its ties, with the source of each figure.',
  'reports.head_city': '{{city}}, {{country}}',
  'reports.head_city_text': '{{city}}: its ties, strengths, stories and practices, with their sources.',
  'reports.head_tie': '{{first}} and {{second}}',
  'reports.head_report': '{{first}} and {{second}}: what is known of their tie',
  'reports.head_tie_text':
    'The tie of {{first}} and {{second}}, with sources. Agreements: {{agreements}}; visits and exchanges: {{exchanges}}; other matters: {{matters}}.',
  'reports.gap_begun_by_paper': 'When the tie began; signed by then',
  'reports.gap_established': 'When the tie began',
  'reports.gap_class': 'Class of the tie',
  'reports.gap_status': 'Status of the tie as stated by a side',
  'reports.gap_visits': 'Visits from a city',
  'reports.gap_parties': 'Who signed an agreement',
  'reports.gap_validity': 'How long an agreement is valid',
  'reports.gap_follow_up': 'What became of it',
  'reports.gap_domains': 'Domains with no entries',
  'reports.gap_silence': 'No entries since',
} as const;
