// Texts of organisations and contacts, in English.
export const en = {
  'organisations.not_found': 'This organisation does not exist, or it is not shared with you.',
  'organisations.contact_not_found': 'This contact does not exist, or it is not shared with you.',
  'organisations.country_unknown': 'This is not the code of a country or region (two capital letters, such as GB).',
  'organisations.language_unknown': 'This is not a language code (such as en or zh-Hans).',
  'organisations.office_unknown': 'There is no such office in Hansa.',
  'organisations.share_with_whom': 'Name at least one office to share with, or keep it private.',
  'organisations.post_ends_before_start': 'The last day in the post is before the first day, {{from}}.',
} as const;
