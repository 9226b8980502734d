// /registration: opened by the letter of a registration. It confirms the address, says where the registration stands, and takes back what was agreed to.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonAnchor, Buttons } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Confirm } from '#design/notices/dialog.tsx';
import { Empty, Notice, TroubleNotice } from '#design/notices/notice.tsx';
import { Section, Title } from '#design/page.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Facts } from '#design/rows.tsx';
import { heldLink } from '#modules/accounts/ui/link-address.ts';
import { ZoneNote } from '#design/time.tsx';
import { nameOfContact } from '../../domain/letters/letters.ts';
import { exposApi, exposQueries } from '../client.ts';
import { useEditionDays } from '../edition/words.tsx';

type Own = Awaited<ReturnType<(typeof exposApi)['confirmRegistration']>>;

export function OwnRegistrationPage() {
  const { t } = useText();
  // Taken once: afterwards neither the address nor the history holds it.
  const [token] = useState(() => heldLink('registration'));
  const [own, setOwn] = useState<Own | null>(null);
  const { keep, ...action } = useKeeping(exposQueries.key());
  if (token === null)
    return (
      <>
        <Title title={t('expos.reg_own_title')} />
        <Empty heading={t('expos.reg_by_letter')}>{t('expos.reg_by_letter_text')}</Empty>
      </>
    );
  // Pressed by a person: programs that only look at letters confirm nothing.
  if (own === null)
    return (
      <>
        <Title title={t('expos.reg_own_title')} />
        <p className="lead">{t('expos.reg_confirm_text')}</p>
        <TroubleNotice trouble={action.trouble} />
        <Buttons>
          <Button kind="go" busy={action.busy} onPress={() => void keep(() => exposApi.confirmRegistration({ token }), { after: setOwn })}>
            {t('expos.reg_confirm')}
          </Button>
        </Buttons>
      </>
    );
  return <Shown token={token} own={own} onChange={setOwn} />;
}

interface ShownProps {
  readonly token: string;
  readonly own: Own;
  readonly onChange: (own: Own) => void;
}

function Shown({ token, own, onChange }: ShownProps) {
  const { t } = useText();
  const naming = useNaming();
  const days = useEditionDays();
  const { edition, name, state, position, place } = own;
  const words = { organiser: naming(edition.organiserName), edition: naming(edition.name), position: position ?? 0 };
  return (
    <>
      <Title
        title={naming(name)}
        crumb={
          <>
            <Named text={edition.name} quiet /> <span className="muted">{days(edition)}</span>
          </>
        }
      >
        <Named text={name} />
      </Title>
      <Notice
        kind={state === 'declined' || state === 'withdrawn' ? 'plain' : 'draft'}
        live
        heading={t(`expos.reg_stands_${state}`, words)}
        actions={
          place === null ? undefined : (
            <ButtonAnchor kind="go" href={place.replace(/^https?:\/\/[^/]+/, '')}>
              {t('expos.reg_to_place')}
            </ButtonAnchor>
          )
        }
      >
        {t(`expos.reg_stands_${state}_text`, words)}
      </Notice>
      {state !== 'withdrawn' && <Entered own={own} />}
      <Consents token={token} own={own} onChange={onChange} />
      {state !== 'withdrawn' && <Withdrawal token={token} own={own} onChange={onChange} />}
    </>
  );
}

/** What the organiser reads of it, so that a slip is seen before it is decided. */
function Entered({ own: { edition, entered, state } }: Pick<ShownProps, 'own'>) {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { role, country, city, contact, languages, offer, need } = entered;
  const place = [formats.countryName(country), ...(city === null ? [] : [city])].join(' · ');
  const pairs: readonly (readonly [string, string | null | undefined])[] = [
    [t('expos.reg_role'), t(`expos.${role}`)],
    [t('expos.country'), place],
    [t('expos.reg_person'), contact === null ? null : [nameOfContact(contact, language), contact.post].filter(Boolean).join(' · ')],
    [t('expos.email'), contact?.email],
    [t('expos.phone'), contact?.phone],
    [t('expos.languages'), formats.list(languages.map((tag) => formats.languageName(tag)))],
    [t('expos.offer'), offer && naming(offer)],
    [t('expos.need'), need && naming(need)],
  ];
  const told = pairs.flatMap(([term, value]) => (value == null || value === '' ? [] : [{ term, value }]));
  return (
    <Section title={t('expos.reg_entered')}>
      <Facts entries={told} />
      {(state === 'asked' || state === 'waiting') && (
        <p className="note">{t('expos.reg_entered_wrong', { organiser: naming(edition.organiserName) })}</p>
      )}
    </Section>
  );
}

/** What was agreed to, in the words that were read then, each with the way back. */
function Consents({ token, own, onChange }: ShownProps) {
  const { t } = useText();
  const formats = useFormats();
  const { keep, ...action } = useKeeping(exposQueries.key());
  const [asking, setAsking] = useState<string | null>(null);
  const zone = own.edition.timeZone;
  const chosen = own.consents.find(({ key }) => key === asking);
  const withdraw = (key: string) =>
    void keep(() => exposApi.withdrawConsent({ token, key }), {
      said: t('expos.reg_consent_withdrawn'),
      after: (next) => {
        setAsking(null);
        onChange(next);
      },
    });
  return (
    <Section title={t('expos.reg_agreed')} aside={<ZoneNote zone={zone} />}>
      <ul className="plain">
        {own.consents.map(({ key, language, purpose, receiver, givenAt, withdrawnAt }) => (
          <li key={key}>
            <p lang={language}>{purpose}</p>
            <p className="note">
              {t('expos.reg_given', { receiver, at: formats.dateTime(givenAt, zone) })}
              {withdrawnAt !== null && ` ${t('expos.reg_withdrawn_at', { at: formats.dateTime(withdrawnAt, zone) })}`}
            </p>
            {withdrawnAt === null && (
              <Buttons>
                <Button kind="text" aria-label={`${t('expos.reg_withdraw_consent')}: ${purpose}`} onPress={() => setAsking(key)}>
                  {t('expos.reg_withdraw_consent')}
                </Button>
              </Buttons>
            )}
          </li>
        ))}
      </ul>
      <Confirm
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t('expos.reg_withdraw_consent')}
        confirmText={t(chosen?.needed === true ? 'expos.reg_withdraw' : 'expos.reg_withdraw_consent')}
        busy={action.busy}
        onConfirm={() => {
          if (asking !== null) withdraw(asking);
        }}
      >
        <p>{t(chosen?.needed === true ? 'expos.reg_withdraw_needed_text' : 'expos.reg_withdraw_consent_text')}</p>
        <TroubleNotice trouble={action.trouble} />
      </Confirm>
    </Section>
  );
}

function Withdrawal({ token, onChange }: ShownProps) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const { keep, ...action } = useKeeping(exposQueries.key());
  const withdraw = () =>
    void keep(() => exposApi.withdrawRegistration({ token }), {
      after: (next) => {
        setAsking(false);
        onChange(next);
      },
    });
  return (
    <Section title={t('expos.reg_withdraw')}>
      <p>{t('expos.reg_withdraw_text')}</p>
      <Buttons>
        <Button onPress={() => setAsking(true)}>{t('expos.reg_withdraw')}</Button>
      </Buttons>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('expos.reg_withdraw')}
        confirmText={t('expos.reg_withdraw')}
        busy={action.busy}
        onConfirm={withdraw}
      >
        <p>{t('expos.reg_withdraw_sure')}</p>
        <TroubleNotice trouble={action.trouble} />
      </Confirm>
    </Section>
  );
}
