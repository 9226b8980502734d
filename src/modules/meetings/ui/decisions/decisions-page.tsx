// The organiser's first screen: what needs a decision, one action each, and where one stands between file and agendas.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayOf, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { ButtonLink, Buttons } from '#design/button.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Columns, Rich, Section, Sentence, Title } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { meetingsQueries } from '../client.ts';
import { DecisionList } from './decisions-list.tsx';
import { StepList, type Standing } from './steps.tsx';
import type { Decision, Edition } from '../edition/answers.ts';
import { Helping } from './helping.tsx';
import { nextEdition } from '../edition/next.ts';
import { EventFrame, EventPage } from '../edition/edition-page.tsx';
import { Named } from '../edition/names.tsx';

/** The work of the edition in the address. */
export function WorkPage() {
  return <EventPage>{(edition) => <Work edition={edition} />}</EventPage>;
}

/** The work of the edition that is next for the reader's office. */
export function OrganiserHome() {
  const { t } = useText();
  const office = useSession()?.offices.find(({ kind }) => kind === 'organiser');
  const organiser = office?.id;
  const { data } = useQuery({
    ...exposQueries.listEditions.queryOptions({ input: organiser === undefined ? {} : { organiser } }),
    enabled: organiser !== undefined,
    throwOnError: true,
  });
  if (data === undefined) return <Skeleton lines={6} />;
  const edition = nextEdition(data.entries, Date.now());
  if (edition === undefined)
    return (
      <>
        <Title title={t('meetings.work_title')} />
        <Empty
          heading={t('meetings.no_edition')}
          actions={
            office?.role === 'viewer' ? undefined : (
              <ButtonLink kind="go" to="/editions/new">
                {t('expos.open_edition')}
              </ButtonLink>
            )
          }
        >
          {t('meetings.no_edition_text')}
        </Empty>
      </>
    );
  const others = data.entries.filter(({ id }) => id !== edition.id);
  return (
    <EventFrame edition={edition} home>
      {() => (
        <>
          <Work edition={edition} />
          {others.length > 0 && <OtherEditions editions={others} />}
        </>
      )}
    </EventFrame>
  );
}

function OtherEditions({ editions }: { readonly editions: readonly Edition[] }) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <Section title={t('meetings.other_editions')}>
      <Rows
        wide
        entries={editions.map((edition) => ({
          key: edition.id,
          when: formats.day(edition.firstDay, 'table'),
          what: (
            <Link to="/editions/$slug/work" params={{ slug: edition.slug }}>
              <Named name={edition.name} />
            </Link>
          ),
          detail: <Named name={edition.venue} />,
        }))}
      />
    </Section>
  );
}

const MINUTE = 60_000;

/** Everything the screen needs to know of an edition; undefined until all of it is there. */
function useStanding(edition: Edition, decisions: readonly Decision[] | undefined): Standing | undefined {
  const input = { editionId: edition.id };
  const meetings = meetingsQueries;
  const [plans, releases, requests] = [
    useQuery({ ...meetings.listPlans.queryOptions({ input: { ...input, limit: 1 } }), throwOnError: true }),
    useQuery({ ...meetings.listReleases.queryOptions({ input: { ...input, limit: 1 } }), throwOnError: true }),
    useQuery({ ...meetings.listRequests.queryOptions({ input: { ...input, limit: 1 } }), throwOnError: true }),
  ];
  const letters = useQuery({ ...exposQueries.getLetterFigures.queryOptions({ input }), throwOnError: true });
  if (
    letters.data === undefined ||
    decisions === undefined ||
    plans.data === undefined ||
    releases.data === undefined ||
    requests.data === undefined
  )
    return undefined;
  const participants = edition.counts.exhibitors + (edition.counts.buyers ?? 0);
  return {
    edition,
    participants,
    timed: participants > 0 && decisions.every(({ kind }) => kind !== 'no_slots'),
    invited: letters.data.total - letters.data.states.uninvited - letters.data.states.no_address,
    requested: requests.data.entries.length > 0,
    plan: plans.data.entries[0] ?? null,
    release: releases.data.entries[0] ?? null,
  };
}

function Work({ edition }: { readonly edition: Edition }) {
  // Whoever belongs to another office is told that this is not theirs.
  const isOurs = useSession()?.offices.some(({ id }) => id === edition.organiser) === true;
  if (edition.lastDay < dayOf(Date.now(), edition.timeZone)) return <Over edition={edition} />;
  return isOurs && !edition.mayEdit ? <Helping edition={edition} /> : <UnderWay edition={edition} />;
}

/** Nothing of it can be planned or decided any more: what it was stands behind the tabs, and what became of it on a page of its own. */
function Over({ edition: { slug, lastDay } }: { readonly edition: Edition }) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <div className="after">
      <Sentence>{t('meetings.work_over', { day: formats.day(lastDay) })}</Sentence>
      <Buttons>
        <ButtonLink to="/editions/$slug/numbers" params={{ slug }}>
          {t('meetings.work_over_numbers')}
        </ButtonLink>
        <ButtonLink kind="text" to="/editions/$slug/follow-through" params={{ slug }}>
          {t('meetings.work_over_became')}
        </ButtonLink>
      </Buttons>
    </div>
  );
}

function UnderWay({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const { data: decisions } = useQuery({
    ...meetingsQueries.listDecisions.queryOptions({ input: { editionId: edition.id } }),
    refetchInterval: MINUTE,
    throwOnError: true,
  });
  const standing = useStanding(edition, decisions?.entries);
  if (standing === undefined || decisions === undefined) return <Skeleton lines={8} />;
  const urgent = decisions.entries.filter(({ attention }) => attention).length;
  return (
    <>
      <div className="after">
        <Sentence>
          <WorkSentence {...standing} />
        </Sentence>
        <FirstActions {...standing} />
      </div>
      <div className="after">
        <Columns>
          <Section title={t('meetings.decisions')} count={decisions.entries.length} attention={urgent > 0} span={7}>
            <DecisionList edition={edition} decisions={decisions.entries} />
          </Section>
          <Section title={t('meetings.steps')} span={5}>
            <StepList standing={standing} isUntold={decisions.entries.some(({ kind }) => kind === 'not_told')} />
          </Section>
        </Columns>
      </div>
    </>
  );
}

/** Where the work stands, in one sentence. */
function WorkSentence({ participants, requested, plan, release }: Standing) {
  const { t } = useText();
  const draft = plan === null ? null : { number: plan.number, placed: plan.figures?.placed ?? 0, wished: plan.figures?.wished ?? 0 };
  const text = () => {
    if (release !== null) return t('meetings.work_released', { number: release.number, count: release.meetings });
    if (plan?.status === 'running') return t('meetings.work_running', { number: plan.number });
    if (draft !== null && plan?.figures != null) return t('meetings.work_planned', draft);
    if (participants === 0) return t('meetings.work_nothing');
    return requested ? t('meetings.work_no_plan', { count: participants }) : t('meetings.work_no_requests', { count: participants });
  };
  return <Rich text={text()} />;
}

/** *Plan* in front, as soon as there is something to plan. */
function FirstActions({ edition, participants, requested, plan }: Standing) {
  const { t } = useText();
  const params = { slug: edition.slug };
  const importing = participants === 0;
  return (
    <Buttons>
      {!importing && requested && (
        <ButtonLink kind="go" to="/editions/$slug/plan" params={params}>
          {plan === null ? t('meetings.plan_first') : t('meetings.plan_again')}
        </ButtonLink>
      )}
      <ButtonLink kind={importing || !requested ? 'go' : 'plain'} to="/editions/$slug/import" params={params}>
        {t('meetings.import_action')}
      </ButtonLink>
      {plan !== null && (
        <ButtonLink kind="text" to="/editions/$slug/plan/$number" params={{ ...params, number: String(plan.number) }}>
          {t('meetings.open_draft', { number: plan.number })}
        </ButtonLink>
      )}
    </Buttons>
  );
}
