// Who sees something, in a sentence, with the one button that changes it and the way back.
import { useState, type ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { useNaming } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { AudienceDialog, type AudienceDialogProps, type ShownAudience, type WantedAudience } from './audience-dialog.tsx';

export interface AudienceSectionProps extends Pick<AudienceDialogProps, 'owner' | 'suggested' | 'shareNote' | 'preview'> {
  readonly shown: ShownAudience & { readonly version: number };
  /** What everybody reads, and what not, once it is public. */
  readonly publicNote?: string;
  readonly save: (wanted: WantedAudience, ifMatch: number) => Promise<{ readonly version: number }>;
  /** Reads anew what the page shows. */
  readonly refresh: () => Promise<unknown>;
  readonly children?: ReactNode;
}

export function AudienceSection({ shown, publicNote, save, refresh, children, ...dialog }: AudienceSectionProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { version, visibility, sharedWith } = shown;
  const set = async (wanted: WantedAudience, ifMatch: number) => {
    try {
      return await save(wanted, ifMatch);
    } finally {
      // Where somebody else was first, the new state stands there before the sentence asks to look at it.
      await refresh();
    }
  };
  const change = async (wanted: WantedAudience) => {
    const saved = await set(wanted, version);
    const before = { visibility, sharedWith: sharedWith.map(({ id }) => id) };
    toast({ text: t(`evidence.made_${wanted.visibility}`), undo: () => set(before, saved.version) });
  };
  const offices = formats.list(sharedWith.map(({ name }) => naming(name)));
  return (
    <Section title={t('evidence.audience')} aside={<Button onPress={() => setOpen(true)}>{t('evidence.change_audience')}</Button>}>
      <p>
        <VisibilityMark visibility={visibility} /> {t(`evidence.now_${visibility}`, { offices })} {visibility === 'public' && publicNote}
      </p>
      {children}
      {open && <AudienceDialog {...dialog} audience={shown} onSave={change} onClose={() => setOpen(false)} />}
    </Section>
  );
}
