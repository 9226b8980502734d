// What is stated of a thing in which we have a word: how its attributes and codes are called, in what form it is answered, and by which module.
import { useText } from '#client/language.ts';
import { cityValueTypes } from '#modules/cities/domain/city-attributes.ts';
import { citiesApi } from '#modules/cities/ui/client.ts';
import type { ValueForm } from '#modules/evidence/ui/value-fields.tsx';
import { editionForms, participationForms } from '#modules/expos/domain/said-attributes.ts';
import { exposApi } from '#modules/expos/ui/client.ts';
import { learnedCodes, stages } from '#modules/matching/domain/lessons/lesson.ts';
import { matchingApi } from '#modules/matching/ui/client.ts';
import { useCodeName as useLessonCode } from '#modules/matching/ui/lessons/lesson-steps.tsx';
import { valueTypes } from '#modules/outcomes/domain/attributes.ts';
import { milestoneStates } from '#modules/outcomes/domain/project/mark.ts';
import { outcomesApi } from '#modules/outcomes/ui/client.ts';
import { useStateName } from '#modules/outcomes/ui/project/mark-said.tsx';
import type { AnswerEntry, StatedSubject } from '../../contract/answers.ts';

export type StatedEntry = Extract<AnswerEntry, { kind: 'stated' }>;
type Value = StatedEntry['theirs']['value'];

export function useStatedName(): (about: StatedSubject) => string {
  const { t } = useText();
  return (about) => {
    switch (about.kind) {
      case 'city':
        return t(`cities.said_${about.attribute}`);
      case 'edition':
      case 'participation':
        return t(`expos.said_${about.attribute}`);
      case 'outcome':
        return t(`outcomes.stated_${about.attribute}`);
      case 'lesson':
        return t(`matching.lesson_${about.attribute}`);
      case 'milestone':
      case 'indicator':
        return t(`outcomes.pj_${about.attribute}`);
    }
  };
}

export function useStatedCode({ kind }: StatedSubject): (code: string) => string {
  const ofLesson = useLessonCode();
  const ofMilestone = useStateName();
  return kind === 'lesson' ? ofLesson : ofMilestone;
}

/** In which form it is told otherwise: a day, one of some codes, or as sources state it. */
export type StatedForm =
  | { readonly of: 'value'; readonly form: ValueForm }
  | { readonly of: 'code'; readonly codes: readonly string[] }
  | { readonly of: 'date' };

const inForm = (form: ValueForm): StatedForm => ({ of: 'value', form });

export function formOf(about: StatedSubject, theirs: Value): StatedForm {
  switch (about.kind) {
    case 'city':
      return inForm(about.attribute === 'time_zone' ? 'zone' : cityValueTypes[about.attribute]);
    case 'edition':
      return inForm(editionForms[about.attribute]);
    case 'participation':
      return inForm(participationForms[about.attribute]);
    case 'outcome':
      return inForm(valueTypes[about.attribute]);
    case 'lesson':
      return about.attribute === 'result' ? inForm('text') : { of: 'code', codes: about.attribute === 'stage' ? stages : learnedCodes };
    case 'milestone':
      return about.attribute === 'planned' ? { of: 'date' } : { of: 'code', codes: milestoneStates };
    case 'indicator':
      return inForm(theirs.type === 'money' ? 'money' : 'count');
  }
}

/** Says our word on it by the module whose it is, shown to the office that said theirs. */
export function sayOfStated({ about, office: to, meant, ours }: StatedEntry, office: string, value: Value): Promise<unknown> {
  const shared = { visibility: 'shared' as const, sharedWith: [to.id] };
  const supersedes = ours === null || ours.isQuoted ? null : ours.id;
  const entry = { value, kind: meant, supersedes, ...shared };
  switch (about.kind) {
    case 'city':
      return citiesApi.enterCityStatements({ cityId: about.id, office, entries: [{ ...entry, attribute: about.attribute }] });
    case 'edition':
      return exposApi.enterEditionStatements({ editionId: about.id, office, entries: [{ ...entry, attribute: about.attribute }] });
    case 'participation': {
      const { id: participantId, of: editionId, attribute } = about;
      return exposApi.enterParticipationStatements({ editionId, participantId, office, entries: [{ ...entry, attribute }] });
    }
    case 'outcome':
      return outcomesApi.enterOutcomeStatements({ outcomeId: about.id, office, entries: [{ ...entry, attribute: about.attribute }] });
    case 'lesson':
      return matchingApi.enterLessonStatements({ lessonId: about.id, office, entries: [{ ...entry, attribute: about.attribute }] });
    case 'milestone':
    case 'indicator': {
      const { id: markId, of: outcomeId, attribute } = about;
      return outcomesApi.enterMarkStatements({
        outcomeId,
        markId,
        office,
        visibility: 'shared',
        entries: [{ attribute, value, kind: meant }],
      });
    }
  }
}
