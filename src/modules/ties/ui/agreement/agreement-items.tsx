// What became of an agreement item by item: what each side says, what proves it, and where it goes on.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { later } from '#design/notices/later.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import { Paper, SourceName } from '#modules/evidence/ui/said.tsx';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import { nearness } from '../../domain/endings.ts';
import { isSettled } from '../../domain/memoranda.ts';
import type { Side } from '../../domain/tie.ts';
import { useBecameCounts } from './became-counts.ts';
import { ItemName } from './item-name.tsx';
import { orderOf } from '../tie-order.ts';

const StateDialog = later(() => import('./state-dialog.tsx'), 'StateDialog');

type Item = AgreementShown['items'][number];

interface ItemsInFullProps {
  readonly tie: Tie;
  readonly agreement: AgreementShown;
  /** The office that enters here; null for whoever only reads. */
  readonly office: string | null;
}

export function ItemsInFull({ tie, agreement, office }: ItemsInFullProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const counted = useBecameCounts();
  const [saying, setSaying] = useState<Item | null>(null);
  const [first, second] = orderOf(tie);
  const ours = office === null ? null : ([first, second].find((side) => tie.cities[side].officeId === office) ?? null);
  const taken = new Set(tie.agreements.flatMap(({ items }) => items.flatMap(({ carriedFrom }) => carriedFrom ?? [])));
  const goOn = agreement.items.some(({ id, carriedFrom }) => carriedFrom !== null || taken.has(id));
  const sideColumn = (side: Side) => ({
    key: side,
    head: naming(tie.cities[side].name),
    cell: (item: Item) => <StateOf item={item} side={side} onSay={side === ours ? () => setSaying(item) : undefined} />,
  });
  return (
    <>
      <Note>{counted(agreement.items)}</Note>
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
          sideColumn(first),
          sideColumn(second),
          { key: 'evidence', head: t('ties.evidence_column'), cell: (item) => <EvidenceOf tie={tie} item={item} /> },
          ...(goOn ? [{ key: 'carried', head: t('ties.carried_column'), cell: (item: Item) => <Carried tie={tie} item={item} /> }] : []),
          {
            key: 'due',
            head: t('ties.due_by'),
            end: true,
            nowrap: true,
            cell: ({ due, states }) =>
              due === null ? null : (
                <span className={nearness(due, tie.today) === 'late' && !isSettled(states) ? 'late' : undefined}>
                  {formats.spelt(formats.flexDate(due, 'table'))}
                </span>
              ),
          },
        ]}
      />
      {saying !== null && office !== null && ours !== null && (
        <StateDialog {...{ tie, office }} side={ours} item={saying} onClose={() => setSaying(null)} />
      )}
    </>
  );
}

function StateOf({ item, side, onSay }: { readonly item: Item; readonly side: Side; readonly onSay: (() => void) | undefined }) {
  const { t } = useText();
  const said = item.states[side];
  const owner = side === 'a' ? item.aOwner : item.bOwner;
  const words = said === null ? <Unknown>{t('ties.not_stated')}</Unknown> : t(`ties.item_${said}`);
  return (
    <>
      {onSay === undefined ? words : <TextAction onPress={onSay}>{words}</TextAction>}
      {owner !== null && <small>{owner}</small>}
    </>
  );
}

/** What each side shows for its word, in the order of the sides. */
function EvidenceOf({ tie, item }: { readonly tie: Tie; readonly item: Item }) {
  const { t } = useText();
  const naming = useNaming();
  const given = orderOf(tie).flatMap((side) => {
    const proof = item.evidence[side];
    return proof === null || (proof.source === null && proof.document === null) ? [] : [{ side, ...proof }];
  });
  if (given.length === 0) return <Unknown>{t('ties.none_entered')}</Unknown>;
  return given.map(({ side, source, document }) => (
    <div key={side}>
      {t('ties.evidence_of', { city: naming(tie.cities[side].name) })}
      {source !== null && <SourceName source={source} />} {document !== null && <Paper document={document} />}
    </div>
  ));
}

/** The agreements before and after in which the item stands. */
function Carried({ tie, item }: { readonly tie: Tie; readonly item: Item }) {
  const { t } = useText();
  const holding = (isIt: (other: Item) => boolean) => tie.agreements.filter(({ items }) => items.some(isIt));
  const from = item.carriedFrom === null ? [] : holding(({ id }) => id === item.carriedFrom);
  const into = holding(({ carriedFrom }) => carriedFrom === item.id);
  const link = (agreement: AgreementShown, words: string) => (
    <div key={agreement.id}>
      {words}{' '}
      <Link to="/ties/$slug/agreements/$id" params={{ slug: tie.slug, id: agreement.id }}>
        <Named text={agreement.title} quiet />
      </Link>
    </div>
  );
  return [...from.map((one) => link(one, t('ties.carried_from'))), ...into.map((one) => link(one, t('ties.carried_into')))];
}
