// The way from a file to everyone's agenda, and how far it has been gone.
import { Link, type LinkProps } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import type { Edition, Plan, Release } from '../edition/answers.ts';

export interface Standing {
  readonly edition: Edition;
  readonly participants: number;
  readonly requested: boolean;
  /** Whether it is known when and where there may be meetings. */
  readonly timed: boolean;
  /** How many companies have been written to. */
  readonly invited: number;
  /** The latest plan and release. */
  readonly plan: Plan | null;
  readonly release: Release | null;
}

interface ListProps {
  readonly standing: Standing;
  /** Whether there is somebody who does not know of the schedule. */
  readonly isUntold: boolean;
}

type StepName = 'file' | 'times' | 'invite' | 'requests' | 'plan' | 'conflicts' | 'release' | 'agendas';

interface Step {
  readonly name: StepName;
  readonly done: boolean;
  /** May be left out: a file can hold what companies would answer. */
  readonly optional?: true;
  readonly to: NonNullable<LinkProps['to']>;
}

/** The steps in order; the first that is not done is where one stands. */
function stepsOf({ participants, timed, invited, requested, plan, release }: Standing): readonly Step[] {
  const planned = plan?.figures != null;
  return [
    { name: 'file', done: participants > 0, to: '/editions/$slug/import' },
    { name: 'times', done: timed, to: '/editions/$slug/setup' },
    { name: 'invite', done: invited > 0, optional: true, to: '/editions/$slug/setup/letters' },
    { name: 'requests', done: requested, to: '/editions/$slug/requests' },
    { name: 'plan', done: planned, to: '/editions/$slug/plan' },
    { name: 'conflicts', done: plan?.figures?.hard === 0, to: '/editions/$slug/plan' },
    { name: 'release', done: release !== null, to: '/editions/$slug/releases' },
    { name: 'agendas', done: release !== null, to: '/editions/$slug/agendas' },
  ];
}

/** Where every step is done, they are folded: nothing is to do here, and the tabs lead everywhere. */
export function StepList({ standing, isUntold }: ListProps) {
  const { t } = useText();
  const steps = stepsOf(standing);
  const here = steps.find(({ done, optional }) => !done && optional !== true)?.name;
  const list = <Steps {...{ standing, steps, here }} />;
  if (here !== undefined) return list;
  return (
    <details className="after">
      <summary>{t(isUntold ? 'meetings.steps_done_untold' : 'meetings.steps_all_done')}</summary>
      {list}
    </details>
  );
}

interface StepsProps {
  readonly standing: Standing;
  readonly steps: readonly Step[];
  readonly here: StepName | undefined;
}

function Steps({ standing, steps, here }: StepsProps) {
  const { t } = useText();
  return (
    <ol className="rows">
      {steps.map((step, at) => (
        <li key={step.name} aria-current={step.name === here ? 'step' : undefined}>
          <span className="when">{at + 1}</span>
          <div className="what">
            <Link to={step.to} params={{ slug: standing.edition.slug }}>
              {t(`meetings.step_${step.name}`)}
            </Link>
            <small>
              <StepDetail name={step.name} {...standing} />
            </small>
          </div>
          <div className="act">
            {step.done ? (
              t('meetings.step_done')
            ) : step.name === here ? (
              <b>{t('meetings.step_here')}</b>
            ) : (
              <span className="muted">{t(step.optional === true ? 'meetings.step_optional' : 'meetings.step_later')}</span>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function StepDetail({ name, edition, participants, invited, requested, plan, release }: Standing & { readonly name: StepName }) {
  const { t } = useText();
  const formats = useFormats();
  switch (name) {
    case 'file':
      return participants === 0
        ? t('meetings.step_file_text')
        : t('meetings.step_file_done', { exhibitors: edition.counts.exhibitors, buyers: edition.counts.buyers ?? 0 });
    case 'times':
      return t('meetings.step_times_text');
    case 'invite':
      return invited === 0 ? t('meetings.step_invite_text') : t('meetings.step_invite_done', { count: invited });
    case 'requests':
      return requested ? t('meetings.step_requests_done') : t('meetings.step_requests_text');
    case 'plan':
      return plan?.figures == null
        ? t('meetings.step_plan_text')
        : t('meetings.step_plan_done', { number: plan.number, placed: plan.figures.placed, wished: plan.figures.wished });
    case 'conflicts':
      return plan?.figures == null
        ? t('meetings.step_conflicts_text')
        : t('meetings.step_conflicts_done', { hard: plan.figures.hard, warnings: plan.figures.warnings });
    case 'release':
      return release === null
        ? t('meetings.step_release_text')
        : t('meetings.step_release_done', { number: release.number, at: formats.dateTime(release.publishedAt, edition.timeZone) });
    case 'agendas':
      return t('meetings.step_agendas_text');
  }
}
