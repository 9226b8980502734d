// Why a file was not taken: every problem with sheet, row and column, so that it can be mended where it was made.
import { useState, type ReactNode } from 'react';
import type { Trouble } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { DataTable, More, type Column } from '#design/data-table.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Gap } from '#design/page.tsx';

type Problem = Trouble['problems'][number];

const SHOWN = 50;

/** The sentence without the place that its row tells already. */
function bareOf({ path, message }: Problem): string {
  const [sheet] = path;
  const bare = sheet !== undefined && message.startsWith(String(sheet)) ? message.replace(/^[^:：]*[:：]\s*/, '') : message;
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** So many of a kind are told one by one; the rest is counted. */
const ALIKE = 3;

interface Line {
  readonly problem: Problem;
  /** How many more of this kind there are; only on the line that stands for them. */
  readonly more: number;
}

const isNumber = (part: string | number | undefined): boolean => /^\d+$/.test(String(part ?? ''));

/** Problems in their order; of those that say the same of one column of one sheet, the first few and how many more. */
export function grouped(problems: readonly Problem[]): readonly Line[] {
  // A planner's file has characters for columns, which tell no kinds apart.
  const kindOf = ({ path: [sheet, , column], code }: Problem): string => JSON.stringify([sheet, isNumber(column) ? '' : column, code]);
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(kindOf(problem), (counts.get(kindOf(problem)) ?? 0) + 1);
  const told = new Map<string, number>();
  return problems.flatMap((problem): readonly Line[] => {
    const kind = kindOf(problem);
    const count = counts.get(kind) ?? 0;
    const nth = (told.get(kind) ?? 0) + 1;
    told.set(kind, nth);
    if (nth <= ALIKE || count === ALIKE + 1) return [{ problem, more: 0 }];
    return nth === ALIKE + 1 ? [{ problem, more: count - ALIKE }] : [];
  });
}

/** `children`: what can be done about it. */
export function ImportProblems({ trouble, children }: { readonly trouble: Trouble; readonly children?: ReactNode }) {
  const { t } = useText();
  const [all, setAll] = useState(false);
  const { problems, message, incident } = trouble;
  const heading = problems.length === 0 ? message : t('meetings.import_problems', { count: problems.length });
  const lines = grouped(problems);
  const rows = all ? lines : lines.slice(0, SHOWN);
  const part =
    (at: number) =>
    ({ problem, more }: Line) =>
      more > 0 ? '' : (problem.path[at] ?? '');
  const columns: readonly Column<Line>[] = [
    { key: 'sheet', head: t('meetings.sheet'), naming: true, cell: ({ problem }) => problem.path[0] ?? '' },
    { key: 'row', head: t('meetings.row'), end: true, cell: part(1) },
    { key: 'column', head: t('meetings.column'), cell: part(2) },
    {
      key: 'what',
      head: t('meetings.what_is_wrong'),
      cell: ({ problem, more }) => (more > 0 ? t('meetings.import_more_alike', { count: more }) : bareOf(problem)),
    },
  ];
  return (
    <div className="after">
      <Notice kind="refused" live heading={heading}>
        {t('meetings.import_nothing_changed')}
        <Gap />
        {incident !== null && t('design.incident', { incident })}
        {children}
      </Notice>
      {problems.length > 0 && (
        <DataTable
          caption={heading}
          columns={columns}
          rows={rows}
          rowKey={({ problem: { path, code } }, at) => `${path.join(' ')} ${code} ${at}`}
        />
      )}
      {rows.length < lines.length && <More rest={lines.length - rows.length} onMore={() => setAll(true)} />}
    </div>
  );
}
