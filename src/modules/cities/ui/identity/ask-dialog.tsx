// A city's office says why it wants to keep its city's entry; who keeps it now is asked.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { TextareaField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useNaming } from '#design/named.tsx';
import type { City } from '../../contract.ts';
import { citiesApi, citiesQueries } from '../client.ts';

export function AskDialog({ city, office, onClose }: { readonly city: City; readonly office: string; readonly onClose: () => void }) {
  const { t } = useText();
  const naming = useNaming();
  const { keep, ...action } = useKeeping(citiesQueries.key());
  const [note, setNote] = useState('');
  const ask = () =>
    keep((context) => citiesApi.askAdoption({ cityId: city.id, office, note: filledLine(note) }, { context }), {
      said: t('cities.adoption_asked', { office: naming(city.steward.name) }),
      after: onClose,
    });
  return (
    <FormDialog
      title={t('cities.ask_adoption')}
      action={action}
      submit={t('cities.ask')}
      onSubmit={() => void ask()}
      onClose={onClose}
      above={<p>{t('cities.ask_adoption_text', { city: naming(city.name), office: naming(city.steward.name) })}</p>}
    >
      <TextareaField name="note" label={t('cities.adoption_note')} optional value={note} onChange={setNote} />
    </FormDialog>
  );
}
