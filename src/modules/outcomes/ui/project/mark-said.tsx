// What is said of a milestone or an indicator, in a cell: each value with who says so; those who say otherwise beneath, none left out.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { AsWritten } from '#design/named.tsx';
import { writing } from '#kernel/language.ts';
import type { StatementShape } from '#modules/evidence/contract/shapes.ts';
import { SourceName, useSayer, VisibilityWord } from '#modules/evidence/ui/said.tsx';
import { Value } from '#modules/evidence/ui/value.tsx';
import type { MarkShown } from '../../contract/projects.ts';
import type { Outcome } from '../../contract/shapes.ts';
import { milestoneStates, type MarkAttribute } from '../../domain/project/mark.ts';

export function useStateName(): (code: string) => string {
  const { t } = useText();
  return (code) => {
    const known = milestoneStates.find((state) => state === code);
    return known === undefined ? code : t(`outcomes.pj_state_${known}`);
  };
}

/** The figure alone: its time stands before it, and in what it is counted beneath the title. */
function alone(value: StatementShape['value']): StatementShape['value'] {
  if (value.type === 'count') return { ...value, basis: undefined, unit: undefined };
  return value.type === 'money' ? { ...value, basis: undefined } : value;
}

/** done, 11 Jul 2025; nothing is “done since”. */
function StateValue({ value }: { readonly value: Extract<StatementShape['value'], { type: 'code' }> }) {
  const { language } = useText();
  const formats = useFormats();
  const stateName = useStateName();
  return (
    <>
      {stateName(value.code)}
      {value.since !== undefined && (
        <span className="note">
          {writing[language].comma}
          {formats.spelt(formats.flexDate(value.since, 'table'))}
        </span>
      )}
    </>
  );
}

interface OneSaidProps {
  readonly statement: StatementShape;
  readonly agreeing?: readonly StatementShape[];
  /** Who may see the project: said only of what others see. */
  readonly visibility: Outcome['visibility'];
}

function OneSaid({ statement, agreeing = [], visibility }: OneSaidProps) {
  const sayer = useSayer();
  const formats = useFormats();
  const who = [...new Set([statement, ...agreeing].map(sayer))];
  return (
    <>
      {statement.value.type === 'code' ? <StateValue value={statement.value} /> : <Value value={alone(statement.value)} style="table" />}
      <small>
        {statement.saidBy === null || agreeing.length > 0 ? formats.list(who) : <AsWritten text={statement.saidBy} named />} ·{' '}
        <SourceName source={statement.source} />
        {statement.visibility !== visibility && (
          <>
            {' '}
            <VisibilityWord statement={statement} />
          </>
        )}
      </small>
    </>
  );
}

/** All that is said of one attribute; "not stated" where nothing is. */
export interface MarkSaidProps extends Pick<OneSaidProps, 'visibility'> {
  readonly mark: MarkShown;
  readonly attribute: MarkAttribute;
}

export function MarkSaidCell({ mark, attribute, visibility }: MarkSaidProps) {
  const { t } = useText();
  const formats = useFormats();
  const said = mark.said.filter((one) => one.attribute === attribute);
  if (said.length === 0) return <Unknown>{t('outcomes.pj_state_unknown')}</Unknown>;
  return said.map(({ of, shown }) => (
    <div key={of ?? ''} className="markline">
      {of !== null && (
        <span className="note">
          {t('outcomes.pj_in', { time: formats.spelt(formats.flexDate({ text: of, qualifier: 'exact' }, 'table')) })}{' '}
        </span>
      )}
      {shown.first !== null && <OneSaid statement={shown.first} agreeing={shown.agreeing} visibility={visibility} />}
      {shown.differing.map((other) => (
        <div key={other.id} className="markline other">
          <OneSaid statement={other} visibility={visibility} />
        </div>
      ))}
    </div>
  ));
}
