// What makes the product installable and its agenda open without a network: icons drawn from the product's own sign, a manifest in each language,
// and the worker with the list of files that it keeps. Written by the build.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';
import { texts } from '../src/app/texts/texts.ts';
import { languages, writing, type Language } from '../src/kernel/language.ts';

const root = path.join(import.meta.dirname, '..');

/** Of the light theme: the sign on paper. */
const [paper, sign] = ['#f7f9f9', '#0b4a6f'];

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The rectangles of a sign, whose path knows no other shape: `M x y h w v h H x z`, in units of its view box. */
export function rectanglesOf(svg: string): readonly Rectangle[] {
  const d = / d="([^"]+)"/.exec(svg)?.[1] ?? '';
  const found = [...d.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)(?:H[\d.]+|h-[\d.]+)z/g)];
  if (found.map(([all]) => all).join('') !== d || found.length === 0)
    throw new Error('the sign has shapes other than rectangles: draw the icons anew');
  return found.map(([, x, y, width, height]) => ({ x: Number(x), y: Number(y), width: Number(width), height: Number(height) }));
}

const channels = (colour: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** How much of a pixel between two edges lies within a span: 0 to 1. */
const covered = (pixel: number, from: number, until: number): number => Math.max(0, Math.min(pixel + 1, until) - Math.max(pixel, from));

function chunk(type: string, bytes: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The sign on paper as a PNG of so many pixels each way; `share`: how much of it the view box fills (a mask cuts the edges away). */
export function drawIcon(svg: string, { pixels, share }: { readonly pixels: number; readonly share: number }): Buffer {
  const [ground, ink] = [channels(paper), channels(sign)];
  const scale = (pixels * share) / 32;
  const edge = (pixels * (1 - share)) / 2;
  const shapes = rectanglesOf(svg).map(({ x, y, width, height }) => ({
    left: edge + x * scale,
    top: edge + y * scale,
    right: edge + (x + width) * scale,
    bottom: edge + (y + height) * scale,
  }));
  const bytes = Buffer.alloc(pixels * (1 + pixels * 3));
  for (let row = 0; row < pixels; row += 1)
    for (let column = 0; column < pixels; column += 1) {
      const inked = Math.min(
        1,
        shapes.reduce((sum, one) => sum + covered(column, one.left, one.right) * covered(row, one.top, one.bottom), 0),
      );
      for (const [at, level] of ground.entries())
        bytes[row * (1 + pixels * 3) + 1 + column * 3 + at] = Math.round(level + ((ink[at] ?? 0) - level) * inked);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(pixels, 0);
  head.writeUInt32BE(pixels, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(bytes, { level: 9 })), chunk('IEND', new Uint8Array())]);
}

const icons = [
  { file: 'icon-192.png', pixels: 192, share: 0.86, purpose: 'any' },
  { file: 'icon-512.png', pixels: 512, share: 0.86, purpose: 'any' },
  { file: 'icon-mask-512.png', pixels: 512, share: 0.66, purpose: 'maskable' },
  { file: 'icon-180.png', pixels: 180, share: 0.8, purpose: null },
] as const;

const manifestOf = (language: Language): string =>
  JSON.stringify({
    id: '/',
    name: texts[language]['design.product'],
    short_name: texts[language]['design.product_short'],
    lang: writing[language].locale,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    icons: icons
      .filter(({ purpose }) => purpose !== null)
      .map(({ file, pixels, purpose }) => ({ src: `/${file}`, sizes: `${pixels}x${pixels}`, type: 'image/png', purpose })),
  });

/** Pages that open without a network, what stands around them, and what they fetch later by themselves. */
const pocketed =
  /\/src\/(app\/client\.tsx|app\/working-paths\.ts|app\/pages\/(home|working-home)\.tsx|app\/texts\/(reader|working)-texts\.\w+\.ts|client\/pocket\/pocket\.ts|design\/notices\/focus-near\.ts|modules\/(accounts\/ui\/(invitations|sign-in-again)|cities\/ui\/(search\/box|region-labels)|meetings\/ui\/(agenda\/agenda-page|company\/place-page|door\/check-in-page|requests\/my-requests-page))\.tsx?)$/;

/** The files of these pages with everything that they import. */
function filesOf(bundle: Rolldown.OutputBundle): readonly string[] {
  const found = new Set<string>();
  const follow = (file: string): void => {
    const part = bundle[file];
    if (part === undefined || found.has(file)) return;
    found.add(file);
    if (part.type !== 'chunk') return;
    for (const css of part.viteMetadata?.importedCss ?? []) found.add(css);
    for (const next of part.imports) follow(next);
  };
  for (const [file, part] of Object.entries(bundle)) {
    if (part.type === 'chunk' && part.moduleIds.some((id) => pocketed.test(id))) follow(file);
    // Text faces: without them words would jump.
    if (/latin-.*\.woff2$/.test(file)) found.add(file);
  }
  return [...found].sort().map((file) => `/${file}`);
}

export const pocketFiles = (): Plugin => ({
  name: 'pocket-files',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const svg = readFileSync(path.join(root, 'src/design/public/favicon.svg'), 'utf8');
      const emit = (fileName: string, source: string | Uint8Array): unknown => this.emitFile({ type: 'asset', fileName, source });
      for (const { file, ...shape } of icons) emit(file, drawIcon(svg, shape));
      for (const language of languages) emit(`hansa.${writing[language].suffix}.webmanifest`, manifestOf(language));
      const files = [...filesOf(bundle), '/first-paint.js', '/favicon.svg'];
      const worker = readFileSync(path.join(root, 'src/client/pocket/worker.js'), 'utf8');
      // Whatever any of them holds changes the names of the others, except of what stands in no bundle.
      const own = ['index.html', 'src/design/public/first-paint.js', 'src/design/public/favicon.svg'].map((file) =>
        readFileSync(path.join(root, file), 'utf8'),
      );
      const version = createHash('sha256')
        .update([...files, ...own, worker].join('\n'))
        .digest('hex')
        .slice(0, 16);
      emit('worker.js', `const version = ${JSON.stringify(version)};\nconst files = ${JSON.stringify(files)};\n${worker}`);
    },
  },
});
