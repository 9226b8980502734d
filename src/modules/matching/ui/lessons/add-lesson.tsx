// Entering what one city learned from another: who, from whom, what, and what is stated of it at once.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { CountryField } from '#design/fields/country-field.tsx';
import { OptionalSelect } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Named, useNaming } from '#design/named.tsx';
import { Note } from '#design/page.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { domains, type Domain } from '#modules/cities/domain/profile/domains.ts';
import { citiesQueries } from '#modules/cities/ui/client.ts';
import { ChooseCity } from '#modules/cities/ui/search/choose-city.tsx';
import { evidenceQueries } from '#modules/evidence/ui/client.ts';
import { lessonAttributes } from '../../domain/lessons/lesson.ts';
import { matchingApi, matchingQueries } from '../client.ts';
import { blankSaid, entriesOf, ownSource, SaidFields } from './said-fields.tsx';

interface AddLessonProps {
  readonly cityId: string;
  readonly withCity: string | null;
  readonly office: string;
  readonly onClose: () => void;
}

interface Draft {
  /** Whether the city whose page it is learned, or the other. */
  readonly learner: 'own' | 'other';
  readonly otherId: string | null;
  /** Where it is said only that it was a city of this country; empty where the city is known. */
  readonly country: string;
  readonly title: MultilingualText;
  readonly domain: Domain | null;
  readonly practiceId: string | null;
}

export function AddLesson({ cityId, withCity, office, onClose }: AddLessonProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(matchingQueries.key(), evidenceQueries.key());
  const [draft, setDraft] = useState<Draft>({ learner: 'own', otherId: withCity, country: '', title: {}, domain: null, practiceId: null });
  const [said, setSaid] = useState(blankSaid);
  const [source, setSource] = useState(ownSource);
  const { learner, otherId, country, title, domain, practiceId } = draft;
  const save = () => {
    // A country stands for a city that is not named: only who taught can be unnamed.
    const learnerCity = learner === 'own' ? cityId : (otherId ?? '');
    const teacherCity = learner === 'own' ? (country === '' ? otherId : null) : cityId;
    const teacherCountry = learner === 'own' && country !== '' ? country : null;
    const sent = { office, learnerCity, teacherCity, teacherCountry, title: filledText(title) ?? {}, domain, practiceId };
    void keep((context) => matchingApi.addLesson({ ...sent, entries: entriesOf(said, source, lessonAttributes, null) }, { context }), {
      said: t('ties.saved'),
      after: onClose,
      undo: ({ id, version }) =>
        matchingApi.withdrawLesson({ lessonId: id, confirmed: ['kernel.read_by_others'] }, { context: { ifMatch: version } }),
    });
  };
  return (
    <FormDialog
      wide
      keepTyped
      after
      title={t('matching.lessons_add')}
      action={action}
      submit={t('evidence.save')}
      onSubmit={() => save()}
      onClose={onClose}
    >
      <Parties {...{ cityId, withCity, draft }} onChange={setDraft} />
      <MultilingualField
        name="title"
        label={t('matching.lesson_what')}
        value={title}
        onChange={(words) => setDraft({ ...draft, title: words })}
      />
      <OptionalSelect
        name="domain"
        label={t('ties.domain')}
        none={t('ties.not_stated')}
        value={domain}
        options={domains.map((value) => ({ value, text: t(`cities.domain_${value}`) }))}
        onChange={(chosen) => setDraft({ ...draft, domain: chosen })}
      />
      <Practice {...{ cityId, draft }} onChange={setDraft} />
      <SaidFields among={lessonAttributes} draft={said} onChange={setSaid} {...{ office, source }} onSource={setSource} />
      <Note>{t('evidence.enter_private')}</Note>
    </FormDialog>
  );
}

interface PartProps {
  readonly cityId: string;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** Who learned from whom. */
function Parties({ cityId, withCity, draft, onChange }: PartProps & { readonly withCity: string | null }) {
  const { t } = useText();
  const naming = useNaming();
  const own = useQuery(citiesQueries.getCity.queryOptions({ input: { city: cityId } })).data;
  const other = useQuery({
    ...citiesQueries.getCity.queryOptions({ input: { city: draft.otherId ?? '' } }),
    enabled: draft.otherId !== null,
  }).data;
  const name = own === undefined ? '' : naming(own.name);
  return (
    <>
      <ChoiceField
        name="learner"
        label={t('matching.lesson_direction')}
        value={draft.learner}
        options={[
          { value: 'own', text: t('matching.lesson_we_learned', { city: name }) },
          { value: 'other', text: t('matching.lesson_they_learned', { city: name }) },
        ]}
        onChange={(learner) => onChange({ ...draft, learner, country: learner === 'other' ? '' : draft.country })}
      />
      {draft.otherId !== null && other !== undefined ? (
        <p>
          {t('matching.lesson_other')} <b>{<Named text={other.name} quiet />}</b>{' '}
          {withCity === null && (
            <TextAction onPress={() => onChange({ ...draft, otherId: null })}>{t('matching.lesson_another')}</TextAction>
          )}
        </p>
      ) : (
        <>
          <ChooseCity
            name={draft.learner === 'own' ? 'teacherCity' : 'learnerCity'}
            label={t('matching.lesson_other')}
            except={cityId}
            onChoose={({ id }) => onChange({ ...draft, otherId: id, country: '' })}
          />
          {draft.learner === 'own' && (
            <CountryField
              name="teacherCountry"
              label={t('matching.lesson_country')}
              none={t('matching.lesson_city_known')}
              value={draft.country}
              onChange={(country) => onChange({ ...draft, country })}
            />
          )}
        </>
      )}
    </>
  );
}

/** The published practice or strength that tells of it, of either city. */
function Practice({ cityId, draft, onChange }: PartProps) {
  const { t } = useText();
  const naming = useNaming();
  const own = useQuery(citiesQueries.getProfile.queryOptions({ input: { cityId } })).data;
  const other = useQuery({
    ...citiesQueries.getProfile.queryOptions({ input: { cityId: draft.otherId ?? '' } }),
    enabled: draft.otherId !== null,
  }).data;
  const told = [...(own?.entries ?? []), ...(other?.entries ?? [])].filter(({ kind }) => kind === 'practice' || kind === 'strength');
  if (told.length === 0) return null;
  return (
    <OptionalSelect
      name="practiceId"
      label={t('matching.lesson_practice')}
      optional
      none={t('ties.not_stated')}
      value={draft.practiceId}
      options={told.map(({ id, title }) => ({ value: String(id), text: naming(title) }))}
      onChange={(practiceId) => onChange({ ...draft, practiceId })}
    />
  );
}
