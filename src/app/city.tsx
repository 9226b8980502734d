// A city's page, its slots filled with the parts of the modules that know more of the city.
import { CityPage, type CitySlots } from '#modules/cities/ui/city-page.tsx';

const slots: CitySlots = {};

export function City() {
  return <CityPage slots={slots} />;
}
