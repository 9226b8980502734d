// The register of cities, and the way from it to the ties as others list them.
import { Link } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { CitiesPage } from '#modules/cities/ui/city/cities-page.tsx';

export function Cities() {
  const { t } = useText();
  return (
    <CitiesPage
      ways={
        <>
          <Link to="/challenges">{t('cities.told_title')}</Link> · <Link to="/partner-calls">{t('cities.partner_calls')}</Link> ·{' '}
          <Link to="/reference">{t('reference.sets')}</Link>
        </>
      }
    />
  );
}
