// Correcting what is said of an organisation.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { Unknown } from '#design/marks.tsx';
import { useToast } from '#design/notices/toast.tsx';
import type { Organisation } from '../contract.ts';
import { useNaming } from '#design/named.tsx';
import { draftOf, OrganisationFields, sentOf, type OrganisationDraft } from './organisation-form.tsx';
import { TwoValues } from '#design/fields/two-values.tsx';
import { formTrouble } from '#client/use-action.ts';
import { useGuardedSave, type FieldWords } from '#client/use-guarded-save.ts';

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
    { key: 'city', label: t('organisations.city'), show: ({ city }) => (city === '' ? <Unknown /> : city) },
    { key: 'website', label: t('organisations.website'), show: ({ website }) => (website === '' ? <Unknown /> : website) },
  ];
}

export function EditOrganisation({ organisation, onClose }: { readonly organisation: Organisation; readonly onClose: () => void }) {
  const { t } = useText();
  const naming = useNaming();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [seen] = useState({ version: organisation.version, fields: draftOf(organisation) });
  const [draft, setDraft] = useState(seen.fields);
  const organisationId = organisation.id;
  const refresh = () => queryClient.invalidateQueries({ queryKey: queries().organisations.key() });
  const guarded = useGuardedSave<OrganisationDraft, Organisation>({
    words: useWords(),
    read: async () => {
      const now = await api().organisations.getOrganisation({ organisationId });
      return { version: now.version, fields: draftOf(now) };
    },
    write: async (changes, version) => {
      const saved = await api().organisations.updateOrganisation({ ...sentOf(changes), organisationId }, { context: { ifMatch: version } });
      await refresh();
      return saved;
    },
    onSaved: (saved, undo) => {
      onClose();
      if (saved !== null && undo !== null) toast({ text: t('organisations.saved', { name: naming(saved.name) }), undo });
    },
  });
  return (
    <>
      <Dialog open onClose={onClose} title={t('organisations.edit')} wide>
        <KeepTyped>
          <Form {...formTrouble(guarded)} onSubmit={() => guarded.save(seen, draft)}>
            <OrganisationFields draft={draft} onChange={setDraft} />
            <Buttons>
              <Button kind="go" type="submit" busy={guarded.busy}>
                {t('organisations.save')}
              </Button>
              <Button kind="text" onPress={onClose}>
                {t('design.cancel')}
              </Button>
            </Buttons>
          </Form>
        </KeepTyped>
      </Dialog>
      <TwoValues clash={guarded.clash} />
    </>
  );
}
