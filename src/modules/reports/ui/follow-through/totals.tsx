// Editions of which only a total was announced: all of it unknown, and beside it what surveys found of the companies they asked.
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { AsWritten, Named } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import { Said, SourceName } from '#modules/evidence/ui/said.tsx';
import type { FollowThrough } from '../../contract/follow-through.ts';
import { UnknownBar } from './fates.tsx';

type Total = FollowThrough['totals'][number];

export function TotalsOnly({ totals, slug }: { readonly totals: readonly Total[]; readonly slug: string }) {
  const { t } = useText();
  if (totals.length === 0) return null;
  return (
    <Section title={t('reports.ft_totals')}>
      <p className="read">{t('reports.ft_totals_text')}</p>
      <table className="datatable fated">
        <caption className="hidden">{t('reports.ft_totals')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reports.ft_edition')}</th>
            <th scope="col" className="num">
              {t('reports.ft_total_amount')}
            </th>
            <th scope="col">{t('reports.ft_became')}</th>
            <th scope="col">{t('reports.ft_surveys')}</th>
          </tr>
        </thead>
        <tbody>
          {totals.map((total) => (
            <TotalRow key={total.slug} total={total} isHere={total.slug === slug} />
          ))}
        </tbody>
      </table>
      <p className="note after">{t('reports.ft_surveys_note')}</p>
    </Section>
  );
}

function TotalRow({ total: { slug, name, announced, surveys }, isHere }: { readonly total: Total; readonly isHere: boolean }) {
  const { t } = useText();
  const stated = announced.first ?? announced.apart[0];
  return (
    <tr className={isHere ? 'chosen' : undefined}>
      <th scope="row">
        {isHere ? (
          <Named text={name} quiet />
        ) : (
          <Link to="/editions/$slug/follow-through" params={{ slug }}>
            <Named text={name} quiet />
          </Link>
        )}
      </th>
      <td className="num full" data-label={t('reports.ft_total_amount')}>
        {stated === undefined ? <Unknown /> : <Said statement={stated} />}
        {announced.differing.map((other) => (
          <div key={other.id} className="differs">
            <Said statement={other} />
          </div>
        ))}
      </td>
      <td className="barcell">
        <UnknownBar />
      </td>
      <td className="full" data-label={t('reports.ft_surveys')}>
        {surveys.length === 0 ? (
          <Unknown>{t('reports.ft_no_survey')}</Unknown>
        ) : (
          surveys.map((survey) => <Survey key={survey.attribute} {...survey} />)
        )}
      </td>
    </tr>
  );
}

/** What a survey found, of whom, and who says so. */
function Survey({ attribute, shown }: Total['surveys'][number]) {
  const { t } = useText();
  const formats = useFormats();
  const statement = shown.first ?? shown.apart[0];
  if (statement?.value.type !== 'count') return null;
  const { count, qualifier, unit, basis } = statement.value;
  const percent = formats.spelt(formats.count(count, qualifier, unit));
  return (
    <div>
      {t(`reports.ft_${attribute}`, { percent })}{' '}
      <span className="note">
        {basis !== undefined && <AsWritten text={basis} />} <SourceName source={statement.source} office={statement.office.name} />
      </span>
    </div>
  );
}
