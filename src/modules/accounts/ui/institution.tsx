// Signing in at one's own institution: the way there, the way back, and the link that one's account has to it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Button } from '#design/button.tsx';
import { Form } from '#design/fields/form.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Note, Section, Title } from '#design/page.tsx';
import { chooseText } from '#kernel/language.ts';
import { safePath } from './address.ts';
import { endIdentity, finishAtInstitution, identityQuery, institutionAddress } from './institution-ways.ts';
import { useSession } from './session.ts';

/** What the institution is called; null where none signs people in, or it is not known yet. */
export function useInstitution(): string | null {
  const { language } = useText();
  const institution = useSession()?.institution ?? null;
  return institution === null ? null : chooseText(institution, language).text;
}

export function InstitutionSignIn() {
  const { t } = useText();
  const { next } = useSearch({ from: '/sign-in' });
  const name = useInstitution();
  const { run, busy, trouble } = useAction();
  if (name === null) return null;
  const leave = () => run(async () => window.location.assign(await institutionAddress(safePath(next))));
  return (
    <Section title={t('accounts.with_institution', { name })}>
      <Form message={trouble?.message} onSubmit={() => void leave()}>
        <p>{t('accounts.institution_hint', { name })}</p>
        <p className="btns">
          <Button kind="go" type="submit" busy={busy}>
            {t('accounts.institution_sign_in', { name })}
          </Button>
        </p>
      </Form>
    </Section>
  );
}

/** Where the institution sends people back to: goes on by itself, or says why not. */
export function InstitutionReturn() {
  const { t } = useText();
  const queryClient = useQueryClient();
  const { history } = useRouter();
  const { run, trouble } = useAction();
  const handedOn = useRef(false);
  useEffect(() => {
    // An answer serves once.
    if (handedOn.current) return;
    handedOn.current = true;
    const { search } = window.location;
    void run(async () => history.replace(await finishAtInstitution(queryClient, search)));
  }, [run, history, queryClient]);
  return (
    <>
      <Title title={t('accounts.sign_in')} />
      <Form message={trouble?.message} onSubmit={() => undefined}>
        {trouble === null ? (
          <p role="status">{t('accounts.institution_finishing')}</p>
        ) : (
          <p>
            <Link to="/sign-in">{t('accounts.institution_anew')}</Link>
          </p>
        )}
      </Form>
    </>
  );
}

/** Over a page that stays as it is: the institution is asked in a window beside it, and whoever comes back goes on. */
export function InstitutionBeside() {
  const { t } = useText();
  const name = useInstitution();
  if (name === null) return null;
  return (
    <a className="btn text" href="/sign-in" target="_blank" rel="noopener">
      {t('accounts.institution_beside', { name })}
    </a>
  );
}

export function InstitutionLink() {
  const { t } = useText();
  const formats = useFormats();
  const name = useInstitution();
  const { data } = useQuery({ ...identityQuery(), enabled: name !== null });
  const { keep, busy, trouble } = useKeeping(['identity']);
  if (name === null || data === undefined) return null;
  const { since } = data;
  const unlink = () => keep(endIdentity, { said: t('accounts.institution_unlinked', { name }) });
  return (
    <Section title={t('accounts.institution_link', { name })}>
      {since === null ? (
        <Note>{t('accounts.institution_unlinked_note', { name })}</Note>
      ) : (
        <Form message={trouble?.message} onSubmit={() => void unlink()}>
          <p>{t('accounts.institution_linked', { name, since: formats.dateTime(since, ownZone()) })}</p>
          <Note>{t('accounts.institution_unlink_note')}</Note>
          <p className="btns">
            <Button type="submit" busy={busy}>
              {t('accounts.institution_unlink')}
            </Button>
          </p>
        </Form>
      )}
    </Section>
  );
}
