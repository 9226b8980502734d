// The register of cities, and the way from it to the ties as others list them.
import { Link } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { later } from '#design/notices/later.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { CitiesPage } from '#modules/cities/ui/city/cities-page.tsx';

const RegisterWaiting = later(() => import('#modules/ties/ui/merge/register-waiting.tsx'), 'RegisterWaiting');

export function Cities() {
  const { t } = useText();
  const decides = useSession()?.offices.some(({ kind, role }) => kind === 'register' && role !== 'viewer');
  return (
    <CitiesPage
      waits={decides === true && <RegisterWaiting />}
      ways={
        <>
          <Link to="/challenges">{t('cities.told_title')}</Link> · <Link to="/partner-calls">{t('cities.partner_calls')}</Link> ·{' '}
          <Link to="/reference">{t('reference.sets')}</Link>
        </>
      }
    />
  );
}
