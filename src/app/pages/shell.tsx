// The frame of every page: head bar, content, foot.
import { Link, useRouterState, type LinkProps } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { setLanguage, useText } from '#client/language.ts';
import { setTheme, themes, useTheme } from '#client/theme.ts';
import { Menu, MenuAction, MenuHead } from '#design/menu.tsx';
import { isDrawnOnServer } from '#client/on-server.ts';
import { languages, writing } from '#kernel/language.ts';
import { addressIn } from '#kernel/page-address.ts';

export interface NavigationEntry {
  readonly to: NonNullable<LinkProps['to']>;
  readonly params?: Readonly<Record<string, string>>;
  readonly text: string;
  /** Beside the text: how many there are. */
  readonly more?: ReactNode;
  /** The mark of the current page also for addresses below. */
  readonly deep?: boolean;
}

export interface ShellProps {
  readonly entries: readonly NavigationEntry[];
  /** The field that finds everything; none where the page has one of its own. */
  readonly search?: ReactNode;
  /** The office that is worked for, by name; none for the public. */
  readonly office?: string | undefined;
  readonly account?: { readonly name: string; readonly email: string } | undefined;
  /** Entries of the account menu above "Sign out": `<li><Link …/></li>`. */
  readonly accountEntries?: ReactNode;
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}

export function Shell({ entries, search, office, account, accountEntries, onSignOut, children }: ShellProps) {
  const { t, language } = useText();
  const main = useRef<HTMLElement>(null);
  useFocusOnArrival(main);
  return (
    <>
      <a className="skip" href="#content">
        {t('design.skip')}
      </a>
      <header className="bar">
        <div>
          <Link className="word" to="/">
            {t('design.product')}
          </Link>
          <Navigation entries={entries} />
          {search}
          <div className="tools">
            <LanguageSwitch />
            <ThemeMenu />
            <AccountMenu {...{ office, account, accountEntries, onSignOut }} />
          </div>
        </div>
      </header>
      <Arriving />
      <main className="page" id="content" tabIndex={-1} ref={main}>
        {children}
      </main>
      <footer className="foot">
        <p className="note">{t('design.footer')}</p>
        <nav aria-label={t('design.foot_navigation')}>
          <Link to="/data">{t('design.open_data')}</Link> <a href="/api/reference">{t('design.api_reference')}</a>{' '}
          <a href={addressIn(language, '/feed.atom')}>{t('design.feed')}</a>
        </nav>
      </footer>
    </>
  );
}

/** After a step to another page, reading begins at its title; the first arrival leaves the focus to the browser. */
function useFocusOnArrival(main: { readonly current: HTMLElement | null }) {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (before.current !== undefined && path !== undefined && before.current !== path) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path, main]);
}

/** A line under the bar while the next page is fetched. */
function Arriving() {
  const pending = useRouterState({ select: (state) => state.status === 'pending' });
  return <div className="arriving" data-on={pending || undefined} aria-hidden="true" />;
}

function Navigation({ entries }: { readonly entries: readonly NavigationEntry[] }) {
  const { t } = useText();
  const nav = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (nav.current !== null && current instanceof HTMLElement) nav.current.scrollLeft = current.offsetLeft - nav.current.offsetLeft - 16;
  }, [path]);
  if (entries.length === 0) return <span className="spring" />;
  return (
    <nav aria-label={t('design.main_navigation')} ref={nav}>
      {entries.map(({ to, params, text, more, deep = false }) => (
        <Link
          key={`${to} ${text}`}
          to={to}
          {...(params === undefined ? {} : { params })}
          activeOptions={{ exact: !deep }}
          activeProps={{ className: undefined }}
        >
          {text}
          {more}
        </Link>
      ))}
    </nav>
  );
}

function LanguageSwitch() {
  const { language } = useText();
  const other = languages[(languages.indexOf(language) + 1) % languages.length] ?? language;
  const here = useRouterState({ select: (state) => state.location.href });
  // A page that is sent whole leads to its twin; in the application the page stays as it is and changes its words.
  if (isDrawnOnServer)
    return (
      <a className="tool" lang={other} hrefLang={other} href={addressIn(other, here)}>
        {writing[other].shortName}
      </a>
    );
  return (
    <button type="button" className="tool" lang={other} onClick={() => void setLanguage(other)}>
      {writing[other].shortName}
    </button>
  );
}

function ThemeMenu() {
  const { t } = useText();
  const theme = useTheme();
  return (
    <Menu className="tool theme" label={<ThemeMark />} name={t('design.theme')}>
      {themes.map((choice) => (
        <MenuAction key={choice} current={choice === theme} choice={{ name: 'theme', value: choice }} onChoose={() => setTheme(choice)}>
          {t(`design.theme_${choice}`)}
        </MenuAction>
      ))}
    </Menu>
  );
}

/** A disc, half ink: day and night. */
function ThemeMark() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
    </svg>
  );
}

function AccountMenu({ office, account, accountEntries, onSignOut }: Omit<ShellProps, 'entries' | 'search' | 'children'>) {
  const { t } = useText();
  if (account === undefined)
    return (
      <Link className="tool" to="/sign-in">
        {t('design.sign_in')}
      </Link>
    );
  return (
    <Menu
      className="tool account"
      label={
        <>
          {account.name} <small>{office}</small>
        </>
      }
      name={`${t('design.account')}: ${account.name} ${office ?? ''}`}
    >
      <MenuHead first>
        <b>{account.name}</b>
        <span>{account.email}</span>
        {office !== undefined && <span>{office}</span>}
      </MenuHead>
      {accountEntries}
      <MenuAction onChoose={onSignOut}>{t('design.sign_out')}</MenuAction>
    </Menu>
  );
}
