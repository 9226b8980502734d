// The passkeys of one's own account, and the way in by one.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button } from '#design/button.tsx';
import { TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { textOf } from '#design/fields/text-of.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { DataTable } from '#design/data-table.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Note, Section } from '#design/page.tsx';
import { deviceOf } from './device.ts';
import { addPasskey, canUsePasskeys, passkeysQuery, removePasskey, signInByPasskey, type Passkey } from './passkey-ways.ts';

/** A button that asks the device; `after` once its owner is signed in. */
export function PasskeySignIn({ after }: { readonly after: () => unknown }) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const { run, busy, trouble } = useAction();
  const submit = async () => {
    let known = false;
    const asked = await run(async () => {
      known = await signInByPasskey(queryClient);
    });
    if (asked && known) await after();
  };
  if (!canUsePasskeys()) return <Note>{t('accounts.passkey_none_here')}</Note>;
  return (
    <Form message={trouble?.message} onSubmit={() => void submit()}>
      <p>{t('accounts.passkey_hint')}</p>
      <p className="btns">
        <Button type="submit" busy={busy}>
          {t('accounts.passkey_sign_in')}
        </Button>
      </p>
    </Form>
  );
}

export function Passkeys() {
  const { t } = useText();
  const passkeys = useQuery(passkeysQuery());
  return (
    <Section title={t('accounts.passkeys')}>
      <Note>{t('accounts.passkeys_note')}</Note>
      {passkeys.error !== null && <Notice kind="refused">{t('accounts.passkeys_unread')}</Notice>}
      {passkeys.data !== undefined && passkeys.data.length > 0 && <PasskeyList passkeys={passkeys.data} />}
      {canUsePasskeys() ? <AddPasskey /> : <Note>{t('accounts.passkey_none_here')}</Note>}
    </Section>
  );
}

function PasskeyList({ passkeys }: { readonly passkeys: readonly Passkey[] }) {
  const { t } = useText();
  const formats = useFormats();
  const { keep, trouble } = useKeeping(['passkeys']);
  return (
    <Form message={trouble?.message} onSubmit={() => undefined}>
      <DataTable<Passkey>
        caption={t('accounts.passkeys')}
        rows={passkeys}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', head: t('accounts.passkey_name'), naming: true, cell: ({ name }) => name ?? t('accounts.unknown_device') },
          { key: 'since', head: t('accounts.passkey_since'), cell: ({ createdAt }) => formats.dateTime(createdAt, ownZone()) },
          {
            key: 'remove',
            head: t('accounts.passkey_remove'),
            silent: true,
            end: true,
            cell: ({ id, name }) => (
              <Button
                kind="text"
                aria-label={t('accounts.passkey_remove_of', { name: name ?? t('accounts.unknown_device') })}
                onPress={() => keep(() => removePasskey(id), { said: t('accounts.passkey_removed') })}
              >
                {t('accounts.passkey_remove')}
              </Button>
            ),
          },
        ]}
      />
    </Form>
  );
}

function AddPasskey() {
  const { t } = useText();
  const { keep, ...action } = useKeeping(['passkeys']);
  const [round, setRound] = useState(0);
  const submit = (entries: FormData) => {
    const name = textOf(entries, 'passkey').trim() || t('accounts.unknown_device');
    void keep(() => addPasskey(name), {
      said: (made) => (made ? t('accounts.passkey_added') : t('accounts.passkey_not_added')),
      after: (made) => made && setRound(round + 1),
    });
  };
  return (
    <Form key={round} {...formTrouble(action)} onSubmit={submit}>
      <TextField
        name="passkey"
        label={t('accounts.passkey_name')}
        hint={t('accounts.passkey_name_hint')}
        defaultValue={deviceOf(navigator.userAgent, t('accounts.unknown_device'))}
      />
      <p className="btns">
        <Button type="submit" busy={action.busy}>
          {t('accounts.passkey_add')}
        </Button>
      </p>
    </Form>
  );
}
