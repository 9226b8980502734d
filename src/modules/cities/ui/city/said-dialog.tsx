// Entering what a source states of a city, or correcting it.
import { useText } from '#client/language.ts';
import type { StatementShape } from '#modules/evidence/contract/shapes.ts';
import { EnterDialog } from '#modules/evidence/ui/enter-dialog.tsx';
import { cityAttributes, cityValueTypes } from '../../domain/city-attributes.ts';
import { citiesApi, citiesQueries } from '../client.ts';

interface SaidDialogProps {
  readonly cityId: string;
  readonly office: string;
  /** What we said so far; null for something new beside it. */
  readonly corrected: StatementShape | null;
  readonly onClose: () => void;
}

export function SaidDialog({ cityId, office, corrected, onClose }: SaidDialogProps) {
  const { t } = useText();
  const known = cityAttributes.map((attribute) => ({
    ...{ attribute, name: t(`cities.said_${attribute}`) },
    form: attribute === 'time_zone' ? ('zone' as const) : cityValueTypes[attribute],
  }));
  return (
    <EnterDialog
      {...{ office, known, corrected, onClose }}
      queryKey={citiesQueries.key()}
      enter={(entry, context) => citiesApi.enterCityStatements({ cityId, office, entries: [entry] }, { context })}
    />
  );
}
