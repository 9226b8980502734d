import qrcode from 'qrcode-generator';

/** The zone around a code that stays light, in modules. */
const QUIET = 4;

/** Bytes that the largest code holds at the correction that we use (ISO/IEC 18004, version 40, M). */
const MOST = 2331;

/** An address (ASCII) as a QR code to be read from paper; nothing where it does not fit. `label` says to ears what it opens. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  if (new TextEncoder().encode(text).length > MOST) return null;
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const size = count + 2 * QUIET;
  const dark = Array.from({ length: count * count }, (_, at) => [Math.floor(at / count), at % count] as const).filter(([row, column]) =>
    code.isDark(row, column),
  );
  const path = dark.map(([row, column]) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`).join('');
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
