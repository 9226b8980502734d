// Words of the map of ties.
export const mapEn = {
  'ties.on_map': 'On a map',
  'ties.map_note_short': 'Who is tied to whom, on bare land, and the same as a list.',
  'ties.map_title': 'Map of ties',
  'ties.map_of_city': 'Ties of {{city}} on a map',
  'ties.map_note_one': '{{count}} tie',
  'ties.map_note_other': '{{count}} ties',
  'ties.map_of_all': 'All cities',
  'ties.map_list': 'The same as a list',
  'ties.map_unplaced': 'Without a position, so only in the list: {{cities}}',
  'ties.map_tie': 'Tie',
  'ties.map_empty_heading': 'Nothing to draw yet',
  'ties.map_empty': 'No tie of this city is public. What offices publish is drawn here.',
} as const;
