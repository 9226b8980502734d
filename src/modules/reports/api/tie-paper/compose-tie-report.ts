// A tie report as a paper of two pages: the five kinds of knowing, then figures by standing, fields and sources; each source once.
import type { FlexDate } from '#kernel/flex-date.ts';
import { writing, type Language } from '#kernel/language.ts';
import {
  muted,
  plain,
  small,
  strong,
  type Paper,
  type PaperBerth,
  type PaperBlock,
  type PaperLine,
  type PaperRow,
  type PaperSection,
} from '#kernel/paper/paper.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { berthsOf, mostBerths, type Berth } from '#modules/outcomes/domain/berths.ts';
import { drawnOf } from '#modules/outcomes/domain/draw-down.ts';
import { leadAmong } from '#modules/outcomes/domain/headline.ts';
import { standardClasses } from '#modules/ties/domain/attributes.ts';
import type { ReportEntry, ReportGap, TieReport } from '../../contract.ts';
import { openingOf } from '../../domain/opening.ts';
import { openingWords } from '../../domain/opening-words.ts';
import type { PaperCopy } from '../../domain/paper-copy.ts';
import { paperWords } from '../../domain/paper-words.ts';
import { partsOfWhole, projectsListed } from '../../domain/sorting.ts';
import { en as codesEn } from '../../formats/text.en.ts';
import { zh as codesZh } from '../../formats/text.zh.ts';
import { classEn, classZh } from '../../formats/class-text.ts';
import { tiePaperEn } from '../../formats/tie-paper-text.en.ts';
import { tiePaperZh } from '../../formats/tie-paper-text.zh.ts';
import { figureLines, reachIn, wayLines } from './outcome-lines.ts';

const texts = { en: { ...codesEn, ...classEn, ...tiePaperEn }, 'zh-Hans': { ...codesZh, ...classZh, ...tiePaperZh } } as const;

export interface TiePaperOf {
  readonly language: Language;
  readonly copy: PaperCopy;
  readonly seal: string;
  /** A published snapshot, with the day of its withdrawal where it was withdrawn. */
  readonly snapshot: { readonly number: number; readonly withdrawn: string | null } | null;
}

const wordsOf = ({ cities: { first, second } }: TieReport, language: Language) =>
  paperWords(language, texts, { [first.id]: first.name, [second.id]: second.name });
type Words = ReturnType<typeof wordsOf>;

/** What is left out first: past exchanges, the oldest first; then papers, gaps, what is only held, parts of outcomes, other outcomes, statements, sources. */
const drops = { exchange: 1, agreement: 2, gap: 3, held: 4, part: 5, outcome: 6, said: 7, source: 8 } as const;

type Shown = Extract<ReportEntry, { kind: 'said' }>['shown'];
type Statement = NonNullable<Shown['first']>;
type Source = Statement['source'] | null;

/** A code in words; the code itself where nobody has a word for it. */
const coded = ({ t }: Words, group: string, code: string): string => {
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
function citing(words: Words) {
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

function valueWords({ value, saidBy }: Statement, { report, words }: Composing, attribute: string): string {
  const { formats, naming } = words;
  const said = (): string => {
    switch (value.type) {
      case 'date':
        return words.fullDate(value.date);
      case 'money':
        return formats.spelt(formats.money({ value: value.amount, currency: value.currency }, value.qualifier));
      case 'count':
        return formats.spelt(formats.count(value.count, value.qualifier));
      case 'text':
        return naming(value.text);
      case 'unknown':
        return coded(words, 'unknown', value.reason);
      case 'code':
        return attribute === 'class'
          ? classWords(value.code, report, words)
          : coded(words, attribute.endsWith('_level') ? 'level' : 'status', value.code);
    }
  };
  return saidBy === null
    ? said()
    : `${said()}${words.apart}${words.say('reports.paper_said_by', { who: inLanguage(saidBy, words.language) })}`;
}

function classWords(code: string | null, { classCode, className }: TieReport, { say, naming }: Words): string {
  const standard = standardClasses.find((one) => one === code);
  if (standard !== undefined) return say(`ties.class_${standard}`);
  return className !== null && code === classCode ? naming(className) : (code ?? say('reports.paper_class_unknown'));
}

const isPublic = (visibility: string, { say }: Words): readonly PaperLine[] =>
  visibility === 'public' ? [] : [small(say('reports.paper_not_public'))];

function saidRow(entry: Extract<ReportEntry, { kind: 'said' }>, at: number, composing: Composing): PaperRow {
  const { words, cite, report } = composing;
  const { attribute, cityId, shown, standing } = entry;
  const named = coded(words, 'attribute', attribute);
  const city = [report.cities.first, report.cities.second].find(({ id }) => id === cityId);
  const label = city === undefined ? named : words.say('reports.paper_says', { attribute: named, city: words.naming(city.name) });
  const { first } = shown;
  const line = (statement: Statement): PaperLine => plain(valueWords(statement, composing, attribute) + cite.ref(statement.source));
  const differing = shown.differing.map((statement) => valueWords(statement, composing, attribute) + cite.ref(statement.source));
  const lines =
    first === null
      ? shown.apart.map(line)
      : [
          line(first),
          ...(differing.length === 0 ? [] : [small(words.say('reports.paper_differs', { values: words.formats.list(differing) }))]),
          ...(attribute === 'projects'
            ? [small(words.t('outcomes.listed_here', { count: projectsListed(report.entries, report.alike) }))]
            : []),
          ...isPublic(first.visibility, words),
        ];
  return {
    key: `said ${String(at)}`,
    drop: attribute === 'established' ? null : standing === 'held' ? drops.held : drops.said,
    cells: [[plain(label)], lines],
  };
}

function outcomeRow({ outcome }: Extract<ReportEntry, { kind: 'outcome' }>, at: number, composing: Composing): PaperRow {
  const { words, cite } = composing;
  const { say, naming, date } = words;
  const source = outcome.figures.flatMap(({ said }) => said.map((one) => one.source)).find((one) => one !== null) ?? null;
  const when = outcome.occurred === null ? '' : `${words.apart}${date(outcome.occurred)}`;
  const part = outcome.whole === null ? [] : [small(say('reports.paper_part', { title: naming(outcome.whole.title) }))];
  return {
    key: `outcome ${String(at)}`,
    drop: outcome.partOf === null ? drops.outcome : drops.part,
    cells: [
      [plain(coded(words, 'kind', outcome.kind))],
      [
        plain(naming(outcome.title) + when + cite.ref(source)),
        ...wayLines(outcome.kind, { from: outcome.fromCity?.slug ?? null, to: outcome.toCity?.slug ?? null }, composing),
        ...figureLines(outcome, words),
        ...part,
        ...isPublic(outcome.visibility, words),
      ],
    ],
  };
}

export function entryRow(entry: ReportEntry, at: number, composing: Composing): PaperRow {
  const { words, cite } = composing;
  const { naming, date, say } = words;
  const on = (day: FlexDate | null): string => (day === null ? '' : `${date(day)}${writing[words.language].colon}`);
  switch (entry.kind) {
    case 'said':
      return saidRow(entry, at, composing);
    case 'outcome':
      return outcomeRow(entry, at, composing);
    case 'agreement': {
      const { title, signedOn, validTo, kind, visibility } = entry.agreement;
      const until = validTo === null ? [] : [small(say('reports.paper_until', { date: date(validTo) }))];
      return {
        key: `agreement ${String(at)}`,
        drop: drops.agreement,
        cells: [
          [plain(coded(words, 'attribute', kind))],
          [plain(on(signedOn) + naming(title) + cite.ref(entry.source)), ...until, ...isPublic(visibility, words)],
        ],
      };
    }
    case 'exchange': {
      const { title, starts, kind, visibility } = entry.exchange;
      return {
        key: `exchange ${String(at)}`,
        drop: drops.exchange,
        cells: [
          [plain(coded(words, 'attribute', kind))],
          [plain(on(starts) + naming(title) + cite.ref(entry.source)), ...isPublic(visibility, words)],
        ],
      };
    }
  }
}

export function gapWords(gap: ReportGap, { report, words }: Composing): string {
  const { say, naming } = words;
  const city = 'cityId' in gap ? [report.cities.first, report.cities.second].find(({ id }) => id === gap.cityId) : undefined;
  return say(`reports.paper_gap_${gap.about}`, {
    city: city === undefined ? '' : naming(city.name),
    title: 'title' in gap ? naming(gap.title) : '',
    domains: gap.about === 'domains' ? words.formats.list(gap.domains.map((domain) => coded(words, 'domain', domain))) : '',
    date: gap.about === 'silence' ? words.fullDate(gap.since) : '',
  });
}

/** Figures before what happened. */
const kindOrder: Readonly<Record<ReportEntry['kind'], number>> = { said: 0, outcome: 1, agreement: 2, exchange: 3 };

const kinds = ['known', 'reported', 'contested', 'unknown', 'held'] as const;

const rowsAs = (
  as: 'facts' | 'table' | 'dashed',
  widths: readonly number[],
  rows: readonly PaperRow[],
  heads: readonly string[] | null = null,
): PaperBlock => ({
  ...{ kind: 'rows', as, widths: [...widths], heads: heads === null ? null : [...heads] },
  ...{ endsRight: as === 'table', rows: [...rows] },
});

function knowing(composing: Composing): readonly PaperSection[] {
  const { report, words } = composing;
  return kinds.map((kind): PaperSection => {
    const rows =
      kind === 'unknown'
        ? report.gaps.map((gap, at): PaperRow => ({
            key: `gap ${String(at)}`,
            drop: drops.gap,
            cells: [[plain(gapWords(gap, composing))]],
          }))
        : report.entries
            .filter(({ standing }) => standing === kind)
            .toSorted((a, b) => kindOrder[a.kind] - kindOrder[b.kind])
            .map((entry, at) => entryRow(entry, at, composing));
    const block: PaperBlock =
      rows.length === 0
        ? { kind: 'text', lines: [muted(words.say('reports.paper_none'))] }
        : kind === 'unknown'
          ? rowsAs('dashed', [1], rows)
          : rowsAs('facts', [20, 80], rows);
    return {
      ...sectionOf(kind, words.say(`reports.paper_${kind}`), [block], words),
      note: words.say(`reports.paper_${kind}_means`),
      rule: kind,
    };
  });
}

const sectionOf = (key: string, title: string, blocks: PaperSection['blocks'], { raw }: Words): PaperSection => ({
  ...{ key, title, note: '', rule: 'section', blocks, left: 0, leftText: raw('reports.paper_more') },
});

const levels: Readonly<Record<Berth['level'], PaperBerth>> = {
  potential: '1',
  intended: '2',
  signed: '3',
  realised: '4',
  ended: 'ended',
  unsaid: 'unsaid',
};

/** The outcome of which the sentence speaks, a berth for each thing of it. */
function berths({ report, words }: Composing): readonly PaperBlock[] {
  const again = new Set(report.alike.map((one) => one.again));
  const outcomes = report.entries.flatMap((entry) => (entry.kind === 'outcome' && !again.has(entry.outcome.id) ? [entry.outcome] : []));
  const lead = leadAmong(outcomes);
  const found = lead === undefined ? null : berthsOf(drawnOf(lead), partsOfWhole(lead, { outcomes, alike: report.alike }));
  const drawn = (found ?? []).flatMap(({ things, level, theirs }) =>
    Array.from({ length: things }, (): PaperBerth => (theirs === null ? levels[level] : 'differ')),
  );
  if (drawn.length === 0 || drawn.length > mostBerths) return [];
  const unknown = drawn.filter((level) => level === 'unsaid').length;
  return [{ kind: 'berths', berths: drawn, said: words.say('reports.paper_berths', { known: drawn.length - unknown, unknown }) }];
}

export function totalRow(
  { stage, kind, way, assurance, amount, qualifier }: TieReport['totals'][number],
  at: number,
  composing: Composing,
): PaperRow {
  const { t, formats } = composing.words;
  const cells = [
    [plain(t(`design.stage_${stage}`))],
    [plain(coded(composing.words, 'kind', kind)), ...wayLines(kind, way ?? { from: null, to: null }, composing)],
    [plain(t(`design.assurance_${assurance}`))],
    [strong(formats.spelt(formats.money(amount, qualifier, 'table')))],
  ];
  return { key: `total ${String(at)}`, drop: null, cells };
}

function totalsOf(composing: Composing): PaperSection {
  const { report, words } = composing;
  const { say } = words;
  const rows = report.totals.map((total, at) => totalRow(total, at, composing));
  const heads = (['stage', 'kind', 'standing', 'amount'] as const).map((head) => say(`reports.paper_head_${head}`));
  const block: PaperBlock =
    rows.length === 0 ? { kind: 'text', lines: [muted(say('reports.paper_no_totals'))] } : rowsAs('table', [22, 22, 32, 24], rows, heads);
  return { ...sectionOf('totals', say('reports.paper_totals'), [block], words), note: say('reports.paper_totals_note') };
}

const states = ['alive', 'quiet', 'undated', 'empty'] as const;

function domainsOf({ report, words }: Composing): PaperSection {
  const { say, formats } = words;
  const rows = states.flatMap((state): readonly PaperRow[] => {
    const found = report.domains.filter((mark) => mark.state === state).map(({ domain }) => coded(words, 'domain', domain));
    return found.length === 0
      ? []
      : [{ key: state, drop: null, cells: [[plain(say(`reports.paper_domain_${state}`))], [plain(formats.list(found))]] }];
  });
  return {
    ...sectionOf('domains', say('reports.paper_domains'), [rowsAs('facts', [20, 80], rows)], words),
    note: say('reports.paper_domains_note'),
  };
}

/** The report on paper, before it is fitted to its two pages. */
export function composeTieReport(report: TieReport, { language, copy, seal, snapshot }: TiePaperOf): Paper {
  const words = wordsOf(report, language);
  const { say, raw, naming, fullDate } = words;
  const cite = citing(words);
  const composing: Composing = { report, words, cite };
  const { first, second } = report.cities;
  const [own, other] = copy === 'second' ? [second, first] : [first, second];
  const date = fullDate({ text: report.today, qualifier: 'exact' });
  const stated =
    snapshot === null ? say('reports.paper_as_of', { date }) : say('reports.paper_snapshot', { number: snapshot.number, date });
  const withdrawn =
    snapshot === null || snapshot.withdrawn === null
      ? ''
      : `${words.apart}${say('reports.paper_withdrawn', { date: fullDate({ text: snapshot.withdrawn, qualifier: 'exact' }) })}`;
  const lead = sectionOf(
    'lead',
    '',
    [{ kind: 'lead', lines: openingWords(openingOf(report), words).map((text) => plain(text)) }, ...berths(composing)],
    words,
  );
  const five = knowing(composing);
  const [totals, domains] = [totalsOf(composing), domainsOf(composing)];
  const cited = cite.cited().map((text, at): PaperRow => ({
    key: `source ${String(at + 1)}`,
    drop: drops.source,
    cells: [[plain(String(at + 1))], [small(text)]],
  }));
  const sources = {
    ...sectionOf('sources', say('reports.paper_sources'), [rowsAs('facts', [4, 96], cited)], words),
    note: say('reports.paper_sources_note'),
  };
  return {
    ...{ language, type: 'desk', mostPages: 2, title: `${say('reports.paper')}${words.apart}${naming(own.name)} – ${naming(other.name)}` },
    head: {
      strong: say('reports.paper'),
      rest: stated + withdrawn,
      right: copy === 'neutral' ? say('reports.paper_neutral') : say('reports.paper_copy', { city: naming(own.name) }),
    },
    pair: {
      ...{ own: naming(own.name), other: naming(other.name) },
      above: report.since === null ? say('reports.paper_since_unknown') : say('reports.paper_since', { date: fullDate(report.since) }),
      below: classWords(report.classCode, report, words),
    },
    foot: { text: say('reports.paper_foot'), seal, page: raw('reports.paper_page') },
    groups: [{ ...lead, rule: 'none' as const }, ...five, totals, domains, sources].map((section) => ({
      begins: section.key === 'totals',
      sections: [section],
    })),
  };
}
