// A city's page, its slots filled with the parts of the modules that know more of the city.
import { needWorkingTexts } from '#client/language.ts';
import { later } from '#design/notices/later.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { CityPage, type CitySlots } from '#modules/cities/ui/city/city-page.tsx';
import { CityOutcomes } from '#modules/outcomes/ui/city-outcomes.tsx';
import { TiesOfCity } from '#modules/ties/ui/ties-of-city.tsx';

const ScorecardLink = later(() => import('#modules/reports/ui/scorecard/scorecard-link.tsx'), 'ScorecardLink');
const ProgrammeOfCities = later(() => import('#modules/expos/ui/programme/programme-of-cities.tsx'), 'ProgrammeOfCities');
const LessonsOfCity = later(() => import('#modules/matching/ui/lessons/lessons-of-city.tsx'), 'LessonsOfCity');
const ListedOnCity = later(() => import('#modules/reference/ui/listings/listed-on-city.tsx'), 'ListedOnCity');

const SameCity = later(async () => {
  await needWorkingTexts();
  return import('#modules/ties/ui/merge/same-city.tsx');
}, 'SameCity');

const slots: CitySlots = {
  ties: ({ id, slug, officeId }) => (
    <>
      <TiesOfCity cityId={id} slug={slug} />
      <ListedOnCity cityId={id} officeId={officeId} />
    </>
  ),
  outcomes: (city) => (
    <>
      <LessonsOfCity cityId={city.id} desks={[city.steward.id]} />
      <CityOutcomes city={city} />
      <ScorecardLink slug={city.slug} />
      <ProgrammeOfCities cityId={city.id} />
    </>
  ),
};

/** For whoever is signed in. */
const workingSlots: CitySlots = { ...slots, same: (city) => <SameCity city={city} /> };

export function City() {
  const works = useSession()?.account != null;
  return <CityPage slots={works ? workingSlots : slots} />;
}
