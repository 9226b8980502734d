export const en = {
  'accounts.email_missing': 'Enter an e-mail address.',
  'accounts.password_missing': 'Enter the password.',
  'accounts.wrong_credentials': 'The e-mail address or password is incorrect.',
  'accounts.link_expired': 'This link has already been used or has expired. Ask for a new one.',
  'accounts.sign_in_refused': 'Sign-in failed. Please try again.',
  'accounts.password_too_short': 'At least 12 characters.',
  'accounts.password_too_long': 'At most 128 characters.',
  'accounts.member_already': 'This person is already a member.',
  'accounts.slug_taken': 'Another office already uses the short name {{slug}}.',
  'accounts.sole_owner': 'You are the only owner of {{offices}}. Make someone else an owner there first; then erase your account.',
  'accounts.last_owner': 'An office must have at least one owner. Make someone else an owner first.',
} as const;
