// What the link is, until when, and the ways out of it: an account in its place, no more letters, closed in this browser.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { forgetPocket } from '#client/pocket/use-pocket.ts';
import { formTrouble } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { textOf } from '#design/fields/text-of.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Confirm, Dialog } from '#design/notices/dialog.tsx';
import { Section } from '#design/page.tsx';
import { accountsApi } from '#modules/accounts/ui/client.ts';
import { closeLink } from '#modules/accounts/ui/link.ts';
import { changed } from '#modules/accounts/ui/session.ts';
import { exposApi } from '#modules/expos/ui/client.ts';
import { useName } from '../edition/names.tsx';
import type { Place } from './places.ts';

/** Whose link it is, in whose words. */
const texts = {
  participants: { kept: 'expos.in_data_text', account: 'expos.in_account_text', wrong: 'expos.in_not_ours' },
  interpreters: { kept: 'expos.in_data_interpreter', account: 'expos.in_account_person', wrong: 'expos.in_not_me' },
  speakers: { kept: 'expos.in_data_speaker', account: 'expos.in_account_person', wrong: 'expos.in_not_me' },
} as const;

export function LinkSection({ place: { id, whom, edition }, until }: { readonly place: Place; readonly until: string }) {
  const { t } = useText();
  const formats = useFormats();
  const name = useName();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'account' | 'decline' | null>(null);
  const { keep, ...action } = useKeeping(['no query']);
  const close = () => setOpen(null);
  const words = { organiser: name(edition.organiserName) };
  const decline = () =>
    void keep(() => exposApi.declineLetters({ editionId: edition.id, addresseeId: id }), {
      said: t('expos.in_declined'),
      after: async () => {
        close();
        await changed(queryClient).catch((): null => null);
        await navigate({ to: '/' });
      },
    });
  const leave = async () => {
    await closeLink(queryClient).catch(() => forgetPocket(queryClient));
    await navigate({ to: '/' });
  };
  return (
    <Section title={t('expos.in_this_link')} id="link">
      <p className="note">{t('expos.in_link_text', { date: formats.date(until, edition.timeZone), ...words })}</p>
      <p className="note">{t(texts[whom].kept, words)}</p>
      <Buttons>
        <Button onPress={() => setOpen('account')}>{t('expos.in_account')}</Button>
        <Button kind="text" onPress={() => setOpen('decline')}>
          {t(texts[whom].wrong)}
        </Button>
        <Button kind="text" onPress={() => void leave()}>
          {t('expos.in_close')}
        </Button>
      </Buttons>
      <AccountDialog whom={whom} open={open === 'account'} onClose={close} />
      <Confirm
        open={open === 'decline'}
        onClose={close}
        title={t(texts[whom].wrong)}
        confirmText={t('expos.in_decline')}
        busy={action.busy}
        onConfirm={decline}
      >
        <p>{t('expos.in_not_ours_text', words)}</p>
        {action.trouble !== null && <p className="err">{action.trouble.message}</p>}
      </Confirm>
    </Section>
  );
}

interface AccountDialogProps {
  readonly whom: Place['whom'];
  readonly open: boolean;
  readonly onClose: () => void;
}

function AccountDialog({ whom, open, onClose }: AccountDialogProps) {
  const { t, language } = useText();
  const { keep, ...action } = useKeeping(['no query']);
  const submit = (entries: FormData) =>
    void keep(() => accountsApi.claimOffice({ email: textOf(entries, 'email'), name: textOf(entries, 'name'), language }), {
      said: t('expos.in_account_asked'),
      after: onClose,
    });
  return (
    <Dialog open={open} onClose={onClose} title={t('expos.in_account')}>
      <p>{t(texts[whom].account)}</p>
      <Form {...formTrouble(action)} onSubmit={submit}>
        <TextField name="name" label={t('expos.in_your_name')} autoComplete="name" />
        <TextField name="email" type="email" label={t('expos.email')} autoComplete="email" />
        <Buttons>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('expos.in_account_ask')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  );
}
