// The terms of registration: from when until when, who decides, how many, what is asked, and what one agrees to in which words.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { Buttons, TextAction } from '#design/button.tsx';
import { bind } from '#design/fields/bind.ts';
import { CheckField, Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { ManyField } from '#design/fields/many-field.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { useNaming } from '#design/named.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import type { Edition } from '../../contract/edition.ts';
import { fieldWishes, followUpConsent, followUpKey, publicListKey, registrationFields } from '../../domain/registration.ts';
import { participantRoles } from '../../domain/roster.ts';
import { clockMeaning, venueClock } from '../../domain/venue-time.ts';
import { exposApi, exposQueries } from '../client.ts';
import { wholeOf } from '../local-problems.ts';
import { sentTerms, type Terms } from './terms.ts';

interface ConsentDraft {
  readonly key: string;
  readonly purpose: MultilingualText;
  readonly receiver: MultilingualText;
  readonly needed: boolean;
}

interface TermsDraft {
  readonly opensOn: string;
  readonly opensTime: string;
  readonly closesOn: string;
  readonly closesTime: string;
  readonly approval: Terms['approval'];
  readonly roles: readonly (typeof participantRoles)[number][];
  readonly most: string;
  readonly mostExhibitors: string;
  readonly mostBuyers: string;
  /** By group: null where one cannot register with it, '' where without a limit. */
  readonly groups: Readonly<Record<string, string | null>>;
  readonly fields: Terms['fields'];
  readonly consents: readonly ConsentDraft[];
  readonly note: MultilingualText;
}

const placesOf = (text: string): number | null => (text.trim() === '' ? null : wholeOf(text));
const textOf = (places: number | null): string => places?.toString() ?? '';

function draftOf(terms: Terms, zone: string): TermsDraft {
  const clock = (at: string | null) => (at === null ? { date: '', time: '' } : venueClock(zone, Date.parse(at)));
  const [opens, closes] = [clock(terms.opensAt), clock(terms.closesAt)];
  return {
    ...{ opensOn: opens.date, opensTime: opens.time, closesOn: closes.date, closesTime: closes.time },
    ...{ approval: terms.approval, roles: terms.roles, fields: terms.fields, consents: terms.consents, note: terms.note ?? {} },
    ...{ most: textOf(terms.most), mostExhibitors: textOf(terms.mostExhibitors), mostBuyers: textOf(terms.mostBuyers) },
    groups: Object.fromEntries(terms.groups.map(({ groupId, most }) => [groupId, textOf(most)])),
  };
}

/** A day without a time is meant from its beginning until its end, on the clock of the venue. */
const instantOf = (zone: string, date: string, time: string): string | null =>
  date === '' ? null : new Date(clockMeaning(zone, { date, time }).at).toISOString();

const sentOf = (draft: TermsDraft, zone: string) => ({
  opensAt: instantOf(zone, draft.opensOn, draft.opensTime === '' ? '00:00' : draft.opensTime),
  closesAt: instantOf(zone, draft.closesOn, draft.closesTime === '' ? '23:59' : draft.closesTime),
  ...{ approval: draft.approval, roles: [...draft.roles], fields: { ...draft.fields }, note: filledText(draft.note) },
  ...{ most: placesOf(draft.most), mostExhibitors: placesOf(draft.mostExhibitors), mostBuyers: placesOf(draft.mostBuyers) },
  groups: Object.entries(draft.groups).flatMap(([groupId, most]) => (most === null ? [] : [{ groupId, most: placesOf(most) }])),
  consents: draft.consents.map(({ purpose, receiver, ...consent }) => ({
    ...{ ...consent, purpose: filledText(purpose) ?? {}, receiver: filledText(receiver) ?? {} },
  })),
});

interface TermsDialogProps {
  readonly edition: Edition;
  readonly terms: Terms;
  readonly onClose: () => void;
}

export function TermsDialog({ edition, terms, onClose }: TermsDialogProps) {
  const { t } = useText();
  const [draft, setDraft] = useState(() => draftOf(terms, edition.timeZone));
  const { keep, ...action } = useKeeping(exposQueries.key());
  const field = bind(draft, setDraft);
  const write = (changed: object, ifMatch: number) =>
    exposApi.changeRegistrationTerms({ ...sentTerms(terms), ...changed, editionId: edition.id }, { context: { ifMatch } });
  const submit = () =>
    void keep(() => write(sentOf(draft, edition.timeZone), terms.version), {
      said: t('expos.reg_terms_saved'),
      undo: (kept) => write({}, kept.version),
      after: onClose,
    });
  return (
    <FormDialog wide keepTyped title={t('expos.reg_terms')} submit={t('expos.save')} action={action} onClose={onClose} onSubmit={submit}>
      <Fields>
        <TextField {...field('opensOn')} name="opensAt" type="date" label={t('expos.reg_opens_day')} optional />
        <TextField {...field('opensTime')} type="time" label={t('expos.reg_opens_time')} optional />
      </Fields>
      <Fields>
        <TextField {...field('closesOn')} name="closesAt" type="date" label={t('expos.reg_closes_day')} optional />
        <TextField {...field('closesTime')} type="time" label={t('expos.reg_closes_time')} optional />
      </Fields>
      <p className="note">{t('expos.reg_window_hint')}</p>
      <SelectField
        {...field('approval')}
        label={t('expos.reg_approval')}
        options={(['by_hand', 'automatic'] as const).map((value) => ({ value, text: t(`expos.reg_approval_${value}`) }))}
      />
      <ManyField
        {...field('roles')}
        label={t('expos.reg_roles')}
        options={participantRoles.map((role) => ({ value: role, text: t(`expos.${role}`) }))}
      />
      <Fields>
        <TextField {...field('most')} type="number" label={t('expos.reg_most')} hint={t('expos.reg_most_hint')} optional />
        <TextField {...field('mostExhibitors')} type="number" label={t('expos.reg_most_exhibitors')} optional />
        <TextField {...field('mostBuyers')} type="number" label={t('expos.reg_most_buyers')} optional />
      </Fields>
      <GroupFields edition={edition} draft={draft} setDraft={setDraft} />
      <fieldset>
        <legend className="lbl">{t('expos.reg_fields')}</legend>
        <div className="fields">
          {registrationFields.map((name) => (
            <SelectField
              key={name}
              name={`fields.${name}`}
              label={t(`expos.reg_field_${name}`)}
              value={draft.fields[name]}
              onChange={(wish) => setDraft({ ...draft, fields: { ...draft.fields, [name]: wish } })}
              options={fieldWishes.map((wish) => ({ value: wish, text: t(`expos.reg_wish_${wish}`) }))}
            />
          ))}
        </div>
      </fieldset>
      <ConsentsField draft={draft} setDraft={setDraft} organiser={edition.organiserName} />
      <MultilingualField {...field('note')} label={t('expos.reg_note')} hint={t('expos.reg_note_hint')} optional long />
    </FormDialog>
  );
}

interface PartProps {
  readonly draft: TermsDraft;
  readonly setDraft: (draft: TermsDraft) => void;
}

/** Groups that a company may say it comes with; the page then shows their names. */
function GroupFields({ edition, draft, setDraft }: PartProps & { readonly edition: Edition }) {
  const { t } = useText();
  const naming = useNaming();
  const groups = useQuery(exposQueries.listGroups.queryOptions({ input: { editionId: edition.id, limit: 200 } })).data?.entries ?? [];
  if (groups.length === 0) return null;
  const sent = Object.keys(draft.groups).filter((id) => draft.groups[id] !== null);
  const set = (id: string, most: string | null) => setDraft({ ...draft, groups: { ...draft.groups, [id]: most } });
  return (
    <fieldset>
      <legend className="lbl">{t('expos.reg_groups')}</legend>
      <p className="note">{t('expos.reg_groups_hint')}</p>
      {groups.map(({ id, code, name }) => {
        const most = draft.groups[id] ?? null;
        return (
          <div key={id}>
            <CheckField
              name={`group-${code}`}
              label={`${code} ${naming(name)}`}
              checked={most !== null}
              onChange={(chosen) => set(id, chosen ? '' : null)}
            />
            {most !== null && (
              <TextField
                name={`groups.${sent.indexOf(id)}.most`}
                type="number"
                label={t('expos.reg_most_of', { name: code })}
                optional
                value={most}
                onChange={(text) => set(id, text)}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function ConsentsField({ draft, setDraft, organiser }: PartProps & { readonly organiser: MultilingualText }) {
  const { t } = useText();
  const set = (consents: readonly ConsentDraft[]) => setDraft({ ...draft, consents });
  const add = () => set([...draft.consents, { key: `own_${crypto.randomUUID().slice(0, 8)}`, purpose: {}, receiver: {}, needed: false }]);
  return (
    <fieldset>
      <legend className="lbl">{t('expos.reg_consents')}</legend>
      <p className="note">{t('expos.reg_consents_hint')}</p>
      {draft.consents.map((consent, at) => {
        const change = (next: ConsentDraft) => set(draft.consents.map((one) => (one.key === consent.key ? next : one)));
        const field = bind(consent, change, `consents.${at}.`);
        const number = at + 1;
        return (
          <fieldset key={consent.key} className="contactentry">
            <legend className="lbl">{t('expos.reg_consent_number', { number })}</legend>
            {consent.key === followUpKey && <p className="note">{t('expos.reg_consent_follow_up')}</p>}
            {consent.key === publicListKey && <p className="note">{t('expos.reg_consent_listed')}</p>}
            <MultilingualField {...field('purpose')} label={t('expos.reg_purpose')} long />
            <MultilingualField {...field('receiver')} label={t('expos.reg_receives')} />
            <CheckField
              name={`consents.${at}.needed`}
              label={t('expos.reg_needed')}
              checked={consent.needed}
              onChange={(needed) => change({ ...consent, needed })}
            />
            <Buttons>
              <TextAction
                aria-label={t('expos.reg_remove_consent', { number })}
                onPress={() => set(draft.consents.filter((one) => one.key !== consent.key))}
              >
                {t('expos.remove')}
              </TextAction>
            </Buttons>
          </fieldset>
        );
      })}
      <Buttons after>
        <TextAction onPress={add}>{t('expos.reg_add_consent')}</TextAction>
        {!draft.consents.some(({ key }) => key === followUpKey) && (
          <TextAction onPress={() => set([...draft.consents, followUpConsent(organiser)])}>{t('expos.reg_add_follow_up')}</TextAction>
        )}
      </Buttons>
    </fieldset>
  );
}
