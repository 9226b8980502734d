// The fields of an organisation, for a new one and for a correction.
import type { MultilingualText } from '#kernel/language.ts';
import { useText } from '#client/language.ts';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import type { Organisation } from '../contract.ts';
import { organisationKinds, type OrganisationKind } from '../domain/organisation.ts';
import { CountryField } from '#design/fields/country-field.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';

/** As typed: blank where not known. */
export interface OrganisationDraft {
  readonly kind: OrganisationKind;
  readonly name: MultilingualText;
  readonly country: string;
  readonly city: string;
  readonly website: string;
}

export const blankOrganisation: OrganisationDraft = { kind: 'company', name: {}, country: '', city: '', website: '' };

export const draftOf = ({ kind, name, country, city, website }: Organisation): OrganisationDraft => ({
  kind,
  name,
  country: country ?? '',
  city: city ?? '',
  website: website ?? '',
});

const known = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A web address as people write it: without a scheme it is meant to be https. */
const address = (text: string): string | null => {
  const given = known(text);
  return given === null || /^[a-z]+:/i.test(given) ? given : `https://${given}`;
};

/** As sent; only what is in the draft. */
export const sentOf = (draft: Partial<OrganisationDraft>) => ({
  ...(draft.kind === undefined ? {} : { kind: draft.kind }),
  ...(draft.name === undefined ? {} : { name: filledText(draft.name) ?? {} }),
  ...(draft.country === undefined ? {} : { country: known(draft.country) }),
  ...(draft.city === undefined ? {} : { city: known(draft.city) }),
  ...(draft.website === undefined ? {} : { website: address(draft.website) }),
});

export interface OrganisationFieldsProps {
  readonly draft: OrganisationDraft;
  readonly onChange: (draft: OrganisationDraft) => void;
}

export function OrganisationFields({ draft, onChange }: OrganisationFieldsProps) {
  const { t } = useText();
  const set = (change: Partial<OrganisationDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <MultilingualField name="name" label={t('organisations.name')} value={draft.name} onChange={(name) => set({ name })} />
      <Fields>
        <SelectField
          name="kind"
          label={t('organisations.kind')}
          value={draft.kind}
          onChange={(value) => set({ kind: organisationKinds.find((kind) => kind === value) ?? draft.kind })}
          options={organisationKinds.map((kind) => ({ value: kind, text: t(`organisations.kind_${kind}`) }))}
        />
        <CountryField name="country" label={t('organisations.country')} value={draft.country} onChange={(country) => set({ country })} />
        <TextField name="city" label={t('organisations.city')} optional value={draft.city} onChange={(city) => set({ city })} />
        <TextField
          name="website"
          type="url"
          label={t('organisations.website')}
          optional
          value={draft.website}
          onChange={(website) => set({ website })}
        />
      </Fields>
    </>
  );
}
