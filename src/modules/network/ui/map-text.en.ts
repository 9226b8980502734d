// The words that lead to the map and the network of ties.
export const mapEn = {
  'network.map_note_short': 'Cities and their ties on a map without borders, and as a list.',
  'network.map_title': 'Map of ties',
} as const;
