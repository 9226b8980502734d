// A visit on a page of its own: who travels and for whom, what is done day by day, what was agreed, and what came of it.
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { later } from '#design/notices/later.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Title } from '#design/page.tsx';
import type { Tie } from '../../contract/shapes.ts';
import { tiesQueries } from '../client.ts';
import { orderOf } from '../tie-order.ts';
import { DelegationSection } from './delegation-section.tsx';
import { ItinerarySection } from './itinerary-section.tsx';
import { AgreedThere } from './agreed-there.tsx';
import { VisitFacts } from './visit-facts.tsx';
import type { VisitOnPage } from './visit-on-page.ts';

const ExchangeDialog = later(() => import('../exchange/exchange-dialog.tsx'), 'ExchangeDialog');

/** Places for sections of modules below. */
export interface VisitSlots {
  /** What else can be done with it. */
  readonly acts?: (visit: VisitOnPage) => ReactNode;
  /** What came of it. */
  readonly outcomes?: (visit: VisitOnPage) => ReactNode;
  /** What of its itinerary clashes, and which groups of editions refer to it. */
  readonly editions?: (visit: VisitOnPage) => ReactNode;
  /** Who here should meet those who come. */
  readonly matches?: (visit: VisitOnPage) => ReactNode;
}

/** /ties/…/visits/… */
export function VisitPage({ slots }: { readonly slots: VisitSlots }) {
  const { t } = useText();
  const { slug, id } = useParams({ from: '/ties/$slug/visits/$id' });
  const tie = useRead(tiesQueries.getTie.queryOptions({ input: { tie: slug } }));
  if (tie === undefined) return <Skeleton label={t('ties.visit')} lines={8} />;
  if (tie.slug !== slug) return <Navigate to="/ties/$slug/visits/$id" params={{ slug: tie.slug, id }} replace />;
  const exchange = tie.exchanges.find((one) => one.id === id && one.kind === 'visit');
  if (exchange !== undefined) return <Loaded tie={tie} exchange={exchange} slots={slots} />;
  return (
    <>
      <Title title={t('ties.visit')} crumb={<TieCrumb tie={tie} />} />
      <Empty heading={t('ties.exchange_not_found')}>{t('ties.no_visit_text')}</Empty>
    </>
  );
}

function TieCrumb({ tie }: { readonly tie: Tie }) {
  const { t } = useText();
  const naming = useNaming();
  const [first, second] = orderOf(tie);
  return (
    <Link to="/ties/$slug" params={{ slug: tie.slug }}>
      {t('ties.title_of', { first: naming(tie.cities[first].name), second: naming(tie.cities[second].name) })}
    </Link>
  );
}

interface LoadedProps extends Pick<VisitOnPage, 'tie' | 'exchange'> {
  readonly slots: VisitSlots;
}

function Loaded({ tie, exchange, slots }: LoadedProps) {
  const naming = useNaming();
  const visit = useRead(tiesQueries.getVisit.queryOptions({ input: { visitId: exchange.id } }));
  if (visit === undefined) return <Skeleton label={naming(exchange.title)} lines={8} />;
  const office = visit.mayEdit ? exchange.office : null;
  const on: VisitOnPage = { tie, exchange, visit, office };
  return (
    <article>
      <Title title={naming(exchange.title)} crumb={<TieCrumb tie={tie} />}>
        <Named text={exchange.title} />
      </Title>
      {tie.kept.length > 0 && (
        <p>
          <VisibilityMark visibility={exchange.visibility} />
        </p>
      )}
      <VisitFacts {...on} />
      {office !== null && <Acts tie={tie} exchange={exchange} office={office} />}
      {slots.acts?.(on)}
      {slots.outcomes?.(on)}
      <AgreedThere {...on} />
      <DelegationSection {...on} />
      <ItinerarySection {...on} />
      {slots.editions?.(on)}
      {slots.matches?.(on)}
    </article>
  );
}

function Acts({ tie, exchange, office }: Pick<VisitOnPage, 'tie' | 'exchange'> & { readonly office: string }) {
  const { t } = useText();
  const naming = useNaming();
  const [isEditing, setEditing] = useState(false);
  return (
    <div className="noprint spaced">
      <Buttons>
        <Button kind="text" aria-label={t('ties.edit_whom', { name: naming(exchange.title) })} onPress={() => setEditing(true)}>
          {t('ties.edit')}
        </Button>
        <Button kind="text" onPress={() => window.print()}>
          {t('ties.print_copy')}
        </Button>
      </Buttons>
      {isEditing && <ExchangeDialog tie={tie} office={office} exchange={exchange} onClose={() => setEditing(false)} />}
    </div>
  );
}
