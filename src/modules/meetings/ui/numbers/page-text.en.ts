// Words of the page of an edition's numbers, in English.
export const numbersPageEn = {
  'meetings.numbers_cities': 'Different spellings of a city that the register knows are counted together.',
  'meetings.numbers_lead_none': 'No meetings have been requested yet. Once there are requests, this page shows their progress.',
  'meetings.numbers_lead': '{{asked}} meetings requested, {{placed}} placed, {{held}} reported as held.',
  'meetings.numbers_steps': 'From request to result',
  'meetings.numbers_steps_note': 'Each pair of companies counts once; stages are not added',
  'meetings.numbers_asked_means':
    'Requested: a pair of companies of which at least one has asked to meet. A plan places those that neither has declined, as they stood when its search began.',
  'meetings.numbers_step': 'Stage',
  'meetings.numbers_two_none': 'Requests and meetings of these two editions were not kept here, so how far they came is unknown.',
  'meetings.numbers_two_note': 'Only you can see this; feedback is counted, never shown for a single meeting',
  'meetings.numbers_not_said_one': 'For one past meeting, nobody has reported whether it was held.',
  'meetings.numbers_not_said_other': 'For {{count}} past meetings, nobody has reported whether they were held.',
  'meetings.numbers_few_told': 'Feedback is shown once five meetings have it.',
  'meetings.numbers_few_leads':
    'Leads belong to the office that noted them; here they are only counted, once there are five meetings or more.',
  'meetings.numbers_gone':
    'Participants withdrawn: {{withdrawn}}. Meetings cancelled after release: {{cancelled}}. One side absent: {{missed}}.',
  'meetings.numbers_in_parts': 'Breakdown',
  'meetings.numbers_in_parts_note':
    'A meeting counts for both its sides, so rows do not add up; feedback is shown only for five meetings or more',
  'meetings.numbers_use': 'Use of tables and interpreters',
  'meetings.numbers_checked_in': 'Checked in: {{came}} of {{of}}. Not checked in: {{missing}}.',
  'meetings.numbers_not_begun': 'The edition has not begun yet.',
  'meetings.numbers_nobody_checked_in': 'No one was checked in, so who came is not known.',
  'meetings.numbers_use_note': 'In the current schedule',
  'meetings.numbers_places': 'Tables and stands',
  'meetings.numbers_interpreters': 'Interpreters',
  'meetings.numbers_used': '{{used}} of {{of}} slots used ({{share}})',
  'meetings.numbers_none_there': 'none entered',
} as const;
