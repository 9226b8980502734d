// Withdrawing a statement and deciding that one is shown first; both ask for the reason, which stands beside it afterwards.
import { useState } from 'react';
import { api } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Form, textOf } from '#design/fields/form.tsx';
import { TextField } from '#design/fields/field.tsx';
import type { StatementDialogProps } from './statement-audience.tsx';

export function WithdrawDialog({ statement, onClose, onDone }: StatementDialogProps) {
  const { t } = useText();
  const action = useAction();
  const withdraw = async (reason: string) => {
    const input = { statementId: statement.id, reason };
    const done = await action.run(async () => {
      await api().evidence.withdrawStatement(input, { context: { ifMatch: statement.version } });
      await onDone();
    });
    if (done) onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('evidence.withdraw_title')}>
      <Form {...formTrouble(action)} onSubmit={(entries) => void withdraw(textOf(entries, 'reason'))}>
        <p className="note">{t('evidence.withdraw_note')}</p>
        <TextField name="reason" label={t('evidence.reason')} maxLength={500} />
        <Buttons>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('evidence.withdraw')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}

/** `office`: for whose view it is pinned. */
export function PinDialog({ statement, office, onClose, onDone }: StatementDialogProps & { readonly office: string }) {
  const { t } = useText();
  const action = useAction();
  const [visibility, setVisibility] = useState<'private' | 'public'>('private');
  // What not everybody may read cannot be first for everybody.
  const views = statement.visibility === 'public' ? (['private', 'public'] as const) : (['private'] as const);
  const pin = async (reason: string) => {
    const done = await action.run(async () => {
      await api().evidence.pinStatement({ statementId: statement.id, office, reason, visibility });
      await onDone();
    });
    if (done) onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('evidence.pin_title')}>
      <Form {...formTrouble(action)} onSubmit={(entries) => void pin(textOf(entries, 'reason'))}>
        <TextField name="reason" label={t('evidence.reason')} hint={t('evidence.pin_note')} maxLength={500} />
        <ChoiceField
          name="visibility"
          label={t('evidence.pin_for')}
          options={views.map((value) => ({ value, text: t(`evidence.pin_${value}`) }))}
          value={visibility}
          onChange={(chosen) => setVisibility(chosen === 'public' ? 'public' : 'private')}
        />
        <Buttons>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('evidence.pin')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}
