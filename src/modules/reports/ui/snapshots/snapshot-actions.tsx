// What the office that published a snapshot can do with it: withdraw it with a reason, or take a person's name out of it.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { bind } from '#design/fields/bind.ts';
import { TextareaField, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import type { SnapshotTold } from '../../contract/snapshots.ts';
import { reportsApi, reportsQueries } from '../client.ts';

interface OfSnapshot {
  readonly snapshot: SnapshotTold;
}

export function SnapshotActions({ snapshot }: OfSnapshot) {
  const { t } = useText();
  const [open, setOpen] = useState<'withdraw' | 'name' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Buttons>
        <Button kind="text" onPress={() => setOpen('withdraw')}>
          {t('reports.snapshot_withdraw')}
        </Button>
        <Button kind="text" onPress={() => setOpen('name')}>
          {t('reports.name_remove')}
        </Button>
      </Buttons>
      {open === 'withdraw' && <Withdrawing snapshot={snapshot} onClose={close} />}
      {open === 'name' && <RemovingName snapshot={snapshot} onClose={close} />}
    </>
  );
}

interface DialogOf extends OfSnapshot {
  readonly onClose: () => void;
}

const typed = (text: string): string | null => (text.trim() === '' ? null : text);

/** What it says before the button is pressed is what the server would ask. */
function Withdrawing({ snapshot: { id, number, version }, onClose }: DialogOf) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(reportsQueries.key());
  const [draft, setDraft] = useState({ reason: '' });
  const withdraw = () =>
    void keep(
      () =>
        reportsApi.withdrawTieSnapshot(
          { snapshotId: id, reason: typed(draft.reason), confirmed: ['reports.snapshot_is_read'] },
          { context: { ifMatch: version } },
        ),
      { said: t('reports.snapshot_is_withdrawn'), after: onClose },
    );
  return (
    <FormDialog
      title={t('reports.snapshot_withdraw_title', { number })}
      submit={t('reports.snapshot_withdraw')}
      action={action}
      onSubmit={withdraw}
      onClose={onClose}
      keepTyped
    >
      <p>{t('reports.snapshot_is_read')}</p>
      <TextareaField {...bind(draft, setDraft)('reason')} label={t('reports.snapshot_reason')} hint={t('reports.snapshot_reason_hint')} />
    </FormDialog>
  );
}

function RemovingName({ snapshot: { id, number, version }, onClose }: DialogOf) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(reportsQueries.key());
  const [draft, setDraft] = useState({ name: '' });
  const remove = () =>
    void keep(
      () =>
        // Where it stands is shown before it goes: the server asks.
        reportsApi.removeSnapshotName({ snapshotId: id, name: typed(draft.name) }, { context: { ifMatch: version } }),
      { said: t('reports.name_is_removed'), after: onClose },
    );
  return (
    <FormDialog
      title={t('reports.name_remove_title', { number })}
      submit={t('reports.name_remove')}
      action={action}
      onSubmit={remove}
      onClose={onClose}
      keepTyped
    >
      <p>{t('reports.name_remove_text')}</p>
      <TextField {...bind(draft, setDraft)('name')} label={t('reports.name_as_written')} />
    </FormDialog>
  );
}
