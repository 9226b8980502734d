// What was agreed in a visit: the papers that its itinerary names, and what became of each thing that they foresee.
import { Link } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { Named } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import { ItemsInFull } from '../agreement/agreement-items.tsx';
import type { VisitOnPage } from './visit-on-page.ts';

export function AgreedThere({ tie, visit, office }: VisitOnPage) {
  const { t } = useText();
  const named = new Set(visit.itinerary?.stops.flatMap(({ agreementId }) => agreementId ?? []));
  const papers = tie.agreements.filter(({ id }) => named.has(id));
  if (papers.length === 0) return null;
  return (
    <Section title={t('ties.agreed_there')} aside={t('ties.what_became_note')}>
      {papers.map((agreement) => (
        <div key={agreement.id}>
          <h3>
            <Link to="/ties/$slug/agreements/$id" params={{ slug: tie.slug, id: agreement.id }}>
              <Named text={agreement.title} />
            </Link>
          </h3>
          {agreement.items.length === 0 ? <p className="note">{t('ties.no_items')}</p> : <ItemsInFull {...{ tie, agreement, office }} />}
        </div>
      ))}
    </Section>
  );
}
