// That the agenda can be put on the phone like any other app: said once, where the browser offers it, and never again once it was put away.
import { useEffect, useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Notice } from '#design/notices/notice.tsx';

const place = 'hansa.install';

/** The browser's own question, kept back until somebody wants it (BeforeInstallPromptEvent). */
interface Asking {
  readonly prompt: () => Promise<unknown>;
}

const isAsking = (event: Event): event is Event & Asking => 'prompt' in event && typeof event.prompt === 'function';

function isPutAway(): boolean {
  try {
    return localStorage.getItem(place) !== null;
  } catch {
    return true;
  }
}

export function InstallHint() {
  const { t } = useText();
  const [asking, setAsking] = useState<Asking | null>(null);
  useEffect(() => {
    if (isPutAway()) return;
    const offered = (event: Event) => {
      if (!isAsking(event)) return;
      event.preventDefault();
      setAsking(event);
    };
    const installed = () => setAsking(null);
    window.addEventListener('beforeinstallprompt', offered);
    window.addEventListener('appinstalled', installed);
    return () => {
      window.removeEventListener('beforeinstallprompt', offered);
      window.removeEventListener('appinstalled', installed);
    };
  }, []);
  if (asking === null) return null;
  const putAway = () => {
    localStorage.setItem(place, 'no');
    setAsking(null);
  };
  return (
    <div className="noprint">
      <Notice
        kind="plain"
        actions={
          <>
            <Button onPress={() => void asking.prompt().then(() => setAsking(null))}>{t('meetings.install')}</Button>
            <Button kind="text" onPress={putAway}>
              {t('meetings.install_never')}
            </Button>
          </>
        }
      >
        {t('meetings.install_text')}
      </Notice>
    </div>
  );
}
