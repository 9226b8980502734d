// Correcting what is said of an organisation.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import type { FieldWords } from '#design/fields/two-values.tsx';
import { changedOf, useVersioned } from '#design/fields/use-versioned.ts';
import { Unknown } from '#design/marks.tsx';
import { AsWritten, useNaming } from '#design/named.tsx';
import type { Organisation } from '../contract.ts';
import { organisationsApi, organisationsQueries } from './client.ts';
import { draftOf, OrganisationFields, sentOf, type OrganisationDraft } from './organisation-form.tsx';

function useWords(): readonly FieldWords<OrganisationDraft>[] {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  return [
    { key: 'kind', label: t('organisations.kind'), show: ({ kind }) => t(`organisations.kind_${kind}`) },
    { key: 'name', label: t('organisations.name'), show: ({ name }) => naming(name) },
    {
      key: 'country',
      label: t('organisations.country'),
      show: ({ country }) => (country === '' ? <Unknown /> : formats.countryName(country)),
    },
    { key: 'city', label: t('organisations.city'), show: ({ city }) => (city === '' ? <Unknown /> : <AsWritten text={city} />) },
    { key: 'website', label: t('organisations.website'), show: ({ website }) => (website === '' ? <Unknown /> : website) },
  ];
}

export function EditOrganisation({ organisation, onClose }: { readonly organisation: Organisation; readonly onClose: () => void }) {
  const { t } = useText();
  const naming = useNaming();
  const organisationId = organisation.id;
  const form = useVersioned<Organisation, OrganisationDraft>({
    queryKey: organisationsQueries.key(),
    thing: organisation,
    draftOf,
    words: useWords(),
    read: () => organisationsApi.getOrganisation({ organisationId }),
    write: (changes, context, mine) =>
      organisationsApi.updateOrganisation({ ...changedOf(sentOf(mine), changes), organisationId }, { context }),
    said: ({ name }) => t('organisations.saved', { name: naming(name) }),
    onKept: onClose,
  });
  return (
    <FormDialog
      wide
      keepTyped
      title={t('organisations.edit')}
      action={form}
      submit={t('organisations.save')}
      onSubmit={() => form.save()}
      onClose={onClose}
    >
      <OrganisationFields draft={form.draft} onChange={form.setDraft} />
    </FormDialog>
  );
}
