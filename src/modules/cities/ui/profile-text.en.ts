// Words of writing, reviewing and publishing a profile, of partner calls and of what sources say of a city; readers do not load them.
export const en = {
  'cities.sought_missing': 'Say what partner is looked for, whom to write to and until when.',
  'cities.sought_elsewhere': 'Only a partner call says what partner is looked for.',
  'cities.call_over': 'Its last day has passed. Set a later one, then publish it again.',
  'cities.text_not_found': 'The entry has no text of this number.',
  'cities.text_of_now': 'This is the text of now.',
  'cities.not_published': 'Nothing of this entry is public.',
  'cities.review_needed': 'Somebody else of your office reads the text first: ask for a review.',
  'cities.note_needed': 'Nobody else has read it: say in a few words why it is published all the same.',
  'cities.nobody_reviews': 'Nobody else in your office may review. Publish it with a note.',
  'cities.review_asked_already': 'A review of this text was asked for already.',
  'cities.review_not_asked': 'No review of this text is asked for.',
  'cities.own_text': 'You wrote this text: somebody else of your office reviews it.',
  'cities.remarks_missing': 'Say what should be changed.',
} as const;
