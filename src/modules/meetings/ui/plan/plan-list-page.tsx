// The drafts of an edition, and the start of another search.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, ButtonLink, Buttons } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { SelectField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Pull } from '#design/notices/notice.tsx';
import { Columns, Note, Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Edition, Plan } from '../edition/answers.ts';
import { useSay } from '../edition/names.tsx';
import { EventPage } from '../edition/edition-page.tsx';
import { usePlans } from './queries.ts';

export function PlanListPage() {
  const { t } = useText();
  return <EventPage title={t('meetings.plan_title')}>{(edition) => <Plans edition={edition} />}</EventPage>;
}

function Plans({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const plans = usePlans(edition.id);
  const releases = useQuery(meetingsQueries.listReleases.queryOptions({ input: { editionId: edition.id, limit: 1 } }));
  const inForce = releases.data?.entries[0]?.number ?? null;
  return (
    <Columns>
      {edition.mayEdit && (
        <Section title={t('meetings.search_start')} span={4}>
          <OutlookNotes edition={edition} />
          <StartForm edition={edition} plans={plans ?? []} inForce={inForce} />
        </Section>
      )}
      <Section title={t('meetings.drafts')} count={plans?.length} span={edition.mayEdit ? 8 : 12}>
        {plans === undefined && <Skeleton lines={4} />}
        {plans?.length === 0 && <p className="muted">{t('meetings.drafts_none')}</p>}
        {plans !== undefined && plans.length > 0 && <PlanTable edition={edition} plans={plans} />}
      </Section>
    </Columns>
  );
}

/** What no search can mend, and what has begun: said before anybody searches. */
function OutlookNotes({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const say = useSay();
  const { data } = useQuery(meetingsQueries.getOutlook.queryOptions({ input: { editionId: edition.id }, throwOnError: true }));
  if (data === undefined || (data.begun === null && data.entries.length === 0)) return null;
  return (
    <>
      {data.begun !== null && <Note>{say(data.begun)}</Note>}
      {data.entries.map(({ title, detail }, at) => (
        <Pull key={at} attention>
          <p>
            <b>{say(title)}</b>
          </p>
          {detail !== null && <p>{say(detail)}</p>}
          <Link to="/editions/$slug/setup/interpreters" params={{ slug: edition.slug }}>
            {t('meetings.do_interpreters')}
          </Link>
        </Pull>
      ))}
    </>
  );
}

const durations = [5, 20, 60, 300];
const DEFAULT_SECONDS = 20;

interface StartFormProps {
  readonly edition: Edition;
  readonly plans: readonly Plan[];
  /** Number of the schedule in force. */
  readonly inForce: number | null;
}

function StartForm({ edition, plans, inForce }: StartFormProps) {
  const { t } = useText();
  const formats = useFormats();
  const navigate = useNavigate();
  const { keep, ...action } = useKeeping(meetingsQueries.key());
  const kept = plans.filter(({ status }) => status === 'ready' || status === 'cancelled');
  const submit = (entries: FormData) => {
    const keepPinsOf = entries.get('keepPinsOf');
    const asked = {
      editionId: edition.id,
      seconds: Number(entries.get('seconds')),
      seed: Number(entries.get('seed')),
      movesFreely: entries.get('moves') === 'freely',
      ...(typeof keepPinsOf === 'string' && keepPinsOf !== '' ? { keepPinsOf } : {}),
    };
    void keep((context) => meetingsApi.startPlan(asked, { context }), {
      after: ({ number }) => navigate({ to: '/editions/$slug/plan/$number', params: { slug: edition.slug, number: String(number) } }),
    });
  };
  return (
    <Form {...formTrouble(action)} label={t('meetings.search_start')} onSubmit={submit}>
      <ChoiceField
        name="seconds"
        label={t('meetings.search_time')}
        hint={t('meetings.search_time_hint')}
        defaultValue={String(DEFAULT_SECONDS)}
        options={durations.map((seconds) => ({ value: String(seconds), text: formats.duration(seconds) }))}
      />
      {inForce !== null && (
        <ChoiceField
          name="moves"
          label={t('meetings.in_force_moves', { number: inForce })}
          hint={t('meetings.in_force_moves_hint')}
          defaultValue="close"
          options={[
            { value: 'close', text: t('meetings.moves_close') },
            { value: 'freely', text: t('meetings.moves_freely') },
          ]}
        />
      )}
      {kept.length > 0 && (
        <SelectField
          name="keepPinsOf"
          label={t('meetings.keep_pins')}
          defaultValue={kept[0]?.id}
          options={[
            ...kept.map(({ id, number }) => ({ value: id, text: t('meetings.draft_number', { number }) })),
            { value: '', text: t('meetings.keep_no_pins') },
          ]}
        />
      )}
      <details className="spaced">
        <summary>{t('meetings.repeatable')}</summary>
        <TextField name="seed" label={t('meetings.seed')} hint={t('meetings.seed_hint')} type="number" defaultValue="1" />
      </details>
      <Buttons>
        <Button kind="go" type="submit" busy={action.busy}>
          {t('meetings.plan_action')}
        </Button>
        {action.trouble?.code === 'meetings.nothing_to_plan' && (
          <>
            <ButtonLink to="/editions/$slug/import" params={{ slug: edition.slug }}>
              {t('meetings.import_action')}
            </ButtonLink>
            <ButtonLink to="/editions/$slug/requests" params={{ slug: edition.slug }}>
              {t('meetings.request_add')}
            </ButtonLink>
          </>
        )}
      </Buttons>
    </Form>
  );
}

function PlanTable({ edition, plans }: { readonly edition: Edition; readonly plans: readonly Plan[] }) {
  const { t } = useText();
  const formats = useFormats();
  const figure = (pick: (figures: NonNullable<Plan['figures']>) => number) => (plan: Plan) =>
    plan.figures === null ? <span className="muted">{t('meetings.not_yet')}</span> : formats.number(pick(plan.figures));
  const columns: readonly Column<Plan>[] = [
    {
      key: 'number',
      head: t('meetings.draft'),
      naming: true,
      nowrap: true,
      cell: ({ number }) => (
        <Link to="/editions/$slug/plan/$number" params={{ slug: edition.slug, number: String(number) }}>
          {t('meetings.draft_number', { number })}
        </Link>
      ),
    },
    { key: 'state', head: t('meetings.state'), cell: (plan) => <PlanState plan={plan} /> },
    { key: 'started', head: t('meetings.started'), nowrap: true, cell: ({ startedAt }) => formats.dateTime(startedAt, edition.timeZone) },
    { key: 'placed', head: t('meetings.figure_placed'), end: true, cell: figure(({ placed }) => placed) },
    { key: 'wished', head: t('meetings.figure_wished'), end: true, cell: figure(({ wished }) => wished) },
    { key: 'hard', head: t('meetings.key_hard'), end: true, cell: figure(({ hard }) => hard) },
    { key: 'warnings', head: t('meetings.figure_warnings'), end: true, cell: figure(({ warnings }) => warnings) },
  ];
  return <DataTable caption={t('meetings.drafts')} columns={columns} rows={plans} rowKey={({ id }) => id} />;
}

function PlanState({ plan }: { readonly plan: Plan }) {
  const { t } = useText();
  if (plan.releasedAs !== null) return t('meetings.plan_released', { number: plan.releasedAs });
  return (
    <>
      {t(`meetings.plan_${plan.status}`)}
      {plan.copiedFrom !== null && <small>{t('meetings.copied_from', { number: plan.copiedFrom })}</small>}
    </>
  );
}
