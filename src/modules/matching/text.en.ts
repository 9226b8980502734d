// Sentences that the server says of suggestions.
export const en = {
  'matching.unknown': 'There is no such participant, or you do not act for it.',
} as const;
