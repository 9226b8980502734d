// The world as a view of places and the lines between them: land only, or the deployment's approved base, drawn on a canvas.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, type ReactNode } from 'react';
import type { GeoPermissibleObjects } from 'd3-geo';
import { useText } from '#client/language.ts';
import { Button } from './button.tsx';
import { useCanvas, useDrawing, type MapChoice, type MapLine, type MapPlace } from './map-canvas.ts';
import { useMoves } from './map-moves.ts';
import { spotOf } from './map-view.ts';

/** What a deployment allows to be drawn; `number` is the approval that must be printed with its base. */
type MapBase =
  { readonly kind: 'off' } | { readonly kind: 'land' | 'approved'; readonly number: string | null; readonly shape: GeoPermissibleObjects };

export interface WorldMapProps {
  /** What the map shows, for whoever does not see it. */
  readonly label: string;
  readonly places: readonly MapPlace[];
  readonly lines: readonly MapLine[];
  readonly chosen: MapChoice | null;
  readonly onChoose: (choice: MapChoice | null) => void;
  /** Opens what is chosen, by a second press or Enter. */
  readonly onOpen: (choice: MapChoice) => void;
  /** What is chosen, in words and links; null while nothing is. */
  readonly said: ReactNode;
}

/** The deployment's map, null while it is being asked for. */
function useMapBase(): MapBase | null {
  const asked = useQuery({
    queryKey: ['map'],
    staleTime: Infinity,
    queryFn: async ({ signal }) => (await (await fetch('/map.json', { signal })).json()) as MapBase,
  });
  return asked.data ?? null;
}

/** Nothing where the deployment shows no map; the page offers the same as a table. */
export function WorldMap({ label, places, lines, said, ...choosing }: WorldMapProps) {
  const { t } = useText();
  const { chosen } = choosing;
  const base = useMapBase();
  const drawing = useDrawing(base === null || base.kind === 'off' ? null : base.shape, places, lines);
  const spots = useMemo(() => places.map(spotOf), [places]);
  const { window, zoom, whole, onKeyDown, onWheel, pointer } = useMoves({ drawing, spots, places, ...choosing });
  const shown = useMemo(() => ({ window, places, chosen }), [window, places, chosen]);
  const canvas = useCanvas(drawing, shown);
  useEffect(() => {
    const at = canvas.current;
    at?.addEventListener('wheel', onWheel, { passive: false });
    return () => at?.removeEventListener('wheel', onWheel);
  });
  if (base === null || base.kind === 'off' || drawing === null) return null;
  return (
    <figure className="worldmap">
      <canvas
        ref={canvas}
        tabIndex={0}
        role="application"
        aria-label={`${label}. ${t('design.map_keys')}`}
        onKeyDown={onKeyDown}
        {...pointer}
      />
      <figcaption>
        <span aria-live="polite">{said ?? t('design.map_choose')}</span>
        <span className="buttons">
          <Button onPress={() => zoom(1.5)}>{t('design.map_nearer')}</Button>
          <Button onPress={() => zoom(1 / 1.5)}>{t('design.map_farther')}</Button>
          <Button onPress={whole}>{t('design.map_all')}</Button>
        </span>
        <span className="note">
          {base.kind === 'approved' ? t('design.map_approved', { number: base.number ?? '' }) : t('design.map_land')}
        </span>
      </figcaption>
    </figure>
  );
}
