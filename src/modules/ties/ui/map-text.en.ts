// The words that lead to the map and the network of ties.
export const mapEn = {
  'ties.on_map': 'On a map',
  'ties.map_note_short': 'Who is tied to whom, on bare land, and the same as a list.',
  'ties.map_title': 'Map of ties',
  'ties.network': 'Network',
} as const;
