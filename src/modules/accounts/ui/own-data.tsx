// What is kept of oneself: taken as one file, or erased for good once it has been said what goes and what stays.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { textOf } from '#design/fields/text-of.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Dialog } from '#design/notices/dialog.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Note, Section } from '#design/page.tsx';
import { saveText } from '#design/save-file.ts';
import { accountsApi } from './client.ts';
import { canUsePasskeys, eraseByPasskey, passkeysQuery } from './passkey-ways.ts';
import { changed } from './session.ts';
import { eraseAccount } from './ways-in.ts';

export function OwnDataSection() {
  const { t } = useText();
  const { keep, ...action } = useKeeping(['session']);
  const [erasing, setErasing] = useState(false);
  const take = () =>
    void keep(async () => saveText('hansa-own-data.json', 'application/json', JSON.stringify(await accountsApi.getOwnData(), null, 2)));
  return (
    <Section title={t('accounts.own_data')}>
      <Note>{t('accounts.own_data_note')}</Note>
      <Buttons>
        <Button busy={action.busy} onPress={take}>
          {t('accounts.take_data')}
        </Button>
        <Button kind="text" onPress={() => setErasing(true)}>
          {t('accounts.erase')}
        </Button>
      </Buttons>
      <TroubleNotice trouble={action.trouble} />
      <EraseDialog open={erasing} onClose={() => setErasing(false)} />
    </Section>
  );
}

function EraseDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(['no query']);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const passkeys = useQuery({ ...passkeysQuery(), enabled: open && canUsePasskeys() }).data ?? [];
  const erase = (confirmed: () => Promise<unknown>) =>
    void keep(confirmed, {
      said: (answer) => (answer === false ? t('accounts.passkey_not_used') : t('accounts.erased')),
      after: async (answer) => {
        if (answer === false) return;
        await navigate({ to: '/' });
        await changed(queryClient);
      },
    });
  return (
    <Dialog open={open} onClose={onClose} title={t('accounts.erase')}>
      <p>{t('accounts.erase_goes')}</p>
      <p>{t('accounts.erase_stays')}</p>
      <p>{t('accounts.erase_others')}</p>
      <Form {...formTrouble(action)} onSubmit={(entries) => erase(() => eraseAccount(textOf(entries, 'password')))}>
        <TextField
          name="password"
          type="password"
          label={t('accounts.current_password')}
          hint={t(passkeys.length > 0 ? 'accounts.erase_password_or_passkey' : 'accounts.erase_password')}
          autoComplete="current-password"
        />
        <Buttons>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('accounts.erase_for_good')}
          </Button>
          {passkeys.length > 0 && (
            <Button busy={action.busy} onPress={() => erase(eraseByPasskey)}>
              {t('accounts.erase_by_passkey')}
            </Button>
          )}
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}
