// The rows of a tie report's paper: what is said, agreed, what took place and what came of it, each with its source.
import type { FlexDate } from '#kernel/flex-date.ts';
import { writing } from '#kernel/language.ts';
import { plain, small, type PaperLine, type PaperRow } from '#kernel/paper/paper.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { saidOf } from '#modules/outcomes/domain/headline.ts';
import type { ReportEntry, ReportGap } from '../../contract.ts';
import { gapWords as sentenceOfGap } from '../../domain/gap-words.ts';
import { begun } from '../../domain/opening-words.ts';
import { projectsListed } from '../../domain/sorting.ts';
import { classWords, coded, drops, type Composing, type Statement, type Words } from './composing.ts';
import { figureLines, wayLines } from './outcome-lines.ts';

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

/** What sources state of an outcome beside its ledger, all of them: the first shown first, each with who says it and its source. */
const statedLines = (stated: Extract<ReportEntry, { kind: 'outcome' }>['stated'], composing: Composing): readonly PaperLine[] =>
  stated.map(({ attribute, shown: { first, agreeing, differing, apart } }) => {
    const { words, cite } = composing;
    const said = [...(first === null ? [] : [first]), ...agreeing, ...differing, ...apart].map(
      (statement) => valueWords(statement, composing, attribute) + cite.ref(statement.source),
    );
    const key = `outcomes.stated_${attribute}`;
    const label = words.t(key);
    return small(`${label === key ? attribute : label}${writing[words.language].colon}${said.join(writing[words.language].clauses)}`);
  });

function outcomeRow({ outcome, stated }: Extract<ReportEntry, { kind: 'outcome' }>, at: number, composing: Composing): PaperRow {
  const { words, cite } = composing;
  const { say, naming, date } = words;
  const source =
    outcome.figures.flatMap((figure) => saidOf(figure, outcome.entries).map((one) => one.source)).find((one) => one !== null) ?? null;
  const when = outcome.occurred === null ? '' : `${words.apart}${date(outcome.occurred)}`;
  const part = outcome.whole === null ? [] : [small(say('reports.paper_part', { title: naming(outcome.whole.title) }))];
  return {
    key: `outcome ${String(at)}`,
    drop: outcome.partOf === null ? drops.outcome : drops.part,
    cells: [
      [plain(begun(coded(words, 'kind', outcome.kind)))],
      [
        plain(naming(outcome.title) + when + cite.ref(source)),
        ...wayLines(outcome.kind, { from: outcome.fromCity?.slug ?? null, to: outcome.toCity?.slug ?? null }, composing),
        ...figureLines(outcome, words),
        ...statedLines(stated, composing),
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

export const gapWords = (gap: ReportGap, { words }: Composing): string =>
  sentenceOfGap(gap, words, (domain) => coded(words, 'domain', domain));
