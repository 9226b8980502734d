// The report to a council as a paper: the year in numbers, then tie after tie by name. No order of merit, and what is unknown is said.
import type { FlexDate } from '#kernel/flex-date.ts';
import { inEach, writing, type Language } from '#kernel/language.ts';
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
import { convertedAsShown } from '#modules/outcomes/api/rates/convert.ts';
import { addFurther, type Further } from '#modules/outcomes/domain/follow-through/further.ts';
import { fates, noTally, type Tally } from '#modules/outcomes/domain/follow-through/announcement.ts';
import type { StageTotal } from '#modules/outcomes/domain/totals.ts';
import { standardClasses } from '#modules/ties/domain/attributes.ts';
import { cameAs, cameAsOf, type Before, type CameInYear, type MarkInYear } from '../../domain/council/year.ts';
import { assuredWords } from '../../domain/assured-words.ts';
import { paperWords } from '../../domain/paper-words.ts';
import { classEn, classZh } from '../../formats/class-text.ts';
import { councilEn } from '../../formats/council-text.en.ts';
import { councilZh } from '../../formats/council-text.zh.ts';
import { fileEn } from '../../formats/file-text.en.ts';
import { fileZh } from '../../formats/file-text.zh.ts';
import { en as codesEn } from '../../formats/text.en.ts';
import { zh as codesZh } from '../../formats/text.zh.ts';
import { convertedRows } from '../converted-rows.ts';
import type { CouncilYear, TieYear } from './gather-year.ts';

const texts = inEach({ ...codesEn, ...classEn, ...fileEn, ...councilEn }, { ...codesZh, ...classZh, ...fileZh, ...councilZh });
/** Of this paper and of its sheets. */
export const wordsOf = (language: Language, named: Partial<Pick<CouncilYear, 'labels' | 'cities'>> = {}) =>
  paperWords(language, texts, named);
export type Words = ReturnType<typeof wordsOf>;

const coded = ({ t }: Words, group: string, code: string): string => {
  const key = `reports.word_${group}_${code}`;
  const said = t(key);
  return said === key ? code : said;
};

const section = (
  key: string,
  title: string,
  blocks: PaperBlock[],
  { note = '', rule = 'section' }: { readonly note?: string; readonly rule?: PaperSection['rule'] } = {},
): PaperSection => ({
  ...{ key, title, note, rule, blocks, left: 0, leftText: '' },
});

const rowsAs = (
  as: 'facts' | 'table',
  widths: readonly number[],
  rows: readonly PaperRow[],
  heads: readonly string[] | null = null,
): PaperBlock => ({
  ...{ kind: 'rows', as, widths: [...widths], heads: heads === null ? null : [...heads], endsRight: as === 'table', rows: [...rows] },
});

const row = (key: string, label: string, lines: readonly PaperLine[]): PaperRow => ({
  key,
  drop: null,
  cells: [[plain(label)], [...lines]],
});

/** In the order of names as the reader's language sorts them. */
export const byName = (ties: readonly TieYear[], language: Language): readonly TieYear[] => {
  const { naming } = wordsOf(language);
  const nameOf = ({ cities: [own, other] }: TieYear): string => `${naming(other.name)} ${naming(own.name)}`;
  const collator = new Intl.Collator(writing[language].locale);
  return ties.toSorted((one, next) => collator.compare(nameOf(one), nameOf(next)));
};

/** Of which nothing is on record for the year. */
export const isSilent = ({ happened, signed, ending, came, marks }: TieYear): boolean =>
  happened.length + signed.length + ending.length + came.length + marks.length === 0;

const hidden = (isPublic: boolean, { say }: Words): readonly PaperLine[] => (isPublic ? [] : [small(say('reports.council_not_public'))]);

function cameLines({ title, kind, counted, figure, sure, isPublic, partOf }: CameInYear, words: Words): readonly PaperLine[] {
  const { formats, t, naming, say } = words;
  const { stage, amount, count, qualifier, countQualifier } = figure;
  const number =
    count === null
      ? ''
      : formats.spelt({ ...formats.count(count, countQualifier), after: t(`outcomes.unit_${counted ?? kind}`, { count: Number(count) }) });
  const parts = [
    counted === null ? t(kind === 'offer_made' ? `outcomes.offer_${stage}` : `design.stage_${stage}`) : t(`outcomes.came_${counted}`),
    number.trim(),
    amount === null ? '' : formats.spelt(formats.money(amount, qualifier)),
    sure === null ? '' : assuredWords(sure, words),
    partOf === null ? '' : say('reports.council_part'),
  ];
  return [plain(naming(title)), small(parts.filter((part) => part !== '').join(writing[words.language].apart)), ...hidden(isPublic, words)];
}

/** First course held in Shanghai: done, 24 April 2026; nurses who finished a course: 42 people, 2026. */
function markLines({ title, unit, value, isDisputed, isPublic }: MarkInYear, words: Words): readonly PaperLine[] {
  const { formats, naming, say, t } = words;
  const on = value.type === 'code' ? value.since : 'basis' in value && value.basis !== undefined ? dayOf(value.basis) : undefined;
  const what =
    value.type === 'code'
      ? t(`reports.council_mark_${value.code}`)
      : value.type === 'count'
        ? formats.spelt(formats.count(value.count, value.qualifier, value.unit ?? unit ?? ''))
        : value.type === 'money'
          ? formats.spelt(formats.money({ value: value.amount, currency: value.currency }, value.qualifier))
          : say('reports.council_mark_unknown');
  const said = [what, ...(on === undefined ? [] : [words.date(on)]), ...(isDisputed ? [t('outcomes.in_dispute')] : [])];
  return [plain(naming(title)), small(said.join(writing[words.language].apart)), ...hidden(isPublic, words)];
}
const dayOf = (text: string): FlexDate => ({ text, qualifier: 'exact' });

/** Of more than a page would hold, how many are left for the data. */
function rowsOf<T>(all: readonly T[], linesOf: (one: T, words: Words) => readonly PaperLine[], words: Words): readonly PaperLine[] {
  const more = all.length - mostOfATie;
  return [
    ...all.slice(0, mostOfATie).flatMap((one) => linesOf(one, words)),
    ...(more > 0 ? [small(words.say('reports.council_more', { count: more }))] : []),
  ];
}
const mostOfATie = 12;

const fateWords = ({ kept, partly, not, unknown }: Tally, { say }: Words): string =>
  say('reports.council_fates', { kept, partly, not, unknown });

/** Of the unknown: 1 signed; of the other 40 nothing further is on record. */
function furtherLines({ came, rest }: Further, { say, t, formats }: Words): readonly PaperLine[] {
  if (came.length === 0) return [];
  const told = came.map(({ stage, things }) =>
    t('reports.part', { number: String(things), stage: stage === null ? t('outcomes.in_dispute') : t(`design.stage_${stage}`) }),
  );
  const parts = formats.list(told);
  return [small(say(rest === 0 ? 'reports.council_further_all' : 'reports.council_further', { parts, count: rest }))];
}

/** A whole counts there as many as it announced, and not as one outcome. */
const thingsLine = ({ announced, outcomes }: Pick<Before, 'announced' | 'outcomes'>, { say }: Words): readonly PaperLine[] =>
  announced === outcomes ? [] : [small(say('reports.council_things', { count: outcomes, things: announced }))];

function tieRows(tie: TieYear, words: Words): readonly PaperRow[] {
  const { say, naming, date } = words;
  const events = (key: 'happened' | 'signed' | 'ending'): readonly PaperRow[] =>
    tie[key].length === 0
      ? []
      : [
          row(
            key,
            say(`reports.council_${key}`),
            tie[key].flatMap(({ title, on, isPublic }) => [
              plain(`${date(on)}${writing[words.language].colon}${naming(title)}`),
              ...hidden(isPublic, words),
            ]),
          ),
        ];
  return [
    ...events('happened'),
    ...events('signed'),
    ...events('ending'),
    ...cameAs.flatMap((as) => {
      const some = tie.came.filter((one) => cameAsOf(one) === as);
      return some.length === 0 ? [] : [row(as, say(`reports.council_${as}`), rowsOf(some, cameLines, words))];
    }),
    ...(tie.marks.length === 0 ? [] : [row('marks', say('reports.council_marks'), rowsOf(tie.marks, markLines, words))]),
    ...(isSilent(tie) ? [row('silent', say('reports.council_nothing_label'), [muted(say('reports.council_nothing'))])] : []),
    ...beforeRows(tie, words),
    ...openRows(tie, words),
    ...costRows(tie, words),
  ];
}

/** What became of what was announced before the year. */
function beforeRows({ before }: TieYear, words: Words): readonly PaperRow[] {
  const { say } = words;
  if (before.announced === 0) return [];
  const lines = [plain(say('reports.council_announced', { count: before.announced })), small(fateWords(before.fates, words))];
  return [row('before', say('reports.council_before'), [...lines, ...furtherLines(before.further, words), ...thingsLine(before, words)])];
}

function openRows({ open }: TieYear, { say, naming, date, apart }: Words): readonly PaperRow[] {
  if (open.length === 0) return [];
  const late = open.filter(({ isLate }) => isLate).length;
  const lines = open.map(({ text, due, isLate }) =>
    plain(
      naming(text) +
        apart +
        (due === null
          ? say('reports.council_no_due')
          : say(isLate ? 'reports.council_overdue' : 'reports.council_due', { date: date(due) })),
    ),
  );
  return [
    row('open', say('reports.council_open'), [...lines, ...(late === 0 ? [] : [small(say('reports.council_late', { count: late }))])]),
  ];
}

/** What the visits and events of the year cost, where there were any. */
function costRows({ happened, costs, uncosted }: TieYear, { say, formats }: Words): readonly PaperRow[] {
  if (happened.length === 0) return [];
  const left = uncosted === 0 ? [] : [small(say('reports.council_uncosted', { count: uncosted }))];
  const lines =
    costs.length === 0
      ? [muted(say('reports.council_cost_unknown'))]
      : [plain(formats.list(costs.map((amount) => formats.spelt(formats.money(amount, 'exact'))))), ...left];
  return [row('cost', say('reports.council_cost'), lines)];
}

/** How a tie is called, and what binds it. */
export function namedTie(tie: TieYear, { office }: CouncilYear, words: Words): { readonly title: string; readonly note: string } {
  const { say, naming, fullDate, apart } = words;
  const [own, other] = tie.cities;
  const standard = standardClasses.find((one) => one === tie.classCode);
  const named =
    standard !== undefined
      ? say(`ties.class_${standard}`)
      : tie.className === null
        ? say('reports.council_no_class')
        : naming(tie.className);
  const since = tie.since === null ? say('reports.council_no_since') : say('reports.council_since', { date: fullDate(tie.since) });
  const told = (words: string, isContested: boolean): string => (isContested ? say('reports.council_contested', { words }) : words);
  return {
    title: own.officeId === office.id ? naming(other.name) : `${naming(own.name)} – ${naming(other.name)}`,
    note: `${told(named, tie.contested.class)}${apart}${told(since, tie.contested.since)}`,
  };
}

function tieSection(tie: TieYear, council: CouncilYear, words: Words): PaperSection {
  const { title, note } = namedTie(tie, council, words);
  return section(tie.slug, title, [rowsAs('facts', [22, 78], tieRows(tie, words))], { note });
}

const hasNothing = (tie: TieYear): boolean => isSilent(tie) && tie.before.announced === 0 && tie.open.length === 0;

/** Those of which there is nothing to say but that, a line each. */
function silentSection(ties: readonly TieYear[], council: CouncilYear, words: Words): readonly PaperSection[] {
  if (ties.length === 0) return [];
  const rows = ties.map((tie): PaperRow => {
    const { title, note } = namedTie(tie, council, words);
    return row(tie.slug, title, [muted(note)]);
  });
  const { say } = words;
  return [section('silent', say('reports.council_silent'), [rowsAs('facts', [34, 66], rows)], { note: say('reports.council_nothing') })];
}

const sum = (ties: readonly TieYear[], of: (tie: TieYear) => number): number => ties.reduce((all, tie) => all + of(tie), 0);

/** A part is told within its whole. */
const wholesIn = (came: readonly CameInYear[]): number =>
  came.filter(({ partOf }) => partOf === null || !came.some(({ id }) => id === partOf)).length;

/** What had been announced before the year of all ties together. */
const beforeOf = (ties: readonly TieYear[]): Before => ({
  announced: sum(ties, ({ before }) => before.announced),
  outcomes: sum(ties, ({ before }) => before.outcomes),
  fates: { ...noTally, ...Object.fromEntries(fates.map((fate) => [fate, sum(ties, ({ before }) => before.fates[fate])])) },
  further: addFurther(ties.map(({ before }) => before.further)),
});

function numbers({ ties, costs }: CouncilYear, words: Words): PaperSection {
  const { say, formats } = words;
  const line = (key: string, label: string, text: string): PaperRow => row(key, label, [plain(text)]);
  const none = muted(say('reports.council_none'));
  // Nobody counted what is not on record: there may have been some.
  const counted = (key: (typeof cameAs)[number] | 'happened' | 'signed' | 'ending' | 'marks' | 'open', count: number): PaperRow =>
    row(key, say(`reports.council_${key}`), [count === 0 ? none : plain(String(count))]);
  const became = beforeOf(ties);
  const undated = sum(ties, (tie) => tie.undated);
  const unstaged = sum(ties, (tie) => tie.unstaged);
  const marks = sum(ties, (tie) => tie.marks.length);
  const rows = [
    line('ties', say('reports.council_ties'), say('reports.council_ties_of', { count: ties.length, silent: ties.filter(isSilent).length })),
    ...(['happened', 'signed', 'ending'] as const).map((key) =>
      counted(
        key,
        sum(ties, (tie) => tie[key].length),
      ),
    ),
    ...cameAs.flatMap((as) => {
      const count = sum(ties, ({ came }) => wholesIn(came.filter((one) => cameAsOf(one) === as)));
      return count === 0 && as !== 'results' ? [] : [counted(as, count)];
    }),
    ...(marks === 0 ? [] : [counted('marks', marks)]),
    ...(undated === 0 ? [] : [line('undated', say('reports.council_undated'), say('reports.council_undated_of', { count: undated }))]),
    ...(unstaged === 0 ? [] : [line('unstaged', say('reports.council_unstaged'), say('reports.council_undated_of', { count: unstaged }))]),
    row(
      'before',
      say('reports.council_before'),
      became.announced === 0
        ? [none]
        : [plain(fateWords(became.fates, words)), ...furtherLines(became.further, words), ...thingsLine(became, words)],
    ),
    counted(
      'open',
      sum(ties, ({ open }) => open.length),
    ),
    row('cost', say('reports.council_cost'), [
      costs.length === 0
        ? muted(say('reports.council_cost_unknown'))
        : plain(formats.list(costs.map((amount) => formats.spelt(formats.money(amount, 'exact'))))),
      small(say('reports.council_cost_own')),
    ]),
  ];
  return section('numbers', say('reports.council_numbers'), [rowsAs('facts', [32, 68], rows)], {
    note: say('reports.council_numbers_note'),
  });
}

/** From where to where investments and services go. */
function wayLines(way: StageTotal['way'] | null, cities: CouncilYear['cities'], { t, naming }: Words): readonly PaperLine[] {
  if (way == null) return [];
  const cityName = (id: string | null): string => (id === null ? t('outcomes.elsewhere') : naming(cities[id] ?? {}));
  const isUnknown = way.from === null && way.to === null;
  return [small(isUnknown ? t('outcomes.no_direction') : t('outcomes.from_to', { from: cityName(way.from), to: cityName(way.to) }))];
}

/** The sums of the year in the currency that the office chose, where it chose one. */
function convertedSums({ converted, cities, labels }: CouncilYear, words: Words): readonly PaperSection[] {
  const { say, formats } = words;
  if (converted === null || converted.totals.length === 0) return [];
  const { conversion, totals } = converted;
  const kindLines = ({ kind, way }: { readonly kind: string; readonly way: StageTotal['way'] | null }) => [
    plain(coded(words, 'kind', kind)),
    ...wayLines(way, cities, words),
  ];
  const rows = convertedRows(convertedAsShown({ conversion, totals }), { words, labels, kindLines });
  const heads = (['stage', 'kind', 'standing', 'amount'] as const).map((head) => say(`reports.council_head_${head}`));
  const block: PaperBlock = { kind: 'rows', as: 'table', widths: [16, 18, 22, 44], heads, endsRight: false, rows: [...rows] };
  const title = say('reports.council_converted', { currency: formats.currencyNamed(conversion.to) });
  return [section('converted', title, [block], { note: say('reports.council_sums_note') })];
}

function sums({ sums: all, cities }: CouncilYear, words: Words): readonly PaperSection[] {
  const { say, t, formats } = words;
  if (all.length === 0) return [];
  const rows = all.map(({ stage, kind, way, assurance, amount, qualifier, outcomes }, at): PaperRow => ({
    key: `sum ${String(at)}`,
    drop: null,
    cells: [
      [plain(t(`design.stage_${stage}`))],
      [plain(coded(words, 'kind', kind)), ...wayLines(way, cities, words)],
      [plain(t(`design.assurance_${assurance}`))],
      [plain(String(outcomes.length))],
      [strong(formats.spelt(formats.money(amount, qualifier, 'table')))],
    ],
  }));
  const heads = (['stage', 'kind', 'standing', 'outcomes', 'amount'] as const).map((head) => say(`reports.council_head_${head}`));
  return [
    section('sums', say('reports.council_sums'), [rowsAs('table', [18, 18, 26, 14, 24], rows, heads)], {
      note: say('reports.council_sums_note'),
    }),
  ];
}

/** The whole paper; as many pages as it takes. */
export function composeCouncil(council: CouncilYear, language: Language): Paper {
  const words = wordsOf(language, { labels: council.labels });
  const { say, raw, naming, fullDate } = words;
  const { year, today, office, ties } = council;
  const date = fullDate({ text: today, qualifier: 'exact' });
  const silent = ties.filter(isSilent).length;
  const lead = say('reports.council_lead', { year, office: naming(office.name), count: ties.length });
  const unsaid = say('reports.council_lead_silent', { count: silent });
  const first = section('lead', '', [{ kind: 'lead', lines: [plain(lead), ...(silent === 0 ? [] : [plain(unsaid)])] }], { rule: 'none' });
  const sorted = byName(ties, language);
  const told = sorted.filter((tie) => !hasNothing(tie)).map((tie) => tieSection(tie, council, words));
  const sections = [
    first,
    numbers(council, words),
    ...sums(council, words),
    ...convertedSums(council, words),
    ...told,
    ...silentSection(sorted.filter(hasNothing), council, words),
  ];
  return {
    ...{ language, type: 'desk', mostPages: null, pair: null, title: say('reports.council_title', { year, office: naming(office.name) }) },
    head: { strong: say('reports.council'), rest: say('reports.council_as_of', { year, date }), right: naming(office.name) },
    foot: { text: say('reports.council_foot'), seal: '', page: raw('reports.council_page') },
    groups: sections.map((one) => ({ begins: false, sections: [one] })),
  };
}
