// Withdrawing a statement and deciding that one is shown first; both ask for the reason, which stands beside it afterwards.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { textOf } from '#design/fields/text-of.ts';
import { TextField } from '#design/fields/field.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { evidenceApi } from './client.ts';
import { SourceName } from './said.tsx';
import type { StatementDialogProps } from './statement-audience.tsx';
import { Value } from './value.tsx';

/** Names what is withdrawn, since several stand one below the other, and can be taken back at once or later in the history. */
export function WithdrawDialog({ statement, codeName, onClose, onDone }: StatementDialogProps) {
  const { t } = useText();
  const toast = useToast();
  const action = useAction();
  const withdraw = async (reason: string) => {
    const input = { statementId: statement.id, reason };
    const done = await action.run(async () => {
      const { version } = await evidenceApi.withdrawStatement(input, { context: { ifMatch: statement.version } });
      await onDone();
      const restore = () => evidenceApi.restoreStatement({ statementId: statement.id }, { context: { ifMatch: version } });
      toast({ text: t('evidence.withdraw_done'), undo: () => restore().then(() => void onDone()) });
    });
    if (done) onClose();
  };
  return (
    <FormDialog
      title={t('evidence.withdraw_title')}
      action={action}
      submit={t('evidence.withdraw')}
      onSubmit={(entries) => void withdraw(textOf(entries, 'reason'))}
      onClose={onClose}
    >
      <p>
        <b>
          <Value value={statement.value} codeName={codeName} />
        </b>
        <br />
        <SourceName source={statement.source} office={statement.office.name} />
      </p>
      <p className="note">{t('evidence.withdraw_note')}</p>
      <TextField name="reason" label={t('evidence.reason')} />
    </FormDialog>
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
      await evidenceApi.pinStatement({ statementId: statement.id, office, reason, visibility });
      await onDone();
    });
    if (done) onClose();
  };
  return (
    <FormDialog
      title={t('evidence.pin_title')}
      action={action}
      submit={t('evidence.pin')}
      onSubmit={(entries) => void pin(textOf(entries, 'reason'))}
      onClose={onClose}
    >
      <TextField name="reason" label={t('evidence.reason')} hint={t('evidence.pin_note')} />
      <ChoiceField
        name="visibility"
        label={t('evidence.pin_for')}
        options={views.map((value) => ({ value, text: t(`evidence.pin_${value}`) }))}
        value={visibility}
        onChange={(chosen) => setVisibility(chosen === 'public' ? 'public' : 'private')}
      />
    </FormDialog>
  );
}
