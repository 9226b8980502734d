// The way from what is missing to where a company says it: its own page, the organiser's list, or who else may.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { useName } from '../edition/names.tsx';
import type { Suggestions } from './suggestions.ts';

type Participant = Suggestions['participant'];

/** Whether the reader writes this entry, and does not only act for it. */
export const useIsOwn = ({ id }: Pick<Participant, 'id'>): boolean =>
  useQuery(exposQueries.listOwnPlaces.queryOptions({ input: {} })).data?.entries.some((place) => place.id === id) === true;

interface SayMoreProps {
  readonly edition: { readonly id: string };
  readonly participant: Participant;
}

export function SayMore({ edition, participant }: SayMoreProps) {
  const { t } = useText();
  const name = useName();
  const isOwn = useIsOwn(participant);
  const known = useQuery({ ...exposQueries.getEdition.queryOptions({ input: { edition: edition.id } }), enabled: !isOwn }).data;
  if (isOwn)
    return (
      <Link to="/in" search={{ place: participant.id }} hash="profile">
        {t('meetings.suggest_say')}
      </Link>
    );
  if (known === undefined) return null;
  if (!known.mayEdit) return <>{t('meetings.suggest_who_says', { name: name(participant.name) })}</>;
  return (
    <Link to="/editions/$slug/setup/participants" params={{ slug: known.slug }} search={{ open: participant.id }}>
      {t('meetings.suggest_entry', { name: name(participant.name) })}
    </Link>
  );
}
