// What narrows a list: its address says it, as does the form that is sent where no script runs.
import type { ReactNode } from 'react';
import { useText } from '#client/language.ts';

/** Fields named as their parts of the address; each answers at once, and without scripts all are sent by one press. */
export function Filters({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const { t } = useText();
  return (
    <form className="filters" role="group" aria-label={label} onSubmit={(event) => event.preventDefault()}>
      {children}
      <button type="submit" className="btn unscripted">
        {t('design.narrow')}
      </button>
    </form>
  );
}
