// Enters what the forum of 2019 was told of learning: as it was reported, without a stage or a year, since nobody said one.
import type { OfficeId } from '#kernel/ids.ts';
import { getProfile } from '#modules/cities/api/profile/read-profile.ts';
import { openCity } from '#modules/cities/api/open-city.ts';
import { addLesson, setLessonAudience } from '#modules/matching/api/lessons/keep-lessons.ts';
import type { Work } from '#platform/work.ts';
import { cited, must, words, type SourceOf } from './as-people.ts';
import { wang } from './facts/happenings.ts';

/** From a city by its address, or from cities of a country that the source does not name. */
const facts = [
  { title: ['High-speed rail', '高铁'], from: null, country: 'JP', domain: 'urban_transport', told: 'High-speed rail, learned from' },
  { title: ['Banking', '银行业'], from: 'san-francisco-us', country: null, domain: 'investment', told: 'Banking, learned from' },
] as const;

/** What Shanghai's desk enters of its own city, for everybody. */
export async function enterLessons(work: Work, office: OfficeId, sourceOf: SourceOf): Promise<void> {
  const { id: learnerCity } = must(await openCity(work, 'shanghai-cn'));
  const { entries: profile } = must(await getProfile(work, { cityId: learnerCity }));
  const source = cited(await sourceOf('forum-2019'));
  for (const { title, from, country, domain, told } of facts) {
    const entry = {
      ...{ attribute: 'learned' as const, value: { type: 'code' as const, code: 'yes' }, kind: 'fact' as const, source, saidBy: wang },
      ...{ visibility: 'private' as const, sharedWith: [], supersedes: null },
    };
    const { id: lessonId, version } = must(
      await addLesson(work, {
        ...{ office, learnerCity, teacherCountry: country, title: words([...title]), domain, entries: [entry] },
        teacherCity: from === null ? null : must(await openCity(work, from)).id,
        practiceId: profile.find((one) => one.title['en']?.text.startsWith(told))?.id ?? null,
      }),
    );
    must(await setLessonAudience({ ...work, expectedVersion: version }, { lessonId, visibility: 'public', sharedWith: [] }));
  }
}
