// The year of all ties as sheets, for whoever reckons further: what came of it one by one, its sums, and a row for each tie. What is not on record is an empty cell.
import type { Language } from '#kernel/language.ts';
import type { Amount } from '#kernel/money.ts';
import { fates } from '#modules/outcomes/domain/follow-through/announcement.ts';
import type { WrittenSheet } from '#platform/files/write-workbook.ts';
import { cameAs, cameAsOf } from '../../domain/council/year.ts';
import { figureCell } from '../sheet-cells.ts';
import { byName, namedTie, wordsOf, type Words } from './compose-council.ts';
import type { CouncilYear, TieYear } from './gather-year.ts';

type Cell = string | number;

const moneyCells = (amount: Amount | null): readonly Cell[] => [figureCell(amount?.value ?? null), amount?.currency ?? ''];
/** Nobody counted what is not on record: there may have been some. */
const counted = (count: number): Cell => (count === 0 ? '' : count);

function cameSheet(council: CouncilYear, ties: readonly TieYear[], words: Words): WrittenSheet {
  const { say, t, naming } = words;
  const meant = (stated: unknown, qualifier: string): string => (stated === null ? '' : t(`reports.word_qualifier_${qualifier}`));
  const rows = ties.flatMap((tie) =>
    tie.came.map((one): readonly Cell[] => {
      const { title, kind, counted: took, figure, sure, isPublic, partOf, occurred, id } = one;
      const whole = tie.came.find((other) => other.id === partOf)?.title;
      return [
        ...[namedTie(tie, council, words).title, naming(title), say(`reports.council_${cameAsOf(one)}`), t(`reports.word_kind_${kind}`)],
        ...[took === null ? t(`design.stage_${figure.stage}`) : t(`outcomes.came_${took}`), occurred === null ? '' : words.date(occurred)],
        ...[...moneyCells(figure.amount), meant(figure.amount, figure.qualifier)],
        ...[figureCell(figure.count), meant(figure.count, figure.countQualifier)],
        ...[sure === null ? '' : t(`design.assurance_${sure.assurance}`), figureCell(sure?.confirmedPart?.amount?.value ?? null)],
        ...[partOf === null ? '' : whole === undefined ? say('reports.council_part') : naming(whole)],
        ...[isPublic ? say('reports.council_public') : say('reports.council_not_public'), id],
      ];
    }),
  );
  const heads = (['outcome', 'kind', 'stage', 'amount', 'currency', 'qualifier', 'count', 'count_qualifier', 'assurance'] as const).map(
    (head) => say(`reports.file_${head}`),
  );
  const [outcome = '', kind = '', ...rest] = heads;
  const [stage = '', ...figures] = rest;
  return {
    name: say('reports.council_came'),
    header: [
      ...[say('reports.council_tie'), outcome, say('reports.council_as'), kind, stage, say('reports.council_date'), ...figures],
      ...[say('reports.file_confirmed_amount'), say('reports.file_whole'), say('reports.council_visible'), say('reports.file_id')],
    ],
    rows,
  };
}

function sumsSheet({ sums }: CouncilYear, { say, t, cityName }: Words): WrittenSheet {
  const place = (id: string | null | undefined): string => (id == null ? '' : cityName(id));
  return {
    name: say('reports.council_sums'),
    header: [
      ...(['stage', 'kind'] as const).map((head) => say(`reports.council_head_${head}`)),
      ...[
        say('reports.council_from'),
        say('reports.council_to'),
        say('reports.council_head_standing'),
        say('reports.council_head_outcomes'),
      ],
      ...[say('reports.council_head_amount'), say('reports.file_currency'), say('reports.file_qualifier')],
    ],
    rows: sums.map(({ stage, kind, way, assurance, amount, qualifier, outcomes }) => [
      ...[t(`design.stage_${stage}`), t(`reports.word_kind_${kind}`), place(way?.from), place(way?.to)],
      ...[t(`design.assurance_${assurance}`), outcomes.length, ...moneyCells(amount), t(`reports.word_qualifier_${qualifier}`)],
    ]),
  };
}

function tiesSheet(council: CouncilYear, ties: readonly TieYear[], words: Words): WrittenSheet {
  const { say, formats } = words;
  const events = ['happened', 'signed', 'ending'] as const;
  return {
    name: say('reports.council_ties'),
    header: [
      ...[say('reports.council_tie'), say('reports.council_bond')],
      ...[...events, ...cameAs, 'before' as const].map((key) => say(`reports.council_${key}`)),
      ...fates.map((fate) => say(`reports.council_fate_${fate}`)),
      ...[say('reports.council_open'), say('reports.council_cost')],
    ],
    rows: ties.map((tie): readonly Cell[] => {
      const { title, note } = namedTie(tie, council, words);
      const { announced, fates: became } = tie.before;
      return [
        ...[title, note],
        ...events.map((key) => counted(tie[key].length)),
        ...cameAs.map((as) => counted(tie.came.filter((one) => cameAsOf(one) === as).length)),
        ...[counted(announced), ...fates.map((fate) => (announced === 0 ? '' : became[fate]))],
        ...[counted(tie.open.length), formats.list(tie.costs.map((amount) => formats.spelt(formats.money(amount, 'exact'))))],
      ];
    }),
  };
}

export function councilSheets(council: CouncilYear, language: Language): readonly WrittenSheet[] {
  const words = wordsOf(language, council);
  const ties = byName(council.ties, language);
  return [cameSheet(council, ties, words), sumsSheet(council, words), tiesSheet(council, ties, words)];
}
