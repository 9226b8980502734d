// A dialog in which something of a tie is entered or corrected: saved, taken back, or left.
import { useState, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button } from '#design/button.tsx';
import { Confirm, Dialog } from '#design/notices/dialog.tsx';
import { FormButtons } from '#design/fields/form-dialog.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { Notice } from '#design/notices/notice.tsx';

/** What is typed over something on record, and what stands there now: somebody else may have changed it since the dialog was opened. */
export interface Versions<D> {
  readonly typed: D;
  /** Of what stands: another than at the opening means that somebody else saved meanwhile. */
  readonly version: number | string;
  readonly standing: D;
  readonly onShow: (draft: D) => void;
}

interface EntryDialogProps<D, R> {
  readonly title: string;
  /** `idempotencyKey` is the same however often it is sent. */
  readonly onSave: (idempotencyKey: string) => Promise<R>;
  /** Takes back what was saved; left out where that would take back only a part of it. */
  readonly undo?: ((kept: R) => Promise<unknown>) | undefined;
  readonly onWithdraw?: (() => Promise<unknown>) | undefined;
  /** What goes with it when it is withdrawn. */
  readonly alsoWithdrawn?: string | undefined;
  readonly onClose: () => void;
  /** What is being entered, where that can be switched: what was wrong with one says nothing of another. */
  readonly about?: string;
  readonly versions?: Versions<D> | undefined;
  readonly children: ReactNode;
}

export function EntryDialog<D, R>(props: EntryDialogProps<D, R>) {
  const { title, onSave, undo, onWithdraw, onClose, about, versions, children } = props;
  const { t } = useText();
  const { keep, ...action } = useKeeping();
  const [asked, setAsked] = useState(about);
  const [withdrawing, setWithdrawing] = useState(false);
  // A statement stands in the history of its attribute, too, and a source among those used before: everything is read anew.
  const run = <T,>(act: (idempotencyKey: string) => Promise<T>, said: string, back?: (kept: T) => Promise<unknown>) => {
    setAsked(about);
    void keep(({ idempotencyKey }) => act(idempotencyKey), { said, after: onClose, undo: back });
  };
  const [opened] = useState(versions?.version);
  // Told by the notice; every other refusal is told as ever.
  const isTold = versions !== undefined && action.trouble?.status === 412;
  const overtaken = versions !== undefined && !action.busy && (isTold || versions.version !== opened);
  return (
    <Dialog open wide onClose={onClose} title={title}>
      <KeepTyped>
        {overtaken && <Overtaken {...versions} />}
        <Form {...(asked === about && !isTold ? formTrouble(action) : {})} onSubmit={() => run(onSave, t('ties.saved'), undo)}>
          {children}
          <FormButtons after submit={t('ties.save')} busy={action.busy} onClose={onClose}>
            {onWithdraw !== undefined && <Button onPress={() => setWithdrawing(true)}>{t('ties.withdraw')}</Button>}
          </FormButtons>
        </Form>
        <Confirm
          open={onWithdraw !== undefined && withdrawing}
          onClose={() => setWithdrawing(false)}
          title={t('ties.withdraw_title')}
          confirmText={t('ties.withdraw')}
          onConfirm={() => {
            setWithdrawing(false);
            if (onWithdraw !== undefined) run(onWithdraw, t('ties.withdrawn'));
          }}
        >
          {props.alsoWithdrawn !== undefined && <p>{props.alsoWithdrawn}</p>}
          <p>{t('ties.withdraw_note')}</p>
        </Confirm>
      </KeepTyped>
    </Dialog>
  );
}

/** Somebody else was faster: what stands now can be looked at and gone on from, or saved over with what was typed. */
function Overtaken<D>({ typed, standing, onShow }: Versions<D>) {
  const { t } = useText();
  const [mine, setMine] = useState<{ readonly draft: D } | null>(null);
  const turn = () => {
    setMine(mine === null ? { draft: typed } : null);
    onShow(mine === null ? standing : mine.draft);
  };
  return (
    <Notice
      kind="refused"
      live
      taking
      heading={t('ties.overtaken')}
      actions={<Button onPress={turn}>{t(mine === null ? 'ties.show_standing' : 'ties.show_typed')}</Button>}
    >
      {t(mine === null ? 'ties.overtaken_typed' : 'ties.overtaken_standing')}
    </Notice>
  );
}
