// How large one edition may be: bounds that keep a mistyped file from becoming a million rows.

export const limits = {
  /** Slots of an edition. */
  slots: 500,
  /** Tables of an edition. */
  tables: 2000,
  stands: 5000,
  halls: 60,
  /** Centimetres. */
  hallLength: 200_000,
  walkMinutes: 240,
  /** Of all halls together. */
  rectangles: 12_000,
  groups: 500,
  participants: 20_000,
  /** Of one organisation: more is one offer, made again and again. */
  entriesOfOne: 100,
  interpreters: 1000,
  /** Sessions are numbered 1 to this within an edition. */
  sessions: 9,
  /** Meetings a table or stand can hold at once. */
  placeSeats: 200,
  /** Meetings a participant can hold at once. */
  participantSeats: 50,
  meetings: 500,
  /** Absences of one person or participant. */
  unavailable: 200,
  languages: 20,
  /** Topics of an edition, and of those that one participant offers or seeks. */
  topics: 60,
  markets: 60,
  /** Least and most minutes that an interpreter may be said to interpret without a rest. */
  longestMinutes: [15, 720],
  /** Least and most minutes that a rest of theirs may be said to take. */
  restMinutes: [5, 240],
  /** Contacts of a participant. */
  contacts: 20,
  /** Days an edition may last. */
  editionDays: 60,
} as const;
