// A tie report as a paper of two pages: the five kinds of knowing, then figures by standing, fields and sources; each source once.
import type { Language } from '#kernel/language.ts';
import type { RegionLabels } from '#kernel/region-names.ts';
import {
  muted,
  plain,
  small,
  strong,
  type Paper,
  type PaperBerth,
  type PaperBlock,
  type PaperRow,
  type PaperSection,
} from '#kernel/paper/paper.ts';
import { berthsOf, mostBerths, type Berth } from '#modules/outcomes/domain/berths.ts';
import { drawnOf } from '#modules/outcomes/domain/draw-down.ts';
import { leadAmong } from '#modules/outcomes/domain/headline.ts';
import type { ReportEntry, TieReport } from '../../contract.ts';
import { openingOf } from '../../domain/opening.ts';
import { openingWords } from '../../domain/opening-words.ts';
import type { PaperCopy } from '../../domain/paper-copy.ts';
import { partsOfWhole } from '../../domain/sorting.ts';
import { convertedRows } from '../converted-rows.ts';
import { citing, classWords, coded, drops, rowsAs, sectionOf, wordsOf, type Composing } from './composing.ts';
import { entryRow, gapWords } from './entry-rows.ts';
import { wayLines } from './outcome-lines.ts';

export interface TiePaperOf {
  readonly language: Language;
  readonly copy: PaperCopy;
  readonly seal: string;
  /** What the naming policy calls countries. */
  readonly labels: RegionLabels;
  /** A published snapshot, with the day of its withdrawal where it was withdrawn. */
  readonly snapshot: { readonly number: number; readonly withdrawn: string | null } | null;
}

/** Figures before what happened. */
const kindOrder: Readonly<Record<ReportEntry['kind'], number>> = { said: 0, outcome: 1, agreement: 2, exchange: 3 };

const kinds = ['known', 'reported', 'contested', 'unknown', 'held'] as const;

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

/** Of a snapshot alone: in the currency of the office that published it. */
function convertedSections(composing: Composing, labels: RegionLabels): readonly PaperSection[] {
  const { report, words } = composing;
  const { converted } = report;
  if (converted === undefined) return [];
  const rows = convertedRows(converted, {
    ...{ words, labels },
    kindLines: ({ kind, way }) => [plain(coded(words, 'kind', kind)), ...wayLines(kind, way ?? { from: null, to: null }, composing)],
  });
  const heads = (['stage', 'kind', 'standing', 'amount'] as const).map((head) => words.say(`reports.paper_head_${head}`));
  const title = words.say('reports.paper_converted', { currency: words.formats.currencyNamed(converted.conversion.to) });
  const section = sectionOf('converted', title, [rowsAs('table', [16, 18, 22, 44], rows, heads)], words);
  return [{ ...section, note: words.say('reports.paper_converted_note', { office: words.naming(converted.office) }) }];
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
export function composeTieReport(report: TieReport, { language, copy, seal, labels, snapshot }: TiePaperOf): Paper {
  const words = wordsOf(report, language, labels);
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
    groups: [{ ...lead, rule: 'none' as const }, ...five, totals, ...convertedSections(composing, labels), domains, sources].map(
      (section) => ({
        begins: section.key === 'totals',
        sections: [section],
      }),
    ),
  };
}
