// Entering what a source states of a city: the attribute, the value, where it is said, and who reads it.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useZoneOptions } from '#client/zone-options.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { bind } from '#design/fields/bind.ts';
import { Fields, SelectField, TextField } from '#design/fields/field.tsx';
import { filledLine, filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { Note } from '#design/page.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { qualifiers, type Qualifier } from '#kernel/money.ts';
import type { StatementShape } from '#modules/evidence/contract/shapes.ts';
import { evidenceQueries } from '#modules/evidence/ui/client.ts';
import type { StatementKind } from '#modules/evidence/domain/statement.ts';
import { KindField, kindOfDraft } from '#modules/evidence/ui/kind-field.tsx';
import { ownSource, sourceIsDoubtful, SourceFields, sourceOfDraft } from '#modules/evidence/ui/source-fields.tsx';
import { cityAttributes, cityValueTypes, type CityAttribute } from '../../domain/city-attributes.ts';
import { typedCount } from '../../domain/profile/typed-count.ts';
import { citiesApi, citiesQueries } from '../client.ts';

interface Draft {
  readonly attribute: CityAttribute;
  readonly text: MultilingualText;
  readonly count: string;
  readonly qualifier: Qualifier;
  readonly kind: StatementKind | null;
  readonly saidBy: string;
}

const blank: Draft = { attribute: 'population', text: {}, count: '', qualifier: 'exact', kind: null, saidBy: '' };

function draftOf(corrected: StatementShape | null): Draft {
  if (corrected === null) return blank;
  const { attribute, value, kind, saidBy } = corrected;
  return {
    ...blank,
    attribute: cityAttributes.find((known) => known === attribute) ?? blank.attribute,
    kind,
    saidBy: saidBy ?? '',
    ...(value.type === 'text' ? { text: value.text } : {}),
    ...(value.type === 'count' ? { count: value.count, qualifier: value.qualifier } : {}),
  };
}

/** A time zone is called the same in every language. What a word beside a count says of it goes before the choice. */
const valueOf = ({ attribute, text, count, qualifier }: Draft) => {
  if (cityValueTypes[attribute] !== 'count') return { type: 'text' as const, text: filledText(text) ?? {} };
  const typed = typedCount(count);
  return { type: 'count' as const, count: typed.count, qualifier: typed.qualifier ?? qualifier };
};

interface SaidDialogProps {
  readonly cityId: string;
  readonly office: string;
  /** What we said so far; null for something new beside it. */
  readonly corrected: StatementShape | null;
  readonly onClose: () => void;
}

export function SaidDialog({ cityId, office, corrected, onClose }: SaidDialogProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(citiesQueries.key(), evidenceQueries.key());
  const [draft, setDraft] = useState(() => draftOf(corrected));
  const [source, setSource] = useState(ownSource);
  const words = Object.values(draft.text).map(({ text }) => text);
  const kind = { chosen: draft.kind, words: words.join(' '), isFigure: cityValueTypes[draft.attribute] === 'count', source };
  const save = () => {
    const entry = {
      attribute: draft.attribute,
      value: valueOf(draft),
      kind: kindOfDraft(kind),
      source: sourceOfDraft(source) ?? { class: 'own_records' as const },
      saidBy: filledLine(draft.saidBy),
      supersedes: corrected?.id ?? null,
    };
    const input = { cityId, office, entries: [entry] };
    void keep((context) => citiesApi.enterCityStatements(input, { context }), { said: t('cities.saved'), after: onClose });
  };
  const title = corrected === null ? t('cities.enter_said') : t('cities.correct_said', { attribute: t(`cities.said_${draft.attribute}`) });
  return (
    <FormDialog
      wide
      keepTyped
      after
      title={title}
      action={action}
      submit={t('cities.save')}
      onSubmit={() => (sourceIsDoubtful(source) ? undefined : save())}
      onClose={onClose}
    >
      <ValueFields draft={draft} isNew={corrected === null} onChange={setDraft} />
      <KindField draft={kind} onChange={(chosen) => setDraft({ ...draft, kind: chosen })} />
      <SourceFields name="entries.0.source" office={office} value={source} onChange={setSource} />
      <Note>{t('cities.said_is_private')}</Note>
    </FormDialog>
  );
}

interface ValueFieldsProps {
  readonly draft: Draft;
  /** What it is about can be chosen. */
  readonly isNew: boolean;
  readonly onChange: (draft: Draft) => void;
}

function ValueFields({ draft, isNew, onChange }: ValueFieldsProps) {
  const { t } = useText();
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const field = bind(draft, onChange, 'entries.0.');
  const isZone = draft.attribute === 'time_zone';
  const zone = draft.text['en']?.text ?? '';
  const zones = useZoneOptions(isZone ? zone : '');
  return (
    <>
      {isNew && (
        <SelectField
          {...field('attribute')}
          label={t('cities.said_about')}
          options={cityAttributes.map((attribute) => ({ value: attribute, text: t(`cities.said_${attribute}`) }))}
        />
      )}
      {cityValueTypes[draft.attribute] === 'count' ? (
        <Fields>
          <SelectField
            {...field('qualifier')}
            name="entries.0.value.qualifier"
            label={t('cities.said_qualifier')}
            options={qualifiers.map((known) => ({ value: known, text: t(`evidence.qualifier_${known}`) }))}
          />
          <TextField
            {...field('count')}
            name="entries.0.value.count"
            short
            label={t(`cities.said_${draft.attribute}`)}
            inputMode="numeric"
          />
        </Fields>
      ) : isZone ? (
        <SelectField
          name="entries.0.value.text"
          label={t('cities.said_value')}
          value={zone}
          onChange={(text) => set({ text: { en: { text, origin: 'human' } } })}
          options={[{ value: '', text: '–' }, ...zones]}
        />
      ) : (
        <MultilingualField {...field('text')} name="entries.0.value.text" label={t('cities.said_value')} />
      )}
      <TextField {...field('saidBy')} label={t('cities.said_by')} optional maxLength={200} />
    </>
  );
}
