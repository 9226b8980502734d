// An agreement on a page of its own: how it was signed, the frame it belongs to, and what became of it item by item; printed as a copy
// that names the reader's own side first.
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { later } from '#design/notices/later.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import { cycleOf } from '../../domain/memoranda.ts';
import { tiesQueries } from '../client.ts';
import { AgreementCycle } from './agreement-cycle.tsx';
import { AgreementFacts } from './agreement-facts.tsx';
import { ItemsInFull } from './agreement-items.tsx';
import { orderOf } from '../tie-order.ts';

const AgreementDialog = later(() => import('./agreement-dialog.tsx'), 'AgreementDialog');
const ItemDialog = later(() => import('./item-dialog.tsx'), 'ItemDialog');
const TakeOver = later(() => import('./take-over.tsx'), 'TakeOver');

/** /ties/…/agreements/… */
export function AgreementPage() {
  const { t } = useText();
  const { slug, id } = useParams({ from: '/ties/$slug/agreements/$id' });
  const [withdrawn, setWithdrawn] = useState<string | null>(null);
  const data = useRead(tiesQueries.getTie.queryOptions({ input: { tie: slug } }));
  if (data === undefined) return <Skeleton label={t('ties.agreements')} lines={8} />;
  if (data.slug !== slug) return <Navigate to="/ties/$slug/agreements/$id" params={{ slug: data.slug, id }} replace />;
  const agreement = data.agreements.find((known) => known.id === id);
  if (agreement !== undefined) return <Shown tie={data} agreement={agreement} onWithdrawn={() => setWithdrawn(id)} />;
  return withdrawn === id ? <Navigate to="/ties/$slug" params={{ slug }} replace /> : <Unseen tie={data} />;
}

function TieCrumb({ tie }: { readonly tie: Tie }) {
  const { t } = useText();
  const naming = useNaming();
  const [first, second] = orderOf(tie);
  return (
    <>
      <Link to="/ties/$slug" params={{ slug: tie.slug }}>
        {t('ties.title_of', { first: naming(tie.cities[first].name), second: naming(tie.cities[second].name) })}
      </Link>{' '}
      &ensp;
      {tie.ownSide === null ? t('ties.neutral_copy') : t('ties.copy_of', { city: naming(tie.cities[tie.ownSide].name) })}
    </>
  );
}

function Unseen({ tie }: { readonly tie: Tie }) {
  const { t } = useText();
  return (
    <>
      <Title title={t('ties.agreements')} crumb={<TieCrumb tie={tie} />} />
      <Empty heading={t('ties.agreement_not_found')}>{t('ties.no_agreement_text')}</Empty>
    </>
  );
}

interface ShownProps {
  readonly tie: Tie;
  readonly agreement: AgreementShown;
  readonly onWithdrawn: () => void;
}

function Shown({ tie, agreement, onWithdrawn }: ShownProps) {
  const { t } = useText();
  const naming = useNaming();
  const kept = tie.kept.find(({ mayEdit }) => mayEdit);
  const cycle = cycleOf(tie.agreements, agreement.id);
  const office = kept?.office ?? null;
  return (
    <article>
      <Title title={naming(agreement.title)} crumb={<TieCrumb tie={tie} />}>
        <Named text={agreement.title} />
      </Title>
      {tie.kept.length > 0 && (
        <p>
          <VisibilityMark visibility={agreement.visibility} />
        </p>
      )}
      <AgreementFacts tie={tie} agreement={agreement} />
      {agreement.mayEdit && <Acts tie={tie} agreement={agreement} onWithdrawn={onWithdrawn} />}
      {agreement.mayEdit && agreement.followsId !== null && <TakeOver tie={tie} agreement={agreement} />}
      <Section title={t('ties.what_became')} aside={t('ties.what_became_note')}>
        {agreement.items.length === 0 ? (
          <Empty heading={t('ties.no_items')}>{t('ties.no_items_text')}</Empty>
        ) : (
          <ItemsInFull tie={tie} agreement={agreement} office={office} />
        )}
      </Section>
      {cycle.length > 1 && <AgreementCycle tie={tie} cycle={cycle} current={agreement.id} />}
    </article>
  );
}

type Doing = 'edit' | 'item' | 'next' | null;

function Acts({ tie, agreement, onWithdrawn }: ShownProps) {
  const { t } = useText();
  const naming = useNaming();
  const [doing, setDoing] = useState<Doing>(null);
  const stop = () => setDoing(null);
  // What is made next belongs to the frame this one belongs to, or to this one where it is a frame itself.
  const isFrame = agreement.kind === 'charter' && agreement.frameId === null;
  const begin = isFrame ? { frameId: agreement.id, followsId: null } : { frameId: agreement.frameId, followsId: agreement.id };
  return (
    <div className="noprint spaced">
      <Buttons>
        <Button onPress={() => setDoing('next')}>{t(isFrame ? 'ties.begin_under' : 'ties.begin_next')}</Button>
        <Button kind="text" onPress={() => setDoing('item')}>
          {t('ties.add_item')}
        </Button>
        <Button kind="text" aria-label={t('ties.edit_whom', { name: naming(agreement.title) })} onPress={() => setDoing('edit')}>
          {t('ties.edit')}
        </Button>
        <Button kind="text" onPress={() => window.print()}>
          {t('ties.print_copy')}
        </Button>
      </Buttons>
      {doing === 'edit' && <AgreementDialog {...{ tie, agreement, onWithdrawn }} office={agreement.office} onClose={stop} />}
      {doing === 'next' && <AgreementDialog tie={tie} office={agreement.office} agreement={null} begin={begin} onClose={stop} />}
      {doing === 'item' && <ItemDialog tie={tie} agreement={agreement} item={null} onClose={stop} />}
    </div>
  );
}
