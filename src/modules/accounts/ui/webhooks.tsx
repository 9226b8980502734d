// Webhooks of an office: which other systems hear of what, whether it arrives, and what to do where it does not.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { textOf } from '#design/fields/text-of.ts';
import { ManyField } from '#design/fields/many-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Confirm } from '#design/notices/dialog.tsx';
import { Empty, Notice, TroubleNotice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Attention, Note, Section } from '#design/page.tsx';
import { writing } from '#kernel/language.ts';
import { webhookEvents, type WebhookEvent } from '../domain/webhooks.ts';
import { accountsApi, accountsQueries } from './client.ts';
import { eventTexts } from './event-texts.ts';
import { Deliveries } from './deliveries.tsx';
import { ToldOnce } from './told-once.tsx';
import './webhooks.css';

type Webhook = Awaited<ReturnType<(typeof accountsApi)['listWebhooks']>>['entries'][number];

interface Secret {
  readonly address: string;
  readonly secret: string;
}

export function Webhooks({ officeId }: { readonly officeId: string }) {
  const { t } = useText();
  const webhooks = useQuery(accountsQueries.listWebhooks.queryOptions({ input: { officeId } }));
  const [adding, setAdding] = useState(false);
  const [told, setTold] = useState<Secret | null>(null);
  if (webhooks.data === undefined) return <Skeleton />;
  const { entries } = webhooks.data;
  const add = <Button onPress={() => setAdding(true)}>{t('accounts.webhook_add')}</Button>;
  return (
    <Section title={t('accounts.webhooks')} count={entries.length} aside={entries.length > 0 && add} id="webhooks">
      {told !== null && (
        <ToldOnce
          heading={t('accounts.webhook_secret_of', { host: new URL(told.address).hostname })}
          secret={told.secret}
          onDone={() => setTold(null)}
        />
      )}
      {entries.length === 0 ? (
        <Empty heading={t('accounts.webhooks_none')} actions={add}>
          {t('accounts.webhooks_note')}
        </Empty>
      ) : (
        <>
          <Note>{t('accounts.webhooks_note')}</Note>
          {entries.map((webhook) => (
            <OneWebhook key={webhook.id} officeId={officeId} webhook={webhook} onSecret={setTold} />
          ))}
        </>
      )}
      {adding && <AddWebhook officeId={officeId} onClose={() => setAdding(false)} onMade={setTold} />}
    </Section>
  );
}

function State({ webhook: { state, failingSince, stoppedAt, waiting } }: { readonly webhook: Webhook }) {
  const { t } = useText();
  const formats = useFormats();
  const at = (instant: string | null) => (instant === null ? '' : formats.dateTime(instant, ownZone()));
  if (state === 'stopped')
    return (
      <Notice kind="refused" heading={t('accounts.webhook_stopped_at', { time: at(stoppedAt) })}>
        {t('accounts.webhook_stopped_hint', { count: waiting })}
      </Notice>
    );
  if (state === 'fails')
    return (
      <p>
        <Attention>{t('accounts.webhook_fails', { time: at(failingSince), count: waiting })}</Attention>
      </p>
    );
  return waiting > 0 ? <Note>{t('accounts.webhook_waits', { count: waiting })}</Note> : null;
}

interface OneWebhookProps {
  readonly officeId: string;
  readonly webhook: Webhook;
  readonly onSecret: (secret: Secret) => void;
}

function OneWebhook({ officeId, webhook, onSecret }: OneWebhookProps) {
  const { t, language } = useText();
  const [shows, setShows] = useState(false);
  const [asks, setAsks] = useState<'remove' | 'renew' | null>(null);
  const { keep, busy, trouble } = useKeeping(accountsQueries.key());
  const of = { officeId, webhookId: webhook.id };
  const host = new URL(webhook.address).hostname;
  const confirmed = () => {
    if (asks === 'remove') void keep(() => accountsApi.removeWebhook(of), { said: t('accounts.webhook_removed', { host }) });
    if (asks === 'renew') void keep(() => accountsApi.renewWebhookSecret(of), { after: onSecret });
    setAsks(null);
  };
  const tryOut = () => void keep(() => accountsApi.tryWebhook(of), { said: t('accounts.webhook_test_sent'), after: () => setShows(true) });
  return (
    <article className="webhook" aria-label={webhook.address}>
      <h3 className="mail">{webhook.address}</h3>
      <p>
        {t('accounts.webhook_when', { events: webhook.events.map((event) => t(eventTexts[event])).join(writing[language].enumeration) })}
      </p>
      <State webhook={webhook} />
      <TroubleNotice trouble={trouble} />
      <Buttons>
        {webhook.state === 'stopped' ? (
          <Button
            kind="go"
            busy={busy}
            onPress={() => void keep(() => accountsApi.restartWebhook(of), { said: t('accounts.webhook_started') })}
          >
            {t('accounts.webhook_start')}
          </Button>
        ) : (
          <Button busy={busy} onPress={tryOut}>
            {t('accounts.webhook_try')}
          </Button>
        )}
        <Button aria-expanded={shows} onPress={() => setShows(!shows)}>
          {t(shows ? 'accounts.deliveries_hide' : 'accounts.deliveries_show')}
        </Button>
        <Button kind="text" onPress={() => setAsks('renew')}>
          {t('accounts.webhook_renew')}
        </Button>
        <Button kind="text" onPress={() => setAsks('remove')}>
          {t('accounts.webhook_remove')}
        </Button>
      </Buttons>
      {shows && <Deliveries of={of} host={host} canSend={webhook.state !== 'stopped'} />}
      <Confirm
        open={asks !== null}
        onClose={() => setAsks(null)}
        title={t(asks === 'renew' ? 'accounts.webhook_renew' : 'accounts.webhook_remove')}
        confirmText={t(asks === 'renew' ? 'accounts.webhook_renew' : 'accounts.webhook_remove')}
        onConfirm={confirmed}
      >
        {t(asks === 'renew' ? 'accounts.webhook_renew_hint' : 'accounts.webhook_remove_hint', { host })}
      </Confirm>
    </article>
  );
}

interface AddWebhookProps {
  readonly officeId: string;
  readonly onClose: () => void;
  readonly onMade: (secret: Secret) => void;
}

function AddWebhook({ officeId, onClose, onMade }: AddWebhookProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(accountsQueries.key());
  const [events, setEvents] = useState<readonly WebhookEvent[]>([]);
  const submit = (entries: FormData) =>
    void keep(() => accountsApi.createWebhook({ officeId, address: textOf(entries, 'address').trim(), events: [...events] }), {
      after: (webhook) => {
        onMade(webhook);
        onClose();
      },
    });
  return (
    <FormDialog title={t('accounts.webhook_add')} submit={t('accounts.webhook_add')} action={action} onClose={onClose} onSubmit={submit}>
      <TextField
        name="address"
        type="url"
        label={t('accounts.webhook_address')}
        hint={t('accounts.webhook_address_hint')}
        placeholder="https://"
      />
      <ManyField
        name="events"
        label={t('accounts.webhook_events')}
        value={events}
        onChange={setEvents}
        options={webhookEvents.map((event) => ({ value: event, text: t(eventTexts[event]) }))}
      />
      <Note>{t('accounts.webhook_least')}</Note>
    </FormDialog>
  );
}
