// Ties that could not be taken over, by the reason why.
import { useEffect, useRef } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useNaming } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import type { Adopted, ListedTie } from '../places/answers.ts';
import { useCodeWords } from '../code-words.ts';

const NAMED = 5;

export function NotTaken({ refused, ties }: { readonly refused: Adopted['refused']; readonly ties: readonly ListedTie[] }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const words = useCodeWords();
  const nameOf = (tieId: string): string => {
    const tie = ties.find((one) => one.tieId === tieId);
    return tie === undefined ? '' : `${naming(tie.cities.a.name)} – ${naming(tie.cities.b.name)}`;
  };
  // Told where it is looked for: beside what was asked, not beneath the message at the foot of the window.
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: 'center' }), [refused]);
  const byCode = Map.groupBy(refused, ({ code }) => code);
  return (
    <div ref={box}>
      <Notice kind="refused" live heading={t('reference.not_taken', { count: refused.length })}>
        <ul>
          {[...byCode].map(([code, those]) => (
            <li key={code}>
              {words(code)} {formats.list(those.slice(0, NAMED).map(({ tieId }) => nameOf(tieId)))}
              {those.length > NAMED && t('reference.and_more', { count: those.length - NAMED })}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
