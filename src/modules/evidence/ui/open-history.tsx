// The history of one attribute behind a line that opens it; its code is fetched then.
import { useState, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { later } from '#design/notices/later.tsx';
import type { HistoryProps } from './history.tsx';

const History = later(() => import('./history.tsx'), 'History');

/** `children` is what stands now: the history holds it, too, so that it is left out while the history is open. */
export function OpenHistory({ children, ...props }: HistoryProps & { readonly children?: ReactNode }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      {/* What it is about stays above the line that opened it. */}
      {open ? children !== undefined && <p className="note">{props.caption}</p> : children}
      <details className="noprint" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t(props.office === null ? 'evidence.history' : 'evidence.history_and_steps')}</summary>
        {open && <History {...props} headed={children !== undefined} />}
      </details>
    </>
  );
}
