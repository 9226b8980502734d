// A field in a cell of a table: its name is for ears, its problem stands under it.
import type { ComponentPropsWithRef } from 'react';
import { useFieldId } from '#design/fields/field-id.ts';
import { useFieldProblem } from '#design/fields/form.tsx';
import { readClock } from './slots/draft.ts';

export interface CellFieldProps extends Omit<ComponentPropsWithRef<'input'>, 'name' | 'onChange' | 'className' | 'id'> {
  readonly name: string;
  readonly label: string;
  readonly onChange: (value: string) => void;
  readonly clock?: boolean;
  /** Its problem is told elsewhere, such as under its row. */
  readonly wrong?: boolean;
}

export function CellField({ name, label, onChange, clock = false, wrong = false, ...rest }: CellFieldProps) {
  const fieldId = useFieldId();
  const problem = useFieldProblem(name);
  const id = fieldId(name);
  return (
    <div className={problem === undefined && !wrong ? 'cellfield' : 'cellfield bad'}>
      <input
        {...rest}
        id={id}
        name={name}
        className={clock ? 'in clock' : 'in'}
        aria-label={label}
        aria-invalid={problem === undefined && !wrong ? undefined : true}
        aria-describedby={problem === undefined ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem !== undefined && (
        <p className="err" id={`${id}-error`}>
          {problem}
        </p>
      )}
    </div>
  );
}

/** A time of day, typed as one likes (`930`, `9:30`) and written out as the page writes times. */
export function CellClock(props: Pick<CellFieldProps, 'name' | 'label' | 'value' | 'onChange'> & { readonly value: string }) {
  const { value, onChange } = props;
  return <CellField {...props} clock inputMode="numeric" autoComplete="off" onBlur={() => onChange(readClock(value) ?? value)} />;
}

export interface CellSelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
}

export function CellSelect({ name, label, value, options, onChange }: CellSelectProps) {
  const fieldId = useFieldId();
  const problem = useFieldProblem(name);
  const id = fieldId(name);
  return (
    <div className={problem === undefined ? 'cellfield' : 'cellfield bad'}>
      <select
        id={id}
        name={name}
        className="in"
        aria-label={label}
        aria-invalid={problem === undefined ? undefined : true}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {problem !== undefined && <p className="err">{problem}</p>}
    </div>
  );
}

/** The problem of a row as a whole, and where the list of problems leads to; nothing when the row has none of its own. */
export function RowProblem({ name }: { readonly name: string }) {
  const fieldId = useFieldId();
  const problem = useFieldProblem(name);
  const own = useFieldProblem(`${name}.startsAt`) ?? useFieldProblem(`${name}.endsAt`);
  if (problem === undefined || own !== undefined) return null;
  return (
    <p className="err" id={fieldId(name)} tabIndex={-1}>
      {problem}
    </p>
  );
}
