// What the holder of a company's personal link reads beside its own lead: who sees it, and how to go on with it.
import { Link } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { Note } from '#design/page.tsx';

export function HeldByLink() {
  const { t } = useText();
  return (
    <Note>
      {t('outcomes.held_by_link')} <Link to="/in">{t('outcomes.to_own_account')}</Link>
    </Note>
  );
}
