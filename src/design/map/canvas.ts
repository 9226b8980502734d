// The map on its canvas, painted again when anything changed: what is seen, what is chosen, the size of the box, the theme.
import { useEffect, useMemo, useRef } from 'react';
import type { GeoPermissibleObjects } from 'd3-geo';
import { pictureOf, type MapNet, type MapPicture } from './net.ts';
import { paint, type Ground, type MapChoice, type Pen, type Scene } from './paint.ts';
import { edgeOfWorld, outlineOf, world, type MapWindow } from './view.ts';

/** The shapes under the net, made once; null where no land is drawn. */
export const useGround = (shape: GeoPermissibleObjects | null): Ground | null =>
  useMemo(() => (shape === null ? null : { land: new Path2D(outlineOf(shape)), edge: new Path2D(edgeOfWorld()) }), [shape]);

export interface Shown {
  readonly net: MapNet;
  readonly window: MapWindow;
  /** 1 for each line that passes; null where all do. */
  readonly filter: Uint8Array | null;
  readonly chosen: MapChoice | null;
}

/** The lines of what is chosen, as far as they pass. */
export function strongLines({ net, filter, chosen }: Pick<Shown, 'net' | 'filter' | 'chosen'>): readonly number[] {
  if (chosen === null) return [];
  const passes = (line: number): boolean => filter === null || filter[line] === 1;
  if (chosen.kind === 'lines') return chosen.lines.filter(passes);
  const lines: number[] = [];
  for (let line = 0; line < net.from.length; line += 1)
    if ((net.from[line] === chosen.place || net.to[line] === chosen.place) && passes(line)) lines.push(line);
  return lines;
}

/** The colours and letters of the theme; strokes and letters keep their size on the screen however near the map is. */
export function penOf(canvas: HTMLCanvasElement, window: MapWindow): Pen {
  const style = getComputedStyle(canvas);
  return {
    unit: world.width / canvas.clientWidth / window.zoom,
    role: (name) => style.getPropertyValue(`--map-${name}`),
    fontFamily: style.fontFamily,
  };
}

/** The canvas, and what was last painted on it. */
export function useCanvas(ground: Ground | null, shown: Shown) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = useRef<Scene | null>(null);
  const pictures = useRef<{ readonly key: readonly unknown[]; readonly picture: MapPicture } | null>(null);
  const again = useRef<() => void>(() => undefined);
  useEffect(() => {
    again.current = () => {
      const at = canvas.current;
      if (at === null || ground === null || at.clientWidth === 0) return;
      const began = performance.now();
      const { net, window, filter, chosen } = shown;
      const key = [net, window, filter, at.clientWidth];
      // Choosing changes no picture, only how it is painted.
      const known = pictures.current?.key.every((part, n) => part === key[n]) === true ? pictures.current.picture : undefined;
      const picture = known ?? pictureOf(net, { window, width: at.clientWidth, filter });
      pictures.current = { key, picture };
      at.width = Math.round(at.clientWidth * devicePixelRatio);
      at.height = Math.round((at.width * world.height) / world.width);
      const context = at.getContext('2d', { willReadFrequently: true });
      if (context === null) return;
      painted.current = { ground, net, picture, window, chosen, strong: strongLines(shown) };
      paint(context, at.width, painted.current, penOf(at, window));
      // How long a map takes is measured where it is used.
      performance.measure('hansa map', { start: began });
    };
    const frame = requestAnimationFrame(again.current);
    return () => cancelAnimationFrame(frame);
  }, [ground, shown]);
  useEffect(() => {
    const box = canvas.current;
    if (box === null) return undefined;
    const redraw = (): void => again.current();
    const sizes = new ResizeObserver(redraw);
    sizes.observe(box);
    const theme = new MutationObserver(redraw);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', redraw);
    return () => {
      sizes.disconnect();
      theme.disconnect();
      scheme.removeEventListener('change', redraw);
    };
  }, [ground]);
  return { canvas, painted };
}
