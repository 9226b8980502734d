// The demo edition: an invented forum day in Shanghai. Every company, group and person in it is made up, and meant to look so.
import { noMarket } from '#modules/expos/domain/topic.ts';
import {
  noFloor,
  numberMeetings,
  type EditionFile,
  type FileParticipant,
  type FileRequest,
  type FileSlot,
} from '#modules/meetings/domain/file/edition-file.ts';
import { buyers, chamber, companies, contacts, furtherExhibitors, interpreters, type Company } from './forum-companies.ts';
import { forumSaid, saidBeside } from './forum-offers.ts';
import { buyerWishes, exhibitorWishes, type Wishes } from './forum-wishes.ts';

/** The day on which the facts are written down; `forumOn` moves them to another. */
const forumDay = '2026-11-06';

const forumEdition: EditionFile['edition'] = {
  name: { en: 'Harbour Cooperation Forum (example)', 'zh-Hans': '港湾合作论坛（示例）' },
  venue: { en: 'Forum Hall A, Shanghai', 'zh-Hans': '上海·论坛A馆' },
  timeZone: 'Asia/Shanghai',
  firstDay: forumDay,
  lastDay: forumDay,
};

/** Start, end, session. Slots of 30 and 45 minutes, with a tea break, lunch and a second tea break between them. */
const times: readonly (readonly [string, string, number])[] = [
  ['09:30', '10:00', 1],
  ['10:00', '10:30', 1],
  ['10:45', '11:30', 1],
  ['11:30', '12:00', 1],
  ['13:30', '14:15', 2],
  ['14:15', '14:45', 2],
  ['14:45', '15:15', 2],
  ['15:30', '16:00', 2],
  ['16:00', '16:45', 2],
];

const slots: readonly FileSlot[] = times.map(([start, end, session], n) => ({ number: n + 1, date: forumDay, start, end, session }));

/** Beside what it says by its role, of a forum on a day. */
const besideOf = (code: string, role: FileParticipant['role'], day: string): Pick<FileParticipant, 'offerDetails' | 'needDetails'> => {
  const details = saidBeside(code, Number(day.slice(0, 4)));
  return role === 'buyer' ? { offerDetails: null, needDetails: details } : { offerDetails: details, needDetails: null };
};

const participant = (company: Company, more: Partial<FileParticipant>): FileParticipant => ({
  code: company.code,
  name: { en: company.en, 'zh-Hans': company.zh },
  country: company.country,
  city: company.city,
  offer: more.role === 'buyer' ? {} : (forumSaid[company.code]?.text ?? {}),
  need: more.role === 'buyer' ? (forumSaid[company.code]?.text ?? {}) : {},
  ...noMarket,
  ...besideOf(company.code, more.role ?? 'exhibitor', forumDay),
  role: 'exhibitor',
  seats: 1,
  languages: company.languages,
  minMeetings: null,
  maxMeetings: null,
  group: null,
  stand: null,
  meetsAt: 'table',
  ...more,
});

const participants: readonly FileParticipant[] = [
  participant(chamber, { group: 'D1', stand: 'A-01' }),
  ...companies.map((company) => participant(company, { group: 'D1', stand: 'A-01' })),
  ...furtherExhibitors.map((company) => participant(company, { stand: company.stand, meetsAt: 'stand' })),
  ...buyers.map((buyer) => participant(buyer, { role: 'buyer', group: buyer.group, seats: buyer.seats, maxMeetings: buyer.maxMeetings })),
];

/** `B05! B08 B07-` is a must, a wish and a refusal; `B05!1` asks for the first half of the day. */
function requestsOf(from: string, [words, note]: Wishes): Omit<FileRequest, 'meeting'>[] {
  return words.split(' ').map((word) => {
    const [, to = '', mark = '', session = ''] = /^([A-Z]\d+)([!-]?)(\d?)$/.exec(word) ?? [];
    const wish = mark === '!' ? 'must' : mark === '-' ? 'no' : 'want';
    return { from, to, wish, session: session === '' ? null : Number(session), note: wish === 'no' ? '' : note };
  });
}

const requests = numberMeetings(
  [...Object.entries(exhibitorWishes), ...Object.entries(buyerWishes)].flatMap(([from, wishes]) =>
    requestsOf(from, wishes).map((request) => ({ ...request, meeting: null })),
  ),
);

/** The meeting of two participants, by its number. */
function meetingOf(one: string, other: string): number {
  const found = requests.find((r) => r.meeting !== null && [r.from, r.to].includes(one) && [r.from, r.to].includes(other));
  if (found?.meeting === undefined || found.meeting === null) throw new Error(`no request between ${one} and ${other}`);
  return found.meeting;
}

const away = (code: string, slot: number, reason: string): EditionFile['unavailable'][number] => ({
  who: { kind: 'participant', code },
  away: { kind: 'slot', slot },
  reason,
});

/** The whole edition in the form in which files are read and written. */
export const forumFile: EditionFile = {
  edition: forumEdition,
  slots,
  tables: Array.from({ length: 12 }, (_, n) => ({ number: n + 1, hall: 'A', seats: 1, closedSlots: n >= 10 ? [1, 2] : [] })),
  stands: [
    { code: 'A-01', hall: 'A', seats: 0, closedSlots: [], lead: chamber.code, area: null },
    { code: 'B-11', hall: 'B', seats: 1, closedSlots: [], lead: 'E27', area: null },
    { code: 'B-12', hall: 'B', seats: 1, closedSlots: [9], lead: 'E28', area: null },
    { code: 'B-14', hall: 'B', seats: 2, closedSlots: [], lead: 'E29', area: null },
  ],
  ...noFloor,
  topics: [],
  groups: [
    { code: 'D1', kind: 'delegation', name: { en: 'Bay delegation', 'zh-Hans': '湾区代表团' }, parent: null },
    { code: 'T1', kind: 'trading_group', name: { en: 'Riverside trading group', 'zh-Hans': '临江交易团' }, parent: null },
    { code: 'T1-1', kind: 'trading_group', name: { en: 'Food and hospitality section', 'zh-Hans': '食品餐饮分团' }, parent: 'T1' },
    { code: 'T1-2', kind: 'trading_group', name: { en: 'Environment and building section', 'zh-Hans': '环境建设分团' }, parent: 'T1' },
    { code: 'T2', kind: 'trading_group', name: { en: 'Northshore trading group', 'zh-Hans': '北岸交易团' }, parent: null },
    { code: 'T2-1', kind: 'trading_group', name: { en: 'Health section', 'zh-Hans': '医疗健康分团' }, parent: 'T2' },
    { code: 'T2-2', kind: 'trading_group', name: { en: 'Machinery and logistics section', 'zh-Hans': '装备物流分团' }, parent: 'T2' },
  ],
  participants,
  contacts: Object.entries(contacts).map(([participant, contact]) => ({ ...contact, participant })),
  unavailable: [
    away('E02', 5, 'Speaks in the forum | 论坛发言'),
    away('E05', 1, 'Arrives at ten | 十时到场'),
    away('E11', 9, 'Tasting at the stand | 展位品鉴'),
    away('E22', 3, 'Press visit | 媒体来访'),
    away('B01', 1, '集团内部会议 | Group meeting'),
    away('B05', 5, '论坛发言 | Speaks in the forum'),
    away('B09', 4, '参观展区 | Tour of the halls'),
    away('B13', 9, '提前返程 | Leaves early'),
    {
      who: { kind: 'participant', code: 'B16' },
      away: { kind: 'span', date: forumDay, start: '13:00', end: '15:00' },
      reason: '另有安排 | Other engagement',
    },
    { who: { kind: 'interpreter', name: interpreters[0]?.name ?? '' }, away: { kind: 'slot', slot: 4 }, reason: '' },
  ],
  interpreters,
  requests,
  orders: [{ earlier: meetingOf('E01', 'B05'), later: meetingOf('E02', 'B05') }],
  fixed: [{ meeting: meetingOf('E01', 'B05'), slot: 3 }],
};

/** The edition on a day of one's choice (ISO date), so that a demo always has its forum still ahead. */
export function forumOn(day: string): EditionFile {
  const { edition, slots: times, unavailable, participants: all } = forumFile;
  return {
    ...forumFile,
    edition: { ...edition, firstDay: day, lastDay: day },
    participants: all.map((one) => ({ ...one, ...besideOf(one.code, one.role, day) })),
    slots: times.map((slot) => ({ ...slot, date: day })),
    unavailable: unavailable.map((one) => (one.away.kind === 'span' ? { ...one, away: { ...one.away, date: day } } : one)),
  };
}

/** The forum after it, two days of a year later: nothing but its frame. */
export function nextForumAfter(day: string): EditionFile['edition'] {
  const year = Number(day.slice(0, 4)) + 1;
  return {
    ...forumEdition,
    name: { en: 'Next Harbour Cooperation Forum (example)', 'zh-Hans': '下届港湾合作论坛（示例）' },
    firstDay: `${year}-11-05`,
    lastDay: `${year}-11-06`,
  };
}
