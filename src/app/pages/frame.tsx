// The shell, filled with who is signed in.
import { fetchAhead, later } from '#design/notices/later.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { troubleOf } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { chooseText } from '#kernel/language.ts';
import { TextAction } from '#design/button.tsx';
import { OnlyReads } from '#design/marks.tsx';
import { Asking } from '#design/notices/asking.tsx';
import { Toasts } from '#design/notices/toast.tsx';
import { closeLink } from '#modules/accounts/ui/link.ts';
import { isScreen, signOut, useSession, workFor } from '#modules/accounts/ui/session.ts';
import { entriesFor, seldomFor } from '../navigation.ts';
import { forgetPocket } from '#client/pocket/use-pocket.ts';
import { OfflineNotice } from './offline-notice.tsx';
import { Shell } from './shell.tsx';

const Sitting = later(() => import('#modules/accounts/ui/sitting.tsx'), 'Sitting');
/** Fetched after the page, so that no page waits for it. */
const SearchBox = later(() => import('#modules/cities/ui/search/box.tsx'), 'SearchBox');
const AnswersCount = later(() => import('#modules/desk/ui/answers/answers-count.tsx'), 'AnswersCount');
const Invitations = later(() => import('#modules/accounts/ui/invitations.tsx'), 'Invitations');

/** All that stands in the way of an undo, in one line. */
function whyNot(error: unknown): string {
  const { message, problems } = troubleOf(error);
  return problems.length === 0 ? message : problems.map((problem) => problem.message).join(' ');
}

export function Frame() {
  const session = useSession();
  const { t, language } = useText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const office = session?.offices[0];
  const byLink = session?.holder === 'link';
  const works = session?.account != null;
  useEffect(() => {
    if (!works) return;
    // The first press of a dialog answers at once; readers fetch nothing ahead.
    fetchAhead();
    const watching = import('#design/notices/focus-near.ts').then(({ keepFocusNear }) => keepFocusNear());
    return () => void watching.then((end) => end());
  }, [works]);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // The reader's home and the page of results begin with the same field, larger.
  const hasOwnSearch = path === '/search' || (path === '/' && session?.account == null);
  const leave = async () => {
    // Without a network the server cannot be told; what this device keeps goes all the same.
    await (byLink ? closeLink(queryClient) : signOut(queryClient)).catch(() => forgetPocket(queryClient));
    await navigate({ to: '/' });
  };
  return (
    <OnlyReads value={session?.account == null}>
      <Toasts whyNot={whyNot}>
        <Shell
          entries={entriesFor(session, t).map((entry) => (entry.to === '/answers' ? { ...entry, more: <AnswersCount /> } : entry))}
          search={hasOwnSearch || byLink ? undefined : <SearchBox inBar />}
          office={office === undefined ? undefined : chooseText(office.name, language).text}
          account={
            byLink ? { name: t(isScreen(session) ? 'expos.in_screen' : 'expos.in_letter'), email: '' } : (session?.account ?? undefined)
          }
          accountEntries={
            byLink ? undefined : (
              <>
                {seldomFor(session, t).map(({ to, text }) => (
                  <li key={to}>
                    <Link to={to}>{text}</Link>
                  </li>
                ))}
                {session?.offices.slice(1).map(({ id, name }) => (
                  <li key={id}>
                    <TextAction onPress={() => workFor(queryClient, id)}>
                      {t('accounts.work_for', { office: chooseText(name, language).text })}
                    </TextAction>
                  </li>
                ))}
                <li>
                  <Link to="/account">{t('accounts.own_account')}</Link>
                </li>
                <li>
                  <Link to="/office">{t('accounts.office')}</Link>
                </li>
                {session?.demo === true && (
                  <li>
                    <Link to="/outbox">{t('accounts.outbox')}</Link>
                  </li>
                )}
              </>
            )
          }
          onSignOut={() => void leave()}
        >
          <OfflineNotice />
          {works && <Sitting />}
          {session?.account != null && !byLink && <Invitations />}
          <Outlet />
        </Shell>
        <Asking />
      </Toasts>
    </OnlyReads>
  );
}
