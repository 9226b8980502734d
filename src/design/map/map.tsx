// The world as a view of places and the lines between them: land only, or the deployment's approved base, drawn on a canvas.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { GeoPermissibleObjects } from 'd3-geo';
import { useText } from '#client/language.ts';
import { Button } from '../button.tsx';
import { useCanvas, useGround } from './canvas.ts';
import { MapFiles } from './files.tsx';
import { useMoves } from './moves.ts';
import type { MapNet } from './net.ts';
import type { MapChoice, Scene } from './paint.ts';

/** What a deployment allows to be drawn; `number` is the approval that must be printed with its base. */
type MapBase =
  | { readonly kind: 'off' }
  | { readonly kind: 'land' | 'approved'; readonly number: string | null; readonly shape: GeoPermissibleObjects };

export interface WorldMapProps {
  /** What the map shows, for whoever does not see it. */
  readonly label: string;
  readonly net: MapNet;
  /** 1 for each line that is to be drawn; null where all are. */
  readonly filter: Uint8Array | null;
  readonly chosen: MapChoice | null;
  readonly onChoose: (choice: MapChoice | null) => void;
  /** Opens what is chosen, by a second press or Enter. */
  readonly onOpen: (choice: MapChoice) => void;
  /** What is chosen, in words and links; null while nothing is. */
  readonly said: ReactNode;
  /** What the files are called that the map is saved as. */
  readonly fileName: string;
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
export function WorldMap({ label, net, filter, said, fileName, ...choosing }: WorldMapProps) {
  const { t } = useText();
  const { chosen } = choosing;
  const base = useMapBase();
  const shape = base === null || base.kind === 'off' ? null : base.shape;
  const ground = useGround(shape);
  const scene = useRef<() => Scene | null>(() => null);
  const { window, zoom, whole, onKeyDown, onWheel, pointer } = useMoves({ net, scene: () => scene.current(), ...choosing });
  const shown = useMemo(() => ({ net, window, filter, chosen }), [net, window, filter, chosen]);
  const { canvas, painted } = useCanvas(ground, shown);
  scene.current = () => painted.current;
  useEffect(() => {
    const at = canvas.current;
    at?.addEventListener('wheel', onWheel, { passive: false });
    return () => at?.removeEventListener('wheel', onWheel);
  });
  if (base === null || base.kind === 'off' || shape === null) return null;
  const credit = base.kind === 'approved' ? t('design.map_approved', { number: base.number ?? '' }) : t('design.map_land');
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
        <span className="note">{credit}</span>
        <MapFiles {...{ label, credit, shape, fileName }} canvas={() => canvas.current} scene={() => painted.current} />
      </figcaption>
    </figure>
  );
}
