// What a release tells one reader: which of their meetings are new, moved or cancelled, with whom, when at the venue and where. Names no person, since mail travels open.
import { dateFormat } from '#kernel/intl-formats.ts';
import { venueTimes } from '#kernel/zone-names.ts';
import { inEach, writing, type Language, type MultilingualText } from '#kernel/language.ts';
import { readAs } from '#kernel/written-language.ts';
import type { Interval } from '#kernel/intervals.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { hallForm } from '#modules/expos/domain/hall.ts';
import type { AgendaDetails, TrackedEntry } from './agenda.ts';
import { clockAt } from './venue-clock.ts';

/** When and where a meeting was or is; UTC milliseconds. */
interface Spot extends Interval {
  readonly place: AgendaDetails['place'];
}

export interface AgendaChange {
  readonly kind: 'added' | 'moved' | 'place' | 'interpreter' | 'cancelled';
  /** One's own side, by its id, and who sits on the other; of an interpreter's meeting the two sides. */
  readonly own: string;
  readonly offices: readonly OfficeId[];
  readonly with: readonly { readonly name: MultilingualText; readonly code: string }[];
  readonly before: Spot | null;
  readonly after: Spot | null;
}

const keyOf = ({ participantId, meetingId }: Pick<TrackedEntry, 'participantId' | 'meetingId'>): string => `${participantId} ${meetingId}`;
const spotOf = ({ start, end, details }: TrackedEntry): Spot => ({ start, end, place: details.place });

const kindOf = (before: Spot | null, after: Spot | null): AgendaChange['kind'] | null => {
  if (before === null) return after === null ? null : 'added';
  if (after === null) return 'cancelled';
  if (before.start !== after.start || before.end !== after.end) return 'moved';
  return before.place.id === after.place.id ? null : 'place';
};

/** Of the entries that a release concerns: what it changes for the participants, in the order of their times. `was`: the entries before it. */
export function changesFor(was: readonly TrackedEntry[], concerned: readonly TrackedEntry[]): readonly AgendaChange[] {
  const known = new Map(was.filter(({ cancelled }) => !cancelled).map((entry) => [keyOf(entry), entry]));
  const changes = concerned.map((entry): AgendaChange => {
    const earlier = known.get(keyOf(entry));
    const [before, after] = [earlier === undefined ? null : spotOf(earlier), entry.cancelled ? null : spotOf(entry)];
    const { participantId: own, offices, details } = entry;
    return { kind: kindOf(before, after) ?? 'interpreter', own, offices, with: [details.with], before, after };
  });
  return inOrder(changes);
}

/** The same for one who interprets: meetings that are theirs now, or were. */
export function interpretedChanges(
  was: readonly TrackedEntry[],
  concerned: readonly TrackedEntry[],
  interpreterId: string,
): readonly AgendaChange[] {
  const isTheirs = (entry: TrackedEntry | undefined): entry is TrackedEntry =>
    entry !== undefined && !entry.cancelled && entry.details.interpreter?.id === interpreterId;
  const known = new Map(was.map((entry) => [keyOf(entry), entry]));
  const changes = [...Map.groupBy(concerned, ({ meetingId }) => meetingId).values()].flatMap((sides): readonly AgendaChange[] => {
    const [side] = sides;
    if (side === undefined) return [];
    const earlier = known.get(keyOf(side));
    const [before, after] = [isTheirs(earlier) ? spotOf(earlier) : null, isTheirs(side) ? spotOf(side) : null];
    const kind = kindOf(before, after);
    const parties = sides.map(({ details }) => details.with);
    return kind === null ? [] : [{ kind, own: interpreterId, offices: [], with: parties, before, after }];
  });
  return inOrder(changes);
}

const startOf = ({ before, after }: AgendaChange): number => after?.start ?? before?.start ?? 0;
const inOrder = (changes: readonly AgendaChange[]): readonly AgendaChange[] => changes.toSorted((a, b) => startOf(a) - startOf(b));

interface Words {
  readonly place: Readonly<Record<'table' | 'stand', (code: string) => string>>;
  readonly hall: (place: string, hall: string) => string;
  readonly line: Readonly<Record<AgendaChange['kind'] | 'first', (who: string, was: string, is: string) => string>>;
  readonly more: (count: number) => string;
  readonly of: (name: string) => string;
}

const words: Readonly<Record<Language, Words>> = inEach(
  {
    place: { table: (code) => `table ${code}`, stand: (code) => `stand ${code}` },
    hall: (place, hall) => `${place}, ${hallForm(hall) === 'named' ? '' : 'hall '}${hall}`,
    line: {
      first: (who, _was, is) => `${who}: ${is}`,
      added: (who, _was, is) => `New: ${who}: ${is}`,
      moved: (who, was, is) => `Moved: ${who}: from ${was}, to ${is}`,
      place: (who, was, is) => `Other place: ${who}: ${is}, not ${was}`,
      interpreter: (who, _was, is) => `Interpreter changed: ${who}: ${is}`,
      cancelled: (who, was) => `Cancelled: ${who}: ${was}`,
    },
    more: (count) => (count === 1 ? 'and one more meeting, on the page below' : `and ${count} more meetings, on the page below`),
    of: (name) => `${name}:`,
  },
  {
    place: { table: (code) => `${code}号桌`, stand: (code) => `${code}展位` },
    hall: (place, hall) => `${hall}${{ letter: '馆', number: '号馆', named: '' }[hallForm(hall)]}${place}`,
    line: {
      first: (who, _was, is) => `${who}，${is}`,
      added: (who, _was, is) => `新增：${who}，${is}`,
      moved: (who, was, is) => `改期：${who}，由${was}改到${is}`,
      place: (who, was, is) => `换地点：${who}，由${was}改到${is}`,
      interpreter: (who, _was, is) => `译员有调整：${who}，${is}`,
      cancelled: (who, was) => `取消：${who}，${was}`,
    },
    more: (count) => `另有${count}场洽谈，见以下页面`,
    of: (name) => `${name}：`,
  },
);

/** As many changes as a letter holds. */
const MOST = 60;

interface Told {
  readonly timeZone: string;
  /** Name and code of each of one's own sides, told where there are several; of an interpreter none. */
  readonly sides: ReadonlyMap<string, { readonly name: MultilingualText; readonly code: string }>;
  /** There was no schedule before, so that nothing in it is new. */
  readonly isFirst: boolean;
}

/** A paragraph a side, a line a change, and whose time it is; empty where nothing is to be told. */
export function newsLines(language: Language, changes: readonly AgendaChange[], { timeZone, sides: known, isFirst }: Told): string {
  if (changes.length === 0) return '';
  const say = words[language];
  const { locale, comma, inBrackets } = writing[language];
  const dayIn = dateFormat(locale, { weekday: 'short', day: 'numeric', month: 'long', timeZone });
  const placeOf = ({ kind, code, hall }: Spot['place']) => {
    const place = say.place[kind](code);
    return hall === '' ? place : say.hall(place, hall);
  };
  const at = (spot: Spot | null) =>
    spot === null ? '' : [`${dayIn.format(spot.start)} ${clockAt(spot.start, timeZone)}`, placeOf(spot.place)].join(comma);
  const named = ({ name, code }: AgendaChange['with'][number]): string => inBrackets(readAs(name, language), code);
  const who = ({ with: parties }: AgendaChange) => parties.map(named).join(' – ');
  // Whoever acts for many finds each by its code; within one the times go on.
  const codeOf = ({ own }: AgendaChange): string => known.get(own)?.code ?? '';
  const told = changes.toSorted((a, b) => codeOf(a).localeCompare(codeOf(b), 'en', { numeric: true })).slice(0, MOST);
  const sides = [...Map.groupBy(told, ({ own }) => own)];
  const paragraphs = sides.map(([own, ofSide]) => {
    const lines = ofSide.map(
      (change) =>
        `- ${say.line[isFirst && change.kind === 'added' ? 'first' : change.kind](who(change), at(change.before), at(change.after))}`,
    );
    return [...(sides.length > 1 ? [say.of(named(known.get(own) ?? { name: {}, code: own }))] : []), ...lines].join('\n');
  });
  const more = changes.length > told.length ? [`- ${say.more(changes.length - told.length)}`] : [];
  return [...paragraphs, ...more, venueTimes(timeZone, language)].join('\n\n');
}
