// The rows of a report in words, each under what it is about, so that two readings of it can be held against each other.
import type { Language } from '#kernel/language.ts';
import type { PaperRow } from '#kernel/paper/paper.ts';
import { saidOf } from '#modules/outcomes/domain/headline.ts';
import type { ReportEntry, ReportGap, TieReport } from '../../contract.ts';
import type { WordedRow } from '../../domain/snapshots/compared.ts';
import { totalRow } from './compose-tie-report.ts';
import { composingOf, type Composing } from './composing.ts';
import { entryRow, gapWords } from './entry-rows.ts';

const keyOf = (entry: ReportEntry): string => {
  switch (entry.kind) {
    case 'said':
      // What is held of an attribute stands apart from what is stated as a fact.
      return `said ${entry.attribute} ${entry.cityId ?? ''} ${entry.standing === 'held' ? 'held' : ''}`;
    case 'outcome':
      return `outcome ${entry.outcome.id}`;
    case 'agreement':
      return `agreement ${entry.agreement.id}`;
    case 'exchange':
      return `exchange ${entry.exchange.id}`;
  }
};

const gapKey = (gap: ReportGap): string =>
  [
    'gap',
    gap.about,
    'cityId' in gap ? gap.cityId : '',
    'agreementId' in gap ? gap.agreementId : '',
    'outcomeId' in gap ? gap.outcomeId : '',
  ]
    .filter((part) => part !== '')
    .join(' ');

/** When the last that is said in the row was entered; of what is corrected in its place nobody keeps the day. */
function enteredAt(entry: ReportEntry): string | null {
  if (entry.kind === 'said')
    return (
      entry.shown.first?.enteredAt ??
      entry.shown.apart
        .map((one) => one.enteredAt)
        .toSorted()
        .at(-1) ??
      null
    );
  if (entry.kind !== 'outcome') return null;
  return (
    entry.outcome.figures
      .flatMap((figure) => saidOf(figure, entry.outcome.entries).map((one) => one.enteredAt))
      .toSorted()
      .at(-1) ?? null
  );
}

const linesOf = ({ cells }: PaperRow, from: number): readonly string[] => cells.slice(from).flatMap((cell) => cell.map(({ text }) => text));

const entryRows = (composing: Composing): readonly WordedRow[] =>
  composing.report.entries.map((entry, at): WordedRow => {
    const row = entryRow(entry, at, composing);
    const [label = ''] = linesOf(row, 0);
    const standing = composing.words.say(`reports.paper_${entry.standing}`);
    return { key: keyOf(entry), part: entry.kind, label, words: [...linesOf(row, 1), standing], at: enteredAt(entry) };
  });

/** Each source is written out where it is cited, since its number is of one paper alone. */
export function wordedRows(report: TieReport, language: Language): readonly WordedRow[] {
  const composing = composingOf(report, language);
  const { say } = composing.words;
  return [
    ...entryRows(composing),
    ...report.totals.map((total, at): WordedRow => {
      const [stage = '', ...words] = linesOf(totalRow(total, at, composing), 0);
      const key = `total ${total.stage} ${total.kind} ${total.way?.from ?? ''} ${total.way?.to ?? ''} ${total.assurance} ${total.amount.currency}`;
      return { key, part: 'total', label: `${say('reports.paper_totals')}${composing.words.apart}${stage}`, words, at: null };
    }),
    ...report.gaps.map((gap): WordedRow => ({
      key: gapKey(gap),
      part: 'gap',
      label: say('reports.paper_unknown'),
      words: [gapWords(gap, composing)],
      at: null,
    })),
  ];
}
