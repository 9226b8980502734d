// The credit that the licence of the gazetteer asks for, wherever something of it is shown.
import { useText } from '#client/language.ts';
import { Rich } from '#design/page.tsx';

export function GazetteerCredit() {
  const { t } = useText();
  return (
    <p className="note after">
      <Rich
        text={t('cities.credit')}
        links={[
          (words) => (
            <a href="https://www.geonames.org/" rel="noreferrer">
              {words}
            </a>
          ),
          (words) => (
            <a href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer license">
              {words}
            </a>
          ),
        ]}
      />
    </p>
  );
}
