// Registrations by name, each with what was said, who it may be already, and what can be decided.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import type { Column } from '#design/data-table.tsx';
import { LongDataTable } from '#design/long-data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { Empty, TroubleNotice } from '#design/notices/notice.tsx';
import { Paged } from '#design/notices/paged.tsx';
import { Section } from '#design/page.tsx';
import { AsWritten, Named, useNaming } from '#design/named.tsx';
import { writing } from '#kernel/language.ts';
import type { EntryKind } from '#modules/organisations/domain/entry.ts';
import type { Edition } from '../../contract/edition.ts';
import type { Registration } from '../../contract/registration.ts';
import { nameOfContact } from '../../domain/letters/letters.ts';
import type { RegistrationState } from '../../domain/registration.ts';
import { exposApi, exposQueries } from '../client.ts';
import { useMoreWords } from '../market/details.tsx';
import { useTopics } from '../market/market-fields.tsx';

interface ListProps {
  readonly edition: Edition;
  /** Only those that stand so. */
  readonly state: RegistrationState | null;
  readonly onAll: () => void;
  /** Whether companies can register now. */
  readonly isOpen: boolean;
}

export function RegistrationList({ edition, state, onAll, isOpen }: ListProps) {
  const { t } = useText();
  const [q, setQ] = useState('');
  const pages = usePages(
    exposQueries.listRegistrations.infiniteOptions(
      paged({ editionId: edition.id, limit: 100, ...(q === '' ? {} : { q }), ...(state === null ? {} : { state }) }),
    ),
  );
  const decisions = useDecisions(edition);
  const columns = useColumns(edition, decisions);
  const nobody = q === '' && state === null;
  return (
    <Section
      title={state === null ? t('expos.reg_list') : t(`expos.reg_state_${state}`)}
      aside={
        state === null ? undefined : (
          <Button kind="text" onPress={onAll}>
            {t('expos.show_all')}
          </Button>
        )
      }
    >
      <div className="filters">
        <SearchField name="registration-search" label={t('expos.reg_search')} value={q} onSearch={(sought) => setQ(sought ?? '')} />
      </div>
      <TroubleNotice trouble={decisions.trouble} />
      <div className="reglist">
        <Paged
          pages={pages}
          lines={6}
          empty={
            <Empty heading={t(nobody ? 'expos.reg_nobody' : 'expos.reg_none_fits')}>
              {t(isOpen ? 'expos.reg_nobody_open' : 'expos.reg_nobody_text')}
            </Empty>
          }
        >
          {(entries) => <LongDataTable caption={t('expos.reg_list')} rows={entries} rowKey={({ id }) => id} columns={columns} />}
        </Paged>
      </div>
    </Section>
  );
}

type Decision = Parameters<(typeof exposApi)['decideRegistration']>[0]['decision'];

/** Decides, says what went out, and offers the way back. */
function useDecisions(edition: Edition) {
  const { t } = useText();
  const { keep, busy, trouble } = useKeeping(exposQueries.key());
  const send = (id: string, version: number, decision: Decision, joinTo: string | null) =>
    exposApi.decideRegistration(
      { editionId: edition.id, registrationId: id, decision, ...(joinTo === null ? {} : { joinTo }) },
      { context: { ifMatch: version } },
    );
  const decide = ({ id, version }: Registration, decision: Decision, joinTo: string | null = null) =>
    void keep(() => send(id, version, decision, joinTo), {
      said: ({ told }) =>
        t(
          decision === 'undo'
            ? told
              ? 'expos.reg_undone_left'
              : 'expos.reg_undone'
            : told
              ? `expos.reg_done_${decision}`
              : 'expos.reg_done_quietly',
        ),
      undo:
        decision === 'undo'
          ? undefined
          : async ({ registration }) => {
              const back = await send(registration.id, registration.version, 'undo', null);
              return t(back.told ? 'expos.reg_undone_left' : 'expos.reg_undone');
            },
    });
  return { decide, busy, trouble };
}

function useColumns(edition: Edition, { decide }: ReturnType<typeof useDecisions>): readonly Column<Registration>[] {
  const { t, language } = useText();
  const formats = useFormats();
  return [
    {
      key: 'name',
      head: t('expos.reg_company'),
      naming: true,
      cell: ({ name, country, city, role }) => (
        <>
          <Named text={name} quiet />
          <small>{[t(`expos.${role}`), formats.countryName(country), ...(city === null ? [] : [city])].join(' · ')}</small>
        </>
      ),
    },
    {
      key: 'person',
      head: t('expos.contacts'),
      cell: ({ contact }) =>
        contact === null ? (
          <Unknown>{t('expos.reg_person_gone')}</Unknown>
        ) : (
          <>
            <AsWritten text={nameOfContact(contact, language)} />
            <small>{contact.email}</small>
            {contact.phone !== null && <small>{contact.phone}</small>}
          </>
        ),
    },
    { key: 'said', head: t('expos.reg_said'), cell: (one) => <Said edition={edition} of={one} /> },
    { key: 'state', head: t('expos.state'), cell: (one) => <Stands edition={edition} of={one} /> },
    { key: 'act', head: t('expos.actions'), silent: true, end: true, cell: (one) => <Actions of={one} decide={decide} /> },
  ];
}

function Said({ edition, of }: { readonly edition: Edition; readonly of: Registration }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const topics = useTopics(edition.id);
  const named = (ids: readonly string[]): readonly string[] => topics.filter(({ id }) => ids.includes(id)).map(({ name }) => naming(name));
  const line = (label: string, words: readonly string[]) =>
    words.length === 0 ? [] : [`${label}${writing[formats.language].colon}${words.join(' · ')}`];
  const more = useMoreWords();
  const saying = (kind: EntryKind): readonly string[] => {
    const [said, text] = [of[`${kind}Details`], of[kind]];
    return [said?.title ? naming(said.title) : '', text === null ? '' : naming(text), more(said)].filter((words) => words !== '');
  };
  const lines = [
    ...line(t('expos.offer'), saying('offer')),
    ...line(t('expos.offer_topics'), named(of.offerTopics)),
    ...line(t('expos.need'), saying('need')),
    ...line(t('expos.need_topics'), named(of.needTopics)),
    ...line(
      t('expos.markets'),
      of.markets.map((code) => formats.countryName(code)),
    ),
    ...line(t('expos.size'), of.size === null ? [] : [t(`expos.size_${of.size}`)]),
    ...line(t('expos.stand_wish'), of.standWish === '' ? [] : [of.standWish]),
    ...line(
      t('expos.languages'),
      of.languages.map((tag) => formats.languageName(tag)),
    ),
  ];
  if (lines.length === 0 && of.consents.length === 0) return <Unknown />;
  return (
    <>
      {lines.map((words) => (
        <small key={words} className="said">
          {words}
        </small>
      ))}
      {of.consents.map(({ key, language, purpose, receiver, withdrawnAt }) => (
        <small key={key} className="said">
          {t('expos.reg_agreed_to')}
          {writing[formats.language].colon}
          <span lang={language}>{`${purpose} (${receiver})`}</span>
          {withdrawnAt !== null && ` ${t('expos.reg_withdrawn_at', { at: formats.dateTime(withdrawnAt, edition.timeZone) })}`}
        </small>
      ))}
    </>
  );
}

/** Where it stands since when, and who it may be. */
function Stands({ edition, of }: { readonly edition: Edition; readonly of: Registration }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { state, position, code, isJoined, confirmedAt, registeredAt, decidedAt, like, fault } = of;
  const since = decidedAt ?? confirmedAt ?? registeredAt;
  return (
    <>
      {t(`expos.reg_state_${state}`)}
      {position !== null && ` ${t('expos.reg_position', { position })}`}
      {code !== null && state === 'accepted' && ` ${t(isJoined ? 'expos.reg_joined_to' : 'expos.reg_as_code', { code })}`}
      <small>{formats.dateTime(since, edition.timeZone)}</small>
      {fault !== null && (
        <small className="attention">
          {t('expos.reg_letter_refused')} {fault}
        </small>
      )}
      {like.map(({ participantId, registrationId, code: known, name, by }) => (
        <small key={participantId ?? registrationId} className="attention">
          {t(by === 'email' ? 'expos.reg_like_email' : 'expos.reg_like_name', {
            name: known === null ? naming(name) : `${known} ${naming(name)}`,
          })}
        </small>
      ))}
    </>
  );
}

interface ActionsProps {
  readonly of: Registration;
  readonly decide: ReturnType<typeof useDecisions>['decide'];
}

function Actions({ of, decide }: ActionsProps) {
  const { t } = useText();
  const naming = useNaming();
  const { state, like, canUndo } = of;
  const named = (words: string): string => `${words}: ${naming(of.name)}`;
  const action = (words: string, decision: Decision, joinTo: string | null = null) => (
    <TextAction key={words} aria-label={named(words)} onPress={() => decide(of, decision, joinTo)}>
      {words}
    </TextAction>
  );
  const open = state === 'asked' || state === 'waiting';
  return (
    <Buttons>
      {(open || state === 'declined') && action(t('expos.reg_accept'), 'accept')}
      {open &&
        like.flatMap(({ participantId, code }) =>
          participantId === null || code === null ? [] : [action(t('expos.reg_join', { code }), 'accept', participantId)],
        )}
      {state === 'asked' && action(t('expos.reg_wait'), 'wait')}
      {open && action(t('expos.reg_decline'), 'decline')}
      {canUndo && state !== 'withdrawn' && action(t('expos.reg_undo'), 'undo')}
    </Buttons>
  );
}
