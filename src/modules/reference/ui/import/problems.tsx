// Findings row by row: where, what is wrong, what was done; a place that could be several is answered for beneath its line.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { DataTable } from '#design/data-table.tsx';
import type { ImportProblem, ReferenceImport } from '../places/answers.ts';
import { useCodeWords } from '../code-words.ts';
import { PlaceQuestion } from '../places/place-question.tsx';

interface ImportProblemsProps {
  readonly one: ReferenceImport;
  readonly problems: readonly ImportProblem[];
}

const ROWS = 6;

/** Kinds about which a person may know better than any rule. */
const answerable = new Set([
  ...['reference.homonym', 'reference.not_in_gazetteer', 'reference.position_suspicious', 'reference.is_region'],
  ...['reference.is_district', 'reference.country_empty', 'reference.left_out_by_answer', 'reference.likely_duplicate'],
]);

export function ImportProblems({ one, problems }: ImportProblemsProps) {
  const { t } = useText();
  const formats = useFormats();
  const words = useCodeWords();
  const [asked, setAsked] = useState<string | null>(null);
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const mayAnswer = one.state === 'previewed' || one.state === 'done' || one.state === 'undone';
  const headOf = (column: string | null): string => {
    const head = one.head.columns.find((known) => known.column === column)?.head ?? '';
    if (column === null) return '';
    return head === '' || head === column ? column : t('reference.column_called', { column, head });
  };
  return (
    <>
      <DataTable
        caption={t('reference.findings')}
        rows={problems}
        rowKey={({ number }) => String(number)}
        rowState={({ outcome, code }) => (outcome === 'left_out' || code === 'reference.homonym' ? 'flag' : undefined)}
        columns={[
          { key: 'row', head: t('files.list_row'), naming: true, end: true, cell: ({ row }) => (row === 0 ? '' : formats.number(row)) },
          { key: 'column', head: t('files.list_column'), cell: ({ column }) => headOf(column) },
          { key: 'what', head: t('files.list_problem'), cell: ({ code, params }) => words(code, params) },
          { key: 'done', head: t('files.list_outcome'), cell: ({ outcome }) => t(`reference.outcome_${outcome}`) },
          ...(problems.some(({ rows }) => rows.length > 1)
            ? [
                {
                  key: 'rows',
                  head: t('files.list_other_rows'),
                  cell: (problem: ImportProblem) => (problem.rows.length > 1 ? <OtherRows problem={problem} /> : ''),
                },
              ]
            : []),
          {
            key: 'answer',
            head: t('reference.answer'),
            silent: true,
            nowrap: true,
            cell: ({ key, code, params }) =>
              mayAnswer &&
              key !== null &&
              answerable.has(code) && (
                <span className="noprint">
                  <TextAction onPress={() => setAsked(key)}>
                    {t(answered.has(key) ? 'reference.answered' : 'reference.which_is_meant')}
                    <span className="hidden">{t('design.in_brackets', { words: String(params['name'] ?? key) })}</span>
                  </TextAction>
                </span>
              ),
          },
        ]}
      />
      {asked !== null && (
        <PlaceQuestion
          one={one}
          placeKey={asked}
          onClose={() => setAsked(null)}
          onAnswered={() => {
            setAnswered(new Set([...answered, asked]));
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

function OtherRows({ problem: { row, rows } }: { readonly problem: ImportProblem }) {
  const { t } = useText();
  const others = rows.filter((other) => other !== row);
  const more = others.length - ROWS;
  return `${others.slice(0, ROWS).join(t('reference.comma'))}${more > 0 ? t('reference.and_more', { count: more }) : ''}`;
}
