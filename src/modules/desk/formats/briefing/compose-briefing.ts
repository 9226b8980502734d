// A briefing as a paper: who they are, what binds us, what is open; then our own points. What is missing is printed as missing.
import type { FlexDate } from '#kernel/flex-date.ts';
import { inEach, type Language } from '#kernel/language.ts';
import type { Params } from '#kernel/sentence.ts';
import { languageName } from '#kernel/region-names.ts';
import {
  muted,
  plain,
  small,
  strong,
  type Paper,
  type PaperBlock,
  type PaperLine,
  type PaperRow,
  type PaperSection,
} from '#kernel/paper/paper.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { sayConverted } from '#modules/outcomes/domain/rates/say-sum.ts';
import { openingOf, type OpeningClause } from '#modules/reports/domain/opening.ts';
import { openingWords } from '#modules/reports/domain/opening-words.ts';
import { paperWords } from '#modules/reports/domain/paper-words.ts';
import { byDate } from '#modules/reports/domain/sorting.ts';
import { standardClasses } from '#modules/ties/domain/attributes.ts';
import { en as tiesEn } from '#modules/ties/text.en.ts';
import { zh as tiesZh } from '#modules/ties/text.zh.ts';
import type { BriefedPerson, BriefingFacts } from '../../domain/briefing/facts.ts';
import type { OpenThing } from '../../domain/briefing/open-things.ts';
import type { BriefingPoint, PointKind } from '../../domain/briefing/points.ts';
import { briefingEn } from './briefing-text.en.ts';
import { briefingZh } from './briefing-text.zh.ts';

const texts = inEach({ ...tiesEn, ...briefingEn }, { ...tiesZh, ...briefingZh });
type Words = ReturnType<typeof wordsOf>;

const wordsOf = ({ own, other, labels }: BriefingFacts, language: Language) =>
  paperWords(language, texts, { cities: { [own.id]: own.name, [other.id]: other.name }, labels });

/** What is left out first where it would be too long: past events, then papers, then what is open last, then our own words, the least pressing first. */
const drops = { exchange: 1, agreement: 2, open: 3, call: 4, meet: 5, asked: 6, day: 7, people: 8, never: 9, raise: 10 } as const;

const rows = (
  as: Extract<PaperBlock, { kind: 'rows' }>['as'],
  widths: readonly number[],
  given: readonly PaperRow[],
  heads: readonly string[] | null = null,
): PaperBlock => ({
  kind: 'rows',
  as,
  widths: [...widths],
  heads: heads === null ? null : [...heads],
  endsRight: as === 'table' && heads !== null,
  rows: [...given],
});

const section = (key: string, title: string, blocks: readonly PaperBlock[], { raw }: Words, note = ''): PaperSection => ({
  ...{ key, title, note, rule: 'section', left: 0, blocks: [...blocks] },
  leftText: raw('desk.briefing_left'),
});

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** A name in its own order, and the surname told where a reader may take the wrong word for it. */
function personRow(person: BriefedPerson, at: number, words: Words): PaperRow {
  const { say, naming, language, date } = words;
  const [surname, given] = [inLanguage(person.surname, language), inLanguage(person.givenName, language)];
  const parts = isHan(surname + given) || person.nameOrder === 'surname_first' ? [surname, given] : [given, surname];
  const name = parts.filter((part) => part !== '').join(isHan(surname + given) ? '' : ' ');
  const title = person.title === null ? '' : naming(person.title);
  const address = title === '' ? say('desk.briefing_no_title') : isHan(surname) ? `${surname}${title}` : `${title} ${surname}`;
  const post = [person.post, person.body].flatMap((text) => (text === null ? [] : [naming(text)])).join(words.apart);
  const languages = person.languages.map((tag) => languageName(tag, language));
  const more = [
    ...(person.since === null ? [] : [say('desk.briefing_in_post', { date: date(person.since) })]),
    ...(languages.length === 0 ? [] : [say('desk.briefing_speaks', { languages: words.formats.list(languages) })]),
  ];
  return {
    key: `person ${String(at)}`,
    drop: at === 0 ? null : drops.people,
    cells: [
      name === '' ? [strong(post)] : [strong(name), small(post === '' ? say('desk.briefing_no_post') : post)],
      [title === '' ? muted(address) : plain(address), ...(given === '' ? [] : [small(say('desk.briefing_surname', { surname }))])],
      more.map((text, line) => (line === 0 ? plain(text) : small(text))),
    ],
  };
}

/** Of each organisation that comes, whom here it should meet: ours by name, then what our city tells. */
function meetSections({ meets }: BriefingFacts, words: Words): Paper['groups'] {
  if (meets.length === 0) return [];
  const { say, naming, formats } = words;
  const listed = meets.map(({ visitor, organisations, told }, at): PaperRow => ({
    key: `meet ${String(at)}`,
    drop: drops.meet,
    cells: [
      [plain(naming(visitor))],
      [
        ...(organisations.length === 0 ? [] : [plain(formats.list(organisations.map(naming)))]),
        ...(told.length === 0 ? [] : [small(say('desk.briefing_show', { what: formats.list(told.map(naming)) }))]),
      ],
    ],
  }));
  const [title, note] = [say('desk.briefing_meet'), say('desk.briefing_meet_note')];
  return [{ begins: false, sections: [section('meet', title, [rows('facts', [38, 62], listed)], words, note)] }];
}

const privately = (isPublic: boolean, { say }: Words): readonly PaperLine[] => (isPublic ? [] : [small(say('desk.briefing_not_public'))]);

function visitLines({ visits: { inward, outward } }: BriefingFacts, { say, date }: Words): PaperLine[] {
  const one = ({ visits, last }: BriefingFacts['visits']['inward'], side: 'us' | 'them'): PaperLine =>
    plain(
      last === null
        ? say(`desk.briefing_no_visit_to_${side}`)
        : say(`desk.briefing_visits_to_${side}`, { count: visits, date: date(last) }),
    );
  return [one(inward, 'us'), one(outward, 'them')];
}

/** Stage by stage in the currency of the office, with the rates; what is not converted is told so. */
function sumRows({ converted, labels }: BriefingFacts, { say, t, language }: Words): readonly PaperRow[] {
  if (converted === null || converted.totals.length === 0) return [];
  const lines = converted.totals.flatMap(({ stage, kind, sum, qualifier }): readonly PaperLine[] => {
    const { whole, left } = sayConverted(sum, converted.conversion, { language, labels, qualifier });
    const of = { stage: t(`design.stage_${stage}`), kind: say(`desk.briefing_kind_${kind}`) };
    return [plain(say('desk.briefing_sum', { ...of, sum: whole })), ...left.map((line) => small(line))];
  });
  return [{ key: 'sums', drop: drops.agreement, cells: [[plain(say('desk.briefing_sums'))], lines] }];
}

/** What of a sentence is not to be said: of a beginning the dates of our own, on outcomes all of it, what followed what was announced, or some of the others. */
function unsaid(clause: OpeningClause, { say }: Words): readonly PaperLine[] {
  if (clause.about === 'beginning' && clause.isPublic) return clause.own.length === 0 ? [] : [small(say('desk.briefing_dates_not_public'))];
  if ((clause.about !== 'beginning' && clause.about !== 'outcome' && clause.about !== 'more_outcomes') || clause.isPublic) return [];
  if (clause.about === 'more_outcomes') return [small(say('desk.briefing_some_not_public'))];
  return [small(say(clause.about === 'outcome' && clause.isAnnounced ? 'desk.briefing_rest_not_public' : 'desk.briefing_not_public'))];
}

function bindingRows(facts: BriefingFacts, words: Words): readonly PaperRow[] {
  const { say, naming, date } = words;
  const day = (on: FlexDate | null): PaperLine[] => [plain(on === null ? say('desk.briefing_undated') : date(on))];
  const clauses = openingOf(facts.opening);
  const came = clauses.filter(({ about }) => about === 'outcome' || about === 'more_outcomes');
  const outcomes =
    came.length === 0
      ? [muted(say('desk.briefing_no_outcome'))]
      : came.flatMap((clause) => [...openingWords([clause], words).map((text) => plain(text)), ...unsaid(clause, words)]);
  const agreements = facts.agreements.map(({ title, signedOn, validTo, parties, isPublic }, at) => {
    const term = validTo === null ? say('desk.briefing_no_end') : say('desk.briefing_until', { date: date(validTo) });
    const more = [...(parties === 0 ? [say('desk.briefing_no_parties')] : []), term].join(say('desk.briefing_clauses'));
    const cells = [day(signedOn), [plain(naming(title)), small(more), ...privately(isPublic, words)]];
    return { on: signedOn, row: { key: `agreement ${String(at)}`, drop: at === 0 ? null : drops.agreement, cells } satisfies PaperRow };
  });
  const exchanges = facts.exchanges.map(({ title, starts, ledBy, isPublic }, at) => {
    const led = ledBy === null ? [] : [small(say('desk.briefing_led_by', { who: inLanguage(ledBy, words.language) }))];
    const cells = [day(starts), [plain(naming(title)), ...led, ...privately(isPublic, words)]];
    return { on: starts, row: { key: `exchange ${String(at)}`, drop: at === 0 ? null : drops.exchange, cells } satisfies PaperRow };
  });
  const city = naming(facts.other.name);
  return [
    { key: 'came', drop: null, cells: [[plain(say('desk.briefing_came'))], outcomes] },
    ...sumRows(facts, words),
    ...byDate([...agreements, ...exchanges], ({ on }) => on).map(({ row }) => row),
    { key: 'visits', drop: null, cells: [[plain(say('desk.briefing_visits'))], visitLines(facts, words)] },
    {
      key: 'their ties',
      drop: null,
      cells: [[plain(say('desk.briefing_their_ties'))], [plain(say('desk.briefing_their_ties_count', { city, count: facts.theirTies }))]],
    },
  ];
}

const attributes = ['established', 'ended', 'class', 'status', 'projects'] as const;

/** What the other side calls an item; who cannot say asks nothing. */
const itemWords = ['open', 'done', 'dropped', 'not_agreed'] as const;

/** What is open, in words. */
export function openWords(
  { about, title, attribute }: Pick<OpenThing, 'about' | 'title' | 'attribute'>,
  { say, naming }: Pick<Words, 'naming'> & { readonly say: (key: keyof typeof briefingEn, params?: Params) => string },
): string {
  const named = title === null ? '' : naming(title);
  switch (about) {
    case 'item':
      return named;
    case 'said':
      return say('desk.briefing_said', {
        attribute: say(`desk.briefing_attribute_${attributes.find((one) => one === attribute) ?? 'other'}`),
      });
    case 'answer_item':
      return say(`desk.briefing_item_${itemWords.find((one) => one === attribute) ?? 'entered'}`, { title: named });
    default:
      return say(`desk.briefing_${about}`, { title: named });
  }
}

/** Answers asked of one thing are one line of the paper, with how many there are: what each is of, the page of answers tells. */
export function oneOfEach(open: readonly OpenThing[]): readonly (OpenThing & { readonly times: number })[] {
  const same = Map.groupBy(open, ({ key, about, title, turn }) => (about === 'answer_outcome' ? JSON.stringify([title, turn]) : key));
  return [...same.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first, since: [first, ...others].flatMap(({ since }) => since ?? []).toSorted()[0] ?? null, times: others.length + 1 }],
  );
}

function openRow({ times, ...thing }: OpenThing & { readonly times: number }, words: Words): PaperRow {
  const { say, date } = words;
  const { due, late, since, turn } = thing;
  const day = due === null ? null : date(due);
  const waits =
    since === null ? '' : `${words.apart}${say('desk.briefing_since_day', { date: date({ text: since, qualifier: 'exact' }) })}`;
  return {
    key: thing.key,
    drop: drops.open,
    cells: [
      [plain(times === 1 ? openWords(thing, words) : say('desk.briefing_times', { what: openWords(thing, words), count: times }))],
      [turn === 'ours' ? strong(say('desk.briefing_turn_ours') + waits) : plain(say(`desk.briefing_turn_${turn}`) + waits)],
      [
        day === null ? plain('') : late ? { text: day, look: 'late' } : plain(day),
        ...(late ? [{ text: say('desk.briefing_late'), look: 'late' } as const] : []),
      ],
    ],
  };
}

/** Our own points of one kind; typed in two languages on a line, each reader reads theirs. */
const pointRows = (kind: PointKind, points: readonly BriefingPoint[], { language }: Words): readonly PaperRow[] =>
  points.map(({ head, text }, at) => ({
    key: `${kind} ${String(at)}`,
    drop: drops[kind],
    cells:
      kind === 'day' || kind === 'call'
        ? [[plain(inLanguage(head, language))], [plain(inLanguage(text, language))]]
        : [[kind === 'asked' ? muted(inLanguage(head, language)) : strong(inLanguage(head, language)), plain(inLanguage(text, language))]],
  }));

/** Half a page wide, the first column has room for a whole date. */
const daily = [34, 66] as const;

/** What the visit's own page has of the day, and the gifts of our notes. */
function dayBlocks(
  { meeting }: BriefingFacts,
  words: Words,
): { readonly known: readonly PaperBlock[]; readonly gifts: readonly PaperBlock[] } {
  const { say } = words;
  const all = meeting?.stops ?? [];
  // Of what lasts one day the head of the paper says which.
  const isOneDay = all.every(({ date }) => date.text === all[0]?.date.text);
  const stops = all.map(({ date, starts, title, place }, at): PaperRow => {
    const where = place === null ? [] : [small(words.naming(place))];
    const when = starts === null || !isOneDay ? [plain(words.date(date)), ...(starts === null ? [] : [small(starts)])] : [plain(starts)];
    return { key: `stop ${String(at)}`, drop: drops.day, cells: [when, [plain(words.naming(title)), ...where]] };
  });
  const gifts = meeting?.gifts ?? null;
  const given: readonly PaperBlock[] =
    gifts === null
      ? []
      : [
          rows('facts', daily, [
            { key: 'gifts', drop: drops.day, cells: [[plain(say('desk.briefing_gifts'))], [plain(inLanguage(gifts, words.language))]] },
          ]),
        ];
  return { known: stops.length === 0 ? [] : [rows('facts', daily, stops)], gifts: given };
}

function ownSections(facts: BriefingFacts, words: Words): Paper['groups'] {
  const { say } = words;
  const { points, meeting } = facts;
  const missing: PaperBlock = { kind: 'text', lines: [muted(say('desk.briefing_no_raise'))] };
  const of = (kind: PointKind, as: 'numbered' | 'dashed' | 'facts', widths: readonly number[]): readonly PaperBlock[] =>
    points[kind].length === 0 ? [missing] : [rows(as, widths, pointRows(kind, points[kind], words))];
  const talking = meeting?.talkingPoints ?? null;
  const noted: readonly PaperBlock[] =
    talking === null
      ? []
      : [
          {
            kind: 'text',
            lines: [
              small(say('desk.briefing_talking_points')),
              ...talking.split('\n').map((text) => plain(inLanguage(text, words.language))),
            ],
          },
        ];
  const day = dayBlocks(facts, words);
  const after: PaperBlock = { kind: 'text', lines: [plain(say('desk.briefing_after_text'))] };
  return [
    { begins: true, sections: [section('raise', say('desk.briefing_raise'), [...of('raise', 'numbered', [1]), ...noted], words)] },
    { begins: false, sections: [section('never', say('desk.briefing_never'), of('never', 'dashed', [1]), words)] },
    {
      begins: false,
      sections: [
        section('asked', say('desk.briefing_asked'), of('asked', 'facts', [1]), words),
        section(
          'day',
          say('desk.briefing_day'),
          [...day.known, ...(day.known.length > 0 && points.day.length === 0 ? [] : of('day', 'facts', daily)), ...day.gifts],
          words,
        ),
      ],
    },
    {
      begins: false,
      sections: [
        section('call', say('desk.briefing_call'), of('call', 'facts', [40, 60]), words),
        section('after', say('desk.briefing_after'), [after], words),
      ],
    },
    { begins: false, sections: [section('notes', say('desk.briefing_notes'), [{ kind: 'room', lines: 3 }], words)] },
  ];
}

function headOf(facts: BriefingFacts, words: Words): Pick<Paper, 'title' | 'head' | 'pair' | 'foot'> {
  const { say, raw, naming, fullDate } = words;
  const [own, other] = [naming(facts.own.name), naming(facts.other.name)];
  const { addressee, meeting, since, years, classCode, className } = facts;
  const kind = addressee === null ? say('desk.briefing') : say('desk.briefing_for', { who: inLanguage(addressee, words.language) });
  const on = fullDate(meeting?.starts ?? { text: facts.today, qualifier: 'exact' });
  const standard = standardClasses.find((code) => code === classCode);
  const called =
    standard !== undefined ? say(`ties.class_${standard}`) : className === null ? say('desk.briefing_class_unknown') : naming(className);
  return {
    title: `${kind}${words.apart}${own} – ${other}`,
    head: {
      strong: kind,
      rest: say(meeting === null ? 'desk.briefing_with' : 'desk.briefing_meeting', { city: other, date: on }),
      right: say('desk.briefing_own_only'),
    },
    pair: {
      ...{ own, other },
      above: since === null ? say('desk.briefing_since_unknown') : say('desk.briefing_since', { date: fullDate(since) }),
      below: years === null ? called : say('desk.briefing_years', { class: called, count: years }),
    },
    foot: {
      text: say(facts.seal === null ? 'desk.briefing_foot_private' : 'desk.briefing_foot', { city: own }),
      seal: facts.seal ?? '',
      page: raw('desk.briefing_page'),
    },
  };
}

/** The whole of it, before it is fitted to its two pages. */
export function composeBriefing(facts: BriefingFacts, language: Language): Paper {
  const words = wordsOf(facts, language);
  const { say, naming } = words;
  const clauses = openingOf(facts.opening).filter(({ about }) => about !== 'outcome' && about !== 'more_outcomes');
  const lead = clauses.flatMap((clause) => [...openingWords([clause], words).map((text) => plain(text)), ...unsaid(clause, words)]);
  const meeting = facts.meeting === null ? [] : [strong(naming(facts.meeting.title))];
  const people: readonly PaperBlock[] =
    facts.people.length === 0
      ? [{ kind: 'text', lines: [muted(say('desk.briefing_no_people'))] }]
      : [
          rows(
            'table',
            [38, 30, 32],
            facts.people.map((person, at) => personRow(person, at, words)),
          ),
        ];
  const open: readonly PaperBlock[] =
    facts.open.length === 0
      ? [{ kind: 'text', lines: [muted(say('desk.briefing_nothing_open'))] }]
      : [
          rows(
            'table',
            [52, 28, 20],
            oneOfEach(facts.open).map((thing) => openRow(thing, words)),
            (['what', 'turn', 'due'] as const).map((head) => say(`desk.briefing_head_${head}`)),
          ),
        ];
  const lines = [...meeting, ...lead];
  const first: PaperSection = { ...section('lead', '', [{ kind: 'lead', lines }], words), rule: 'none' };
  return {
    ...{ language, type: 'car', mostPages: 2 },
    ...headOf(facts, words),
    groups: [
      { begins: false, sections: [first] },
      {
        begins: false,
        sections: [
          section(
            'people',
            say('desk.briefing_people'),
            people,
            words,
            say(facts.isComing ? 'desk.briefing_coming_note' : 'desk.briefing_people_note'),
          ),
        ],
      },
      ...meetSections(facts, words),
      {
        begins: false,
        sections: [section('binds', say('desk.briefing_binds'), [rows('facts', [22, 78], bindingRows(facts, words))], words)],
      },
      { begins: false, sections: [section('open', say('desk.briefing_open'), open, words)] },
      ...ownSections(facts, words),
    ],
  };
}
