import { expect, test } from 'vitest';
import { pagesOf, unbroken } from '#platform/paper/paper-fixture.ts';
import { valueOf } from '#platform/postgres/test-database.ts';
import { understandingOf, type AgendaEntry } from '../../domain/agenda/agenda.ts';
import type { EditionParticipant } from '../../domain/edition-facts.ts';
import type { PaperFacts } from '../../domain/paper/paper.ts';
import type { ReleasedItem } from '#modules/expos/domain/programme/programme.ts';
import { fullTest } from '#platform/full-size.ts';
import { dayAt } from '../../domain/agenda/venue-clock.ts';
import { smallEdition } from '../../domain/edition-fixture.ts';
import { isUnprintable } from '#kernel/paper/unprintable.ts';
import { badgeCards } from './badges.ts';
import { setPaper, type PaperChoice } from './set-paper.ts';
import { wordsIn } from './words.ts';

const text = (zh: string, en: string) => ({
  'zh-Hans': { text: zh, origin: 'human' as const },
  en: { text: en, origin: 'human' as const },
});

/** So many companies with names that are long, rare and of many alphabets, each with two meetings a slot of the day. */
function fairOf(count: number): PaperFacts {
  const { slots, interpreters: helpers, venue, timeZone } = smallEdition();
  // Their ids are on their badges.
  const interpreters = helpers.map((one, at) => ({ ...one, id: `a${at}` }));
  const [pattern] = smallEdition().participants;
  if (pattern === undefined) return expect.fail();
  const rare = ['䶮', '喆', '镕', '鎔', '堃', '龍', '灣', '囧'];
  const latin = ['Łódź Gőz ‘Óscar’ İzmir', 'Ελλάδα Άγκυρα', 'Завод Їжак', 'Đà Nẵng Dệt May', 'Straßenbahn & Søn'];
  const participants = Array.from({ length: count }, (_, i): EditionParticipant => {
    const name = `宁波${rare[i % rare.length] ?? ''}第${i}机械设备进出口（集团）有限公司`.repeat(i % 7 === 0 ? 3 : 1);
    return {
      ...pattern,
      id: `c${i}`,
      code: `E${String(i).padStart(4, '0')}`,
      name: text(name, `${latin[i % latin.length] ?? ''} ${i} “A–B” Ltd`),
    };
  });
  const places = Array.from({ length: Math.ceil(count / 2) }, (_, i) => ({
    ...{
      id: `t${i}`,
      kind: 'table' as const,
      code: String(i + 1),
      hall: i % 2 === 0 ? '5.1' : '北厅',
      seats: 1,
      standId: null,
      closedSlots: [],
    },
  }));
  const entries = slots.flatMap((slot, s) =>
    places.flatMap((place, k): readonly AgendaEntry[] => {
      const pair = [participants[2 * k], participants[(2 * (k + s) + 1) % count]] as const;
      return pair.flatMap((us, side) => {
        const them = pair[1 - side];
        if (us === undefined || them === undefined || us === them) return [];
        const told = {
          number: k,
          place: { ...place },
          with: them,
          person: them.contacts[0] ?? null,
          asked: 'both' as const,
          interpreter: interpreters[0] ?? null,
        };
        const details = { ...told, understanding: understandingOf(['en'], ['zh'], 'Ms Gu') };
        return [
          {
            participantId: us.id,
            meetingId: `m${s}-${k}`,
            round: 1,
            slotId: slot.id,
            start: slot.start,
            end: slot.end,
            offices: [],
            details,
          },
        ];
      });
    }),
  );
  const edition = { slug: 'fair', name: text('国际友城洽谈会', 'Sister Cities Forum'), venue, timeZone, slots, places, stands: [] };
  return {
    edition,
    floor: null,
    extent: 'all',
    release: { number: 3, publishedAt: slots[0]?.start ?? 0 },
    participants,
    groups: [],
    entries,
    interpreters,
    programme: [],
    regions: {},
  };
}

const both: Omit<PaperChoice, 'kind'> = { languages: ['zh-Hans', 'en'], order: 'code', card: 'a6' };
const silent = () => undefined;
const clock = (ms: number): string => new Date(ms + 8 * 3600_000).toISOString().slice(11, 16);

const companies = process.env['HANSA_ROUNDS'] === undefined ? 8 : 400;

test(`${companies} agendas hold every name, time and table in both languages, nothing cut, no letter without a picture, within thirty seconds of a processor`, async () => {
  const facts = fairOf(companies);
  const told: number[] = [];
  const began = process.cpuUsage();
  const { bytes, unset } = valueOf(await setPaper(facts, { ...both, kind: 'agendas' }, ({ done, of }) => told.push(done / of)));
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1e6).toBeLessThan(30);
  expect(unset).toEqual([]);
  expect(told).toHaveLength(companies + 1);
  expect(told.at(-1)).toBe(1);
  const pages = pagesOf(bytes).map(unbroken);
  expect(pages.filter((page) => page.includes('\uFFFD'))).toEqual([]);
  const names = (one: { readonly name: EditionParticipant['name'] }): readonly string[] =>
    Object.values(one.name).map(({ text: name }) => unbroken(name));
  let at = 0;
  for (const one of facts.participants) {
    // A long one goes on, under its name.
    let own = pages[at++] ?? '';
    while (pages[at]?.startsWith(unbroken(`第${at + 1}页 / Page ${at + 1}`)) && /（续）/.test(pages[at] ?? '')) own += pages[at++];
    const wanted = facts.entries
      .filter(({ participantId }) => participantId === one.id)
      .flatMap(({ start, end, details }) => [
        `${clock(start)}–${clock(end)}${details.with.code}`,
        ...names(details.with),
        `Table${details.place.code},`,
        `${details.place.code}号桌`,
      ]);
    expect(wanted.length).toBeGreaterThan(12);
    expect([...names(one), ...wanted].filter((words) => !own.includes(words))).toEqual([]);
  }
});

fullTest('every paper names everybody who is to be on it', async () => {
  const facts = fairOf(20);
  const textOf = async (choice: Partial<PaperChoice> & Pick<PaperChoice, 'kind'>) =>
    pagesOf(valueOf(await setPaper(facts, { ...both, ...choice }, silent)).bytes).map(unbroken);
  for (const kind of ['tables', 'interpreters', 'overview', 'fallback', 'badges'] as const) {
    const pages = await textOf({ kind });
    const whole = pages.join('');
    if (kind === 'tables') expect(pages).toHaveLength(facts.edition.places.length);
    for (const { code, name } of facts.participants)
      for (const part of [code, ...Object.values(name).map((one) => unbroken(one.text))]) expect(whole).toContain(part);
    expect(whole).toContain('MsGu');
  }
  expect(await textOf({ kind: 'tables', hall: '北厅' })).toHaveLength(facts.edition.places.length / 2);
  expect(await textOf({ kind: 'badges', card: 'label', languages: ['en'] })).toHaveLength(3);
  const [english] = await textOf({ kind: 'overview', languages: ['en'] });
  expect(english).toContain('Whomeetswhom');
  expect(english).not.toContain('洽谈总表');
});

test('a badge says name and post in each language in which they were given, and not the bar between the two', () => {
  const facts = fairOf(1);
  const [one] = facts.participants;
  if (one === undefined) return expect.fail();
  const person = { surname: 'Shen | 申', givenName: 'Lan | 岚', nameOrder: 'given_first' as const, post: 'Import manager | 进口经理' };
  const own = { ...facts, participants: [{ ...one, contacts: [person] }] };
  const [card] = badgeCards(own, wordsIn(['zh-Hans', 'en'], own), 'code');
  const lines = card?.top.map(({ text: line }) => line) ?? [];
  expect(lines.slice(lines.indexOf('申岚'), lines.indexOf('申岚') + 3)).toEqual(['申岚', 'Shen Lan', '进口经理 / Import manager']);
});

test('the programme is a sheet a day that says what is not known; who speaks and meets nobody has a badge, once', async () => {
  const facts = fairOf(2);
  const speaker = {
    name: text('王宽', 'Wang Kuan'),
    post: text('会长', 'President'),
    office: text('研究会', 'Institute'),
    rank: 1,
    participantId: null,
  };
  const item = {
    ...{
      kind: 'forum' as const,
      day: dayAt(facts.edition.slots[0]?.start ?? 0, facts.edition.timeZone),
      start: null,
      end: null,
      room: null,
    },
    ...{ languages: ['zh'], interpretedInto: [], interpreters: [], standId: null, cities: [], themes: [], source: null },
    hosts: [text('外办', 'Foreign Affairs Office')],
  };
  const [forum, signing] = ['i1', 'i2'].map((id) => id as ReleasedItem['id']);
  const seated = { ...speaker, name: text('李坐', 'Li Zuo'), participantId: 'c0' as ReleasedItem['speakers'][number]['participantId'] };
  const programme: readonly ReleasedItem[] = [
    { ...item, id: forum ?? expect.fail(), title: text('友城论坛', 'Sister Cities Day'), speakers: [speaker, seated] },
    { ...item, id: signing ?? expect.fail(), kind: 'signing', title: text('签约仪式', 'Signing of the memorandum'), speakers: [speaker] },
  ];
  const wholeOf = async (kind: PaperChoice['kind']): Promise<string> =>
    pagesOf(valueOf(await setPaper({ ...facts, programme }, { ...both, kind }, silent)).bytes)
      .map(unbroken)
      .join('');
  const day = await wholeOf('fallback');
  for (const part of ['友城论坛', 'SisterCitiesDay', 'WangKuan', '签约', 'timenotknown', '地点不详', 'ForeignAffairsOffice'])
    expect(day).toContain(part);
  // It has a release of its own, and says nothing of that of the meetings.
  const alone = await wholeOf('programme');
  expect(alone).toContain('Aslastreleased');
  expect(alone).not.toContain('Noschedule');
  const badges = await wholeOf('badges');
  expect(badges.split('WangKuan')).toHaveLength(2);
  expect(badges).toContain('发言人');
  expect(badges).not.toContain('LiZuo');
});

test('a floor plan is a sheet a hall, with what has room in the drawing and everybody in the list', async () => {
  const plain = fairOf(4);
  const stands = [
    { id: 's1', code: 'A-10', hall: '2' },
    { id: 's2', code: 'A-9', hall: '2' },
  ];
  const participants = plain.participants.map((one, at) => ({ ...one, standId: at < 3 ? 's1' : null, leadsStand: at === 1 }));
  const box = { hall: '2', name: null, x: 0, y: 0, width: 900, depth: 600 };
  const facts: PaperFacts = {
    ...plain,
    ...{ participants, release: null, edition: { ...plain.edition, stands } },
    floor: {
      halls: [
        { code: '2', width: 9_600, depth: 5_400 },
        { code: '西厅', width: 2_000, depth: 6_000 },
        { code: '3', width: null, depth: null },
      ],
      rectangles: [
        { ...box, kind: 'stand', code: 'A-10' },
        { ...box, kind: 'table', code: '7', x: 5_000, width: 150, depth: 150 },
        { ...box, kind: 'zone', code: null, name: text('论坛区', 'Forum area'), hall: '西厅', width: 2_000 },
      ],
    },
  };
  const [first = '', second = '', ...more] = pagesOf(valueOf(await setPaper(facts, { ...both, kind: 'floor' }, silent)).bytes).map(
    unbroken,
  );
  expect(more).toEqual([]);
  expect(first).toContain('2号馆Hall2');
  for (const words of ['A-10', '7', 'A-9', 'E0001', 'E0000', 'E0002']) expect(first).toContain(words);
  expect(first).not.toContain('E0003');
  // The lead stands first, numbers are in order.
  expect(first.indexOf('E0001')).toBeLessThan(first.indexOf('E0000'));
  expect(first.lastIndexOf('A-9')).toBeLessThan(first.lastIndexOf('A-10'));
  expect(second).toContain('西厅');
  expect(second).toContain('论坛区/Forumarea');
  const only = pagesOf(valueOf(await setPaper(facts, { ...both, kind: 'floor', hall: '西厅' }, silent)).bytes);
  expect(only).toHaveLength(1);
  expect(await setPaper(plain, { ...both, kind: 'floor' }, silent)).toMatchObject({ refusal: { code: 'meetings.paper_no_floor' } });
});

test('which scripts can be printed is known before: the fonts hold those, and nothing of the others', async () => {
  const names = ['Łódź Ő', 'Αθήνα', 'Москва', '横浜ひカ', '（龍）', 'ㄅㄆ', 'A & B, 2–3 “x”', '한국', 'شركة', 'חברה', 'ไทย', 'कंपनी'];
  names.push('Week 🚢', '展 🇨🇳', 'I ❤️', 'Sea ⭐', '★ ㊗', '🆗', '👍🏽', '𝐁old', '⚓', '© ™');
  const facts = fairOf(names.length);
  const participants = facts.participants.map((one, at) => ({ ...one, name: text(names[at] ?? '', names[at] ?? '') }));
  const { unset } = valueOf(await setPaper({ ...facts, participants }, { ...both, kind: 'agendas' }, silent));
  for (const name of names) expect([name, isUnprintable(name)]).toEqual([name, unset.some((lost) => name.includes(lost))]);
});

fullTest('names in Hangul are printed, in syllables and in letters alone, beside Chinese and Latin', async () => {
  const facts = fairOf(4);
  const [first, ...others] = facts.participants;
  if (first === undefined) return expect.fail();
  // Typed on some keyboards in single letters, which belong together.
  const names = { zh: '한국전자 부산(주)', en: 'ㄱㄴ 뷁 Busan 釜山'.normalize('NFD') };
  const korean = { ...facts, participants: [{ ...first, name: text(names.zh, names.en) }, ...others] };
  for (const kind of ['agendas', 'badges'] as const) {
    const { bytes, unset } = valueOf(await setPaper(korean, { ...both, kind }, silent));
    expect(unset).toEqual([]);
    const printed = unbroken(pagesOf(bytes).join(''));
    for (const name of Object.values(names)) expect(printed).toContain(unbroken(name.normalize('NFC')));
  }
});

test('what cannot be printed is told, and nothing to print makes no file', async () => {
  const facts = fairOf(4);
  const [first, ...others] = facts.participants;
  if (first === undefined) return expect.fail();
  const odd = { ...facts, participants: [{ ...first, name: text('شركة（𓀀）', 'A') }, ...others] };
  const { bytes, unset } = valueOf(await setPaper(odd, { ...both, kind: 'agendas' }, silent));
  expect(unset).toEqual(['شركة', '𓀀']);
  expect(unbroken(pagesOf(bytes).at(-1) ?? '')).toMatch(/E0000〓〓〓〓U\+0634U\+0631U\+0643U\+0629E0000〓U\+13000$/);
  expect(await setPaper({ ...facts, entries: [] }, { ...both, kind: 'tables' }, silent)).toMatchObject({
    refusal: { code: 'meetings.paper_empty' },
  });
  expect(await setPaper(facts, { ...both, kind: 'overview', day: '2031-01-01' }, silent)).toMatchObject({
    refusal: { code: 'meetings.paper_empty' },
  });
});
