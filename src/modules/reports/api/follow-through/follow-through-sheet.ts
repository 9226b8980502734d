// The figures of a follow-through page as one table: a row for each of them, with its part of the page.
import { chooseText, inEach, writing, type Language } from '#kernel/language.ts';
import type { RegionLabels } from '#kernel/region-names.ts';
import { sentence } from '#kernel/sentence.ts';
import { inLanguage } from '#kernel/written-language.ts';
import type { Cell } from '#platform/files/sheets.ts';
import type { WrittenSheet } from '#platform/files/write-workbook.ts';
import { fates } from '#modules/outcomes/domain/follow-through/announcement.ts';
import { sayConverted } from '#modules/outcomes/domain/rates/say-sum.ts';
import type { FollowThrough } from '../../contract/follow-through.ts';
import { followThroughEn } from '../../formats/follow-through-text.en.ts';
import { followThroughZh } from '../../formats/follow-through-text.zh.ts';
import { en as enWords } from '../../formats/text.en.ts';
import { zh as zhWords } from '../../formats/text.zh.ts';
import { figureCell } from '../sheet-cells.ts';

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = inEach(
  { ...enWords, ...followThroughEn },
  { ...zhWords, ...followThroughZh },
);

type Row = readonly [part: string, about: string, what: string, value: Cell, currency?: string];
type Tally = FollowThrough['fates'];
type Shown = FollowThrough['totals'][number]['announced'];
type Said = NonNullable<Shown['first']>;

/** In which language, and what the naming policy calls countries there. */
interface Telling {
  readonly language: Language;
  readonly labels: RegionLabels;
}

/** The sheet; what is not told is told so in words. */
export function followThroughSheet(page: FollowThrough, { language, labels }: Telling): WrittenSheet {
  const say = (key: string): string => sentence(texts[language], language, `reports.${key}`);
  const word = (group: string, code: string): string => texts[language][`reports.${group}_${code}`] ?? code;
  const named = (name: FollowThrough['edition']['name']): string => chooseText(name, language).text;
  const ofFates = (part: string, about: string, tally: Tally): readonly Row[] =>
    fates.map((fate): Row => [part, about, say(`ft_head_${fate}`), tally[fate]]);
  const ofSums = (part: string, about: string, what: string, sums: FollowThrough['realised']): readonly Row[] =>
    sums.map(({ kind, amount }): Row => [
      part,
      `${about} ${word('word_kind', kind)}`.trim(),
      what,
      figureCell(amount.value),
      amount.currency,
    ]);
  const rows: readonly Row[] = [
    [say('ft_file_all'), '', say('ft_file_as_of'), page.asOf],
    [say('ft_file_all'), '', say('ft_file_total'), page.total],
    ...ofFates(say('ft_file_all'), '', page.fates),
    ...Object.entries(page.reasons).map(([reason, count]): Row => [
      say('ft_file_all'),
      say('ft_head_unknown'),
      say(`ft_why_${reason}`),
      count,
    ]),
    ...page.byStage.flatMap(({ stage, fates: tally, announced, realised }) => [
      ...ofFates(say('ft_by_stage'), word('word_stage', stage), tally),
      ...ofSums(say('ft_by_stage'), word('word_stage', stage), say('ft_amount_announced'), announced),
      ...ofSums(say('ft_by_stage'), word('word_stage', stage), say('ft_amount_realised'), realised),
    ]),
    ...ofSums(say('ft_by_stage'), say('ft_all'), say('ft_amount_realised'), page.realised),
    ...page.byKind.flatMap(({ kind, fates: tally }) => ofFates(say('ft_by_kind'), word('word_kind', kind), tally)),
    ...page.byMonth.flatMap(({ months, fates: tally }) => ofFates(say('ft_by_month'), String(months), tally)),
    ...page.sureness.map(({ assurance, things }): Row => [say('ft_sureness'), '', word('word_assurance', assurance), things]),
    [say('ft_sureness'), '', say('ft_confirmed_part'), page.inPart],
    ...(['asked', 'answered'] as const).map((key): Row => [say('ft_answers'), '', say(`ft_${key}`), page.answers[key]]),
    ...stepRows(page, say),
    ...(page.beside?.editions ?? []).flatMap(({ name, fates: tally }) =>
      ofFates(`${say('ft_beside')} (${page.beside?.months ?? ''})`, named(name), tally),
    ),
    ...convertedRows(page, { language, labels }, { say, word }),
    ...page.totals.flatMap((total) => totalRows(total, { say, named, language })),
  ];
  return {
    name: say('ft_short'),
    header: ['part', 'about', 'what', 'value', 'currency'].map((column) => say(`ft_file_${column}`)),
    rows: rows.map(([part, about, what, value, currency = '']) => [part, about, what, value, currency]),
  };
}

interface Saying {
  readonly say: (key: string) => string;
  readonly word: (group: string, code: string) => string;
}

/** Sums in the currency of the reader's office, each with its rates in words; what is not converted stands in a row of its own. */
function convertedRows({ converted }: FollowThrough, { language, labels }: Telling, { say, word }: Saying): readonly Row[] {
  return (converted?.totals ?? []).flatMap(({ stage, kind, assurance, sum, qualifier }): readonly Row[] => {
    if (converted === null) return [];
    const said = sayConverted(sum, converted.conversion, { language, labels, qualifier });
    const about = [word('word_stage', stage), word('word_kind', kind), word('word_assurance', assurance)].join(writing[language].comma);
    const part = say('ft_converted');
    const whole: Row = [part, about, said.whole, sum.total === null ? '' : figureCell(sum.total.value), sum.total?.currency ?? ''];
    return [whole, ...said.left.map((line): Row => [part, about, line, ''])];
  });
}

function stepRows({ stated, path }: FollowThrough, say: (key: string) => string): readonly Row[] {
  const part = say('ft_path');
  const steps = stated?.steps ?? null;
  return [
    ...(steps === null
      ? []
      : (['asked', 'placed', 'held', 'leads'] as const).map((step): Row => {
          const of = `${say('ft_file_stated')} ${stated?.on ?? ''}`;
          return [part, of, say(`ft_step_${step}`), steps[step] ?? say('ft_too_few')];
        })),
    ...(['intended', 'signed', 'realised', 'verified'] as const).map((step): Row => [part, '', say(`ft_step_${step}`), path[step]]),
    ...(stated?.unlisted == null
      ? []
      : [[say('ft_file_unlisted'), say('ft_file_stated'), say('ft_file_total'), stated.unlisted.total] as const]),
  ];
}

interface Writing {
  readonly say: (key: string) => string;
  readonly named: (name: FollowThrough['edition']['name']) => string;
  readonly language: Language;
}

function totalRows({ name, announced, surveys }: FollowThrough['totals'][number], { say, named, language }: Writing): readonly Row[] {
  const part = say('ft_totals');
  const valueOf = ({ first, apart }: Shown): Said['value'] | undefined => (first ?? apart[0])?.value;
  const cell = (value: Said['value'] | undefined): Cell =>
    value?.type === 'money' ? figureCell(value.amount) : value?.type === 'count' ? figureCell(value.count) : '';
  const deals = valueOf(announced);
  return [
    [part, named(name), say('ft_total_amount'), cell(deals), deals?.type === 'money' ? deals.currency : ''],
    [part, named(name), say('ft_became'), say('ft_unknown_all')],
    ...surveys.map(({ attribute, shown }): Row => {
      const value = valueOf(shown);
      const basis = value !== undefined && 'basis' in value && value.basis !== undefined ? `: ${inLanguage(value.basis, language)}` : '';
      return [part, named(name), `${say(`ft_${attribute}`).replace(/[:：].*$/, '')} (%)${basis}`, cell(value)];
    }),
  ];
}
