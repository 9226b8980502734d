// Agreements with what they foresee, and how each side says it stands.
import { later } from '#design/later.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Ledger } from '#design/ledger.tsx';
import { Unknown, VisibilityMark } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Empty, Notice } from '#design/notice.tsx';
import { Note, Section } from '#design/page.tsx';
import type { AgreementShown, Tie } from '../contract/shapes.ts';
import { nearness } from '../domain/endings.ts';
import { itemStates, type ItemState } from '../domain/happenings.ts';
import type { Side } from '../domain/tie.ts';
import { orderOf } from './tie-order.ts';

const AgreementDialog = later(() => import('./agreement-dialog.tsx'), 'AgreementDialog');
const ItemDialog = later(() => import('./item-dialog.tsx'), 'ItemDialog');

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
  const naming = useNaming();
  const [editing, setEditing] = useState<'agreement' | 'new item' | Item | null>(null);
  const spelt = (date: AgreementShown['signedOn']): string => (date === null ? '' : formats.spelt(formats.flexDate(date, 'table')));
  const parties = agreement.parties.map(({ name }) => (name === null ? t('ties.party_not_shared') : naming(name)));
  const facts = [
    t(`ties.agreement_${agreement.kind}`),
    agreement.signedOn === null ? '' : t('ties.signed', { day: spelt(agreement.signedOn) }),
    agreement.validTo === null ? '' : t('ties.valid_to', { day: spelt(agreement.validTo) }),
    parties.length === 0 ? t('ties.no_parties') : t('ties.parties_are', { parties: formats.list(parties) }),
  ].filter((part) => part !== '');
  return (
    <div className="spaced">
      <h3>
        <Named text={agreement.title} /> {tie.kept.length > 0 && <VisibilityMark visibility={agreement.visibility} />}
      </h3>
      <Note>{facts.join(t('ties.comma'))}</Note>
      {agreement.items.length > 0 && <Items tie={tie} agreement={agreement} office={office} onEdit={setEditing} />}
      {agreement.mayEdit && (
        <div className="noprint">
          <Buttons>
            <Button kind="text" onPress={() => setEditing('new item')}>
              {t('ties.add_item')}
            </Button>
            <Button kind="text" onPress={() => setEditing('agreement')}>
              {t('ties.edit')}
            </Button>
          </Buttons>
        </div>
      )}
      {editing === 'agreement' && (
        <AgreementDialog tie={tie} office={agreement.office} agreement={agreement} onClose={() => setEditing(null)} />
      )}
      {editing === 'new item' && <ItemDialog tie={tie} agreementId={agreement.id} item={null} onClose={() => setEditing(null)} />}
      {editing !== null && typeof editing !== 'string' && (
        <ItemDialog tie={tie} agreementId={agreement.id} item={editing} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}

interface ItemsProps extends TieAgreementsProps {
  readonly agreement: AgreementShown;
  readonly onEdit: (item: Item) => void;
}

function Items({ tie, agreement, office, onEdit }: ItemsProps) {
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
    <Ledger
      caption={t('ties.items_of', { agreement: naming(agreement.title) })}
      rows={agreement.items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'text',
          head: t('ties.agreed_item'),
          naming: true,
          cell: (item) =>
            agreement.mayEdit ? (
              <button type="button" className="linkish" onClick={() => onEdit(item)}>
                <Named text={item.text} quiet />
              </button>
            ) : (
              <Named text={item.text} quiet />
            ),
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

const isLate = ({ due, states }: Item, today: string): boolean =>
  due !== null && nearness(due, today) === 'late' && [states.a, states.b].some((state) => state === null || state === 'open');

/** Our side's word on an item, changed in place. */
function OurState({ item, said, office }: { readonly item: Item; readonly said: ItemState | null; readonly office: string }) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const action = useAction();
  const id = `state-of-${item.id}`;
  const say = (state: ItemState) =>
    void action.run(async () => {
      await api().ties.sayItemState({ itemId: item.id, office, state });
      await queryClient.invalidateQueries({ queryKey: queries().ties.key() });
    });
  return (
    <>
      <label className="hidden" htmlFor={id}>
        {t('ties.our_word')}
      </label>
      <select
        id={id}
        className="in"
        value={said ?? ''}
        aria-busy={action.busy || undefined}
        onChange={(event) => {
          const state = itemStates.find((one) => one === event.target.value);
          if (state !== undefined) say(state);
        }}
      >
        <option value="">{t('ties.not_stated')}</option>
        {itemStates.map((state) => (
          <option key={state} value={state}>
            {t(`ties.item_${state}`)}
          </option>
        ))}
      </select>
      {action.trouble !== null && (
        <Notice kind="refused" live>
          {action.trouble.message}
        </Notice>
      )}
    </>
  );
}
