// Lessons of a city or a tie: one line a lesson, how far it has come as somebody says, and all that is stated of it.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { AsWritten, Named, useNaming } from '#design/named.tsx';
import { Note, Rich, Section } from '#design/page.tsx';
import { writing } from '#kernel/language.ts';
import { SourceName } from '#modules/evidence/ui/said.tsx';
import { Value } from '#modules/evidence/ui/value.tsx';
import { lessonCounts, stages, type LessonAttribute } from '../../domain/lessons/lesson.ts';
import type { Lesson } from '../client.ts';
import { AddLesson } from './add-lesson.tsx';
import { LessonSteps, useCodeName } from './lesson-steps.tsx';
import './lessons.css';

interface LessonsProps {
  readonly cityId: string;
  readonly withCity: string | null;
  /** The reader's own that may enter one; null for who only reads. */
  readonly office: string | null;
  readonly lessons: readonly Lesson[];
}

export function Lessons({ cityId, withCity, office, lessons }: LessonsProps) {
  const { t } = useText();
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('matching.lessons')}
      id="lessons"
      aside={
        office === null ? t('matching.lessons_note') : <TextAction onPress={() => setAdding(true)}>{t('matching.lessons_add')}</TextAction>
      }
    >
      {lessons.length === 0 ? <Note>{t('matching.lessons_none')}</Note> : <Counted lessons={lessons} />}
      <ul className="lessons">
        {lessons.map((lesson) => (
          <OneLesson key={lesson.id} lesson={lesson} cityId={cityId} />
        ))}
      </ul>
      {adding && office !== null && <AddLesson {...{ cityId, withCity, office }} onClose={() => setAdding(false)} />}
    </Section>
  );
}

/** How many there are and how far they have come, by what is shown first; what nobody says is counted as such. */
function Counted({ lessons }: { readonly lessons: readonly Lesson[] }) {
  const { t } = useText();
  const counts = lessonCounts(lessons.map(({ said }) => said));
  const parts = [
    ...stages.flatMap((stage) => (counts.stages[stage] === 0 ? [] : [t(`matching.lessons_${stage}`, { count: counts.stages[stage] })])),
    ...(counts.unsaid === 0 ? [] : [t('matching.lessons_unsaid', { count: counts.unsaid })]),
    ...(counts.denied === 0 ? [] : [t('matching.lessons_denied', { count: counts.denied })]),
    ...(counts.differing === 0 ? [] : [t('matching.lessons_differing', { count: counts.differing })]),
  ];
  return <Note>{parts.join(t('ties.comma'))}</Note>;
}

type Place = Lesson['learner'];

/** A city as a link, but for the one whose page this is. */
function City({ city, cityId }: { readonly city: Place; readonly cityId: string }) {
  if (city.id === cityId) return <Named text={city.name} quiet />;
  return (
    <Link to="/cities/$slug" params={{ slug: city.slug }}>
      <Named text={city.name} quiet />
    </Link>
  );
}

function OneLesson({ lesson, cityId }: { readonly lesson: Lesson; readonly cityId: string }) {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { title, learner, teacher, teacherCountry, domain, practice, visibility, mayEdit } = lesson;
  const from =
    teacher === null ? t('matching.lessons_city_of', { country: formats.countryName(teacherCountry ?? '') }) : naming(teacher.name);
  return (
    <li>
      <h3>
        <Named text={title} />
      </h3>
      <p>
        <Rich
          text={t('matching.lessons_line', { learner: naming(learner.name), teacher: from })}
          links={[
            () => <City city={learner} cityId={cityId} />,
            (words) => (teacher === null ? words : <City city={teacher} cityId={cityId} />),
          ]}
        />
        {domain !== null && (
          <span className="note">
            {writing[language].apart}
            {t(`cities.domain_${domain}`)}
          </span>
        )}{' '}
        {mayEdit && <VisibilityMark visibility={visibility} />}
      </p>
      {teacher === null && <Note>{t('matching.lessons_city_unsaid')}</Note>}
      <First lesson={lesson} />
      {practice !== null && (
        <Note>
          {t('matching.lessons_told_in')} <Named text={practice.title} />
        </Note>
      )}
      <LessonSteps lesson={lesson} />
    </li>
  );
}

/** The line of one attribute that is shown first, with who says so. */
function First({ lesson: { said } }: { readonly lesson: Lesson }) {
  const { t } = useText();
  const codeName = useCodeName();
  const lines = (['learned', 'stage', 'result'] as const satisfies readonly LessonAttribute[]).map((attribute) => {
    const entry = said.find((one) => one.attribute === attribute);
    const first = entry?.shown.first ?? null;
    if (first === null && attribute !== 'stage') return null;
    return (
      <div key={attribute}>
        <dt>{t(`matching.lesson_${attribute}`)}</dt>
        <dd>
          {first === null ? (
            t('matching.lesson_stage_unsaid')
          ) : (
            <>
              <Value value={first.value} codeName={codeName} />
              {(entry?.values ?? 0) > 1 && <b> {t('matching.lesson_differs')}</b>}
              <small>
                {first.saidBy !== null && (
                  <>
                    <AsWritten text={first.saidBy} named />
                    {t('ties.comma')}
                  </>
                )}
                <SourceName source={first.source} office={first.office.name} />
              </small>
            </>
          )}
        </dd>
      </div>
    );
  });
  return <dl className="lesson">{lines}</dl>;
}
