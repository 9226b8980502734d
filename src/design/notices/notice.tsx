// What the page says of its own state, and what stands where nothing is yet.
import { useEffect, useRef, type ReactNode } from 'react';

export interface NoticeProps {
  /** draft: work in hand · refused: a person is needed · plain: offline and other weather */
  readonly kind?: 'draft' | 'refused' | 'plain';
  readonly heading?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Speaks up when it appears by itself: politely, or as an alert when refused. */
  readonly live?: boolean;
  /** Takes the focus when it appears: what was pressed stands far from it. */
  readonly taking?: boolean;
}

export function Notice({ kind = 'draft', heading, children, actions, live = false, taking = false }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (taking) box.current?.focus();
  }, [taking]);
  const look = kind === 'refused' ? 'banner alert spaced' : kind === 'plain' ? 'banner plain spaced' : 'banner spaced';
  return (
    <div ref={box} className={look} role={live ? (kind === 'refused' ? 'alert' : 'status') : undefined} tabIndex={taking ? -1 : undefined}>
      <div>
        {heading !== undefined && <b>{heading}</b>} {children}
      </div>
      {actions !== undefined && <div className="btns">{actions}</div>}
    </div>
  );
}

/** What was wrong with something done beside it; nothing while nothing was. */
export function TroubleNotice({ trouble }: { readonly trouble: { readonly message: string } | null }) {
  if (trouble === null) return null;
  return (
    <Notice kind="refused" live>
      {trouble.message}
    </Notice>
  );
}

/** A paragraph with an edge: what must be known before acting. */
export function Pull({ attention = false, children }: { readonly attention?: boolean; readonly children: ReactNode }) {
  return <div className={attention ? 'pull alert' : 'pull'}>{children}</div>;
}

/** Says what will stand here and offers the next step. */
export function Empty({
  heading,
  children,
  actions,
}: {
  readonly heading: ReactNode;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="empty">
      <p className="read">
        <b>{heading}</b>
      </p>
      <p>{children}</p>
      {actions !== undefined && <div className="btns">{actions}</div>}
    </div>
  );
}
