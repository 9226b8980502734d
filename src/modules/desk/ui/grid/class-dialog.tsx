// An office adds a class to those that everybody finds, or changes one of its own: what it is called, and which common one it counts as.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { OptionalSelect } from '#design/fields/field.tsx';
import { filledText, MultilingualField, type Draft } from '#design/fields/multilingual-field.tsx';
import { Note } from '#design/page.tsx';
import { tiesApi } from '#modules/ties/ui/client.ts';
import type { Desk } from '../../contract/register.ts';
import { standardClasses } from '#modules/ties/domain/attributes.ts';
import { EntryDialog } from '#modules/ties/ui/entry-dialog.tsx';
import { useClassName } from '#modules/ties/ui/words.tsx';

interface ClassDialogProps {
  readonly desk: Desk;
  /** null for a new one. */
  readonly known: Desk['classes'][number] | null;
  readonly onClose: () => void;
}

export function ClassDialog({ desk, known, onClose }: ClassDialogProps) {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useClassName(desk.classes);
  const [name, setName] = useState<Draft>(known?.name ?? {});
  const [common, setCommon] = useState<Desk['classes'][number]['common']>(known?.common ?? null);
  const save = (idempotencyKey: string) => {
    const said = { name: filledText(name) ?? {}, common };
    return known === null
      ? tiesApi.addTieClass({ office: desk.office, ...said }, { context: { idempotencyKey } })
      : tiesApi.updateTieClass({ code: known.code, ...said }, { context: { ifMatch: known.version } });
  };
  return (
    <EntryDialog
      title={known === null ? t('desk.add_class') : t('desk.change_class', { name: nameOf(known.code) })}
      onSave={save}
      onClose={onClose}
    >
      <Note>
        {t('desk.classes_known')}
        {t('ties.colon')}
        {formats.list(desk.classes.map(({ code }) => nameOf(code)))}
      </Note>
      <MultilingualField name="name" label={t('ties.class_name')} hint={t('ties.class_note')} value={name} onChange={setName} />
      <OptionalSelect
        name="common"
        label={t('desk.counts_as_field')}
        hint={t('desk.counts_as_hint')}
        none={t('desk.counts_as_none')}
        value={common}
        onChange={setCommon}
        options={standardClasses.map((code) => ({ value: code, text: nameOf(code) }))}
      />
    </EntryDialog>
  );
}
