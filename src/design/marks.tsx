// Marks beside their words, and the key that explains those which stand alone in a grid.
import { createContext, useContext, type ReactNode } from 'react';
import { useText } from '#client/language.ts';

/** Whether whoever looks is not signed in, as the frame of the app says. */
export const OnlyReads = createContext(false);

/**
 * Who may see it: a word in a frame whose edge opens as the audience does. `children` says it more exactly: "shared with Shanghai".
 * Whoever is not signed in sees only what is public, and is not told so at each line.
 */
export function VisibilityMark({
  visibility,
  children,
}: {
  readonly visibility: 'private' | 'shared' | 'public';
  readonly children?: ReactNode;
}) {
  const { t } = useText();
  const isReader = useContext(OnlyReads);
  if (isReader && visibility === 'public' && children === undefined) return null;
  return <span className={`vis ${visibility}`}>{children ?? t(`design.${visibility}`)}</span>;
}

/** A value that is not known, written out: never empty, never zero. */
export function Unknown({ children }: { readonly children?: ReactNode }) {
  const { t } = useText();
  return <span className="unknown">{children ?? t('design.unknown')}</span>;
}

export type SwatchLook = 'plain' | 'pin' | 'hard' | 'soft' | 'shut' | 'idle' | 'meet' | 'talk' | 'way' | 'hole';

export interface KeyEntry {
  readonly look: SwatchLook;
  readonly sample: ReactNode;
  readonly text: ReactNode;
}

/** What the looks of a grid mean. `children` adds a note. */
export function Key({ entries, children }: { readonly entries: readonly KeyEntry[]; readonly children?: ReactNode }) {
  return (
    <ul className="keyline">
      {entries.map(({ look, sample, text }) => (
        <li key={look}>
          <span className={look === 'plain' ? 'swatch' : `swatch ${look}`} aria-hidden="true">
            {sample}
          </span>
          <span>{text}</span>
        </li>
      ))}
      {children !== undefined && <li>{children}</li>}
    </ul>
  );
}
