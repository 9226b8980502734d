// Saying when a person left the post; the entry stays with its dates.
import { useState } from 'react';
import { dayOf, ownZone } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import type { Contact } from '../contract.ts';
import { organisationsApi, organisationsQueries } from './client.ts';

export function EndContact({ contact, onClose }: { readonly contact: Contact; readonly onClose: () => void }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(organisationsQueries.key());
  const [toDate, setToDate] = useState(() => dayOf(Date.now(), ownZone()));
  const { id: contactId, organisationId, version: ifMatch } = contact;
  const set = (day: string | null, version: number) =>
    organisationsApi.endContact({ contactId, organisationId, toDate: day }, { context: { ifMatch: version } });
  const end = () =>
    void keep(() => set(toDate, ifMatch), {
      said: t('organisations.contact_ended'),
      undo: ({ version }) => set(contact.toDate, version),
      after: onClose,
    });
  return (
    <FormDialog title={t('organisations.end_contact')} action={action} submit={t('organisations.save')} onSubmit={end} onClose={onClose}>
      <p>{t('organisations.end_contact_text')}</p>
      <TextField name="toDate" type="date" label={t('organisations.to_date')} value={toDate} onChange={setToDate} />
    </FormDialog>
  );
}
