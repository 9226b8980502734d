// A new organisation on record of an office.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { useNaming } from '#design/named.tsx';
import { blankOrganisation, OrganisationFields, sentOf } from './organisation-form.tsx';
import { formTrouble, useAction } from '#client/use-action.ts';

export function NewOrganisation({ office, onClose }: { readonly office: string; readonly onClose: () => void }) {
  const { t } = useText();
  const naming = useNaming();
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(blankOrganisation);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const action = useAction();
  const add = () =>
    action.run(async () => {
      const made = await api().organisations.createOrganisation(
        { ...sentOf(draft), name: sentOf(draft).name ?? {}, office },
        { context: { idempotencyKey } },
      );
      await queryClient.invalidateQueries({ queryKey: queries().organisations.key() });
      toast({ text: t('organisations.added', { name: naming(made.name) }) });
      await navigate({ to: '/organisations/$id', params: { id: made.id } });
    });
  return (
    <Dialog open onClose={onClose} title={t('organisations.add')} wide>
      <KeepTyped>
        <Form {...formTrouble(action)} onSubmit={() => void add()}>
          <OrganisationFields draft={draft} onChange={setDraft} />
          <p className="note">{t('organisations.private_first')}</p>
          <Buttons>
            <Button kind="go" type="submit" busy={action.busy}>
              {t('organisations.save')}
            </Button>
            <Button kind="text" onPress={onClose}>
              {t('design.cancel')}
            </Button>
          </Buttons>
        </Form>
      </KeepTyped>
    </Dialog>
  );
}
