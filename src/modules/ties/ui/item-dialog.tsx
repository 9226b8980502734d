// One thing an agreement foresees: what, by when, and who sees to it on each side.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { DateField, isDoubtful, noDate } from '#design/date-field.tsx';
import { Dialog } from '#design/dialog.tsx';
import { Fields, SelectField, TextField } from '#design/field.tsx';
import { Form } from '#design/form.tsx';
import { filledText, MultilingualField } from '#design/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import type { AgreementShown, Tie } from '../contract/shapes.ts';
import { domains, type Domain } from '../domain/happenings.ts';
import { orderOf } from './tie-order.ts';

interface ItemDialogProps {
  readonly tie: Tie;
  readonly agreementId: string;
  /** null for a new one. */
  readonly item: AgreementShown['items'][number] | null;
  readonly onClose: () => void;
}

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export function ItemDialog({ tie, agreementId, item, onClose }: ItemDialogProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const queryClient = useQueryClient();
  const action = useAction();
  const [text, setText] = useState<MultilingualText>(item?.text ?? {});
  const [domain, setDomain] = useState<Domain | null>(item?.domain ?? null);
  const [owners, setOwners] = useState({ a: item?.aOwner ?? '', b: item?.bOwner ?? '' });
  const [due, setDue] = useState(item?.due == null ? noDate : { typed: formats.spelt(formats.flexDate(item.due)), date: item.due });
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const save = () =>
    void action.run(async () => {
      const sent = { text: filledText(text) ?? {}, domain, aOwner: filled(owners.a), bOwner: filled(owners.b), due: due.date };
      if (item === null) await api().ties.addAgreedItem({ ...sent, agreementId }, { context: { idempotencyKey } });
      else await api().ties.updateAgreedItem({ ...sent, itemId: item.id }, { context: { ifMatch: item.version } });
      await queryClient.invalidateQueries({ queryKey: queries().ties.key() });
      onClose();
    });
  return (
    <Dialog open wide onClose={onClose} title={t(item === null ? 'ties.add_item' : 'ties.edit_item')}>
      <Form {...formTrouble(action)} onSubmit={save}>
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
        <Buttons>
          {!isDoubtful(due) && (
            <Button kind="go" type="submit" busy={action.busy}>
              {t('ties.save')}
            </Button>
          )}
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}
