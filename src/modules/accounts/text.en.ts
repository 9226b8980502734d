export const en = {
  'accounts.email_missing': 'Enter an e-mail address.',
  'accounts.password_missing': 'Enter the password.',
  'accounts.wrong_credentials': 'The e-mail address or password is incorrect.',
  'accounts.link_expired': 'This link has already been used or has expired. Ask for a new one.',
  'accounts.sign_in_refused': 'Sign-in failed. Please try again.',
  'accounts.password_too_short': 'At least 12 characters.',
  'accounts.password_too_long': 'At most 128 characters.',
  'accounts.passkey_too_late': 'This took too long. Please try again.',
  'accounts.passkey_unknown': 'This passkey is not known here, or was removed. Sign in another way.',
  'accounts.passkey_refused': 'The passkey could not be checked. Please try again, or sign in another way.',
  'accounts.passkey_without_owner': 'The device did not ask for your finger, face or code. Set up a screen lock on it and try again.',
  'accounts.institution_silent': 'Your institution’s sign-in is not responding. Try again in a moment, or sign in another way.',
  'accounts.institution_too_late': 'This sign-in took too long, or was started in another browser. Please start again.',
  'accounts.institution_declined': 'Your institution did not sign you in.',
  'accounts.institution_refused':
    'What your institution answered could not be verified. Try again; if this keeps happening, tell whoever runs Hansa for you.',
  'accounts.institution_unverified': 'Your institution has not confirmed your e-mail address. Ask its IT service, or sign in another way.',
  'accounts.institution_other_domain': 'Your e-mail address is not one that this institution may sign in with here. Sign in another way.',
  'accounts.institution_not_invited':
    'Your institution knows you, but no office here has invited you under that e-mail address. Ask an owner of your office.',
  'accounts.institution_taken':
    'This e-mail address is already linked to somebody else’s sign-in at your institution. Sign in another way, and remove the link on the page of your account.',
  'accounts.member_already': 'This person is already a member.',
  'accounts.slug_taken': 'Another office already uses the short name {{slug}}.',
  'accounts.sole_owner': 'You are the only owner of {{offices}}. Make someone else an owner there first; then erase your account.',
  'accounts.last_owner': 'An office must have at least one owner. Make someone else an owner first.',
} as const;
