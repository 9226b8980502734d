// Turns the planner's reasons, which name things by id, into sentences that name them as people do.
import { dateFormat, listFormat } from '#kernel/intl-formats.ts';
import { languageFor, writing } from '#kernel/language.ts';
import { languageName as nameOfLanguage } from '#kernel/region-names.ts';
import type { Params } from '#kernel/result.ts';
import type { EditionBoard, Meeting } from '../edition-facts.ts';
import { clockAt, dayAt } from '../agenda/venue-clock.ts';

/** A key of this module's texts with the values of its placeholders, ready to print. */
export interface Sentence {
  readonly code: string;
  readonly params: Params;
}

/** What the things of an edition are called, in the reader's language. */
export interface Names {
  readonly participant: (id: string) => string;
  readonly meeting: (id: string) => string;
  readonly slot: (id: string) => string;
  readonly place: (id: string) => string;
  readonly interpreter: (id: string) => string;
  /** Name of a language by its BCP-47 tag. */
  readonly language: (tag: string) => string;
}

/** Names by reader and tag, as an agenda says one at each meeting (a cache); nobody writes so many tags but to fill it. */
const namesKnown = new Map<string, string>();
const mostNames = 1000;

/** Name of a language in the reader's language, e.g. `('pt', 'zh-Hans')` → `葡萄牙语`; an unknown tag stays what it is. */
export function languageName(tag: string, reader: string): string {
  const asked = `${reader} ${tag}`;
  const name = namesKnown.get(asked) ?? nameOfLanguage(tag, languageFor(reader) ?? 'en');
  if (namesKnown.size >= mostNames) namesKnown.clear();
  namesKnown.set(asked, name);
  return name;
}

/** Several words as a list in the reader's language. */
export const listOf = (words: readonly string[], reader: string): string => listFormat(reader, {}).format(words);

/** Languages by their names, as a list. */
export const languageList = (tags: readonly string[], reader: string): string =>
  listOf(
    tags.map((tag) => languageName(tag, reader)),
    reader,
  );

/** How a reader calls a place of a kind by its code, e.g. `table 7`. */
export type PlaceWords = (kind: 'table' | 'stand', code: string) => string;

/** How a participant is called: by code, unless said otherwise. */
export type PartyWords = (party: EditionBoard['participants'][number]) => string;

/** 6 Apr, 4月6日. */
const dayWord = (start: number, timeZone: string, reader: string): string =>
  dateFormat(writing[languageFor(reader) ?? 'en'].locale, { day: 'numeric', month: 'short', timeZone }).format(start);

/** The names of an edition; several days show the date before the time. */
export function namesOf(
  facts: EditionBoard,
  meetings: readonly Pick<Meeting, 'id' | 'a' | 'b'>[],
  {
    reader,
    placeWords,
    partyWords = ({ code }) => code,
  }: { readonly reader: string; readonly placeWords: PlaceWords; readonly partyWords?: PartyWords },
): Names {
  const codes = new Map(facts.participants.map((p) => [p.id, partyWords(p)]));
  // Of sixty thousand few are named.
  let known: ReadonlyMap<string, Pick<Meeting, 'id' | 'a' | 'b'>> | null = null;
  const pairOf = (id: string): string => {
    known ??= new Map(meetings.map((m) => [m.id, m]));
    const pair = known.get(id);
    return pair === undefined ? '?' : `${codes.get(pair.a) ?? '?'} ${codes.get(pair.b) ?? '?'}`;
  };
  const days = new Set(facts.slots.map((s) => dayAt(s.start, facts.timeZone)));
  const times = new Map(
    facts.slots.map((s) => {
      const clock = clockAt(s.start, facts.timeZone);
      return [s.id, days.size > 1 ? `${dayWord(s.start, facts.timeZone, reader)} ${clock}` : clock];
    }),
  );
  const places = new Map(facts.places.map((p) => [p.id, placeWords(p.kind, p.code)]));
  const interpreters = new Map(facts.interpreters.map((i) => [i.id, i.name]));
  const from = (known: ReadonlyMap<string, string>) => (id: string) => known.get(id) ?? '?';
  return {
    participant: from(codes),
    meeting: pairOf,
    slot: from(times),
    // A joint stand is named once per co-exhibitor: "<place> <participant>".
    place: (id) => places.get(id.split(' ')[0] ?? id) ?? '?',
    interpreter: from(interpreters),
    language: (tag) => languageName(tag, reader),
  };
}

type Namer = (value: string, names: Names, reader: string) => string;

const namers: Readonly<Record<string, Namer>> = {
  participant: (id, names) => names.participant(id),
  other: (id, names) => names.participant(id),
  meeting: (id, names) => names.meeting(id),
  request: (id, names) => names.meeting(id),
  earlier: (id, names) => names.meeting(id),
  later: (id, names) => names.meeting(id),
  slot: (id, names) => names.slot(id),
  toSlot: (id, names) => names.slot(id),
  place: (id, names) => names.place(id),
  resource: (id, names) => names.interpreter(id),
  languages: (tags, names, reader) =>
    listOf(
      tags
        .split(', ')
        .filter((tag) => tag !== '')
        .map(names.language),
      reader,
    ),
};

/** The sentence of a reason: ids become names, numbers stay. */
export function sentenceOf(reason: { readonly code: string; readonly params: Params }, names: Names, reader: string): Sentence {
  const params = Object.entries(reason.params).map(([key, value]) => {
    const name = namers[key];
    return [key, name === undefined || typeof value === 'number' ? value : name(value, names, reader)] as const;
  });
  // Where a reason counts slots, its sentence is chosen by that number.
  const { slots } = reason.params;
  const counted = typeof slots === 'number' && reason.params['count'] === undefined ? [['count', slots] as const] : [];
  return { code: reason.code, params: Object.fromEntries([...params, ...counted]) };
}
