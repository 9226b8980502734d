// The fields of a participant: who, how much, where, with whom, when not.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { CheckField, Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { OfficeField } from '#modules/accounts/ui/office-field.tsx';
import { CountryField } from '#design/fields/country-field.tsx';
import { LanguagesField } from '#modules/organisations/ui/languages-field.tsx';
import { MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import type { Edition } from '../../contract/edition.ts';
import { meetingPoints, participantRoles } from '../../domain/roster.ts';
import { exposQueries } from '../client.ts';
import { MarketFields, SayingFields, useTopics } from '../market/market-fields.tsx';
import { AbsencesField } from './absences-field.tsx';
import { ContactsField } from './contacts-field.tsx';
import { useStandWords } from '../places/hall-words.ts';
import type { ParticipantDraft } from './draft.ts';

export interface ParticipantFieldsProps {
  readonly edition: Edition;
  readonly draft: ParticipantDraft;
  readonly onChange: (draft: ParticipantDraft) => void;
}

export function ParticipantFields({ edition, draft, onChange }: ParticipantFieldsProps) {
  const { t } = useText();
  const set = (change: Partial<ParticipantDraft>) => onChange({ ...draft, ...change });
  const field = bind(draft, onChange);
  const topics = useTopics(edition.id);
  const market = { draft, onChange: set };
  return (
    <>
      <Fields>
        <TextField {...field('code')} label={t('expos.code')} hint={t('expos.code_hint')} short />
        <SelectField
          {...field('role')}
          label={t('expos.role')}
          options={participantRoles.map((role) => ({ value: role, text: t(`expos.${role}`) }))}
        />
      </Fields>
      <MultilingualField {...field('name')} label={t('expos.name')} />
      <Fields>
        <CountryField {...field('country')} label={t('expos.country')} />
        <TextField {...field('city')} label={t('expos.city')} optional />
      </Fields>
      <SayingFields
        kind="offer"
        {...market}
        field={{ ...field('offer'), label: t('expos.offer'), hint: t('expos.offer_hint'), optional: true }}
      />
      <SayingFields kind="need" {...market} field={{ ...field('need'), label: t('expos.need'), optional: true }} />
      <MarketFields topics={topics} {...market} />
      <MeetingFields draft={draft} set={set} />
      <PlaceFields edition={edition} draft={draft} set={set} />
      <AbsencesField edition={edition} value={draft.unavailable} onChange={(unavailable) => set({ unavailable })} />
      <ContactsField value={draft.contacts} onChange={(contacts) => set({ contacts })} />
      <OfficeField
        name="officeId"
        label={t('expos.own_office')}
        hint={t('expos.own_office_hint')}
        none={t('expos.none')}
        value={draft.office}
        onChange={(office) => set({ office })}
      />
      <CheckField
        name="listed"
        label={t('expos.listed')}
        hint={t('expos.listed_hint')}
        checked={draft.listed}
        onChange={(listed) => set({ listed })}
      />
    </>
  );
}

interface PartProps {
  readonly draft: ParticipantDraft;
  readonly set: (change: Partial<ParticipantDraft>) => void;
}

function MeetingFields({ draft, set }: PartProps) {
  const { t } = useText();
  const field = bind(draft, set);
  return (
    <>
      <LanguagesField {...field('languages')} label={t('expos.languages')} hint={t('expos.languages_hint')} />
      <Fields>
        <TextField {...field('seats')} type="number" label={t('expos.seats')} hint={t('expos.seats_hint')} />
        <TextField {...field('minMeetings')} type="number" label={t('expos.min_meetings')} optional />
        <TextField {...field('maxMeetings')} type="number" label={t('expos.max_meetings')} optional />
      </Fields>
    </>
  );
}

function PlaceFields({ edition, draft, set }: PartProps & { readonly edition: Edition }) {
  const { t } = useText();
  const field = bind(draft, set);
  const standWords = useStandWords();
  const naming = useNaming();
  const editionId = edition.id;
  const groups = useQuery(exposQueries.listGroups.queryOptions({ input: { editionId, limit: 200 } })).data?.entries ?? [];
  const stands = useQuery(exposQueries.listStands.queryOptions({ input: { editionId, limit: 200 } })).data?.entries ?? [];
  const none = { value: '', text: t('expos.none') };
  return (
    <>
      <Fields>
        <SelectField
          {...field('groupId')}
          label={t('expos.group')}
          options={[none, ...groups.map(({ id, code, name }) => ({ value: id, text: `${code} ${naming(name)}` }))]}
        />
        <SelectField
          name="standId"
          label={t('expos.stand')}
          value={draft.standId}
          onChange={(standId) => set({ standId, ...(standId === '' ? { leadsStand: false, meetsAt: 'table' } : {}) })}
          options={[
            none,
            ...stands.map(({ id, code, hall }) => ({
              value: id,
              text: standWords(hall, code),
            })),
          ]}
        />
        <SelectField
          {...field('meetsAt')}
          label={t('expos.meets_at')}
          options={meetingPoints.map((point) => ({ value: point, text: t(`expos.meets_at_${point}`) }))}
        />
      </Fields>
      {draft.standId !== '' && (
        <CheckField
          name="leadsStand"
          label={t('expos.leads_stand')}
          checked={draft.leadsStand}
          onChange={(leadsStand) => set({ leadsStand })}
        />
      )}
    </>
  );
}
