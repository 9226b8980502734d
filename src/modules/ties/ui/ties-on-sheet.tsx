// Whom a city is tied to, on its sheet of paper: what everybody may see, also where an office prints it that keeps more.
import { writing } from '#kernel/language.ts';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Named, useNaming } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import { Figure } from '#design/said.tsx';
import type { TieSummary } from '../contract/shapes.ts';
import { hasCome } from '../domain/silence.ts';
import { tiesQueries } from './client.ts';
import './sheet.css';

const MOST = 200;

export function TiesOnSheet({ cityId }: { readonly cityId: string }) {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { data } = useQuery(tiesQueries.listTies.queryOptions({ input: { city: cityId, audience: 'public', limit: MOST } }));
  const partner = ({ cities: { a, b } }: TieSummary) => (a.id === cityId ? b : a);
  const order = new Intl.Collator(writing[language].locale);
  const ties = (data?.entries ?? [])
    // An end that is yet to come ends nothing.
    .filter(({ ended }) => ended === null || !hasCome(ended, new Date().toISOString().slice(0, 10)))
    .toSorted((x, y) => order.compare(naming(partner(x).name), naming(partner(y).name)));
  if (ties.length === 0) return null;
  return (
    <Section title={t('ties.ties')} count={formats.number(ties.length)}>
      <ul className="tied">
        {ties.map((tie) => (
          <li key={tie.id}>
            <b>
              <Named text={partner(tie).name} quiet />
            </b>{' '}
            <span className="note">
              {formats.countryName(partner(tie).country)}
              {tie.since !== null && (
                <>
                  {writing[language].comma}
                  <Figure value={formats.flexDate(tie.since, 'table')} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
