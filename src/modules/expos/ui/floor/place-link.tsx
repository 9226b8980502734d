// A table or stand that leads to its place on the floor plan, where its hall is drawn; else its words alone.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { ButtonLink } from '#design/button.tsx';
import { floorSearch } from './floor-search.ts';
import { exposQueries } from '../client.ts';

interface PlaceOnPlan {
  readonly kind: 'table' | 'stand';
  readonly code: string;
  readonly hall: string | null;
}

interface PlaceLinkProps {
  readonly editionId: string;
  readonly place: PlaceOnPlan;
  /** From where one comes: another place of this hall or another. */
  readonly from?: PlaceOnPlan | null | undefined;
  readonly children: ReactNode;
}

const nameOf = ({ kind, code }: PlaceOnPlan): string => `${kind}-${code}`;

export function PlaceLink({ editionId, place, from = null, children }: PlaceLinkProps) {
  const { data } = useQuery({ ...exposQueries.listHalls.queryOptions({ input: { editionId } }), staleTime: 300_000, throwOnError: false });
  const { hall } = place;
  if (hall === null || data?.entries.some(({ code, drawn }) => code === hall && drawn > 0) !== true) return children;
  const comesFrom = (one: PlaceOnPlan): string => (one.hall === hall || one.hall === null ? nameOf(one) : `hall-${one.hall}`);
  const start = from === null || from.hall === null || nameOf(from) === nameOf(place) ? {} : { from: comesFrom(from) };
  return (
    <Link to="/editions/$slug/halls" params={{ slug: editionId }} search={floorSearch({ hall, to: nameOf(place), ...start })}>
      {children}
    </Link>
  );
}

/** Leads to the floor plan of an edition that has one. */
export function FloorButton({ editionId, slug }: { readonly editionId: string; readonly slug: string }) {
  const { t } = useText();
  const { data } = useQuery({ ...exposQueries.listHalls.queryOptions({ input: { editionId } }), throwOnError: false });
  if (data?.entries.some(({ drawn }) => drawn > 0) !== true) return null;
  return (
    <ButtonLink to="/editions/$slug/halls" params={{ slug }}>
      {t('expos.floor')}
    </ButtonLink>
  );
}
