// What is shown when a page does not exist or could not be drawn: what happened, what is safe, and the way on.
import { onlineManager } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Offline, troubleOf, type Trouble } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonLink, Buttons } from '#design/button.tsx';
import { Title } from '#design/page.tsx';

/** What is searched for by a word that the page does not know: the page without it is a press away. */
function NotUnderstood() {
  const { t } = useText();
  const { location } = useRouter().state;
  return (
    <>
      <Title title={t('design.not_understood_title')} />
      <p className="lead">{t('design.not_understood_text')}</p>
      <ButtonLink kind="go" to={location.pathname} search={{}}>
        {t('design.not_understood_go')}
      </ButtonLink>
    </>
  );
}

function WaysOn() {
  const { t } = useText();
  return (
    <Buttons>
      <ButtonLink kind="go" to="/">
        {t('design.lost_home')}
      </ButtonLink>
      <ButtonLink kind="text" to="/search">
        {t('cities.search_all')}
      </ButtonLink>
    </Buttons>
  );
}

/** Taken out of sight by the reader's own office, which reads why. */
const isWithdrawn = ({ code }: Trouble): boolean => code === 'outcomes.was_withdrawn' || code === 'outcomes.was_withdrawn_because';

function Withdrawn({ said }: { readonly said: string }) {
  const { t } = useText();
  return (
    <>
      <Title title={t('design.withdrawn_title')} />
      <p className="lead">{said}</p>
      <WaysOn />
    </>
  );
}

export function Lost() {
  const { t } = useText();
  const router = useRouter();
  if (router.state.location.pathname.endsWith('/nothing/is/understood')) return <NotUnderstood />;
  return (
    <>
      <Title title={t('design.lost_title')} />
      <p className="lead">{t('design.lost_text')}</p>
      <WaysOn />
    </>
  );
}

/** What another office keeps to itself: trying again cannot help, asking can. */
function NotShared({ sentence }: { readonly sentence: string }) {
  const { t } = useText();
  return (
    <>
      <Title title={t('design.not_shared_title')} />
      <p className="lead">{sentence}</p>
      <p>{t('design.not_shared_text')}</p>
      <WaysOn />
    </>
  );
}

export function Failed({ error, reset }: ErrorComponentProps) {
  const { t } = useText();
  const router = useRouter();
  // Without a network the code of a page that was not open yet does not come either.
  const trouble = troubleOf(navigator.onLine ? error : new Offline());
  if (trouble.status === 404) return isWithdrawn(trouble) ? <Withdrawn said={trouble.message} /> : <Lost />;
  if (trouble.status === 422) return router.state.location.searchStr === '' ? <Lost /> : <NotUnderstood />;
  if (trouble.status === 403) return <NotShared sentence={trouble.message} />;
  const again = () => {
    reset();
    void router.invalidate();
  };
  const isOffline = trouble.code === 'design.offline';
  useEffect(() => (isOffline ? onlineManager.subscribe((isOnline) => isOnline && again()) : undefined));
  return (
    <>
      <Title title={t('design.failed_title')} />
      <p className="lead">{trouble.message}</p>
      {!isOffline && <p>{t(trouble.incident === null ? 'design.failed_text' : 'design.failed_text_incident')}</p>}
      {trouble.incident !== null && <p className="incident">{t('design.incident', { incident: trouble.incident })}</p>}
      <Buttons>
        <Button kind="go" onPress={again}>
          {t('design.try_again')}
        </Button>
        <ButtonLink kind="text" to="/">
          {t('design.lost_home')}
        </ButtonLink>
      </Buttons>
    </>
  );
}
