// One thing an agreement foresees: what, by when, and who sees to it on each side.
import { useState } from 'react';
import { api } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { DateField, isDoubtful } from '#design/date-field.tsx';
import { Fields, SelectField, TextField } from '#design/field.tsx';
import { filledText, MultilingualField } from '#design/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import type { AgreementShown, Tie } from '../contract/shapes.ts';
import { domains, type Domain } from '../domain/happenings.ts';
import { EntryDialog, filled } from './entry-dialog.tsx';
import { orderOf } from './tie-order.ts';
import { useTypedDate } from './typed-date.ts';

interface ItemDialogProps {
  readonly tie: Tie;
  readonly agreementId: string;
  /** null for a new one. */
  readonly item: AgreementShown['items'][number] | null;
  readonly onClose: () => void;
}

export function ItemDialog({ tie, agreementId, item, onClose }: ItemDialogProps) {
  const { t } = useText();
  const naming = useNaming();
  const typed = useTypedDate();
  const [text, setText] = useState<MultilingualText>(item?.text ?? {});
  const [domain, setDomain] = useState<Domain | null>(item?.domain ?? null);
  const [owners, setOwners] = useState({ a: item?.aOwner ?? '', b: item?.bOwner ?? '' });
  const [due, setDue] = useState(() => typed(item?.due ?? null));
  const save = (idempotencyKey: string) => {
    const sent = { text: filledText(text) ?? {}, domain, aOwner: filled(owners.a), bOwner: filled(owners.b), due: due.date };
    return item === null
      ? api().ties.addAgreedItem({ ...sent, agreementId }, { context: { idempotencyKey } })
      : api().ties.updateAgreedItem({ ...sent, itemId: item.id }, { context: { ifMatch: item.version } });
  };
  return (
    <EntryDialog title={t(item === null ? 'ties.add_item' : 'ties.edit_item')} doubtful={isDoubtful(due)} onSave={save} onClose={onClose}>
      <MultilingualField name="text" label={t('ties.agreed_item')} value={text} onChange={setText} />
      <Fields>
        <SelectField
          name="domain"
          label={t('ties.domain')}
          value={domain ?? ''}
          onChange={(chosen) => setDomain(domains.find((known) => known === chosen) ?? null)}
          options={[
            { value: '', text: t('ties.not_stated') },
            ...domains.map((known) => ({ value: known, text: t(`cities.domain_${known}`) })),
          ]}
        />
        <DateField name="due" label={t('ties.due_by')} optional value={due} onChange={setDue} />
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
            onChange={(owner) => setOwners({ ...owners, [side]: owner })}
          />
        ))}
      </Fields>
    </EntryDialog>
  );
}
