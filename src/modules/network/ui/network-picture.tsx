// A net as a picture with names that can be read, in a scroller where it is wider than the page; to keep as SVG, PNG or GeoJSON.
import { useRef } from 'react';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { saveFile, saveText } from '#design/save-file.ts';
import type { Net } from '../contract/network.ts';
import type { NetLayout } from './network-layout.ts';
import './network.css';

interface NetworkPictureProps {
  readonly label: string;
  readonly layout: NetLayout;
  /** What the files are called. */
  readonly fileName: string;
  readonly net: Net;
  readonly nameOf: (id: string) => string;
}

/** Properties of the page's style sheet that a picture on its own must bring along. */
const carried = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'paint-order',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
];

/** The picture with its colours and letters written into it, on paper. */
function alone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [own, copied] = [svg.querySelectorAll('path, circle, text'), copy.querySelectorAll('path, circle, text')];
  own.forEach((element, at) => {
    const style = getComputedStyle(element);
    for (const name of carried) copied[at]?.setAttribute(name, style.getPropertyValue(name));
    copied[at]?.removeAttribute('class');
  });
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', getComputedStyle(document.body).backgroundColor],
  ] as const)
    paper.setAttribute(name, value);
  copy.prepend(paper);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.removeAttribute('class');
  return new XMLSerializer().serializeToString(copy);
}

/** Twice as fine as the screen, so that it can be printed. */
const fineness = 2;

async function savePicture(svg: SVGSVGElement, { layout, fileName }: Pick<NetworkPictureProps, 'layout' | 'fileName'>): Promise<void> {
  const image = new Image();
  const bytes = new TextEncoder().encode(alone(svg));
  image.src = `data:image/svg+xml;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [layout.width * fineness, layout.height * fineness];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => (blob === null ? undefined : saveFile(`${fileName}.png`, blob)), 'image/png');
}

/** Cities as points and ties as lines, as far as they have positions (RFC 7946: longitude first). */
function geoJsonOf({ cities, ties }: Net, nameOf: (id: string) => string): string {
  const placed = new Map(
    cities.flatMap(({ id, latitude, longitude }) => (latitude === null || longitude === null ? [] : [[id, [longitude, latitude]]])),
  );
  const points = cities.flatMap(({ id, slug, country }) => {
    const coordinates = placed.get(id);
    return coordinates === undefined
      ? []
      : [{ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { city: slug, name: nameOf(id), country } }];
  });
  const lines = ties.flatMap(({ a, b, slug, kept }) => {
    const [from, to] = [placed.get(a), placed.get(b)];
    return from === undefined || to === undefined
      ? []
      : [{ type: 'Feature', geometry: { type: 'LineString', coordinates: [from, to] }, properties: { tie: slug, kept } }];
  });
  return JSON.stringify({ type: 'FeatureCollection', features: [...points, ...lines] });
}

export function NetworkPicture({ label, layout, fileName, net, nameOf }: NetworkPictureProps) {
  const { t } = useText();
  const svg = useRef<SVGSVGElement>(null);
  const { width, height, nodes, edges } = layout;
  return (
    <figure className="network">
      <div className="scroll" tabIndex={0} role="region" aria-label={label}>
        <svg ref={svg} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
          {edges.map(({ id, path, quiet }) => (
            <path key={id} d={path} className={quiet ? 'quiet' : undefined} />
          ))}
          {nodes.map(({ id, label: name, x, y, anchor, turn, isCentre }) => (
            <g key={id} transform={`translate(${x} ${y})`}>
              <circle r={isCentre ? 6 : 4} className={isCentre ? 'centre' : undefined} />
              <text
                transform={turn === 0 ? undefined : `rotate(${turn})`}
                x={anchor === 'start' ? 9 : anchor === 'end' ? -9 : 0}
                y={anchor === 'middle' ? -11 : 4}
                textAnchor={anchor}
                className={isCentre ? 'centre' : undefined}
              >
                {name}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <figcaption>
        {t('design.save_as')}{' '}
        <TextAction onPress={() => (svg.current === null ? undefined : void savePicture(svg.current, { layout, fileName }))}>
          PNG
        </TextAction>{' '}
        <TextAction onPress={() => (svg.current === null ? undefined : saveText(`${fileName}.svg`, 'image/svg+xml', alone(svg.current)))}>
          SVG
        </TextAction>{' '}
        <TextAction onPress={() => saveText(`${fileName}.geojson`, 'application/geo+json', geoJsonOf(net, nameOf))}>GeoJSON</TextAction>
      </figcaption>
    </figure>
  );
}
