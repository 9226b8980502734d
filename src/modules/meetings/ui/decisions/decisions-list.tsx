// What waits for the organiser, the most urgent first; each entry has one action.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { relative } from '#client/relative.ts';
import { Rows } from '#design/rows.tsx';
import type { Decision, Edition } from '../edition/answers.ts';
import { useSay } from '../edition/names.tsx';
import { reportHash } from '../repair/report-hash.ts';

interface DecisionListProps {
  readonly edition: Edition;
  readonly decisions: readonly Decision[];
}

export function DecisionList({ edition, decisions }: DecisionListProps) {
  const { t, language } = useText();
  const say = useSay();
  if (decisions.length === 0) return <p className="muted">{t('meetings.decisions_none')}</p>;
  return (
    <Rows
      wide
      entries={decisions.map((decision, at) => ({
        key: `${decision.kind} ${at}`,
        when:
          decision.since === null
            ? t('meetings.since_open')
            : relative(language, { instant: decision.since, now: Date.now(), zone: edition.timeZone }),
        late: decision.attention,
        what: <b>{say(decision.title)}</b>,
        ...(decision.detail === null ? {} : { detail: say(decision.detail) }),
        end: <DecisionAction decision={decision} slug={edition.slug} />,
      }))}
    />
  );
}

/** The one way on from a decision. */
function DecisionAction({ decision, slug }: { readonly decision: Decision; readonly slug: string }): ReactNode {
  const { t } = useText();
  const { number } = decision.title.params;
  const onPlan = { slug, number: String(number ?? '') };
  switch (decision.kind) {
    case 'no_participants':
      return (
        <Link to="/editions/$slug/import" params={{ slug }}>
          {t('meetings.do_import')}
        </Link>
      );
    case 'no_slots':
      return (
        <Link to="/editions/$slug/setup" params={{ slug }}>
          {t('meetings.do_slots')}
        </Link>
      );
    case 'without_languages':
      return (
        <Link to="/editions/$slug/setup/participants" params={{ slug }}>
          {t('meetings.do_languages')}
        </Link>
      );
    case 'no_language':
    case 'few_interpreters':
    case 'lack_interpreter':
      return (
        <Link to="/editions/$slug/setup/interpreters" params={{ slug }}>
          {t('meetings.do_interpreters')}
        </Link>
      );
    case 'no_plan':
    case 'plan_failed':
    case 'plan_not_verified':
    case 'requests_since':
      return (
        <Link to="/editions/$slug/plan" params={{ slug }}>
          {decision.kind === 'no_plan' ? t('meetings.do_plan') : t('meetings.do_plan_again')}
        </Link>
      );
    case 'hard_conflicts':
    case 'unplaced_musts':
    case 'plan_ready':
      return (
        <Link to="/editions/$slug/plan/$number" params={onPlan} hash={hashOf[decision.kind]}>
          {t(`meetings.do_${decision.kind}`)}
        </Link>
      );
    case 'withdrawn':
      return (
        <Link to="/editions/$slug/schedule" params={{ slug }} hash={decision.meetingId ?? ''}>
          {t('meetings.do_withdrawn')}
        </Link>
      );
    case 'declined':
    case 'met_in_queue':
    case 'participant_away':
    case 'not_understood':
      return (
        <Link to="/editions/$slug/schedule" params={{ slug }} hash={decision.meetingId ?? ''}>
          {t('meetings.do_put_right')}
        </Link>
      );
    case 'interpreter_away':
      return (
        <Link to="/editions/$slug/schedule" params={{ slug }} hash={reportHash('interpreter_away', decision.interpreterId ?? '')}>
          {t('meetings.do_put_right')}
        </Link>
      );
    case 'move_proposed':
    case 'move_asked':
    case 'cancel_asked':
      return (
        <Link to="/editions/$slug/agendas/$code" params={{ slug, code: decision.participants[0]?.code ?? '' }}>
          {t('meetings.do_answer')}
        </Link>
      );
    case 'not_told':
      return (
        <Link to="/editions/$slug/agendas" params={{ slug }} hash="untold">
          {t('meetings.do_tell')}
        </Link>
      );
    case 'speaker_not_coming':
      return (
        <Link to="/editions/$slug/programme/draft" params={{ slug }}>
          {t('meetings.do_speaker_not_coming')}
        </Link>
      );
    case 'without_meeting':
      return (
        <Link to="/editions/$slug/agendas" params={{ slug }}>
          {t('meetings.do_without_meeting')}
        </Link>
      );
    case 'came_after_all':
      return (
        <Link to="/editions/$slug/schedule" params={{ slug }} hash={reportHash('arrived', decision.participants[0]?.id ?? '')}>
          {t('meetings.do_came_after_all')}
        </Link>
      );
    case 'queue_calls':
      return (
        <Link to="/editions/$slug/queue" params={{ slug }}>
          {t('meetings.do_queue_calls')}
        </Link>
      );
    case 'absence':
      return (
        <Link to="/editions/$slug/day" params={{ slug }}>
          {t('meetings.do_put_right')}
        </Link>
      );
  }
}

/** Sections of the plan's page. */
const hashOf = { hard_conflicts: 'conflicts', unplaced_musts: 'unplaced', plan_ready: 'release' } as const;
