// A person in a post: the least that serves, why the name is kept, and until when; erased, the dates stay.
import { writing } from '#kernel/language.ts';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { TextAction } from '#design/button.tsx';
import { DateField, type TypedDate } from '#design/fields/date-field.tsx';
import { CheckField, Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { Note } from '#design/page.tsx';
import type { CarrierShown, HolderShown } from '../../contract/carriers.ts';
import { holdersOn } from '../../domain/carriers.ts';
import { yearsLater } from '../../domain/years.ts';
import { tiesApi } from '../client.ts';
import { EntryDialog } from '../entry-dialog.tsx';
import { useTypedDate } from '../typed-date.ts';

interface HolderDialogProps {
  readonly carrier: CarrierShown;
  readonly office: string;
  /** null for a new one. */
  readonly holder: HolderShown | null;
  readonly today: string;
  readonly onClose: () => void;
}

const orders = ['given_first', 'surname_first'] as const;

interface Draft {
  readonly surname: string;
  readonly givenName: string;
  readonly nameOrder: (typeof orders)[number];
  readonly reason: string;
  readonly keepUntil: string;
  readonly starts: TypedDate;
  readonly ends: TypedDate;
}

export function HolderDialog({ carrier, office, holder, today, onClose }: HolderDialogProps) {
  const { t, language } = useText();
  const typed = useTypedDate();
  const person = holder?.person;
  const [draft, setDraft] = useState<Draft>({
    ...{ surname: person?.surname ?? '', givenName: person?.givenName ?? '' },
    nameOrder: person?.nameOrder ?? writing[language].nameOrder,
    ...{ reason: person?.reason ?? t('ties.reason_usual'), keepUntil: person?.keepUntil ?? yearsLater(today, 2) },
    ...{ starts: typed(holder?.starts ?? null), ends: typed(holder?.ends ?? null) },
  });
  const [endsEarlier, setEndsEarlier] = useState(true);
  const [isErasing, setErasing] = useState(false);
  const field = bind(draft, setDraft);
  const earlier = holdersOn(carrier.holders, today).now.filter(({ ends }) => ends === null);
  const sent = { ...draft, starts: draft.starts.date, ends: draft.ends.date };
  const save = (idempotencyKey: string) => {
    if (holder === null) return tiesApi.addHolder({ ...sent, carrierId: carrier.id, office, endsEarlier }, { context: { idempotencyKey } });
    const guard = { context: { ifMatch: holder.version } };
    return isErasing
      ? tiesApi.eraseHolder({ holderId: holder.id, confirmed: ['ties.name_is_erased'] }, guard)
      : tiesApi.updateHolder({ ...sent, holderId: holder.id }, guard);
  };
  return (
    <EntryDialog
      title={t(holder === null ? 'ties.add_holder' : isErasing ? 'ties.erase_holder' : 'ties.edit_holder')}
      onSave={save}
      onClose={onClose}
    >
      {isErasing ? (
        <>
          <Note>{t('ties.erase_note')}</Note>
          <p>
            <TextAction onPress={() => setErasing(false)}>{t('ties.erase_not')}</TextAction>
          </p>
        </>
      ) : (
        <>
          <Fields>
            <TextField {...field('surname')} label={t('ties.surname')} />
            <TextField {...field('givenName')} label={t('ties.given_name')} optional />
            <SelectField
              {...field('nameOrder')}
              label={t('ties.name_order')}
              options={orders.map((order) => ({ value: order, text: t(`ties.order_${order}`) }))}
            />
          </Fields>
          <DateField {...field('starts')} label={t('ties.holder_from')} optional />
          {holder === null && earlier.length > 0 && (
            <CheckField name="endsEarlier" label={t('ties.ends_earlier')} checked={endsEarlier} onChange={setEndsEarlier} />
          )}
          <DateField {...field('ends')} label={t('ties.holder_to')} optional />
          <Fields>
            <TextField {...field('reason')} label={t('ties.keep_reason')} />
            <TextField {...field('keepUntil')} type="date" label={t('ties.keep_until')} hint={t('ties.keep_until_hint')} />
          </Fields>
          <Note>
            {t('ties.holder_note')} {holder !== null && <TextAction onPress={() => setErasing(true)}>{t('ties.erase_holder')}</TextAction>}
          </Note>
        </>
      )}
    </EntryDialog>
  );
}
