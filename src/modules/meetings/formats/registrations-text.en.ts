// Words of the table of registrations, in English.
export const en = {
  'meetings.registered_sheet': 'Participants',
  'meetings.registered_state': 'Registration',
  'meetings.registered_position': 'Place on the waiting list',
  'meetings.registered_on': 'Registered on',
  'meetings.registered_confirmed': 'Confirmed on',
  'meetings.registered_stand_wish': 'Stand preference',
  'meetings.registered_agreed': 'Agreed to',
  'meetings.registered_state_unconfirmed': 'Not confirmed',
  'meetings.registered_state_asked': 'Awaiting decision',
  'meetings.registered_state_waiting': 'Waiting list',
  'meetings.registered_state_accepted': 'Accepted',
  'meetings.registered_state_declined': 'Declined',
  'meetings.registered_state_withdrawn': 'Withdrawn',
} as const;
