import { encodeQR } from 'qr';
import './qr-code.css';

/** The zone around a code that stays light, in modules. */
const QUIET = 4;

/** Bytes that the largest code holds at the correction that we use (ISO/IEC 18004, version 40, M). */
const MOST = 2331;

/** A text, such as an address or a card, as a QR code to be read from paper or a screen; nothing where it does not fit. `label` says to ears what it opens. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  if (new TextEncoder().encode(text).length > MOST) return null;
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  const size = modules.length;
  const path = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
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
