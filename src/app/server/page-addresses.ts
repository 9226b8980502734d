// Addresses of pages, so that the server answers 404 where there is none. The browser's router has the same, which a test holds.
export const pageAddresses: readonly string[] = `
/
/account
/cities
/cities/$slug
/cities/$slug/names
/cities/$slug/preview
/cities/$slug/profile
/cities/$slug/profile/$entry
/cities/$slug/sheet
/cities/duplicates
/cities/new
/data
/delegation
/design
/desk
/desk/reminders
/editions
/editions/$slug
/editions/$slug/agendas
/editions/$slug/agendas/$code
/editions/$slug/check-in
/editions/$slug/compare/$other
/editions/$slug/day
/editions/$slug/groups/$groupId
/editions/$slug/groups/$groupId/pack
/editions/$slug/halls
/editions/$slug/import
/editions/$slug/interpreters/$interpreterId
/editions/$slug/my-requests
/editions/$slug/numbers
/editions/$slug/paper
/editions/$slug/plan
/editions/$slug/plan/$number
/editions/$slug/programme
/editions/$slug/programme/draft
/editions/$slug/queue
/editions/$slug/register
/editions/$slug/releases
/editions/$slug/requests
/editions/$slug/schedule
/editions/$slug/setup
/editions/$slug/setup/facts
/editions/$slug/setup/floor
/editions/$slug/setup/groups
/editions/$slug/setup/interpreters
/editions/$slug/setup/letters
/editions/$slug/setup/participants
/editions/$slug/setup/places
/editions/$slug/setup/publish
/editions/$slug/setup/registration
/editions/$slug/setup/topics
/editions/$slug/wall
/editions/$slug/work
/editions/new
/in
/map
/my/$editionId/$participantId
/my/$editionId/$participantId/queue
/naming
/network
/office
/offices
/organisations
/organisations/$id
/outbox
/outcomes/$id
/outcomes/new
/partner-calls
/partners
/reference
/reference/$set
/reference/$set/import
/reference/new
/registration
/review-mail/off
/search
/sign-in
/sign-in/institution
/sign-in/link
/sign-in/password
/sources
/ties/$slug
/ties/$slug/agreements/$id
/ties/$slug/report
/ties/$slug/report/draft
/weekly-mail/off
`
  .trim()
  .split('\n');

const patterns = pageAddresses.map((address) => new RegExp(`^${address.replace(/\$\w+/g, '[^/]+')}/?$`));

/** Of all pages the check-in at the door alone may use a camera. */
export const usesCamera = (path: string): boolean => /^\/editions\/[^/]+\/check-in\/?$/.test(path);

export const isPage = (path: string): boolean => patterns.some((pattern) => pattern.test(path));
