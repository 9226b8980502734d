// A secret that is shown once: to be copied now, since it is kept nowhere.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Notice } from '#design/notices/notice.tsx';

export function ToldOnce({ heading, secret, onDone }: { readonly heading: string; readonly secret: string; readonly onDone: () => void }) {
  const { t } = useText();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(secret).then(() => setCopied(true));
  return (
    <Notice
      heading={heading}
      live
      taking
      actions={
        <>
          <Button onPress={copy}>{t(copied ? 'accounts.secret_copied' : 'accounts.secret_copy')}</Button>
          <Button kind="text" onPress={onDone}>
            {t('accounts.secret_done')}
          </Button>
        </>
      }
    >
      <p>{t('accounts.secret_once')}</p>
      <code className="mail">{secret}</code>
    </Notice>
  );
}
