// Saying when a person left the post; the entry stays with its dates.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { dayOf, ownZone } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { useToast } from '#design/notices/toast.tsx';
import type { Contact } from '../contract.ts';
import { formTrouble, useAction } from '#client/use-action.ts';

export function EndContact({ contact, onClose }: { readonly contact: Contact; readonly onClose: () => void }) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const [toDate, setToDate] = useState(() => dayOf(Date.now(), ownZone()));
  const { id: contactId, organisationId, version } = contact;
  const end = () =>
    action.run(async () => {
      await api().organisations.endContact({ contactId, organisationId, toDate }, { context: { ifMatch: version } });
      await queryClient.invalidateQueries({ queryKey: queries().organisations.key() });
      onClose();
      toast({ text: t('organisations.contact_ended') });
    });
  return (
    <Dialog open onClose={onClose} title={t('organisations.end_contact')}>
      <Form {...formTrouble(action)} onSubmit={() => void end()}>
        <p>{t('organisations.end_contact_text')}</p>
        <TextField name="toDate" type="date" label={t('organisations.to_date')} value={toDate} onChange={setToDate} />
        <Buttons>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('organisations.save')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}
