// The ledger as it was posted, reversals and what they reverse included: nothing is ever taken out of it.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { AsWritten, Named } from '#design/named.tsx';
import { Figure as Written } from '#design/said.tsx';
import { inLanguage } from '#kernel/written-language.ts';
import { Paper, SourceName } from '#modules/evidence/ui/said.tsx';
import type { EntryShown, Outcome } from '../../contract/shapes.ts';
import { useCounted, useStageWord } from '../words.tsx';

export interface LedgerTableProps {
  readonly outcome: Outcome;
  /** Only for whoever keeps the ledger. */
  readonly onReverse?: ((entry: EntryShown) => void) | undefined;
}

function useFigures(outcome: Outcome): readonly Column<EntryShown>[] {
  const { t } = useText();
  const formats = useFormats();
  const counted = useCounted();
  const count: Column<EntryShown> = {
    key: 'count',
    head: t('outcomes.count'),
    end: true,
    nowrap: true,
    cell: (entry) => (entry.count === null ? <Unknown /> : <Written value={counted(outcome, entry.count, entry.countQualifier)} />),
  };
  const amount: Column<EntryShown> = {
    key: 'amount',
    head: t('outcomes.amount'),
    end: true,
    nowrap: true,
    cell: (entry) => (entry.amount === null ? <Unknown /> : <Written value={formats.money(entry.amount, entry.qualifier, 'table')} />),
  };
  return [...(outcome.extent === 'single' ? [] : [count]), ...(outcome.extent === 'count_only' ? [] : [amount])];
}

export function LedgerTable({ outcome, onReverse }: LedgerTableProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const word = useStageWord();
  const numberOf = (id: string | null): number | undefined => outcome.entries.find((entry) => entry.id === id)?.number;
  const figures = useFigures(outcome);
  const columns: readonly Column<EntryShown>[] = [
    { key: 'number', head: t('outcomes.number'), naming: true, nowrap: true, cell: ({ number }) => formats.number(number) },
    {
      key: 'stage',
      head: t('outcomes.stage'),
      cell: ({ stage, reverses, reversedBy, note }) => (
        <>
          <span className="nowrap">{word(stage, outcome)}</span>
          {reverses !== null && <small>{t('outcomes.reverses', { number: numberOf(reverses) ?? '' })}</small>}
          {reversedBy !== null && <small>{t('outcomes.reversed_by', { number: numberOf(reversedBy) ?? '' })}</small>}
          {note !== null && <small>{note}</small>}
        </>
      ),
    },
    ...figures,
    {
      key: 'date',
      head: t('outcomes.value_date'),
      end: true,
      cell: ({ valueDate }) => (valueDate === null ? <Unknown /> : <Written value={formats.flexDate(valueDate, 'table')} />),
    },
    {
      key: 'said_by',
      head: t('evidence.said_by'),
      cell: ({ saidBy, about, source }) => (
        <>
          {saidBy !== null ? (
            <AsWritten text={saidBy} named />
          ) : source?.class === 'own_records' ? (
            <Named text={outcome.office.name} quiet />
          ) : (
            <Unknown>{t('outcomes.nobody_named')}</Unknown>
          )}
          {about !== null && <small>{t('outcomes.said_about', { about: inLanguage(about, language) })}</small>}
        </>
      ),
    },
    {
      key: 'source',
      head: t('outcomes.source'),
      cell: ({ source }) => (
        <>
          {source === null ? <Unknown>{t('evidence.source_hidden')}</Unknown> : <SourceName source={source} office={outcome.office.name} />}
          {source?.passage != null && (
            <small>
              <q>{source.passage}</q>
            </small>
          )}
          {source?.document != null && (
            <small>
              <Paper document={source.document} />
            </small>
          )}
        </>
      ),
    },
    {
      key: 'entered',
      head: t('evidence.entered'),
      cell: ({ enteredAt }) => (
        <>
          <Named text={outcome.office.name} quiet />
          <small>{formats.entryDay(enteredAt)}</small>
        </>
      ),
    },
  ];
  const action: Column<EntryShown> = {
    key: 'reverse',
    head: t('outcomes.reverse'),
    silent: true,
    end: true,
    cell: (entry) =>
      entry.reverses !== null || entry.reversedBy !== null ? null : (
        <TextAction onPress={() => onReverse?.(entry)}>{t('outcomes.reverse')}</TextAction>
      ),
  };
  return (
    <DataTable
      caption={t('outcomes.ledger')}
      columns={onReverse === undefined ? columns : [...columns, action]}
      rows={outcome.entries}
      rowKey={({ id }) => id}
      rowState={({ reverses, reversedBy }) => (reverses !== null || reversedBy !== null ? 'quiet' : undefined)}
    />
  );
}
