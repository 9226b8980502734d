// A form keeps what was entered and shows all problems at once: in a list above with links, and beside each field.
import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { useText } from '#client/language.ts';
import { useFieldId } from './field-id.ts';
import { narrowField } from './narrow-field.ts';

/** One problem of the server or the page: where (path joined by dots, '' for the whole) and what, in the user's language. */
export interface FieldProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const Problems = createContext<readonly FieldProblem[]>([]);

/** What the fields themselves cannot take. */
interface Doubts {
  readonly hold: (name: string, doubt: HeldDoubt) => void;
  /** Lets go of this doubt, not of another that the field has by now. */
  readonly release: (name: string, doubt: HeldDoubt) => void;
}

interface HeldDoubt {
  readonly message: string;
  /** What stands in the field is sent as it is typed, and the server refuses it together with everything else that is wrong. */
  readonly isSent: boolean;
}

const FormDoubts = createContext<Doubts | null>(null);

/** Tells the form what is wrong in a field before anything is sent; undefined where nothing is. Unless it is sent as it stands, nothing is sent before it is cleared up. Whether there is a form. */
export function useDoubt(name: string, message: string | undefined, isSent = false): boolean {
  const doubts = useContext(FormDoubts);
  const own = useRef<HeldDoubt | null>(null);
  useEffect(() => {
    const before = own.current;
    own.current = message === undefined ? null : { message, isSent };
    if (own.current !== null) doubts?.hold(name, own.current);
    else if (before !== null) doubts?.release(name, before);
  }, [doubts, name, message, isSent]);
  useEffect(
    () => () => {
      if (own.current !== null) doubts?.release(name, own.current);
    },
    [doubts, name],
  );
  return doubts !== null;
}

/** A doubt of a field that has none of its own: an answer that must be chosen. */
export function Doubt({
  name,
  message,
  isSent = false,
}: {
  readonly name: string;
  readonly message: string | undefined;
  readonly isSent?: boolean;
}) {
  useDoubt(name, message, isSent);
  return null;
}

/** Words in a field that searches for what is to be chosen: the form waits for the choice, since nobody else would know of them. */
export function Unchosen({ name, words }: { readonly name: string; readonly words: string }) {
  const { t } = useText();
  const typed = words.trim();
  return <Doubt name={name} message={typed === '' ? undefined : t('design.words_unchosen', { typed })} />;
}

/** The doubts of a form's fields, and those of them that it has told since something was to be sent. */
function useDoubts() {
  const held = useRef(new Map<string, HeldDoubt>());
  const [told, setTold] = useState<readonly FieldProblem[]>([]);
  const [toldAt, setToldAt] = useState<readonly string[]>([]);
  const [doubts] = useState<Doubts>(() => ({
    // One that was told and is now another, such as words that were still looked for and are found nowhere, stays told.
    hold: (name, doubt) => {
      held.current.set(name, doubt);
      setTold((before) =>
        before.some(({ path, message }) => path.join('.') === name && message !== doubt.message)
          ? before.map((one) => (one.path.join('.') === name ? { ...one, message: doubt.message } : one))
          : before,
      );
    },
    release: (name, doubt) => {
      if (held.current.get(name) !== doubt) return;
      held.current.delete(name);
      setTold((before) =>
        before.some(({ path }) => path.join('.') === name) ? before.filter(({ path }) => path.join('.') !== name) : before,
      );
    },
  }));
  const tell = (half: ReadonlyMap<string, HeldDoubt>): boolean => {
    const all = new Map([...held.current, ...half]);
    setToldAt([...all.keys()]);
    setTold([...all].map(([name, { message }]) => ({ path: name.split('.'), message })));
    return [...all.values()].some(({ isSent }) => !isSent);
  };
  return { doubts, told, toldAt, tell };
}

type Entered = ReadonlyMap<string, string>;

const valueOf = (entry: FormDataEntryValue): string => (typeof entry === 'string' ? entry : `${entry.name} ${entry.size}`);

/** What stands in the fields, by their names. */
export function enteredIn(entries: FormData): Entered {
  const entered = new Map<string, string>();
  for (const [name, entry] of entries) entered.set(name, `${entered.get(name) ?? ''}\n${valueOf(entry)}`);
  return entered;
}

/** Whether the field of a problem, or one within it, may hold something else than when it was sent: of one that hands over nothing by its name nobody knows. */
export function mayDiffer(sent: Entered, now: Entered, path: FieldProblem['path']): boolean {
  const place = path.join('.');
  const names = [...new Set([...sent.keys(), ...now.keys()])].filter((name) => `${name}.`.startsWith(`${place}.`));
  return names.length === 0 || names.some((name) => sent.get(name) !== now.get(name));
}

interface Filled {
  readonly name: string;
  readonly validity: Pick<ValidityState, 'badInput'>;
}

/** Fields whose browser shows something that it does not hand over, such as a time without its minutes: sent, it would be nothing. */
export const halfFilled = (elements: Iterable<unknown>): readonly string[] =>
  [...elements].filter(isFilled).flatMap(({ name, validity }) => (validity.badInput ? [name] : []));

const isFilled = (element: unknown): element is Filled =>
  typeof element === 'object' && element !== null && 'validity' in element && 'name' in element;

/** Fields that are kept together without a form, each with its problem. */
export function FieldProblems({ problems, children }: { readonly problems: readonly FieldProblem[]; readonly children: ReactNode }) {
  return <Problems value={problems}>{children}</Problems>;
}

/** The message for a field, if it has a problem: its own path, or a path below it. */
export function useFieldProblem(name: string): string | undefined {
  return useContext(Problems).find(({ path }) => path.join('.') === name || path.join('.').startsWith(`${name}.`))?.message;
}

/** So many rows with a problem are drawn at most: whoever has more begins with these. */
const ROWS_WITH_PROBLEMS = 50;

/** Which rows of a list have a problem, the first of them: `list` is its path in what is sent. */
export function useRowsWithProblems(list: string | undefined): readonly number[] {
  const problems = useContext(Problems);
  return useMemo(() => {
    const rows = problems.flatMap(({ path: [name, at] }) => (name === list && at !== undefined ? [Number(at)] : []));
    return [...new Set(rows)].sort((a, b) => a - b).slice(0, ROWS_WITH_PROBLEMS);
  }, [problems, list]);
}

export interface FormProps {
  readonly children: ReactNode;
  readonly problems?: readonly FieldProblem[];
  /** The refusal as a whole, where it belongs to no field. */
  readonly message?: string | undefined;
  readonly label?: string;
  readonly onSubmit: (entries: FormData) => void;
}

/** Wraps fields; `problems` come from `formTrouble(action)` of the client. Nothing is reset by a refusal. */
export function Form({ children, problems = [], message, label, onSubmit }: FormProps) {
  const { t } = useText();
  const { doubts, told, toldAt, tell } = useDoubts();
  const sent = useRef<Entered>(new Map());
  /** What the server said of fields that hold something else by now, when the form was held back. */
  const [overtaken, setOvertaken] = useState<ReadonlySet<string>>(new Set());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = new FormData(event.currentTarget);
    const entered = enteredIn(entries);
    const doubt = { message: t('design.half_filled'), isSent: false };
    const half = new Map(halfFilled(event.currentTarget.elements).map((name) => [name, doubt]));
    if (tell(half)) {
      const over = problems.filter(({ path }) => path.length > 0 && mayDiffer(sent.current, entered, path));
      setOvertaken(new Set(over.map((one) => contentOf([one]))));
      return;
    }
    sent.current = entered;
    setOvertaken(new Set());
    onSubmit(entries);
  };
  // The field's own words go before what the server says of the same place, which was said of what stood there then: cleared up while somebody types,
  // it is not said after all, and takes no focus from the field.
  const enter = ({ key, target }: KeyboardEvent) => {
    if (key === 'Enter') narrowField(target);
  };
  const isTold = ({ path }: FieldProblem): boolean => toldAt.some((name) => `${path.join('.')}.`.startsWith(`${name}.`));
  const shown = [...told, ...problems.filter((problem) => !isTold(problem) && !overtaken.has(contentOf([problem])))];
  return (
    <form noValidate onSubmit={submit} onBlur={({ target }) => narrowField(target)} onKeyDown={enter} aria-label={label}>
      <ErrorList problems={shown} message={shown.length + problems.length > 0 ? undefined : message} />
      <FormDoubts value={doubts}>
        <Problems value={shown}>{children}</Problems>
      </FormDoubts>
    </form>
  );
}

/** The name of a place and of all it lies in, innermost first: `unavailable.0.startsAt`, `unavailable.0`, `unavailable`. */
export const namesUp = (path: FieldProblem['path']): readonly string[] => path.map((_, at) => path.slice(0, path.length - at).join('.'));

/** What a list of problems says, as one text: a list made anew that says the same is no news and takes no focus. */
export const contentOf = (problems: readonly FieldProblem[], message?: string): string =>
  problems.length === 0 && message === undefined ? '' : JSON.stringify([message ?? '', problems.map((p) => [p.path, p.message])]);

/** The field of a problem, or the nearest one that it lies in, within the form that the list stands in. */
function fieldAt(list: Element | null, path: FieldProblem['path'], fieldId: (name: string) => string): HTMLElement | null {
  const form = list?.closest('form') ?? document;
  for (const name of namesUp(path)) {
    const field = form.querySelector<HTMLElement>(`#${CSS.escape(fieldId(name))}`);
    if (field !== null) return field;
  }
  return null;
}

/** How a field is called on the page, without the remark that it may stay empty; '' where it has no name. */
function labelOf(field: HTMLElement): string {
  const said = field.getAttribute('aria-label');
  if (said !== null) return said;
  const label = field.matches('[type=radio]') ? null : document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
  const words = (label ?? field.closest('fieldset')?.querySelector('legend'))?.cloneNode(true);
  if (!(words instanceof Element)) return '';
  words.querySelector('.optional')?.remove();
  // A label may be a whole sentence, such as what somebody agrees to; a colon follows it here, and its beginning is enough.
  return words.textContent
    .trim()
    .replace(/[.。:：]$/u, '')
    .replace(/(?<=^.{60}).+/u, '…');
}

/** All problems above the form, each a link that names its field; takes the focus when there is something new to read. */
export function ErrorList({ problems, message }: { readonly problems: readonly FieldProblem[]; readonly message?: string | undefined }) {
  const { t, language } = useText();
  const fieldId = useFieldId();
  const ids = useRef(fieldId);
  ids.current = fieldId;
  const box = useRef<HTMLDivElement>(null);
  // Only the page knows how its fields are called; null where the page has no such field.
  const [labels, setLabels] = useState<readonly (string | null)[]>([]);
  const content = contentOf(problems, message);
  const latest = useRef(problems);
  latest.current = problems;
  useLayoutEffect(() => {
    setLabels(
      latest.current.map(({ path }) => {
        const field = fieldAt(box.current, path, ids.current);
        return field === null ? null : labelOf(field);
      }),
    );
  }, [content, language]);
  useEffect(() => {
    if (content !== '') box.current?.focus();
  }, [content]);
  if (content === '') return null;
  return (
    <div className="banner alert spaced" role="alert" tabIndex={-1} ref={box}>
      <div>
        <p>
          <b>{problems.length > 0 ? t('design.problems', { count: problems.length }) : message}</b>
        </p>
        {problems.length > 0 && (
          <ul>
            {problems.map(({ path, message: text }, at) => (
              <li key={`${path.join('.')} ${text}`}>
                <ProblemText path={path} text={text} label={labels[at] ?? null} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function ProblemText({ path, text, label }: { readonly path: FieldProblem['path']; readonly text: string; readonly label: string | null }) {
  const { t } = useText();
  if (label === null) return text;
  return <FieldLink path={path}>{label === '' ? text : t('design.problem_of', { field: label, text })}</FieldLink>;
}

function FieldLink({ path, children }: { readonly path: FieldProblem['path']; readonly children: ReactNode }) {
  const fieldId = useFieldId();
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault();
    const field = fieldAt(event.currentTarget, path, fieldId);
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  };
  return (
    <a href={`#${fieldId(path.join('.'))}`} onClick={go}>
      {children}
    </a>
  );
}
