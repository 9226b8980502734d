// What the server asks before it does what was sent, in one dialog for all pages: no question goes unheard.
import { useEffect, useState } from 'react';
import { onAsked } from '#client/asking.ts';
import type { Asked } from '#client/error.ts';
import { later } from './later.tsx';

const AskedDialog = later(async () => {
  const { AskedDialog: Asking } = await import('./asked-dialog.tsx');
  return { AskedDialog: Asking };
}, 'AskedDialog');

interface Open {
  readonly questions: readonly Asked[];
  readonly answer: (isMeant: boolean) => void;
}

export function Asking() {
  const [open, setOpen] = useState<Open | null>(null);
  useEffect(
    () =>
      onAsked(
        (questions) =>
          new Promise((resolve) => {
            setOpen({
              questions,
              answer: (isMeant) => {
                setOpen(null);
                resolve(isMeant);
              },
            });
          }),
      ),
    [],
  );
  return open === null ? null : <AskedDialog questions={open.questions} onAnswer={open.answer} />;
}
