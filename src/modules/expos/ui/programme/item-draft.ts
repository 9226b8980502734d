// An item of the programme while it is typed: lists are lines, "English | 中文" where a line has both.
import { inEach, languages, type Language, type MultilingualText } from '#kernel/language.ts';
import type { ProgrammeItemShown } from '../../contract/programme.ts';
import type { programmeKinds } from '../../domain/programme/programme.ts';
import { clockMeaning, venueClock } from '../../domain/venue-time.ts';
import { filledAddress, filledLine, filledText } from '#design/fields/multilingual-field.tsx';
import { instantOf, readClock } from '../slots/draft.ts';

export interface SpeakerDraft {
  readonly key: string;
  readonly rank: string;
  readonly name: string;
  readonly post: string;
  readonly office: string;
  readonly topic: string;
  readonly email: string;
  readonly participantId: string;
}

export interface ItemDraft {
  readonly kind: (typeof programmeKinds)[number];
  readonly title: MultilingualText;
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly roomId: string;
  readonly standId: string;
  readonly languages: readonly string[];
  readonly interpretedInto: readonly string[];
  readonly interpreters: readonly string[];
  readonly cities: readonly string[];
  readonly hosts: string;
  readonly themes: string;
  readonly speakers: readonly SpeakerDraft[];
  readonly followUp: string;
  readonly source: string;
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
const inOrder: readonly Language[] = languages;

/** `English | 中文` or `中文 | English`; a line without a bar is in the language of its script. */
export function textOfLine(line: string): MultilingualText {
  const parts = line.split(/[|｜]/u).map((part) => part.trim());
  const [first = '', second = ''] = parts;
  const isTurned = isHan(first) && !isHan(second);
  const said =
    parts.length > 1 ? (isTurned ? inEach(second, first) : inEach(first, second)) : isHan(first) ? inEach('', first) : inEach(first, '');
  return Object.fromEntries(inOrder.flatMap((tag) => (said[tag] === '' ? [] : [[tag, { text: said[tag], origin: 'human' as const }]])));
}

export const lineOfText = (text: MultilingualText): string =>
  inOrder.every((tag) => text[tag] !== undefined)
    ? inOrder.map((tag) => text[tag]?.text ?? '').join(' | ')
    : (Object.values(text)[0]?.text ?? '');

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

export const itemDraft = (
  item: ProgrammeItemShown | null,
  { timeZone, firstDay }: { readonly timeZone: string; readonly firstDay: string },
): ItemDraft => {
  const clock = (at: string | null | undefined): string => (at == null ? '' : venueClock(timeZone, Date.parse(at)).time);
  return {
    kind: item?.kind ?? 'forum',
    title: item?.title ?? {},
    day: item?.day ?? firstDay,
    from: clock(item?.startsAt),
    until: clock(item?.endsAt),
    roomId: item?.roomId ?? '',
    standId: item?.standId ?? '',
    languages: item?.languages ?? [],
    interpretedInto: item?.interpretedInto ?? [],
    interpreters: item?.interpreters ?? [],
    cities: item?.cities ?? [],
    hosts: (item?.hosts ?? []).map(lineOfText).join('\n'),
    themes: (item?.themes ?? []).map(lineOfText).join('\n'),
    speakers: (item?.speakers ?? []).map(({ name, post, office, topic, email, rank, participantId }, at) => ({
      ...{ key: `read-${at}`, rank: String(rank), name: lineOfText(name), post: lineOfText(post), office: lineOfText(office) },
      ...{ topic: lineOfText(topic), email: email ?? '', participantId: participantId ?? '' },
    })),
    followUp: (item?.followUp ?? []).map(({ who, what, done }) => `${done ? 'x ' : ''}${who}${what === '' ? '' : ` | ${what}`}`).join('\n'),
    source: item?.source ?? '',
  };
};

export const sentItem = (draft: ItemDraft, timeZone: string) => {
  const instant = (time: string): string | null => {
    const clock = readClock(time);
    return clock === null ? null : instantOf(clockMeaning(timeZone, { date: draft.day, time: clock }).at);
  };
  const followUp = linesOf(draft.followUp).map((line) => {
    const done = /^x\s/i.test(line);
    const [who = '', ...what] = (done ? line.slice(2) : line).split('|').map((part) => part.trim());
    return { who, what: what.join(' | '), done };
  });
  return {
    kind: draft.kind,
    title: filledText(draft.title) ?? {},
    day: draft.day,
    startsAt: instant(draft.from),
    endsAt: instant(draft.until),
    roomId: draft.roomId === '' ? null : draft.roomId,
    standId: draft.standId === '' ? null : draft.standId,
    languages: [...draft.languages],
    interpretedInto: [...draft.interpretedInto],
    interpreters: [...draft.interpreters],
    cities: [...draft.cities],
    hosts: linesOf(draft.hosts).map(textOfLine),
    themes: linesOf(draft.themes).map(textOfLine),
    speakers: draft.speakers.map(({ name, post, office, topic, email, rank, participantId }) => ({
      ...{
        name: textOfLine(name),
        post: textOfLine(post),
        office: textOfLine(office),
        topic: textOfLine(topic),
        email: filledLine(email),
        participantId: participantId === '' ? null : participantId,
      },
      rank: rankOf(rank),
    })),
    followUp,
    source: filledAddress(draft.source),
  };
};

/** As a Chinese keyboard gives digits, too; what is no number is refused as one that is too small. */
function rankOf(typed: string): number {
  const digits = typed.normalize('NFKC').trim();
  return /^\d{1,2}$/.test(digits) ? Number(digits) : -1;
}
