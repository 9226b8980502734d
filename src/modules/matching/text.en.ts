// Sentences that the server says of suggestions.
export const en = {
  'matching.unknown': 'There is no such participant, or you do not act for it.',
  'matching.lesson_unknown': 'This entry does not exist, or is not shared with you.',
  'matching.teacher_missing': 'Say from which city it was learned, or at least from which country.',
  'matching.teacher_twice': 'Give the city or the country, not both.',
  'matching.teacher_is_learner': 'A city does not learn from itself.',
  'matching.value_misfits': 'This value does not fit what is stated.',
  'matching.since_to_come': 'This day is still to come. State since when it has been so.',
  'matching.used_before_learned': 'It cannot have been tried or used before it was learned. Correct one of the two dates.',
  'matching.code_unknown': 'This word is not in the list.',
  'matching.own_word_missing': 'Both an English and a Chinese word are needed.',
  'matching.own_word_swapped': 'The English word holds Chinese characters, or the Chinese word none.',
  'matching.own_word_long': 'A word has at most {{max}} characters.',
  'matching.own_word_again': 'This pair is already in the list.',
  'matching.own_words_many': 'An office has at most {{max}} pairs of words.',
} as const;
