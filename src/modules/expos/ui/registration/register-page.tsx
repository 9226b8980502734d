// /editions/$slug/register: a company comes in by itself. Everybody may read it; what is typed stays until it is sent.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { formTrouble } from '#client/use-action.ts';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { bind } from '#design/fields/bind.ts';
import { ChoiceField } from '#design/fields/choice.tsx';
import { CountryField } from '#design/fields/country-field.tsx';
import { CheckField, Fields, SelectField, TextareaField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { filledLine, filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Gap, Note, Section, Title } from '#design/page.tsx';
import { useAtVenue } from '#design/time.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { writing, type MultilingualText } from '#kernel/language.ts';
import { nameOrders } from '#modules/organisations/domain/contact.ts';
import { entryKinds } from '#modules/organisations/domain/entry.ts';
import { LanguagesField } from '#modules/organisations/ui/languages-field.tsx';
import { asksFor, type FieldWish, type RegistrationField } from '../../domain/registration.ts';
import type { ParticipantRole } from '../../domain/roster.ts';
import { exposApi, exposQueries } from '../client.ts';
import { useEditionDays } from '../edition/words.tsx';
import { MarketPartFields, MoreFields, SayingFields, marketDraft, sentMarket, type MarketDraft } from '../market/market-fields.tsx';
import './registration.css';

type Page = Awaited<ReturnType<(typeof exposApi)['getRegistrationPage']>>;

interface Draft extends MarketDraft {
  readonly role: ParticipantRole;
  readonly name: MultilingualText;
  readonly country: string;
  readonly city: string;
  readonly groupId: string;
  readonly contact: {
    readonly surname: string;
    readonly givenName: string;
    readonly nameOrder: (typeof nameOrders)[number];
    readonly post: string;
    readonly email: string;
    readonly phone: string;
  };
  readonly languages: readonly string[];
  readonly offer: MultilingualText;
  readonly need: MultilingualText;
  readonly standWish: string;
  readonly consents: readonly string[];
}

export function RegisterPage() {
  const { t } = useText();
  const { slug = '' } = useParams({ strict: false });
  const page = useRead(exposQueries.getRegistrationPage.queryOptions({ input: { edition: slug } }));
  return page === undefined ? <Skeleton label={t('expos.reg_title')} lines={8} /> : <Shown page={page} />;
}

function Shown({ page }: { readonly page: Page }) {
  const { t } = useText();
  const naming = useNaming();
  const days = useEditionDays();
  const { edition, state, note } = page;
  return (
    <>
      <Title
        title={`${t('expos.reg_title')} – ${naming(edition.name)}`}
        crumb={
          <Link to="/editions/$slug" params={{ slug: edition.slug }}>
            <Named text={edition.name} quiet />
          </Link>
        }
        note={`${days(edition)} · ${naming(edition.venue)}`}
      >
        {t('expos.reg_title')}
      </Title>
      <StateWords page={page} />
      {(state === 'open' || state === 'full') && (
        <>
          {note !== null && (
            <p className="read prose">
              <Named text={note} />
            </p>
          )}
          <RegisterForm page={page} />
        </>
      )}
    </>
  );
}

/** Whether one can register now, and what happens then. */
function StateWords({ page }: { readonly page: Page }) {
  const { t } = useText();
  const naming = useNaming();
  const { state, opensAt, closesAt, approval, edition } = page;
  const atVenue = useAtVenue(edition.timeZone);
  const at = (instant: string | null): string => (instant === null ? '' : atVenue(instant));
  const organiser = naming(edition.organiserName);
  if (state === 'not_open') return <Empty heading={t('expos.reg_not_open')}>{t('expos.reg_not_open_text', { organiser })}</Empty>;
  if (state === 'closed') return <Empty heading={t('expos.reg_closed')}>{t('expos.reg_closed_text', { organiser })}</Empty>;
  if (state === 'opens_on') return <Empty heading={t('expos.reg_opens_on', { at: at(opensAt) })}>{t('expos.reg_opens_on_text')}</Empty>;
  const until = closesAt !== null && t('expos.reg_until', { at: at(closesAt) });
  // Whoever comes to a waiting list is not told that they take part.
  if (state === 'full')
    return (
      <Notice heading={t('expos.reg_full')}>
        {t('expos.reg_full_text')}
        <Gap />
        {until}
      </Notice>
    );
  return (
    <p className="lead">
      {t(approval === 'automatic' ? 'expos.reg_open_automatic' : 'expos.reg_open_by_hand', { organiser })}
      <Gap />
      {until}
    </p>
  );
}

const blankOf = (page: Page, nameOrder: Draft['contact']['nameOrder']): Draft => ({
  ...{ role: page.roles.length === 1 ? (page.roles[0]?.role ?? 'exhibitor') : 'exhibitor', name: {}, country: '', city: '', groupId: '' },
  contact: { surname: '', givenName: '', nameOrder, post: '', email: '', phone: '' },
  ...{ languages: [], offer: {}, need: {}, standWish: '', consents: [] },
  ...marketDraft(null),
});

/** Only what this edition asks of this role is sent: what was typed for another role stays on the page alone. */
function sentOf(draft: Draft, asks: (field: RegistrationField) => boolean) {
  const { surname, givenName, nameOrder, post, email, phone } = draft.contact;
  const { offerTopics, needTopics, markets, size, offerDetails, needDetails } = sentMarket(draft);
  return {
    ...{ role: draft.role, name: filledText(draft.name) ?? {}, country: filledLine(draft.country), groupId: filledLine(draft.groupId) },
    city: asks('city') ? filledLine(draft.city) : null,
    contact: {
      ...{ surname, givenName, nameOrder, email: filledLine(email) },
      ...{ post: asks('post') ? post : '', phone: asks('phone') ? filledLine(phone) : null },
    },
    ...{ languages: asks('languages') ? [...draft.languages] : [], standWish: asks('standWish') ? draft.standWish : '' },
    ...{ offer: asks('offer') ? filledText(draft.offer) : null, need: asks('need') ? filledText(draft.need) : null },
    ...{ offerDetails: asks('offer') ? offerDetails : null, needDetails: asks('need') ? needDetails : null },
    ...(asks('topics') ? { offerTopics, needTopics } : {}),
    ...{ markets: asks('markets') ? markets : [], size: asks('size') ? size : null },
    consents: [...draft.consents],
  };
}

function RegisterForm({ page }: { readonly page: Page }) {
  const { t, language } = useText();
  const [draft, setDraft] = useState<Draft>(() => blankOf(page, writing[language].nameOrder));
  const [writtenTo, setWrittenTo] = useState<string | null>(null);
  const { keep, refresh, ...action } = useKeeping(exposQueries.getRegistrationPage.key());
  const asks = (field: RegistrationField): boolean => asksFor(page, field, draft.role);
  const submit = async () => {
    const input = { ...sentOf(draft, asks), editionId: page.edition.id, version: page.version, language };
    const done = await keep(() => exposApi.register(input), { after: ({ email }) => setWrittenTo(email) });
    // Where the page has changed meanwhile it is read anew under what was typed.
    if (!done) await refresh();
  };
  if (writtenTo !== null)
    return (
      <Notice live taking heading={t('expos.reg_written', { email: writtenTo })}>
        {t('expos.reg_written_text')}
      </Notice>
    );
  return (
    <KeepTyped>
      <Form {...formTrouble(action)} onSubmit={() => void submit()}>
        <CompanyFields page={page} draft={draft} setDraft={setDraft} asks={asks} />
        <PersonFields page={page} draft={draft} setDraft={setDraft} asks={asks} />
        <MarketSection page={page} draft={draft} setDraft={setDraft} asks={asks} />
        <ConsentFields page={page} draft={draft} setDraft={setDraft} />
        <Note>{t('expos.reg_after')}</Note>
        <Buttons>
          <Button kind="go" type="submit" busy={action.busy}>
            {t(page.roles.find(({ role }) => role === draft.role)?.full === true ? 'expos.reg_submit_waiting' : 'expos.reg_submit')}
          </Button>
        </Buttons>
      </Form>
    </KeepTyped>
  );
}

interface PartProps {
  readonly page: Page;
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
}
type AskedPartProps = PartProps & { readonly asks: (field: RegistrationField) => boolean };

/** Whether a field may stay empty. */
const mayBeEmpty = (page: Page, field: RegistrationField): boolean => page.fields[field] !== ('needed' satisfies FieldWish);

function CompanyFields({ page, draft, setDraft, asks }: AskedPartProps) {
  const { t } = useText();
  const naming = useNaming();
  const field = bind(draft, setDraft);
  const waiting = (full: boolean): string => (full ? ` ${t('expos.reg_role_waiting')}` : '');
  return (
    <Section title={t('expos.reg_company')}>
      {page.roles.length > 1 && (
        <ChoiceField
          {...field('role')}
          label={t('expos.reg_role')}
          options={page.roles.map(({ role, full }) => ({ value: role, text: t(`expos.reg_as_${role}`) + waiting(full) }))}
        />
      )}
      <MultilingualField {...field('name')} label={t('expos.name')} />
      <Fields>
        <CountryField {...field('country')} label={t('expos.country')} none={t('design.choose')} />
        {asks('city') && <TextField {...field('city')} label={t('expos.city')} optional={mayBeEmpty(page, 'city')} />}
        {page.groups.length > 0 && (
          <SelectField
            {...field('groupId')}
            label={t('expos.reg_group')}
            optional
            options={[
              { value: '', text: t('expos.none') },
              ...page.groups.map(({ groupId, name, full }) => ({ value: groupId, text: naming(name) + waiting(full) })),
            ]}
          />
        )}
      </Fields>
    </Section>
  );
}

function PersonFields({ page, draft, setDraft, asks }: AskedPartProps) {
  const { t } = useText();
  const field = bind(draft.contact, (contact) => setDraft({ ...draft, contact }), 'contact.');
  return (
    <Section title={t('expos.reg_person')}>
      <Fields>
        <TextField {...field('surname')} label={t('expos.surname')} autoComplete="family-name" />
        <TextField {...field('givenName')} label={t('expos.given_name')} autoComplete="given-name" optional />
        <SelectField
          {...field('nameOrder')}
          label={t('expos.name_order')}
          options={nameOrders.map((order) => ({ value: order, text: t(`expos.order_${order}`) }))}
        />
      </Fields>
      <Fields>
        <TextField {...field('email')} type="email" label={t('expos.email')} hint={t('expos.reg_email_hint')} autoComplete="email" />
        {asks('phone') && <TextField {...field('phone')} type="tel" label={t('expos.phone')} optional={mayBeEmpty(page, 'phone')} />}
        {asks('post') && <TextField {...field('post')} label={t('expos.post')} optional={mayBeEmpty(page, 'post')} />}
      </Fields>
      {asks('languages') && (
        <LanguagesField
          {...bind(draft, setDraft)('languages')}
          label={t('expos.languages')}
          hint={t('expos.languages_hint')}
          optional={mayBeEmpty(page, 'languages')}
        />
      )}
    </Section>
  );
}

function MarketSection({ page, draft, setDraft, asks }: AskedPartProps) {
  const { t } = useText();
  const field = bind(draft, setDraft);
  const parts = (['topics', 'markets', 'size'] as const).filter(asks);
  const kinds = entryKinds.filter(asks);
  const market = { draft, onChange: (change: Partial<MarketDraft>) => setDraft({ ...draft, ...change }) };
  if (!(['offer', 'need', 'standWish', ...parts] as const).some(asks)) return null;
  return (
    <Section title={t('expos.reg_saying')}>
      {kinds.map((kind) => (
        <SayingFields
          key={kind}
          kind={kind}
          {...market}
          field={{ ...field(kind), label: t(`expos.reg_your_${kind}`), optional: mayBeEmpty(page, kind) }}
        />
      ))}
      <MarketPartFields topics={page.topics} parts={parts} {...market} />
      <MoreFields {...market} kinds={kinds} />
      {asks('standWish') && (
        <TextareaField
          {...field('standWish')}
          label={t('expos.stand_wish')}
          hint={t('expos.stand_wish_hint')}
          optional={mayBeEmpty(page, 'standWish')}
        />
      )}
    </Section>
  );
}

/** Each purpose on its own, in the words that are kept with it. */
function ConsentFields({ page, draft, setDraft }: PartProps) {
  const { t } = useText();
  const naming = useNaming();
  const set = (key: string, agreed: boolean) =>
    setDraft({ ...draft, consents: agreed ? [...draft.consents, key] : draft.consents.filter((other) => other !== key) });
  return (
    <Section title={t('expos.reg_consents')}>
      {page.consents.map(({ key, purpose, receiver, needed }) => (
        <CheckField
          key={key}
          name={`consents.${key}`}
          label={naming(purpose)}
          hint={t(needed ? 'expos.reg_receiver_needed' : 'expos.reg_receiver', { receiver: naming(receiver) })}
          checked={draft.consents.includes(key)}
          onChange={(agreed) => set(key, agreed)}
        />
      ))}
    </Section>
  );
}
