// A tie's page, its slots filled with the parts of the modules that know more of the tie.
import { later } from '#design/notices/later.tsx';
import { TieOutcomes } from '#modules/outcomes/ui/tie-outcomes.tsx';
import { ReportLink } from '#modules/reports/ui/report-links.tsx';
import { TiePage, type TieSlots } from '#modules/ties/ui/tie-page.tsx';

/** Needs the tie and its outcomes first: its code comes while they are asked for. */
const TieOpening = later(() => import('#modules/reports/ui/tie-opening.tsx'), 'TieOpening');
const ProgrammeOfCities = later(() => import('#modules/expos/ui/programme/programme-of-cities.tsx'), 'ProgrammeOfCities');
const LessonsOfCity = later(() => import('#modules/matching/ui/lessons/lessons-of-city.tsx'), 'LessonsOfCity');
const ListedOnTie = later(() => import('#modules/reference/ui/listings/listed-on-tie.tsx'), 'ListedOnTie');

const BriefingLink = later(() => import('#modules/desk/ui/briefing/briefing-link.tsx'), 'BriefingLink');

const slots: TieSlots = {
  opening: (tie) => <TieOpening tie={tie} />,
  outcomes: (tie, office) => (
    <TieOutcomes
      tie={tie}
      office={office}
      reader={{
        isLeft: (id) => id === (office ?? tie.cities[tie.ownSide ?? 'a'].officeId),
        cityId: tie.ownSide === null ? undefined : tie.cities[tie.ownSide].id,
      }}
    />
  ),
  beside: (tie) => (
    <>
      <LessonsOfCity cityId={tie.cities.a.id} withCity={tie.cities.b.id} desks={[tie.cities.a.officeId, tie.cities.b.officeId]} />
      <ProgrammeOfCities cityId={tie.cities.a.id} otherCity={tie.cities.b.id} />
      <ListedOnTie tieId={tie.id} cityId={tie.cities.a.id} />
    </>
  ),
  // What nobody shows to everybody has no public report: its office reads the one with what it keeps.
  report: ({ slug, isPublic, kept }) => (
    <>
      <ReportLink {...{ slug, isPublic }} />
      {kept.length > 0 && <BriefingLink slug={slug} />}
    </>
  ),
};

export function Tie() {
  return <TiePage slots={slots} />;
}
