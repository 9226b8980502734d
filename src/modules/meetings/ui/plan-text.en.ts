// Words of planning again, of why a search ended, and of the way back.
export const en = {
  'meetings.search_ended':
    'The search ended by itself after {{seconds}} s ({{of}} s were allowed): a long row of tries had placed no more. Another variant may find another plan.',
  'meetings.main_reason': 'Why others are left out, above all: {{reason}} ({{count}} out of {{total}}).',
  'meetings.main_no_time': 'no time at which both are free',
  'meetings.main_full': 'all tables or stands are taken',
  'meetings.main_interpreter': 'no interpreter is free',
  'meetings.main_limit': 'the limit of meetings is reached',
  'meetings.main_session': 'the part of the day asked for is full',
  'meetings.main_order': 'the order of two meetings leaves no room',
  'meetings.main_free': 'they came later; there is room for them',
  'meetings.upheaval':
    'Of the {{meetings}} meetings of schedule {{number}}, {{moved}} would move and {{removed}} would be taken out; {{added}} are new.',
  'meetings.upheaval_great': 'That is a large part. Planning again can keep what is in force.',
  'meetings.upheaval_list': 'See each of them',
  'meetings.changes_of_release': 'What a release would change in schedule {{number}}',
  'meetings.in_force_moves': 'What schedule {{number}} holds',
  'meetings.in_force_moves_hint': 'People have these times in their agendas.',
  'meetings.moves_close': 'Keep it; move only what makes room for more',
  'meetings.moves_freely': 'Free to move everything',
  'meetings.newer_schedule': 'Schedule {{number}} was released after this draft began: a release would take its changes back.',
  'meetings.told_undone': 'Taken back: {{what}}',
  'meetings.undo_last': 'Undo the last change',
} as const;
