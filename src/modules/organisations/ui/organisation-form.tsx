// The fields of an organisation, for a new one and for a correction.
import type { MultilingualText } from '#kernel/language.ts';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import type { Organisation } from '../contract.ts';
import { organisationKinds, type OrganisationKind } from '../domain/organisation.ts';
import { CountryField } from '#design/fields/country-field.tsx';
import { filledAddress, filledLine, filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';

/** As typed: blank where not known. */
export interface OrganisationDraft {
  readonly kind: OrganisationKind;
  readonly name: MultilingualText;
  readonly country: string;
  readonly city: string;
  readonly website: string;
}

/** As it was read, or blank. */
export const draftOf = (read: Organisation | null): OrganisationDraft => ({
  ...{ kind: read?.kind ?? 'company', name: read?.name ?? {}, country: read?.country ?? '' },
  ...{ city: read?.city ?? '', website: read?.website ?? '' },
});

export const sentOf = ({ kind, name, country, city, website }: OrganisationDraft) => ({
  ...{ kind, name: filledText(name) ?? {}, country: filledLine(country), city: filledLine(city), website: filledAddress(website) },
});

export interface OrganisationFieldsProps {
  readonly draft: OrganisationDraft;
  readonly onChange: (draft: OrganisationDraft) => void;
}

export function OrganisationFields({ draft, onChange }: OrganisationFieldsProps) {
  const { t } = useText();
  const field = bind(draft, onChange);
  return (
    <>
      <MultilingualField {...field('name')} label={t('organisations.name')} />
      <Fields>
        <SelectField
          {...field('kind')}
          label={t('organisations.kind')}
          options={organisationKinds.map((kind) => ({ value: kind, text: t(`organisations.kind_${kind}`) }))}
        />
        <CountryField {...field('country')} label={t('organisations.country')} />
        <TextField {...field('city')} label={t('organisations.city')} optional />
        <TextField {...field('website')} type="url" label={t('organisations.website')} optional />
      </Fields>
    </>
  );
}
