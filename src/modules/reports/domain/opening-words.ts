// The opening of a report in words: a sentence for each clause, in the reader's language.
import type { figuresOf, Qualified } from '#kernel/figures.ts';
import { precisionOf, type FlexDate } from '#kernel/flex-date.ts';
import type { Language, MultilingualText } from '#kernel/language.ts';
import { markedTitle } from '#kernel/written-language.ts';
import type { DrawDown } from '#modules/outcomes/domain/draw-down.ts';
import type { Counted } from '#modules/outcomes/domain/outcome.ts';
import type { Stage } from '#modules/outcomes/domain/stages.ts';
import type { Params } from '#kernel/sentence.ts';
import { assuredWords } from './assured-words.ts';
import type { Finer, OpeningClause, OutcomeClause } from './opening.ts';

/** So many sources are named; of more, how many they are. */
const MOST_NAMED = 2;

/** The sentence under a key; pages and papers each bring their texts. */
type Telling = (key: string, params?: Params) => string;

export interface Wording {
  readonly language: Language;
  readonly t: Telling;
  readonly formats: ReturnType<typeof figuresOf> & { readonly list: (entries: readonly string[]) => string };
  readonly naming: (text: MultilingualText) => string;
  /** The city of an id. */
  readonly cityName: (id: string) => string;
}

/** on 18 October 1999, in 1999, before 1980; Chinese needs no preposition. */
export function whenOf(on: FlexDate, { t, formats }: Pick<Wording, 't' | 'formats'>): string {
  const date = formats.spelt(formats.flexDate(on));
  if (on.qualifier !== 'exact') return date;
  return t(precisionOf(on) === 'day' ? 'reports.on_day' : 'reports.in_time', { date });
}

const datesOf = (dates: readonly FlexDate[], { t, formats }: Wording): string =>
  dates.map((date) => formats.spelt(formats.flexDate(date))).join(t('reports.or'));

/** Yearbook 2007 gives 18 October 1999; where many do, as many as there are. */
function finerWords(finer: Finer | null, { t, formats, naming, language }: Wording): string {
  if (finer === null) return '';
  const names = finer.by.map((one) => (typeof one === 'string' ? markedTitle(one, language) : naming(one)));
  const who = names.length > MOST_NAMED ? t('reports.so_many_sources', { count: names.length }) : formats.list(names);
  return t('reports.finer', { who, count: names.length, date: formats.spelt(formats.flexDate(finer.on)) });
}

function beginningWords(
  { on, basis, by, finer, others, own, isOver }: Extract<OpeningClause, { about: 'beginning' }>,
  words: Wording,
): string {
  const { t, formats, cityName } = words;
  const asked = { since: formats.spelt(formats.flexDate(on)), when: whenOf(on, words) };
  // Who gives the finer date is named; that one of them is official needs no second word.
  const basisWords = finer !== null && basis === 'official' ? '' : t(`reports.basis_${basis}`, { city: by === null ? '' : cityName(by) });
  const otherDates = others.length === 0 ? '' : t('reports.others_give', { dates: datesOf(others, words) });
  return t(isOver ? 'reports.opening_began' : 'reports.opening_since', {
    ...asked,
    basis: `${basisWords}${finerWords(finer, words)}`,
    others: [otherDates, ...own.map((one) => finerWords(one, words))].join(''),
  });
}

/** Of what came or took part: more than 25 companies took part. Companies that came are no realised exchanges. */
function cameWords(counted: Counted, stage: Stage, count: number, figure: Qualified, { t, formats }: Wording): string {
  const number = formats.spelt({ ...figure, after: t(`outcomes.unit_${counted}`, { count }) });
  return stage === 'realised'
    ? t('reports.what_came', { number, came: t(`outcomes.came_${counted}`) })
    : t('reports.what_counted', { number, stage: t(`design.stage_${stage}`) });
}

type Share = Omit<NonNullable<OutcomeClause['drawn']>['shares'][number], 'stage'> & { readonly stage: Stage | null };

/** 2 signed; about 7 signed (nearly US$9 million); 1 in dispute, of which no stage is told. */
function shareWords(share: Share, words: Wording): string {
  const { t, formats } = words;
  const stage = share.stage === null ? t('outcomes.in_dispute') : t(`design.stage_${share.stage}`);
  const number = share.count === null ? null : formats.spelt(formats.count(share.count, share.countQualifier));
  const part = number === null ? t('reports.part_uncounted', { stage }) : t('reports.part', { number, stage });
  const sum =
    share.amount === null ? part : t('reports.part_amount', { part, amount: formats.spelt(formats.money(share.amount, share.qualifier)) });
  const answers = formats.list(share.answers.map((answer) => answerWords(answer, words)));
  return answers === '' ? sum : t('reports.part_answers', { part: sum, answers });
}

/** 2 kept; some not kept, of which nobody says how many. */
const answerWords = ({ fate, count, countQualifier }: DrawDown['answers'][number], { t, formats }: Wording): string =>
  t(`reports.answer_${fate}`, { number: count === null ? t('reports.answer_some') : formats.spelt(formats.count(count, countQualifier)) });

function outcomeWords({ outcome, figure, follow, listed, drawn }: OutcomeClause, words: Wording): string {
  const { t, formats, naming } = words;
  const { kind, counted, title, occurred } = outcome;
  if (figure === null) return t('reports.opening_no_stage', { title: naming(title) });
  const { stage, count, amount, qualifier, countQualifier } = figure;
  const many = count === null ? 1 : Number(count);
  const asked = { stage: t(kind === 'offer_made' ? `outcomes.offer_${stage}` : `design.stage_${stage}`), title: naming(title) };
  const what =
    count === null
      ? t('reports.what_titled', asked)
      : counted === null
        ? t(`reports.what_${kind}`, { ...asked, count: many, number: formats.spelt(formats.count(count, countQualifier)) })
        : cameWords(counted, stage, many, formats.count(count, countQualifier), words);
  const held = drawn?.disputed ?? null;
  const shares = [
    ...(drawn?.shares ?? []),
    ...(held === null ? [] : [{ ...held, stage: null, amount: null, qualifier: 'exact' as const, answers: [] }]),
  ];
  const parts = formats.list(shares.map((share) => shareWords(share, words)));
  const answers = formats.list((drawn?.answers ?? []).map((answer) => answerWords(answer, words)));
  const rest = drawn?.rest == null ? '' : formats.spelt(formats.count(drawn.rest.count, drawn.rest.countQualifier));
  const followed = [
    ...(listed === 0 ? [] : [t('reports.follow_listed', { count: listed })]),
    ...(parts === '' ? [] : [t('reports.follow_parts', { parts })]),
    ...(answers === '' ? [] : [t('reports.follow_answers', { answers })]),
    t(`reports.follow_${follow ?? ''}`, { count: many, rest }),
  ];
  return t('reports.opening_outcome', {
    what: amount === null ? what : t('reports.worth', { what, amount: formats.spelt(formats.money(amount, qualifier)) }),
    date: occurred === null ? '' : t('reports.of_time', { date: formats.spelt(formats.flexDate(occurred)) }),
    assured: assuredWords(figure, words),
    follow: follow === null ? '' : followed.join(''),
  });
}

function clauseWords(clause: OpeningClause, words: Wording): string {
  const { t, formats, naming, cityName } = words;
  switch (clause.about) {
    case 'beginning_unknown':
      return clause.paper === null
        ? t('reports.opening_unknown')
        : t('reports.begun_by_paper', { title: naming(clause.paper.title), when: whenOf(clause.paper.on, words) });
    case 'beginning_contested':
      return t('reports.opening_contested', { dates: datesOf(clause.dates, words) });
    case 'beginning':
      return beginningWords(clause, words);
    case 'end':
      return t(`reports.opening_end_${clause.standing}`, { when: whenOf(clause.on, words) });
    case 'status':
      return t(`reports.opening_${clause.code}`, { city: cityName(clause.cityId) });
    case 'outcome':
      return outcomeWords(clause, words);
    case 'more_outcomes':
      return t('reports.opening_more', { count: clause.count });
    case 'no_outcome':
      return clause.last === null
        ? t('reports.opening_no_outcome')
        : t('reports.opening_silent', { date: formats.spelt(formats.flexDate(clause.last)) });
    case 'visits':
      return clause.from === null ? t('reports.opening_visits') : t('reports.opening_visits_from', { city: cityName(clause.from) });
  }
}

/** A sentence begins with a capital letter, whatever word stands first. */
export const begun = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** A sentence for each clause. */
export const openingWords = (clauses: readonly OpeningClause[], words: Wording): readonly string[] =>
  clauses.map((clause) => begun(clauseWords(clause, words)));
