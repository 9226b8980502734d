// What an office says of a set: its name, licence, credit, and what its ties are where the set does not say.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { filledLine, filledText, MultilingualField, type Draft } from '#design/fields/multilingual-field.tsx';
import { tiesQueries } from '#modules/ties/ui/client.ts';
import { useClassName } from '#modules/ties/ui/words.tsx';
import type { ReferenceSet } from '../places/answers.ts';

const commonClasses = ['sister_city', 'friendly_exchange', 'friendly_district', 'project_partnership'] as const;
type CommonClass = (typeof commonClasses)[number];

export interface SetDraft {
  readonly name: Draft;
  readonly licence: string;
  readonly licenceAddress: string;
  readonly credit: string;
  readonly classCode: CommonClass | '';
}

export const draftOf = (set: ReferenceSet): SetDraft => ({
  name: set.name,
  licence: set.licence,
  licenceAddress: set.licenceAddress ?? '',
  credit: set.credit,
  classCode: commonClasses.find((code) => code === set.classCode) ?? '',
});

/** What is sent of the draft. */
export const factsOf = ({ name, licence, licenceAddress, credit, classCode }: SetDraft) => ({
  name: filledText(name) ?? {},
  licence: licence.trim(),
  licenceAddress: filledLine(licenceAddress),
  credit: credit.trim(),
  classCode: classCode === '' ? null : classCode,
});

export function SetFields({ value, onChange }: { readonly value: SetDraft; readonly onChange: (change: Partial<SetDraft>) => void }) {
  const { t } = useText();
  const field = bind(value, onChange);
  const nameOf = useClassName(useQuery(tiesQueries.listTieClasses.queryOptions({ input: {} })).data?.entries ?? []);
  return (
    <>
      <MultilingualField {...field('name')} label={t('reference.set_name')} />
      <TextField {...field('credit')} label={t('reference.credit')} hint={t('reference.credit_hint')} />
      <Fields>
        <TextField {...field('licence')} label={t('reference.licence')} hint={t('reference.licence_hint')} />
        <TextField {...field('licenceAddress')} type="url" label={t('reference.licence_address')} optional />
      </Fields>
      <SelectField
        name="classCode"
        label={t('reference.class_of_all')}
        hint={t('reference.class_of_all_hint')}
        value={value.classCode}
        options={[
          { value: '', text: t('reference.class_not_said') },
          ...commonClasses.map((code) => ({ value: code, text: nameOf(code) })),
        ]}
        onChange={(classCode) => onChange({ classCode })}
      />
    </>
  );
}
