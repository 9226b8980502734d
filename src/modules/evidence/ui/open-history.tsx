// The history of one attribute behind a line that opens it; its code is fetched then.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { later } from '#design/later.tsx';
import type { HistoryProps } from './history.tsx';

const History = later(() => import('./history.tsx'), 'History');

export function OpenHistory(props: HistoryProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <details className="noprint" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('evidence.history')}</summary>
      {open && <History {...props} />}
    </details>
  );
}
