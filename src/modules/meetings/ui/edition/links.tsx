// Links to pages that several subjects lead to.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { ButtonLink } from '#design/button.tsx';
import type { Edition } from './answers.ts';

/** The agenda of a participant, by the code that people know. */
export function AgendaLink({ slug, code, children }: { readonly slug: string; readonly code: string; readonly children: ReactNode }) {
  return (
    <Link to="/editions/$slug/agendas/$code" params={{ slug, code }}>
      {children}
    </Link>
  );
}

/** Where nothing is released yet: the way to the drafts, for whoever may plan. */
export function ToDrafts({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  if (!edition.mayEdit) return null;
  return (
    <ButtonLink kind="go" to="/editions/$slug/plan" params={{ slug: edition.slug }}>
      {t('meetings.to_drafts')}
    </ButtonLink>
  );
}
