// An office adds a class to those that everybody finds.
import { useState } from 'react';
import { api } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { filledText, MultilingualField, type Draft } from '#design/multilingual-field.tsx';
import { Note } from '#design/page.tsx';
import type { Desk } from '../contract/register.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { useClassName } from './words.tsx';

export function ClassDialog({ desk, onClose }: { readonly desk: Desk; readonly onClose: () => void }) {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useClassName(desk.classes);
  const [name, setName] = useState<Draft>({});
  const save = (idempotencyKey: string) =>
    api().ties.addTieClass({ office: desk.office, name: filledText(name) ?? {} }, { context: { idempotencyKey } });
  return (
    <EntryDialog title={t('ties.add_class')} doubtful={false} onSave={save} onClose={onClose}>
      <Note>
        {t('ties.classes_known')}
        {t('ties.colon')}
        {formats.list(desk.classes.map(({ code }) => nameOf(code)))}
      </Note>
      <MultilingualField name="name" label={t('ties.class_name')} hint={t('ties.class_note')} value={name} onChange={setName} />
    </EntryDialog>
  );
}
