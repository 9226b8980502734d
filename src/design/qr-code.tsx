import { qrOf } from './qr.ts';

/** The zone around a code that stays light, in modules. */
const QUIET = 4;

/** A text as a QR code to be read from paper; nothing where it does not fit. `label` says to ears what it opens. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const code = qrOf(text);
  if (code === null) return null;
  const size = code.length + 2 * QUIET;
  const path = code.flatMap((row, r) => row.flatMap((dark, c) => (dark ? [`M${c + QUIET} ${r + QUIET}h1v1h-1z`] : []))).join('');
  return (
    <svg
      className="qrcode"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={size * 5}
      height={size * 5}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
