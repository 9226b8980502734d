// The page of what answers to a city's challenges: where a company does, whoever works on meetings asks for one.
import { later } from '#design/notices/later.tsx';
import { CityMatchesPage, type CityMatchSlots } from '#modules/matching/ui/cities/city-matches-page.tsx';

const AskFromMatch = later(() => import('#modules/meetings/ui/suggest/ask-from-match.tsx'), 'AskFromMatch');

const slots: CityMatchSlots = { ask: (props) => <AskFromMatch {...props} /> };

export function CityMatches() {
  return <CityMatchesPage slots={slots} />;
}
