// Which goals of the United Nations something serves: the same choice wherever it is asked.
import { useText } from '#client/language.ts';
import { ManyField } from '#design/fields/many-field.tsx';
import { goals, goalsIn, type Goal } from '../../domain/profile/goals.ts';

interface GoalsFieldProps {
  readonly name: string;
  readonly value: readonly Goal[];
  readonly onChange: (value: Goal[]) => void;
}

export function GoalsField({ name, value, onChange }: GoalsFieldProps) {
  const { t } = useText();
  const goalName = useGoalName();
  return (
    <ManyField
      name={name}
      label={t('cities.goals')}
      options={goals.map((goal) => ({ value: String(goal), text: goalName(goal) }))}
      value={value.map(String)}
      onChange={(chosen) => onChange([...goalsIn(chosen.map(Number))])}
    />
  );
}

/** A goal by its number and its name. */
export function useGoalName(): (goal: Goal) => string {
  const { t } = useText();
  return (number) => t('cities.goal_numbered', { number, name: t(`cities.goal_${number}`) });
}
