// The form in which a side tells what differs: what is ticked, who will see it, and that the other side's words stay.
import type { ReactNode } from 'react';
import { formTrouble, type Action } from '#client/use-action.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';

interface DiffersFrameProps {
  readonly label: string;
  readonly action: Action;
  readonly onSend: () => Promise<boolean>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function DiffersFrame({ label, action, onSend, onClose, children }: DiffersFrameProps) {
  const { t } = useText();
  return (
    <KeepTyped>
      <Form {...formTrouble(action)} label={label} onSubmit={() => void onSend().then((done) => done && onClose())}>
        {children}
        <Buttons>
          <Button kind="go" type="submit" busy={action.busy}>
            {t('desk.send_answer')}
          </Button>
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
          <span className="note">{t('desk.their_words_stay')}</span>
        </Buttons>
      </Form>
    </KeepTyped>
  );
}

interface DifferingProps {
  readonly label: string;
  readonly theirs: ReactNode;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
  /** What we say, once it is ticked. */
  readonly children: ReactNode;
}

/** The head of the rows below. */
export function DifferingHead() {
  const { t } = useText();
  return (
    <>
      <span className="head">{t('desk.what_differs')}</span>
      <span className="head">{t('desk.they_say')}</span>
      <span className="head">{t('desk.we_hold')}</span>
    </>
  );
}

/** One thing in which we may differ: unticked it is as they say. */
export function Differing({ label, theirs, isTicked, onTick, children }: DifferingProps) {
  const { t } = useText();
  return (
    <>
      <label className="tick">
        <input type="checkbox" checked={isTicked} onChange={(event) => onTick(event.target.checked)} /> {label}
      </label>
      <span className="heard">{theirs}</span>
      {isTicked ? <div className="given">{children}</div> : <span className="same">{t('desk.as_they_say_quiet')}</span>}
    </>
  );
}
