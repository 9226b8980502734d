export const en = {
  'accounts.email_missing': 'Enter an e-mail address.',
  'accounts.password_missing': 'Enter the password.',
  'accounts.wrong_credentials': 'Address and password do not fit together.',
  'accounts.link_expired': 'This link was used already or has expired. Ask for a new one.',
  'accounts.sign_in_refused': 'This could not be done. Please try again.',
  'accounts.password_too_short': 'At least 12 characters.',
  'accounts.password_too_long': 'At most 128 characters.',
  'accounts.member_already': 'This person is a member already.',
  'accounts.slug_taken': 'Another office has the short name {{slug}} already.',
  'accounts.sole_owner': 'You are the only owner of {{offices}}. Make somebody else an owner there first; then erase your account.',
  'accounts.last_owner': 'An office keeps at least one owner. Make somebody else an owner first.',
} as const;
