// Deciding one rule of the naming policy.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MultilingualText } from '#kernel/language.ts';
import { dayOf, ownZone } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Unchosen } from '#design/fields/form.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { bind } from '#design/fields/bind.ts';
import { TextAction } from '#design/button.tsx';
import { CountryField } from '#design/fields/country-field.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { Fields, SelectField, TextareaField, TextField } from '#design/fields/field.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useNaming } from '#design/named.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Gap } from '#design/page.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import type { ListedPlace } from '../../contract.ts';
import type { LabelRuleEntry } from '../../contract/naming.ts';
import { labelContexts, labelStates } from '../../domain/naming-policy.ts';
import { citiesApi, citiesQueries } from '../client.ts';
import { asDecided } from '../region-labels.ts';
import { GazetteerCredit } from '../search/gazetteer-credit.tsx';
import { GazetteerPlaces } from '../search/gazetteer-places.tsx';

interface Draft {
  /** One place, instead of a whole country. */
  readonly place: RuledPlace | null;
  readonly country: string;
  readonly context: (typeof labelContexts)[number];
  readonly state: (typeof labelStates)[number];
  readonly labels: MultilingualText;
  readonly reason: string;
  readonly decidedOn: string;
}

/** A place of the gazetteer, or a city of the register that stands for none. */
type RuledPlace = Pick<ListedPlace, 'name' | 'countryName'> & {
  readonly geonamesId: number | null;
  readonly cityId: LabelRuleEntry['cityId'];
};

const draftOf = (rule: LabelRuleEntry | null): Draft => ({
  place: null,
  country: rule?.country ?? '',
  context: rule?.context ?? 'any',
  state: rule?.state ?? 'shown',
  labels: rule?.labels ?? {},
  reason: rule?.reason ?? '',
  decidedOn: rule?.decidedOn ?? dayOf(Date.now(), ownZone()),
});

/** What a rule decides, as it is sent. */
const decisionOf = ({ state, labels, reason, decidedOn }: LabelRuleEntry) => ({ state, labels, reason, decidedOn });

interface RuleDialogProps {
  /** null for a new one. */
  readonly rule: LabelRuleEntry | null;
  readonly onClose: () => void;
}

export function RuleDialog({ rule, onClose }: RuleDialogProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(citiesQueries.key());
  const [draft, setDraft] = useState(() => draftOf(rule));
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const field = bind(draft, setDraft);
  const save = (context: { readonly idempotencyKey: string }) => {
    const { state, reason, decidedOn, context: where, country, place } = draft;
    const decision = { state, reason, decidedOn, labels: filledText(draft.labels) };
    if (rule !== null) return citiesApi.updateLabelRule({ ...decision, ruleId: rule.id }, { context: { ifMatch: rule.version } });
    const ruled = {
      country: country === '' ? null : country,
      geonamesId: place?.geonamesId ?? null,
      cityId: place?.cityId ?? null,
      context: where,
    };
    return citiesApi.createLabelRule({ ...decision, ...ruled }, { context });
  };
  const undo = async ({ id: ruleId, version }: Pick<LabelRuleEntry, 'id' | 'version'>) => {
    const context = { ifMatch: version };
    if (rule === null) await citiesApi.removeLabelRule({ ruleId }, { context });
    else await citiesApi.updateLabelRule({ ...decisionOf(rule), ruleId }, { context });
    await asDecided();
  };
  return (
    <FormDialog
      wide
      title={t(rule === null ? 'cities.add_rule' : 'cities.edit_rule')}
      action={action}
      submit={t('cities.save')}
      onSubmit={() => void keep(save, { said: t('cities.rule_saved'), after: () => (void asDecided(), onClose()), undo })}
      onClose={onClose}
      above={rule === null && <OnePlace place={draft.place} onChoose={(place) => set({ place, country: '' })} />}
    >
      {rule === null && <ScopeFields draft={draft} onChange={set} />}
      <SelectField
        {...field('state')}
        label={t('cities.state')}
        options={labelStates.map((state) => ({ value: state, text: t(`cities.rule_${state}`) }))}
      />
      <MultilingualField {...field('labels')} label={t('cities.label')} optional={draft.state !== 'shown'} />
      <TextareaField {...field('reason')} label={t('cities.reason')} />
      <TextField {...field('decidedOn')} type="date" label={t('cities.decided_on')} />
    </FormDialog>
  );
}

function ScopeFields({ draft, onChange }: { readonly draft: Draft; readonly onChange: (change: Partial<Draft>) => void }) {
  const { t } = useText();
  const field = bind(draft, onChange);
  return (
    <Fields>
      {draft.place === null && <CountryField {...field('country')} label={t('cities.whole_country')} none={t('cities.no_country')} />}
      <SelectField
        {...field('context')}
        label={t('cities.rule_context')}
        options={labelContexts.map((context) => ({ value: context, text: t(`cities.context_${context}`) }))}
      />
    </Fields>
  );
}

/** Found by its name, as everywhere else; the number that the rule keeps is the gazetteer's own. Beside the form, whose Enter it would send. */
function OnePlace({ place, onChoose }: { readonly place: RuledPlace | null; readonly onChoose: (place: RuledPlace | null) => void }) {
  const { t } = useText();
  const naming = useNaming();
  const [q, setQ] = useState('');
  if (place !== null)
    return (
      <p>
        <b>{place.name}</b>
        <Gap />
        {t('design.in_brackets', { words: naming(place.countryName) })}
        <Gap />
        {place.geonamesId !== null && (
          <span className="note">{t('cities.geonames_number', { number: String(place.geonamesId) })}</span>
        )}{' '}
        <TextAction onPress={() => onChoose(null)}>{t('cities.other_place')}</TextAction>
      </p>
    );
  return (
    <>
      <SearchField name="place" label={t('cities.one_place')} value={q} onSearch={setQ} />
      <Unchosen name="place" words={q} />
      <UnlistedCities q={q.trim()} onChoose={onChoose} />
      <GazetteerPlaces
        q={q.trim()}
        onRecord="chosen"
        onChoose={({ geonamesId, ...place }) => onChoose({ ...place, geonamesId, cityId: null })}
      />
      <p className="note after">{t('cities.one_place_hint')}</p>
      <GazetteerCredit />
    </>
  );
}

/** Cities of the register that the gazetteer does not have. */
function UnlistedCities({ q, onChoose }: { readonly q: string; readonly onChoose: (place: RuledPlace) => void }) {
  const { t } = useText();
  const naming = useNaming();
  const { data } = useQuery(citiesQueries.listCities.queryOptions({ input: { q, limit: 10 }, enabled: q !== '' }));
  return (data?.entries ?? [])
    .filter(({ geonamesId }) => geonamesId === null)
    .map(({ id: cityId, name, country, countryName }) => (
      <p key={cityId}>
        <b>{naming(name)}</b>
        <Gap />
        {t('design.in_brackets', { words: naming(countryName) })}
        <Gap />
        <span className="note">{t('cities.in_register_alone')}</span>{' '}
        <TextAction
          aria-label={t('cities.choose_named', { name: naming(name), country })}
          onPress={() => onChoose({ cityId, geonamesId: null, name: naming(name), countryName })}
        >
          {t('cities.choose')}
        </TextAction>
      </p>
    ));
}

export function RemoveRule({ rule, onClose }: { readonly rule: LabelRuleEntry; readonly onClose: () => void }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(citiesQueries.key());
  const remove = () =>
    keep(() => citiesApi.removeLabelRule({ ruleId: rule.id }, { context: { ifMatch: rule.version } }), {
      said: t('cities.rule_removed'),
      after: () => (void asDecided(), onClose()),
      undo: async () => {
        const { geonamesId, cityId, country, context } = rule;
        await citiesApi.createLabelRule({ ...decisionOf(rule), geonamesId, cityId, country, context });
        await asDecided();
      },
    });
  return (
    <Confirm
      open
      onClose={onClose}
      title={t('cities.remove_rule')}
      confirmText={t('cities.remove')}
      onConfirm={() => void remove()}
      busy={action.busy}
    >
      <p>{t('cities.remove_rule_text')}</p>
      <TroubleNotice trouble={action.trouble} />
    </Confirm>
  );
}
