// What the parts of a tie report's paper share: its words, its sources by number, and the forms of its sections.
import { inEach, type Language } from '#kernel/language.ts';
import type { RegionLabels } from '#kernel/region-names.ts';
import type { PaperBlock, PaperRow, PaperSection } from '#kernel/paper/paper.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { standardClasses } from '#modules/ties/domain/attributes.ts';
import type { ReportEntry, TieReport } from '../../contract.ts';
import { paperWords } from '../../domain/paper-words.ts';
import { en as codesEn } from '../../formats/text.en.ts';
import { zh as codesZh } from '../../formats/text.zh.ts';
import { classEn, classZh } from '../../formats/class-text.ts';
import { tiePaperEn } from '../../formats/tie-paper-text.en.ts';
import { tiePaperZh } from '../../formats/tie-paper-text.zh.ts';
import { reachIn } from './outcome-lines.ts';

const texts = inEach({ ...codesEn, ...classEn, ...tiePaperEn }, { ...codesZh, ...classZh, ...tiePaperZh });

export const wordsOf = ({ cities: { first, second } }: TieReport, language: Language, labels: RegionLabels = {}) =>
  paperWords(language, texts, { cities: { [first.id]: first.name, [second.id]: second.name }, labels });
export type Words = ReturnType<typeof wordsOf>;

/** What is left out first: past exchanges, the oldest first; then papers, gaps, what is only held, parts of outcomes, other outcomes, statements, sources. */
export const drops = { exchange: 1, agreement: 2, gap: 3, held: 4, part: 5, outcome: 6, said: 7, source: 8 } as const;

type Shown = Extract<ReportEntry, { kind: 'said' }>['shown'];
export type Statement = NonNullable<Shown['first']>;
export type Source = Statement['source'] | null;

/** A code in words; the code itself where nobody has a word for it. */
export const coded = ({ t }: Words, group: string, code: string): string => {
  const key = `reports.word_${group}_${code}`;
  const said = t(key);
  return said === key ? code : said;
};

function sourceWords({ title, class: sort, publisher, date, reach }: NonNullable<Source>, words: Words): string {
  const named = title === '' ? coded(words, 'source', sort) : inLanguage(title, words.language);
  const more = [publisher === null ? '' : inLanguage(publisher, words.language), date === null ? '' : words.date(date)];
  return [named, ...more, ...(reach == null ? [] : reachIn(reach, words))].filter((text) => text !== '').join(words.apart);
}

/** Numbers sources in the order in which they are cited. */
export function citing(words: Words) {
  const cited: string[] = [];
  return {
    ref: (source: Source): string => {
      if (source === null) return '';
      const said = sourceWords(source, words);
      if (!cited.includes(said)) cited.push(said);
      return ` [${String(cited.indexOf(said) + 1)}]`;
    },
    cited: (): readonly string[] => cited,
  };
}
type Citing = ReturnType<typeof citing>;

export interface Composing {
  readonly report: TieReport;
  readonly words: Words;
  readonly cite: Pick<Citing, 'ref'>;
}

/** For rows that stand by themselves: a source is written out where it is cited. */
export const composingOf = (report: TieReport, language: Language): Composing => {
  const words = wordsOf(report, language);
  return { report, words, cite: { ref: (source) => (source === null ? '' : ` [${sourceWords(source, words)}]`) } };
};

export function classWords(code: string | null, { classCode, className }: TieReport, { say, naming }: Words): string {
  const standard = standardClasses.find((one) => one === code);
  if (standard !== undefined) return say(`ties.class_${standard}`);
  return className !== null && code === classCode ? naming(className) : (code ?? say('reports.paper_class_unknown'));
}

export const rowsAs = (
  as: 'facts' | 'table' | 'dashed',
  widths: readonly number[],
  rows: readonly PaperRow[],
  heads: readonly string[] | null = null,
): PaperBlock => ({
  ...{ kind: 'rows', as, widths: [...widths], heads: heads === null ? null : [...heads] },
  ...{ endsRight: as === 'table', rows: [...rows] },
});

export const sectionOf = (key: string, title: string, blocks: PaperSection['blocks'], { raw }: Words): PaperSection => ({
  ...{ key, title, note: '', rule: 'section', blocks, left: 0, leftText: raw('reports.paper_more') },
});
