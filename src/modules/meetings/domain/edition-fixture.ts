// A small edition for tests: one morning of four half hours, two tables, one stand, two exhibitors and two buyers.
import type { OfficeId } from '#kernel/ids.ts';
import type { EditionFacts, EditionParticipant, Meeting, Placed } from './edition-facts.ts';

const start = Date.UTC(2019, 10, 6, 1, 0);
const half = 1_800_000;

const participant = (code: string, more: Partial<EditionParticipant> = {}): EditionParticipant => ({
  id: code,
  code,
  name: { en: { text: `Company ${code}`, origin: 'human' } },
  country: null,
  role: code.startsWith('B') ? 'buyer' : 'exhibitor',
  seats: 1,
  languages: ['en'],
  minMeetings: null,
  maxMeetings: null,
  groupId: null,
  standId: null,
  standHall: null,
  leadsStand: false,
  meetsAt: 'table',
  offices: [`office of ${code}` as OfficeId],
  contacts: [],
  withdrawn: false,
  away: [],
  ...more,
});

/** The edition, with participants by code; overrides replace single facts of a participant. */
export function smallEdition(more: Readonly<Record<string, Partial<EditionParticipant>>> = {}): EditionFacts {
  return {
    id: 'edition',
    slug: 'edition',
    organiser: 'organiser' as OfficeId,
    offices: [],
    groups: [],
    name: { en: { text: 'Forum', origin: 'human' } },
    venue: { en: { text: 'Hall', origin: 'human' } },
    timeZone: 'Asia/Shanghai',
    slots: [1, 2, 3, 4].map((number) => ({
      id: `s${number}`,
      number,
      session: number < 3 ? 1 : 2,
      start: start + (number - 1) * half,
      end: start + number * half,
    })),
    walks: [],
    stands: [{ id: 'stand', code: 'K1', hall: 'B' }],
    places: [
      { id: 't1', kind: 'table', code: '1', hall: 'A', seats: 1, standId: null, closedSlots: [] },
      { id: 't2', kind: 'table', code: '2', hall: 'A', seats: 1, standId: null, closedSlots: ['s1'] },
      { id: 'k1', kind: 'stand', code: 'K1', hall: 'B', seats: 2, standId: 'stand', closedSlots: [] },
    ],
    participants: ['B01', 'B02', 'E01', 'E02'].map((code) => participant(code, more[code])),
    interpreters: [{ id: 'i1', name: 'Ms Gu', languages: ['en', 'zh'], away: [] }],
  };
}

export const meetingOf = (number: number, a: string, b: string, more: Partial<Meeting> = {}): Meeting => ({
  id: `m${number}`,
  number,
  a,
  b,
  round: 1,
  wishOfA: 'want',
  wishOfB: null,
  session: null,
  fixedSlot: null,
  ...more,
});

export const placedAt = (meetingId: string, slotId: string, placeId: string, more: Partial<Placed> = {}): Placed => ({
  meetingId,
  slotId,
  placeId,
  interpreterId: null,
  pinned: false,
  ...more,
});
