// A dialog in which something of a tie is entered or corrected: saved, taken back, or left.
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/dialog.tsx';
import { Form } from '#design/form.tsx';
import { KeepTyped } from '#design/keep-typed.tsx';
import { useToast } from '#design/toast.tsx';

interface EntryDialogProps {
  readonly title: string;
  /** A date is not understood: nothing is sent before it is. */
  readonly doubtful: boolean;
  /** `idempotencyKey` is the same however often it is sent. */
  readonly onSave: (idempotencyKey: string) => Promise<unknown>;
  readonly onWithdraw?: (() => Promise<unknown>) | undefined;
  readonly onClose: () => void;
  /** What is being entered, where that can be switched: what was wrong with one says nothing of another. */
  readonly about?: string;
  readonly children: ReactNode;
}

export function EntryDialog({ title, doubtful, onSave, onWithdraw, onClose, about, children }: EntryDialogProps) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const [asked, setAsked] = useState(about);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const run = (act: () => Promise<unknown>, words: string) => {
    setAsked(about);
    void action.run(async () => {
      await act();
      // A statement stands in the history of its attribute, too, and a source among those used before.
      await Promise.all([queries().ties.key(), queries().evidence.key()].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      toast({ text: words });
      onClose();
    });
  };
  return (
    <Dialog open wide onClose={onClose} title={title}>
      <KeepTyped>
        <Form
          {...(asked === about ? formTrouble(action) : {})}
          onSubmit={() => (doubtful ? undefined : run(() => onSave(idempotencyKey), t('ties.saved')))}
        >
          {children}
          <Buttons after>
            <Button kind="go" type="submit" busy={action.busy}>
              {t('ties.save')}
            </Button>
            {onWithdraw !== undefined && <Button onPress={() => run(onWithdraw, t('ties.withdrawn'))}>{t('ties.withdraw')}</Button>}
            <Button kind="text" onPress={onClose}>
              {t('design.cancel')}
            </Button>
          </Buttons>
        </Form>
      </KeepTyped>
    </Dialog>
  );
}

/** What is sent of a line: null where nothing stands in it. */
export const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());
