// A form in a dialog: its fields, what was wrong with them, and at its foot what it does and the way out.
import type { ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { formTrouble, type Action } from '#client/use-action.ts';
import { Button, Buttons } from '../button.tsx';
import { Dialog } from '../notices/dialog.tsx';
import { Form } from './form.tsx';
import { KeepTyped } from './keep-typed.tsx';
import { TwoValues, type Clash } from './two-values.tsx';

interface FormButtonsProps {
  /** The verb: "Save". */
  readonly submit: string;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly after?: boolean;
  /** What else can be done, between the two. */
  readonly children?: ReactNode;
}

export function FormButtons({ submit, busy, onClose, after = false, children }: FormButtonsProps) {
  const { t } = useText();
  return (
    <Buttons after={after}>
      <Button kind="go" type="submit" busy={busy}>
        {submit}
      </Button>
      {children}
      <Button kind="text" onPress={onClose}>
        {t('design.cancel')}
      </Button>
    </Buttons>
  );
}

export interface FormDialogProps<F> extends Omit<FormButtonsProps, 'busy'> {
  readonly title: ReactNode;
  readonly wide?: boolean;
  /** `clash`: somebody else saved the same meanwhile. */
  readonly action: Pick<Action, 'busy' | 'trouble'> & { readonly clash?: Clash<F> | null };
  readonly onSubmit: (entries: FormData) => void;
  /** Asks before the page is left with something typed. */
  readonly keepTyped?: boolean;
  /** Stands before the form and is no part of it. */
  readonly above?: ReactNode;
  /** Beside the verb. */
  readonly also?: ReactNode;
}

export function FormDialog<F>(props: FormDialogProps<F>) {
  const { title, wide = false, action, onSubmit, keepTyped = false, above, also, children, ...buttons } = props;
  const form = (
    <Form {...formTrouble(action)} onSubmit={onSubmit}>
      {children}
      <FormButtons {...buttons} busy={action.busy}>
        {also}
      </FormButtons>
    </Form>
  );
  return (
    <>
      <Dialog open wide={wide} onClose={buttons.onClose} title={title}>
        {above}
        {keepTyped ? <KeepTyped>{form}</KeepTyped> : form}
      </Dialog>
      <TwoValues clash={action.clash ?? null} />
    </>
  );
}
