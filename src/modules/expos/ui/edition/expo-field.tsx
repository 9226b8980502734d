// Which expo over the years an edition is one of: chosen from the office's own, or added here.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useNaming } from '#design/named.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { exposApi, exposQueries } from '../client.ts';

interface ExpoFieldProps {
  readonly office: string;
  /** '' for none. */
  readonly value: string;
  readonly onChange: (expoId: string) => void;
}

/** An office's expos by name. */
function useExpos(office: string) {
  const naming = useNaming();
  const { data } = useQuery(exposQueries.listExpos.queryOptions({ input: { organiser: office, limit: 200 } }));
  return (data?.entries ?? []).map(({ id, name }) => ({ value: id, text: naming(name) }));
}

/** The name of one of the office's expos by its id. */
export function useExpoName(office: string): (expoId: string) => string {
  const known = useExpos(office);
  return (expoId) => known.find(({ value }) => value === expoId)?.text ?? '';
}

export function ExpoField({ office, value, onChange }: ExpoFieldProps) {
  const { t } = useText();
  const known = useExpos(office);
  if (known.length === 0 && value === '') return null;
  return (
    <SelectField
      name="expoId"
      label={t('expos.expo')}
      hint={t('expos.expo_hint')}
      value={value}
      onChange={onChange}
      options={[{ value: '', text: t('expos.no_expo') }, ...known]}
    />
  );
}

/** Stands beside the form of the edition, since a form holds no other one. */
export function AddExpo({ office, onAdded }: Omit<NewExpoProps, 'onClose'>) {
  const { t } = useText();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <p className="note after">
        {t('expos.new_expo_note')} <TextAction onPress={() => setAdding(true)}>{t('expos.new_expo')}</TextAction>
      </p>
      {adding && <NewExpo office={office} onClose={() => setAdding(false)} onAdded={onAdded} />}
    </>
  );
}

interface NewExpoProps {
  readonly office: string;
  readonly onClose: () => void;
  readonly onAdded: (expoId: string) => void;
}

function NewExpo({ office, onClose, onAdded }: NewExpoProps) {
  const { t } = useText();
  const [name, setName] = useState<MultilingualText>({});
  const { keep, ...action } = useKeeping(exposQueries.key());
  const save = () =>
    keep((context) => exposApi.createExpo({ office, name: filledText(name) ?? {} }, { context }), {
      said: t('expos.expo_added'),
      after: ({ id }) => {
        onAdded(id);
        onClose();
      },
    });
  return (
    <FormDialog
      after
      title={t('expos.expo_new_title')}
      action={action}
      submit={t('expos.save')}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <MultilingualField name="name" label={t('expos.expo_name')} value={name} onChange={setName} />
    </FormDialog>
  );
}
