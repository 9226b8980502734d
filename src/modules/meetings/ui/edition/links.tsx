// Links to pages that several subjects lead to.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** The agenda of a participant, by the code that people know. */
export function AgendaLink({ slug, code, children }: { readonly slug: string; readonly code: string; readonly children: ReactNode }) {
  return (
    <Link to="/editions/$slug/agendas/$code" params={{ slug, code }}>
      {children}
    </Link>
  );
}
