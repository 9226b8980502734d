// Agreements with what they foresee, and how each side says it stands.
import { later } from '#design/notices/later.tsx';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Unknown, VisibilityMark } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Note, Section } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { Paper, SourceName } from '#modules/evidence/ui/said.tsx';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import { nearness } from '../../domain/endings.ts';
import { partiesInOrder } from '../../domain/naming.ts';
import type { Side } from '../../domain/tie.ts';
import { orderOf } from '../tie-order.ts';
import { ItemName } from './item-name.tsx';

const AgreementDialog = later(() => import('./agreement-dialog.tsx'), 'AgreementDialog');
const OurState = later(() => import('./our-state.tsx'), 'OurState');
const AgreementActs = later(() => import('./agreement-acts.tsx'), 'AgreementActs');

type Item = AgreementShown['items'][number];

interface TieAgreementsProps {
  readonly tie: Tie;
  readonly office: string | null;
}

export function TieAgreements({ tie, office }: TieAgreementsProps) {
  const { t } = useText();
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('ties.agreements')}
      id="agreements"
      {...(office === null
        ? {}
        : {
            aside: (
              <Button kind="text" onPress={() => setAdding(true)}>
                {t('ties.add_agreement')}
              </Button>
            ),
          })}
    >
      {tie.agreements.length === 0 && <Empty heading={t('ties.no_agreement')}>{t('ties.no_agreement_text')}</Empty>}
      {tie.agreements.map((agreement) => (
        <OneAgreement key={agreement.id} tie={tie} agreement={agreement} office={office} />
      ))}
      {adding && office !== null && <AgreementDialog tie={tie} office={office} agreement={null} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function OneAgreement({ tie, agreement, office }: TieAgreementsProps & { readonly agreement: AgreementShown }) {
  const { t } = useText();
  const formats = useFormats();
  const { source, document } = agreement;
  const parties = partiesInOrder(
    orderOf(tie).map((side) => tie.cities[side].id),
    agreement.parties,
  );
  const spelt = (date: AgreementShown['signedOn']): string => (date === null ? '' : formats.spelt(formats.flexDate(date, 'table')));
  const facts = [
    t(`ties.agreement_${agreement.kind}`),
    agreement.signedOn === null ? '' : t('ties.signed', { day: spelt(agreement.signedOn) }),
    agreement.validTo === null ? '' : t('ties.valid_to', { day: spelt(agreement.validTo) }),
    agreement.validTo !== null && nearness(agreement.validTo, tie.today) === 'late' ? t('ties.run_out') : '',
  ].filter((part) => part !== '');
  return (
    <div className="spaced">
      <h3>
        <Link to="/ties/$slug/agreements/$id" params={{ slug: tie.slug, id: agreement.id }}>
          <Named text={agreement.title} />
        </Link>{' '}
        {tie.kept.length > 0 && <VisibilityMark visibility={agreement.visibility} />}
      </h3>
      <Note>{facts.join(t('ties.comma'))}</Note>
      <Facts
        entries={[
          {
            term: t('ties.parties'),
            value:
              parties.length === 0 ? (
                <Unknown>{t('ties.no_parties')}</Unknown>
              ) : (
                parties.map(({ name }, at) => (
                  <Fragment key={at}>
                    {at > 0 && t('ties.between_names')}
                    {name === null ? t('ties.party_not_shared') : <Named text={name} quiet />}
                  </Fragment>
                ))
              ),
          },
          {
            term: t('evidence.printed'),
            value:
              source === null ? (
                <Unknown>{t('evidence.class_unknown')}</Unknown>
              ) : (
                <SourceName source={source} office={agreement.officeName} />
              ),
          },
          ...(document === null ? [] : [{ term: t('evidence.paper'), value: <Paper document={document} /> }]),
        ]}
      />
      {agreement.items.length > 0 && <Items tie={tie} agreement={agreement} office={office} />}
      {agreement.mayEdit && <AgreementActs tie={tie} agreement={agreement} />}
    </div>
  );
}

interface ItemsProps extends TieAgreementsProps {
  readonly agreement: AgreementShown;
}

function Items({ tie, agreement, office }: ItemsProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const [first, second] = orderOf(tie);
  const state = (item: Item, side: Side) => {
    const said = item.states[side];
    const owner = side === 'a' ? item.aOwner : item.bOwner;
    const isOurs = office !== null && tie.cities[side].officeId === office;
    return (
      <>
        {isOurs ? (
          <OurState item={item} said={said} office={office} />
        ) : said === null ? (
          <Unknown>{t('ties.not_stated')}</Unknown>
        ) : (
          t(`ties.item_${said}`)
        )}
        {owner !== null && <small>{owner}</small>}
      </>
    );
  };
  return (
    <DataTable
      caption={t('ties.items_of', { agreement: naming(agreement.title) })}
      rows={agreement.items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'text',
          head: t('ties.agreed_item'),
          naming: true,
          cell: (item) => <ItemName {...{ tie, agreement, item }} />,
        },
        { key: first, head: naming(tie.cities[first].name), cell: (item) => state(item, first) },
        { key: second, head: naming(tie.cities[second].name), cell: (item) => state(item, second) },
        {
          key: 'due',
          head: t('ties.due_by'),
          end: true,
          nowrap: true,
          cell: (item) =>
            item.due === null ? null : (
              <span className={isLate(item, tie.today) ? 'late' : undefined}>{formats.spelt(formats.flexDate(item.due, 'table'))}</span>
            ),
        },
      ]}
    />
  );
}

const isOpen = (state: Item['states']['a']): boolean => state === 'open';

/** Past its day while somebody calls it open, or nobody says anything; what one side calls done or dropped presses no longer. */
const isLate = ({ due, states }: Item, today: string): boolean =>
  due !== null && nearness(due, today) === 'late' && (isOpen(states.a) || isOpen(states.b) || (states.a === null && states.b === null));
