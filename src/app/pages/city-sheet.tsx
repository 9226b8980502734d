// A city's sheet to print, with its ties and what came of them.
import { SheetPage, type SheetSlots } from '#modules/cities/ui/city/sheet-page.tsx';
import { OutcomesOnSheet } from '#modules/outcomes/ui/outcomes-on-sheet.tsx';
import { TiesOnSheet } from '#modules/ties/ui/ties-on-sheet.tsx';

const slots: SheetSlots = {
  ties: ({ id }) => <TiesOnSheet cityId={id} />,
  outcomes: (city) => <OutcomesOnSheet city={city} />,
};

export const CitySheet = () => <SheetPage slots={slots} />;
