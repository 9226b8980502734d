// The page of a visit, its slots filled with the parts of the modules that know more of it.
import { later } from '#design/notices/later.tsx';
import { VisitPage, type VisitSlots } from '#modules/ties/ui/visit/visit-page.tsx';
import { OutcomesOfVisit } from '#modules/outcomes/ui/outcomes-of-visit.tsx';

const VisitAtEditions = later(() => import('#modules/meetings/ui/programme/visit-at-editions.tsx'), 'VisitAtEditions');

const BriefingLink = later(() => import('#modules/desk/ui/briefing/briefing-link.tsx'), 'BriefingLink');

const VisitMatches = later(() => import('#modules/matching/ui/cities/visit-matches.tsx'), 'VisitMatches');

const slots: VisitSlots = {
  acts: ({ tie, exchange }) =>
    tie.kept.length === 0 ? null : (
      <p className="noprint">
        <BriefingLink slug={tie.slug} exchange={exchange.id} />
      </p>
    ),
  // Whoever receives the visit asks whom it should meet.
  matches: ({ tie, exchange, visit, office }) =>
    office === null || tie.ownSide === null || tie.ownSide === exchange.fromSide ? null : (
      <VisitMatches {...{ tie, exchange, visit, office }} />
    ),
  editions: ({ tie, exchange, office }) =>
    office === null ? null : (
      // Who receives a visit leads no group of it.
      <VisitAtEditions visitId={exchange.id} office={office} mayBeOurs={exchange.fromSide === null || exchange.fromSide === tie.ownSide} />
    ),
  outcomes: ({ tie, exchange, office }) => (
    <OutcomesOfVisit
      tie={tie}
      visitId={exchange.id}
      office={office}
      reader={{ isLeft: (id) => id === (office ?? tie.cities[tie.ownSide ?? 'a'].officeId) }}
    />
  ),
};

export function Visit() {
  return <VisitPage slots={slots} />;
}
