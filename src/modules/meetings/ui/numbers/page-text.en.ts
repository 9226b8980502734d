// Words of the page of an edition's numbers, in English.
export const numbersPageEn = {
  'meetings.numbers_lead_none': 'No meetings have been asked for yet. Once there are requests, this page shows how far they come.',
  'meetings.numbers_lead': '{{asked}} meetings asked for, {{placed}} placed, {{held}} reported as held.',
  'meetings.numbers_steps': 'From request to result',
  'meetings.numbers_steps_note': 'Each pair of companies counts once; stages are not added',
  'meetings.numbers_step': 'Stage',
  'meetings.numbers_two_note': 'Only you see this; how meetings went is counted, never shown singly',
  'meetings.numbers_not_said_one': 'For one past meeting, nobody has reported whether it was held.',
  'meetings.numbers_not_said_other': 'For {{count}} past meetings, nobody has reported whether they were held.',
  'meetings.numbers_few_told': 'Feedback is counted once five meetings have it.',
  'meetings.numbers_few_leads': 'What each office noted of a meeting is its own: leads are only counted, from five meetings on.',
  'meetings.numbers_gone':
    'Participants withdrawn: {{withdrawn}}. Meetings cancelled after release: {{cancelled}}. One side absent: {{missed}}.',
  'meetings.numbers_in_parts': 'In parts',
  'meetings.numbers_in_parts_note':
    'A meeting counts for both its sides, so rows do not add up; feedback is shown only for five meetings or more',
  'meetings.numbers_use': 'Use of tables and interpreters',
  'meetings.numbers_checked_in': 'Checked in: {{came}} of {{of}}. Not checked in: {{missing}}.',
  'meetings.numbers_nobody_checked_in': 'Nobody was checked in, so who came is not known.',
  'meetings.numbers_use_note': 'Of the schedule in force',
  'meetings.numbers_places': 'Tables and stands',
  'meetings.numbers_interpreters': 'Interpreters',
  'meetings.numbers_used': '{{used}} of {{of}} slots used ({{share}})',
  'meetings.numbers_none_there': 'none entered',
} as const;
