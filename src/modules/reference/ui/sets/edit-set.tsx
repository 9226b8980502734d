// What is said of a set, changed.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { referenceApi, referenceQueries } from '../client.ts';
import type { ReferenceSet } from '../places/answers.ts';
import { draftOf, factsOf, SetFields } from './set-fields.tsx';

export function EditSet({ set, onClose }: { readonly set: ReferenceSet; readonly onClose: () => void }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(referenceQueries.key());
  const [draft, setDraft] = useState(() => draftOf(set));
  const save = () =>
    void keep(() => referenceApi.updateReferenceSet({ setId: set.id, ...factsOf(draft) }, { context: { ifMatch: set.version } }), {
      after: onClose,
    });
  return (
    <FormDialog wide title={t('reference.edit_set')} action={action} submit={t('reference.save')} onSubmit={save} onClose={onClose}>
      <SetFields value={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
    </FormDialog>
  );
}
