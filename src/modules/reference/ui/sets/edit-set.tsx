// What is said of a set, changed.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Form } from '#design/fields/form.tsx';
import type { ReferenceSet } from '../places/answers.ts';
import { draftOf, factsOf, SetFields } from './set-fields.tsx';

export function EditSet({ set, onClose }: { readonly set: ReferenceSet; readonly onClose: () => void }) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const action = useAction();
  const [draft, setDraft] = useState(() => draftOf(set));
  const save = () =>
    void action.run(async () => {
      await api().reference.updateReferenceSet({ setId: set.id, ...factsOf(draft) }, { context: { ifMatch: set.version } });
      await queryClient.invalidateQueries({ queryKey: queries().reference.key() });
      onClose();
    });
  return (
    <Dialog open wide onClose={onClose} title={t('reference.edit_set')}>
      <Form {...formTrouble(action)} onSubmit={save}>
        <SetFields value={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
        <Buttons>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('reference.save')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}
