// Statements of one attribute side by side: each with who says so, the rank of the source and how precise it is; beneath, why the first is first.
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { later } from '#design/notices/later.tsx';
import { DataTable, type Column } from '#design/data-table.tsx';
import { AsWritten } from '#design/named.tsx';
import { precisionOf } from '#kernel/flex-date.ts';
import type { ShownFirstShape, StatementShape } from '../contract/shapes.ts';
import { SourceName, SourceReach, SourceTerms, useSayer, VisibilityWord } from './said.tsx';
import { Value, type ValueProps } from './value.tsx';

// Only whoever may open a statement to others needs the code for it.
const StatementAudience = later(() => import('./statement-audience.tsx'), 'StatementAudience');

// Seldom: what is no fact.
const Apart = later(() => import('./apart-table.tsx'), 'ApartTable');

type Stated = StatementShape['value'];

/** How precise a value is, in a word. */
function usePrecision(): (value: Stated) => string {
  const { t } = useText();
  return (value) => {
    if (value.type === 'date') return t(`evidence.precision_${precisionOf(value.date)}`);
    return value.type === 'count' || value.type === 'money' ? t(`evidence.qualifier_${value.qualifier}`) : '';
  };
}

export function useStatementColumns(codeName: ValueProps['codeName']): readonly Column<StatementShape>[] {
  const { t } = useText();
  const precision = usePrecision();
  const sayer = useSayer();
  return [
    { key: 'value', head: t('evidence.value'), naming: true, cell: ({ value }) => <Value value={value} codeName={codeName} /> },
    {
      key: 'source',
      head: t('evidence.who_says'),
      cell: (statement) => (
        <>
          {statement.saidBy === null ? sayer(statement) : <AsWritten text={statement.saidBy} named />}
          <small>
            <SourceName source={statement.source} />
            <SourceTerms source={statement.source} />
            {statement.source.reach != null && (
              <>
                <br />
                {t('evidence.reach')} <SourceReach reach={statement.source.reach} />
              </>
            )}
          </small>
        </>
      ),
    },
    { key: 'class', head: t('evidence.rank'), cell: ({ source }) => t(`evidence.class_${source.class}`) },
    { key: 'precision', head: t('evidence.precision'), cell: ({ value }) => precision(value) },
  ];
}

export interface StatementTableProps extends Pick<ValueProps, 'codeName'> {
  /** The question that the statements answer: "When did it begin?" */
  readonly caption: string;
  readonly shown: ShownFirstShape;
  /** Below the sentence: enter, pin, the history. */
  readonly children?: ReactNode;
}

export function StatementTable({ caption, shown, codeName, children }: StatementTableProps) {
  const { t } = useText();
  const columns = useStatementColumns(codeName);
  const { first, agreeing, differing, apart } = shown;
  const rows = first === null ? [] : [first, ...agreeing, ...differing];
  const limited = [...rows, ...apart].some(({ visibility }) => visibility !== 'public');
  const audience: Column<StatementShape> = {
    key: 'visibility',
    head: t('evidence.seen_by'),
    cell: (statement) => (
      <>
        <VisibilityWord statement={statement} />
        {statement.mayEdit && statement.visibility !== 'public' && <OpenToOthers statement={statement} codeName={codeName} />}
      </>
    ),
  };
  return (
    <>
      {rows.length > 0 && (
        <DataTable
          caption={caption}
          showCaption
          columns={limited ? [...columns, audience] : columns}
          rows={rows}
          rowKey={({ id }) => id}
          rowState={({ id }) => (id === first?.id ? 'chosen' : undefined)}
        />
      )}
      {apart.length > 0 && <Apart caption={caption} rows={apart} columns={limited ? [...columns, audience] : columns} />}
      <p className="note after">
        {shown.contested && <b>{t('evidence.contested')} </b>}
        <WhyFirst shown={shown} /> {children}
      </p>
    </>
  );
}

/** A statement of ours that not everybody reads is opened from where it stands: looked at as others would read it, then decided. */
function OpenToOthers({ statement, codeName }: Pick<StatementTableProps, 'codeName'> & { readonly statement: StatementShape }) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  return (
    <>
      <small className="noprint">
        <TextAction onPress={() => setOpen(true)}>{t('evidence.step_audience')}</TextAction>
      </small>
      {open && (
        <StatementAudience
          statement={statement}
          codeName={codeName}
          onClose={() => setOpen(false)}
          // Whatever page it stands on is read anew: a tie, an outcome, a city.
          onDone={() => queryClient.invalidateQueries()}
        />
      )}
    </>
  );
}

/** The rule that put the first statement first, as a sentence. */
export function WhyFirst({ shown: { reason, pinReason } }: { readonly shown: Pick<ShownFirstShape, 'reason' | 'pinReason'> }) {
  const { t } = useText();
  if (reason === null || reason === 'only') return null;
  return reason === 'pinned' ? t('evidence.first_pinned', { reason: pinReason ?? '' }) : t(`evidence.first_${reason}`);
}
