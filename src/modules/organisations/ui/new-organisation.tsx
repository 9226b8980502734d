// A new organisation on record of an office.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useNaming } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import { organisationsApi, organisationsQueries } from './client.ts';
import { draftOf, OrganisationFields, sentOf } from './organisation-form.tsx';

export function NewOrganisation({ office, onClose }: { readonly office: string; readonly onClose: () => void }) {
  const { t } = useText();
  const naming = useNaming();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => draftOf(null));
  const { keep, ...action } = useKeeping(organisationsQueries.key());
  const add = () =>
    void keep((context) => organisationsApi.createOrganisation({ ...sentOf(draft), office }, { context }), {
      said: ({ name }) => t('organisations.added', { name: naming(name) }),
      after: ({ id }) => navigate({ to: '/organisations/$id', params: { id } }),
    });
  return (
    <FormDialog
      wide
      keepTyped
      title={t('organisations.add')}
      action={action}
      submit={t('organisations.save')}
      onSubmit={add}
      onClose={onClose}
    >
      <OrganisationFields draft={draft} onChange={setDraft} />
      <Note>{t('organisations.private_first')}</Note>
    </FormDialog>
  );
}
