// Somebody who travels: entered or corrected, in order of rank, with the organisation on record and the contact there where they are known.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { CheckField, Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import { writing, type Language, type MultilingualText } from '#kernel/language.ts';
import { organisationsQueries } from '#modules/organisations/ui/client.ts';
import { personName } from '#modules/organisations/ui/person-name.ts';
import type { TravellerShown, VisitShown } from '../../contract/visits.ts';
import type { EnteredTraveller } from '../../domain/visit/delegation.ts';
import { EntryDialog } from '../entry-dialog.tsx';
import { usualDay, useSavingTravellers } from './saving-travellers.ts';

interface TravellerDialogProps {
  readonly visit: VisitShown;
  readonly office: string;
  /** null for a new one. */
  readonly at: number | null;
  readonly today: string;
  readonly onClose: () => void;
}

const orders = ['given_first', 'surname_first'] as const;

interface Draft {
  readonly surname: string;
  readonly givenName: string;
  readonly nameOrder: (typeof orders)[number];
  readonly contactId: string;
  readonly organisationId: string;
  readonly organisation: MultilingualText;
  readonly post: MultilingualText;
  readonly leads: boolean;
  readonly keepUntil: string;
}

const draftOf = (one: TravellerShown | undefined, keepUntil: string, language: Language): Draft => ({
  ...{ surname: one?.name?.surname ?? '', givenName: one?.name?.givenName ?? '', contactId: one?.name?.contactId ?? '' },
  nameOrder: one?.name?.nameOrder ?? writing[language].nameOrder,
  ...{ organisationId: one?.organisationId ?? '', organisation: one?.organisation ?? {}, post: one?.post ?? {} },
  ...{ leads: one?.leads ?? false, keepUntil },
});

const enteredOf = (draft: Draft, id: TravellerShown['id'] | null): EnteredTraveller => {
  const { surname, givenName, nameOrder, contactId, organisationId } = draft;
  return {
    ...{ id, leads: draft.leads, post: filledText(draft.post) },
    organisationId: organisationId === '' ? null : organisationId,
    organisation: filledText(draft.organisation),
    name:
      surname.trim() === '' && givenName.trim() === ''
        ? null
        : { surname, givenName, nameOrder, contactId: contactId === '' || organisationId === '' ? null : contactId },
  };
};

export function TravellerDialog({ visit, office, at, today, onClose }: TravellerDialogProps) {
  const { t, language } = useText();
  const save = useSavingTravellers(visit, today);
  const travellers = visit.delegation?.travellers ?? [];
  // Whom it was opened for: their place is another once somebody else has changed the list.
  const [openedId] = useState(() => (at === null ? undefined : travellers[at]?.id));
  const one = openedId === undefined ? undefined : travellers.find(({ id }) => id === openedId);
  const place = one === undefined ? travellers.length : travellers.indexOf(one);
  const keepUntil = visit.delegation?.names?.keepUntil ?? usualDay(today);
  const [draft, setDraft] = useState(() => draftOf(one, keepUntil, language));
  const field = bind(draft, setDraft);
  const named = (name: string): string => `travellers.${place}.${name}`;
  // There is one leader: whoever is marked takes it from the one before.
  const others = travellers.map((other) => (draft.leads ? { ...other, leads: false } : other));
  const list = () => [...others.slice(0, place), enteredOf(draft, one?.id ?? null), ...others.slice(place + 1)];
  return (
    <EntryDialog
      title={t(one === undefined ? 'ties.add_traveller' : 'ties.edit_traveller')}
      onSave={() => save(list(), visit.delegation?.version ?? 0, draft.keepUntil)}
      undo={(saved) => save(travellers, saved.delegation?.version ?? 0)}
      onClose={onClose}
      versions={{
        typed: draft,
        version: at === null ? 0 : (visit.delegation?.version ?? 0),
        standing: draftOf(one, keepUntil, language),
        onShow: setDraft,
      }}
    >
      <ContactFields office={office} named={named} draft={draft} onChange={setDraft} />
      <Fields>
        <TextField {...field('surname')} name={named('name.surname')} label={t('ties.surname')} optional />
        <TextField {...field('givenName')} name={named('name.givenName')} label={t('ties.given_name')} optional />
        <SelectField
          {...field('nameOrder')}
          label={t('ties.name_order')}
          options={orders.map((order) => ({ value: order, text: t(`ties.order_${order}`) }))}
        />
      </Fields>
      <MultilingualField {...field('post')} name={named('post')} label={t('ties.traveller_post')} optional />
      {draft.organisationId === '' && (
        <MultilingualField {...field('organisation')} name={named('organisation')} label={t('ties.traveller_organisation')} optional />
      )}
      <CheckField
        name={named('leads')}
        label={t('ties.leads_delegation')}
        checked={draft.leads}
        onChange={(leads) => setDraft({ ...draft, leads })}
      />
      <TextField {...field('keepUntil')} type="date" label={t('ties.keep_names_until')} hint={t('ties.keep_names_hint')} />
      <Note>{t('ties.traveller_note')}</Note>
    </EntryDialog>
  );
}

interface ContactFieldsProps {
  readonly office: string;
  readonly named: (name: string) => string;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

const MOST = 200;

/** An organisation of ours, and whoever is a contact there: their name and post are taken over and can be changed. */
function ContactFields({ office, named, draft, onChange }: ContactFieldsProps) {
  const { t } = useText();
  const naming = useNaming();
  const { organisationId } = draft;
  const listed = useQuery(organisationsQueries.listOrganisations.queryOptions({ input: { ownerOffice: office, limit: MOST } }));
  const people = useQuery(
    organisationsQueries.listContacts.queryOptions({ input: { organisationId, limit: MOST }, enabled: organisationId !== '' }),
  );
  const organisations = listed.data?.entries ?? [];
  const contacts = organisationId === '' ? [] : (people.data?.entries ?? []);
  if (organisations.length === 0 && organisationId === '') return null;
  const choose = (id: string) => {
    const name = organisations.find((one) => one.id === id)?.name;
    onChange({ ...draft, organisationId: id, contactId: '', ...(name === undefined ? {} : { organisation: name }) });
  };
  const take = (id: string) => {
    const one = contacts.find((contact) => contact.id === id);
    onChange({
      ...draft,
      contactId: id,
      ...(one === undefined
        ? {}
        : { surname: one.surname, givenName: one.givenName, nameOrder: one.nameOrder, post: one.post ?? draft.post }),
    });
  };
  return (
    <Fields>
      <SelectField
        name={named('organisationId')}
        label={t('ties.carrier_on_record')}
        value={organisationId}
        options={[
          { value: '', text: t('ties.carrier_by_name') },
          ...organisations.map(({ id, name }) => ({ value: id, text: naming(name) })),
        ]}
        onChange={choose}
      />
      {contacts.length > 0 && (
        <SelectField
          name={named('name.contactId')}
          label={t('ties.traveller_contact')}
          value={draft.contactId}
          options={[{ value: '', text: t('ties.traveller_other') }, ...contacts.map((one) => ({ value: one.id, text: personName(one) }))]}
          onChange={take}
        />
      )}
    </Fields>
  );
}
