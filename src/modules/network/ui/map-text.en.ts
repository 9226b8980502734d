// The words that lead to the map and the network of ties.
export const mapEn = {
  'network.map_note_short': 'Who is tied to whom, on bare land, and the same as a list.',
  'network.map_title': 'Map of ties',
} as const;
