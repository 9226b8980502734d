// What the holder of a company's personal link reads beside its own lead: who sees it, and how to go on with it.
import { Link } from '@tanstack/react-router';
import { useText } from '#client/language.ts';

export function HeldByLink() {
  const { t } = useText();
  return (
    <p className="note after">
      {t('outcomes.held_by_link')} <Link to="/in">{t('outcomes.to_own_account')}</Link>
    </p>
  );
}
