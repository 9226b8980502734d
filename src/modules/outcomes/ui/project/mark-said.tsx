// What is said of a milestone or an indicator, in a cell: each value with who says so; those who say otherwise beneath, none left out.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { AsWritten } from '#design/named.tsx';
import type { StatementShape } from '#modules/evidence/contract/shapes.ts';
import { SourceName, useSayer, VisibilityWord } from '#modules/evidence/ui/said.tsx';
import { Value } from '#modules/evidence/ui/value.tsx';
import type { MarkShown } from '../../contract/projects.ts';
import { milestoneStates, type MarkAttribute } from '../../domain/project/mark.ts';

export function useStateName(): (code: string) => string {
  const { t } = useText();
  return (code) => {
    const known = milestoneStates.find((state) => state === code);
    return known === undefined ? code : t(`outcomes.pj_state_${known}`);
  };
}

/** The figure without its time, which stands before it. */
const timeless = (value: StatementShape['value']): StatementShape['value'] =>
  value.type === 'count' || value.type === 'money' ? { ...value, basis: undefined } : value;

function OneSaid({ statement, agreeing = [] }: { readonly statement: StatementShape; readonly agreeing?: readonly StatementShape[] }) {
  const sayer = useSayer();
  const formats = useFormats();
  const stateName = useStateName();
  const who = [...new Set([statement, ...agreeing].map(sayer))];
  return (
    <>
      <Value value={timeless(statement.value)} style="table" codeName={stateName} />
      <small>
        {statement.saidBy === null || agreeing.length > 0 ? formats.list(who) : <AsWritten text={statement.saidBy} named />} ·{' '}
        <SourceName source={statement.source} />
        {statement.visibility !== 'public' && (
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
export function MarkSaidCell({ mark, attribute }: { readonly mark: MarkShown; readonly attribute: MarkAttribute }) {
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
      {shown.first !== null && <OneSaid statement={shown.first} agreeing={shown.agreeing} />}
      {shown.differing.map((other) => (
        <div key={other.id} className="markline other">
          <OneSaid statement={other} />
        </div>
      ))}
    </div>
  ));
}
