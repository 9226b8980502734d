// One thing a person does at the server: whether it is under way, and what was wrong with it.
import { useCallback, useState } from 'react';
import { refusalOf, troubleOf, type Trouble } from './error.ts';

export interface Action {
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  /** Does it and answers whether it was done; a refusal is kept in `trouble`. */
  readonly run: (act: () => Promise<unknown>) => Promise<boolean>;
  /** Keeps in `trouble` what the page itself finds wrong before anything is sent; answers whether that is anything. */
  readonly refuse: (problems: readonly Omit<Trouble['problems'][number], 'code'>[]) => boolean;
  readonly clear: () => void;
}

export function useAction(): Action {
  const [state, setState] = useState<Pick<Action, 'busy' | 'trouble'>>({ busy: false, trouble: null });
  const run = useCallback(async (act: () => Promise<unknown>) => {
    setState({ busy: true, trouble: null });
    try {
      await act();
      setState({ busy: false, trouble: null });
      return true;
    } catch (error) {
      setState({ busy: false, trouble: withoutTwins(troubleOf(error)) });
      return false;
    }
  }, []);
  const refuse: Action['refuse'] = useCallback((problems) => {
    setState({ busy: false, trouble: problems.length === 0 ? null : refusalOf(problems) });
    return problems.length > 0;
  }, []);
  const clear = useCallback(() => setState({ busy: false, trouble: null }), []);
  return { ...state, run, refuse, clear };
}

/** What is said twice of the same field is kept once. */
function withoutTwins(trouble: Trouble): Trouble {
  const said = new Map(trouble.problems.map((problem) => [`${problem.path.join('.')} ${problem.message}`, problem]));
  return { ...trouble, problems: [...said.values()] };
}

/** What the server asks before it does what was sent; the codes are sent with it by whoever means it so. */
export const askedOf = ({ trouble }: Pick<Action, 'trouble'>): Trouble['questions'] => trouble?.questions ?? [];

/** What `<Form>` shows of an action; what is asked is no refusal. */
export const formTrouble = ({ trouble }: Pick<Action, 'trouble'>) =>
  trouble === null || trouble.questions.length > 0 ? {} : { problems: trouble.problems, message: trouble.message };
