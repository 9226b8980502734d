// A form keeps what was entered and shows all problems at once: in a list above with links, and beside each field.
import { createContext, useContext, useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { useText } from '#client/language.ts';

/** One problem of the server or the page: where (path joined by dots, '' for the whole) and what, in the user's language. */
export interface FieldProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const Problems = createContext<readonly FieldProblem[]>([]);

/** The id of the input for a path: the same for the field and for the link in the list. */
export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

/** The message for a field, if it has a problem: its own path, or a path below it. */
export function useFieldProblem(name: string): string | undefined {
  return useContext(Problems).find(({ path }) => path.join('.') === name || path.join('.').startsWith(`${name}.`))?.message;
}

/** The text of a field as it was entered; empty where there is none. */
export function textOf(entries: FormData, name: string): string {
  const entry = entries.get(name);
  return typeof entry === 'string' ? entry : '';
}

export interface FormProps {
  readonly children: ReactNode;
  readonly problems?: readonly FieldProblem[];
  /** The refusal as a whole, where it belongs to no field. */
  readonly message?: string | undefined;
  readonly label?: string;
  readonly onSubmit: (entries: FormData) => void;
}

/** Wraps fields; `problems` come from `problemsOf(error)` of the client. Nothing is reset by a refusal. */
export function Form({ children, problems = [], message, label, onSubmit }: FormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  };
  return (
    <form noValidate onSubmit={submit} aria-label={label}>
      <ErrorList problems={problems} message={message} />
      <Problems value={problems}>{children}</Problems>
    </form>
  );
}

/** All problems above the form, each a link to its field; takes the focus when it appears. */
export function ErrorList({ problems, message }: { readonly problems: readonly FieldProblem[]; readonly message?: string | undefined }) {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  const any = problems.length > 0 || message !== undefined;
  useEffect(() => {
    if (any) box.current?.focus();
  }, [any, problems, message]);
  if (!any) return null;
  return (
    <div className="banner alert spaced" role="alert" tabIndex={-1} ref={box}>
      <div>
        <p>
          <b>{problems.length > 0 ? t('design.problems', { count: problems.length }) : message}</b>
        </p>
        {problems.length > 0 && (
          <ul>
            {problems.map(({ path, message: text }) => (
              <li key={`${path.join('.')} ${text}`}>{path.length === 0 ? text : <FieldLink name={path.join('.')}>{text}</FieldLink>}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function FieldLink({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const go = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    const field = document.getElementById(fieldId(name));
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  };
  return (
    <a href={`#${fieldId(name)}`} onClick={go}>
      {children}
    </a>
  );
}
