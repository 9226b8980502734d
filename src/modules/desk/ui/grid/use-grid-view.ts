// The filter and the order of the grid stand in the address, so that the way back from a tie leads to the same rows.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { gridViewIn, searchOfView } from '../address.ts';
import type { GridFilter, GridOrder } from './grid-view.ts';

export function useGridView() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const { filter, order } = gridViewIn(search);
  const show = (view: { readonly filter: GridFilter; readonly order: GridOrder }): void => {
    const on = typeof search['on'] === 'string' ? { on: search['on'] } : {};
    void navigate({ to: '.', search: { ...on, ...searchOfView(view) }, replace: true, resetScroll: false });
  };
  return {
    filter,
    order,
    setFilter: (changed: GridFilter) => show({ filter: changed, order }),
    setOrder: (changed: GridOrder) => show({ filter, order: changed }),
  };
}
