// The map as a picture to keep: as points (PNG) or as shapes (SVG), with what it shows and whose base it is written under it.
import type { GeoPermissibleObjects } from 'd3-geo';
import { useText } from '#client/language.ts';
import { TextAction } from '../button.tsx';
import { penOf } from './canvas.ts';
import { classesFor, knownWay, labelsOf, letterSize, paint, radiusOf, strongPlaces, type Scene } from './paint.ts';
import { fewLines } from './net.ts';
import { edgeOfWorld, outlineOf, outlineOfWay, world } from './view.ts';
import { escaped } from '#kernel/writing/markup.ts';
import { saveFile, saveText } from '../save-file.ts';

interface MapFilesProps {
  readonly label: string;
  readonly credit: string;
  readonly shape: GeoPermissibleObjects;
  readonly fileName: string;
  readonly canvas: () => HTMLCanvasElement | null;
  readonly scene: () => Scene | null;
}

const picture = { width: 1920, foot: 64 } as const;

function savePicture({ label, credit, fileName, canvas, scene }: MapFilesProps): void {
  const [at, shown] = [canvas(), scene()];
  if (at === null || shown === null) return;
  const made = document.createElement('canvas');
  made.width = picture.width;
  made.height = picture.width / 2 + picture.foot;
  const context = made.getContext('2d');
  if (context === null) return;
  const pen = penOf(at, shown.window);
  context.fillStyle = pen.role('paper');
  context.fillRect(0, 0, made.width, made.height);
  context.save();
  context.beginPath();
  context.rect(0, 0, picture.width, picture.width / 2);
  context.clip();
  paint(context, picture.width, shown, { ...pen, unit: (world.width / picture.width / shown.window.zoom) * 1.5 });
  context.restore();
  context.textAlign = 'left';
  context.fillStyle = pen.role('ink');
  context.font = `22px ${pen.fontFamily}`;
  context.fillText(label, 16, picture.width / 2 + 26);
  context.font = `17px ${pen.fontFamily}`;
  context.fillText(credit, 16, picture.width / 2 + 52);
  made.toBlob((blob) => (blob === null ? undefined : saveFile(`${fileName}.png`, blob)), 'image/png');
}

/** The same as the canvas shows, as shapes. */
function shapesOf({ label, credit, shape, canvas, scene }: MapFilesProps): string | null {
  const [at, shown] = [canvas(), scene()];
  if (at === null || shown === null) return null;
  const { net, picture: drawn, window, strong } = shown;
  const { role, fontFamily, unit } = penOf(at, window);
  const context = at.getContext('2d');
  const [width, height] = [world.width / window.zoom, world.height / window.zoom];
  let begun = 0;
  const ways = classesFor(drawn).map((wayClass) => {
    const paths: string[] = [];
    for (; begun < drawn.ways.length; begun += 1) {
      const way = drawn.ways[begun];
      if (way === undefined || way.lines.length > wayClass.upTo) break;
      paths.push(outlineOfWay(knownWay(net, way.from, way.to)));
    }
    return paths.length === 0 ? '' : `<path d="${paths.join('')}" stroke-width="${wayClass.width * unit}" opacity="${wayClass.alpha}"/>`;
  });
  const chosen = strong.map((line) => outlineOfWay(knownWay(net, net.from[line] ?? 0, net.to[line] ?? 0))).join('');
  const marked = strongPlaces(shown);
  const dots = drawn.spots.map(
    ({ place, x, y, stands }) =>
      `<circle cx="${x.toFixed(2)}" cy="${y.toFixed(2)}" r="${(radiusOf(stands, drawn.count <= fewLines) * unit).toFixed(3)}"${marked.has(place) ? ` fill="${role('chosen')}"` : ''}/>`,
  );
  const size = letterSize * unit;
  const measure = (words: string): number => {
    if (context === null) return words.length * size;
    context.font = `${size}px ${fontFamily}`;
    return context.measureText(words).width;
  };
  const names = labelsOf(shown, { unit, measure }).map(
    ({ text, x, y, align }) =>
      `<text x="${x.toFixed(2)}" y="${y.toFixed(2)}" text-anchor="${align === 'left' ? 'start' : 'end'}">${escaped(text)}</text>`,
  );
  const foot = 3 * size;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${window.x} ${window.y} ${width} ${height + foot}" role="img">
<title>${escaped(label)}</title><desc>${escaped(credit)}</desc>
<rect x="${window.x}" y="${window.y}" width="${width}" height="${height + foot}" fill="${role('paper')}"/>
<svg x="${window.x}" y="${window.y}" width="${width}" height="${height}" viewBox="${window.x} ${window.y} ${width} ${height}">
<path d="${outlineOf(shape)}" fill="${role('land')}"/><path d="${edgeOfWorld()}" fill="none" stroke="${role('land')}" stroke-width="${unit}"/>
<g fill="none" stroke="${role('line')}">${ways.join('')}</g><path d="${chosen}" fill="none" stroke="${role('chosen')}" stroke-width="${2 * unit}"/>
<g fill="${role('place')}">${dots.join('')}</g>
<g fill="${role('ink')}" stroke="${role('paper')}" stroke-width="${3 * unit}" paint-order="stroke" stroke-linejoin="round" font-size="${size}" font-family="${escaped(fontFamily)}">${names.join('')}</g></svg>
<text x="${window.x + size}" y="${window.y + height + 1.8 * size}" fill="${role('ink')}" font-size="${size}" font-family="${escaped(fontFamily)}">${escaped(label)} · ${escaped(credit)}</text>
</svg>
`;
}

export function MapFiles(props: MapFilesProps) {
  const { t } = useText();
  const saveShapes = (): void => {
    const shapes = shapesOf(props);
    if (shapes !== null) saveText(`${props.fileName}.svg`, 'image/svg+xml', shapes);
  };
  return (
    <span className="files">
      {t('design.save_as')} <TextAction onPress={() => savePicture(props)}>PNG</TextAction>{' '}
      <TextAction onPress={saveShapes}>SVG</TextAction>
    </span>
  );
}
