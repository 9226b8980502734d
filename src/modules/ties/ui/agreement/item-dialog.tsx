// One thing an agreement foresees: what, by when, and who sees to it on each side.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { DateField, type TypedDate } from '#design/fields/date-field.tsx';
import { bind } from '#design/fields/bind.ts';
import { Fields, OptionalSelect, TextField } from '#design/fields/field.tsx';
import { filledLine, filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import { domains, type Domain } from '#modules/cities/domain/profile/domains.ts';
import { tiesApi } from '../client.ts';
import { EntryDialog } from '../entry-dialog.tsx';
import { orderOf } from '../tie-order.ts';
import { useTypedDate } from '../typed-date.ts';

interface Draft {
  readonly text: MultilingualText;
  readonly domain: Domain | null;
  readonly owners: { readonly a: string; readonly b: string };
  readonly due: TypedDate;
}

interface ItemDialogProps {
  readonly tie: Tie;
  readonly agreementId: string;
  /** null for a new one. */
  readonly item: AgreementShown['items'][number] | null;
  /** What is filled in of a new one. */
  readonly first?: Pick<Draft, 'text' | 'domain'>;
  readonly onClose: () => void;
}

const draftOf = (typed: ReturnType<typeof useTypedDate>, item: ItemDialogProps['item']): Draft => ({
  ...{ text: item?.text ?? {}, domain: item?.domain ?? null },
  ...{ owners: { a: item?.aOwner ?? '', b: item?.bOwner ?? '' }, due: typed(item?.due ?? null) },
});

export function ItemDialog({ tie, agreementId, item, first, onClose }: ItemDialogProps) {
  const { t } = useText();
  const naming = useNaming();
  const typed = useTypedDate();
  const [draft, setDraft] = useState(() => ({ ...draftOf(typed, item), ...first }));
  const { text, domain, owners, due } = draft;
  const field = bind(draft, setDraft);
  const save = (idempotencyKey: string) => {
    const sent = { text: filledText(text) ?? {}, domain, aOwner: filledLine(owners.a), bOwner: filledLine(owners.b), due: due.date };
    return item === null
      ? tiesApi.addAgreedItem({ ...sent, agreementId }, { context: { idempotencyKey } })
      : tiesApi.updateAgreedItem({ ...sent, itemId: item.id }, { context: { ifMatch: item.version } });
  };
  return (
    <EntryDialog
      title={t(item === null ? 'ties.add_item' : 'ties.edit_item')}
      onSave={save}
      onClose={onClose}
      versions={item === null ? undefined : { typed: draft, standing: draftOf(typed, item), onShow: setDraft }}
    >
      <MultilingualField {...field('text')} label={t('ties.agreed_item')} />
      <Fields>
        <OptionalSelect
          {...field('domain')}
          label={t('ties.domain')}
          none={t('ties.not_stated')}
          options={domains.map((known) => ({ value: known, text: t(`cities.domain_${known}`) }))}
        />
        <DateField {...field('due')} label={t('ties.due_by')} optional />
      </Fields>
      <Fields>
        {orderOf(tie).map((side) => (
          <TextField
            key={side}
            name={`${side}Owner`}
            label={t('ties.who_sees_to_it', { city: naming(tie.cities[side].name) })}
            optional
            maxLength={200}
            value={owners[side]}
            onChange={(owner) => setDraft({ ...draft, owners: { ...owners, [side]: owner } })}
          />
        ))}
      </Fields>
    </EntryDialog>
  );
}
