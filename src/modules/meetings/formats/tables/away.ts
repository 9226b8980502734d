// When a company cannot meet, as it writes that in one cell of its row: "12月1日 17:00-18:00；12月2日上午", "2 December, afternoon".
import { daysBetween } from '#modules/expos/domain/venue-time.ts';
import { parseFlexDate } from '#reading/dates.ts';
import { saysNothing } from '#reading/written-cells.ts';
import type { EditionFile, EditionParts, FileSpan, FileUnavailable } from '../../domain/file/edition-file.ts';
import { problemAt, quoted } from '../../domain/file/problems.ts';
import { clockOf } from './cells.ts';
import type { Report, Row } from './row.ts';

const CLOCK = String.raw`(?:上午|下午|晚上)?\s*\d{1,2}(?:[:.]\d{2}|[点时](?:\d{1,2}分?|半)?)?\s*(?:am|pm|a\.m\.|p\.m\.)?`;
const TO = String.raw`\s*(?:[-–—~〜至到]|\bto\b|\buntil\b)\s*`;
/** Such as "9-10" and the parts of 2026-12-01: days rather than times. */
const BARE = String.raw`\s*\d{1,2}\s*[-–—~至到]\s*\d{1,2}(?![\d:.点时]|\s*[ap]\.?m)`;
/** From when to when, before or after a time, or a part of the day. */
const TIMES = new RegExp(
  [
    String.raw`(?<![\d/.-])(?!${BARE})(?<from>${CLOCK})${TO}(?<to>${CLOCK})`,
    String.raw`\bafter\s+(?<after>${CLOCK})|(?<since>${CLOCK})\s*(?:以后|之后|后|起|onwards)`,
    String.raw`\b(?:before|until)\s+(?<before>${CLOCK})|(?<till>${CLOCK})\s*(?:以前|之前|前)`,
    String.raw`(?<morning>上午|早上|\bmorning\b)|(?<afternoon>下午|\bafternoon\b)|(?<evening>晚上|傍晚|\bevening\b)`,
    String.raw`(?<whole>全天|整天|\b(?:all|whole|full|entire) day\b)`,
  ].join('|'),
  'giu',
);
const PARTS = {
  morning: ['00:00', '12:00'],
  afternoon: ['12:00', '24:00'],
  evening: ['18:00', '24:00'],
  whole: ['00:00', '24:00'],
} as const;

/** A time of the day as `HH:MM`; null where it is none. */
function clockIn(words: string): string | null {
  const text = words
    .replace(/(?<=m)\.|\.(?=m)/giu, '')
    .replace('晚上', '下午')
    .replace(/[点时]半/u, ':30')
    .replace(/[点时](\d{1,2})分?/u, (_, minutes: string) => `:${minutes.padStart(2, '0')}`)
    .replace(/[点时]/u, ':00')
    .replace(/^(\D*\d{1,2})(\s*[ap]m)?$/iu, '$1:00$2');
  const clock = clockOf(text);
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(clock) ? clock : null;
}

/** Half a day later, where that is still the same day. */
const later = (clock: string): string | null => (clock < '12:00' ? `${String(Number(clock.slice(0, 2)) + 12)}${clock.slice(2)}` : null);

/** What half of the day one of the two says holds for both, where the span then still runs forward. */
function spanOf(from: string, to: string): readonly [string, string] | null {
  const [start, end] = [clockIn(from), clockIn(to)];
  if (start === null || end === null) return null;
  if (end <= start) {
    const moved = later(end);
    return moved !== null && moved > start ? [start, moved] : null;
  }
  const moved = /pm|p\.m/iu.test(to) && !/[ap]\.?m/iu.test(from) ? later(start) : null;
  return [moved !== null && moved < end ? moved : start, end];
}

function timesOf(groups: Readonly<Record<string, string | undefined>>): readonly [string, string] | null {
  const { from, to, after, since, before, till } = groups;
  if (from !== undefined && to !== undefined) return spanOf(from, to);
  const [start, end] = [after ?? since, before ?? till].map((words) => (words === undefined ? undefined : clockIn(words)));
  if (start !== undefined) return start === null ? null : [start, '24:00'];
  if (end !== undefined) return end === null ? null : [end === '00:00' ? '24:00' : '00:00', end];
  const part = (['morning', 'afternoon', 'evening', 'whole'] as const).find((one) => groups[one] !== undefined);
  return part === undefined ? null : PARTS[part];
}

const EDGES = /^[\s,，、:：的]+|[\s,，、:：的]+$|\b(?:on|of|from|at|in the)\b/giu;

/** The day that words name, of an edition's days where they say no year; null where they name none, or more than one. */
function dayIn(words: string, days: readonly string[]): string | null {
  const text = words
    .replace(/[（(][^）)]*[）)]|(?:周|星期|礼拜)[一二三四五六日天]/gu, ' ')
    .replace(EDGES, ' ')
    .trim();
  const isDay = (read: string, order?: 'day_first' | 'month_first'): string | null => {
    const date = parseFlexDate(read, order === undefined ? {} : { order });
    return date.ok && date.value.qualifier === 'exact' && date.value.text.length === 'YYYY-MM-DD'.length ? date.value.text : null;
  };
  // A figure behind the day is a time that was not understood.
  if (/[日号]\s*\S/u.test(text)) return null;
  const whole = isDay(text);
  if (whole !== null) return whole;
  const named = days.filter((day) => {
    const [year = '', month, date] = day.split('-').map((part) => part.replace(/^0/, ''));
    const [, one, other] = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})$/.exec(text) ?? [];
    if (one !== undefined)
      return (
        (Number(one) === Number(month) && Number(other) === Number(date)) ||
        (Number(other) === Number(month) && Number(one) === Number(date))
      );
    const readings = [isDay(`${year}年${text}`), isDay(`${text} ${year}`), isDay(text, 'day_first'), isDay(text, 'month_first')];
    return readings.includes(day) || text === `${String(date)}日` || text === `${String(date)}号`;
  });
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The spans of one cell; null where a part of it is not read. A time without a day is on the one before it, or on the edition's only day. */
export function awayIn(written: string, days: readonly string[]): readonly FileSpan[] | null {
  const found: FileSpan[] = [];
  let day = days.length === 1 ? (days[0] ?? null) : null;
  for (const piece of written.normalize('NFKC').split(/[;；\n]+/u)) {
    const matches = [...piece.matchAll(TIMES)];
    const ends = matches.map((match) => match.index + match[0].length);
    const between = [...matches.map((match, at) => piece.slice(ends[at - 1] ?? 0, match.index)), piece.slice(ends.at(-1) ?? 0)];
    const named = between.map((words) => words.replace(EDGES, ' ').trim());
    const behind = named.at(-1) ?? '';
    // "9:00–10:00 on 2 December": the day may follow the only time.
    const isBehind = matches.length === 1 && named[0] === '' && behind !== '';
    const order = isBehind ? [behind, ''] : named;
    for (const [at, words] of order.entries()) {
      if (words !== '') day = dayIn(words, days);
      const groups = matches[at]?.groups;
      if (groups === undefined && words === '') continue;
      const times = groups === undefined ? PARTS.whole : timesOf(groups);
      if (day === null || times === null) return null;
      found.push({ date: day, start: times[0], end: times[1] });
    }
  }
  return found;
}

export interface AwayRead {
  readonly unavailable: readonly FileUnavailable[];
  /** The row of each; undefined of what stood there before. */
  readonly rows: readonly (Row | undefined)[];
}

interface AwayContext {
  readonly parts: EditionParts;
  readonly existing: EditionFile;
  /** Rows of participants, in the order of `parts.participants`. */
  readonly people: readonly Row[];
  /** Rows of a sheet of absences. */
  readonly listed: readonly Row[];
  readonly adding: boolean;
  readonly report: Report;
}

/** The days on which an edition has slots, or else all its days, as the file says them or else as they stand. */
const daysOf = ({ slots, edition }: EditionParts, existing: EditionFile): readonly string[] => {
  const { firstDay, lastDay } = edition ?? existing.edition;
  const held = [...new Set((slots ?? existing.slots).map(({ date }) => date))];
  return held.length > 0 || firstDay === '' ? held : daysBetween(firstDay, lastDay);
};

/**
 * Absences with those that stand in a column beside companies; null where the file says nothing of them. What such a company had is replaced by
 * what its cell says; whoever the file does not speak of, and a blank cell of a file that is added, keeps what there is.
 */
export function withAway({ parts, existing, people, listed, adding, report }: AwayContext): AwayRead | null {
  const asked = people.flatMap((row, at) => (row.says('away') ? [{ row, code: parts.participants?.[at]?.code ?? '' }] : []));
  if (asked.length === 0) return null;
  const days = daysOf(parts, existing);
  const said = asked.flatMap(({ row, code }) => {
    const text = row.text('away');
    const spans = saysNothing(text, 'end') ? [] : awayIn(text, days);
    if (spans === null) report(problemAt(row.place('away'), 'meetings.file_away_unread', { value: quoted(text) }));
    return (spans ?? []).map((span) => ({
      row,
      one: { who: { kind: 'participant', code }, away: { kind: 'span', ...span }, reason: '' } as const,
    }));
  });
  const own = (parts.unavailable ?? []).map((one, at) => ({ row: listed[at], one }));
  const speaksOf = new Set(asked.map(({ code }) => code));
  const standing = existing.unavailable.filter(({ who }) => who.kind === 'interpreter' || !speaksOf.has(who.code));
  const stays = adding || parts.unavailable !== undefined ? [] : standing.map((one) => ({ row: undefined, one }));
  const all = [...own, ...said, ...stays];
  return { unavailable: all.map(({ one }) => one), rows: all.map(({ row }) => row) };
}
