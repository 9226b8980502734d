// Why a file was not taken: every problem with sheet, row and column, so that it can be mended where it was made.
import { useState } from 'react';
import type { Trouble } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { Ledger, More, type Column } from '#design/ledger.tsx';
import { Notice } from '#design/notice.tsx';

type Problem = Trouble['problems'][number];

const SHOWN = 50;

/** The sentence without the place that its row tells already. */
function bareOf({ path, message }: Problem): string {
  const [sheet] = path;
  return sheet !== undefined && message.startsWith(String(sheet)) ? message.replace(/^[^:：]*[:：]\s*/, '') : message;
}

export function ImportProblems({ trouble }: { readonly trouble: Trouble }) {
  const { t } = useText();
  const [all, setAll] = useState(false);
  const { problems, message, incident } = trouble;
  const heading = problems.length === 0 ? message : t('meetings.import_problems', { count: problems.length });
  const rows = all ? problems : problems.slice(0, SHOWN);
  const part = (at: number) => (problem: Problem) => problem.path[at] ?? '';
  const columns: readonly Column<Problem>[] = [
    { key: 'sheet', head: t('meetings.sheet'), naming: true, cell: part(0) },
    { key: 'row', head: t('meetings.row'), end: true, cell: part(1) },
    { key: 'column', head: t('meetings.column'), cell: part(2) },
    { key: 'what', head: t('meetings.what_is_wrong'), cell: bareOf },
  ];
  return (
    <div className="after">
      <Notice kind="refused" live heading={heading}>
        {t('meetings.import_nothing_changed')} {incident !== null && t('design.incident', { incident })}
      </Notice>
      {problems.length > 0 && (
        <Ledger caption={heading} columns={columns} rows={rows} rowKey={({ path, code }, at) => `${path.join(' ')} ${code} ${at}`} />
      )}
      {rows.length < problems.length && <More rest={problems.length - rows.length} onMore={() => setAll(true)} />}
    </div>
  );
}
