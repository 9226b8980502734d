// Keeping the plan of a project: its aim, a new milestone or indicator, and how one stands for a side.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { filledText, MultilingualField, type Draft } from '#design/fields/multilingual-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { GoalsField } from '#modules/cities/ui/profile/goals-field.tsx';
import type { ProjectPlan } from '../../contract/projects.ts';
import type { Outcome } from '../../contract/shapes.ts';
import { outcomesApi, outcomesQueries } from '../client.ts';
import { AddMarkDialog, SayDialog } from './mark-dialogs.tsx';
import { PasteMilestones } from './paste-dialog.tsx';
import type { PlanOpened } from './plan-opened.ts';

interface PlanDialogsProps {
  readonly outcome: Outcome;
  readonly plan: ProjectPlan;
  readonly open: NonNullable<PlanOpened>;
  /** The office that speaks for a side. */
  readonly office: string | undefined;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<unknown>;
}

export function PlanDialogs({ outcome, plan, open, office, onClose, onChanged }: PlanDialogsProps) {
  if (open === 'aim') return <AimDialog plan={plan} onClose={onClose} />;
  if (open === 'list') return <PasteMilestones {...{ outcome, onClose }} />;
  if (open === 'milestone' || open === 'indicator') return <AddMarkDialog {...{ outcome, onClose }} kind={open} />;
  return office === undefined ? null : <SayDialog {...{ outcome, plan, office, onClose, onChanged }} mark={open} />;
}

function AimDialog({ plan, onClose }: Pick<PlanDialogsProps, 'plan' | 'onClose'>) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(outcomesQueries.key());
  const [draft, setDraft] = useState<{ readonly aim: Draft; readonly goals: ProjectPlan['goals'] }>({
    aim: plan.aim ?? {},
    goals: plan.goals,
  });
  const save = () =>
    keep(
      () =>
        outcomesApi.setProjectAim(
          { outcomeId: plan.outcomeId, aim: filledText(draft.aim), goals: draft.goals },
          { context: { ifMatch: plan.version } },
        ),
      { said: t('outcomes.pj_aim_saved'), after: onClose },
    );
  return (
    <FormDialog
      wide
      after
      title={t('outcomes.pj_set_aim')}
      action={action}
      submit={t('outcomes.pj_save')}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <MultilingualField {...bind(draft, setDraft)('aim')} label={t('outcomes.pj_aim')} hint={t('outcomes.pj_aim_hint')} long optional />
      <GoalsField {...bind(draft, setDraft)('goals')} />
    </FormDialog>
  );
}
