// Waiting: bones for what comes soon; a line, a count and a sentence for what takes longer.
import { useId, type ReactNode } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '../button.tsx';

/** Lines where text will stand; not seen when it comes within a quarter of a second, and said in words where it takes longer than two. */
export function Skeleton({ label, lines = 3 }: { readonly label?: string; readonly lines?: number | undefined }) {
  const { t } = useText();
  return (
    <div className="bones" role="status">
      {Array.from({ length: lines }, (_, at) => (
        <i key={at} />
      ))}
      <small>
        {t('design.loading')} {label}
      </small>
    </div>
  );
}

export interface ProgressProps {
  /** What is happening and how far it is: "Reading 1,426 buyers: 871 done". */
  readonly sentence: ReactNode;
  readonly value?: number;
  /** Without it the length is unknown, and only the sentence counts. */
  readonly max?: number;
  readonly onCancel?: () => void;
  /** Says what is kept: "Stop and keep this". */
  readonly cancelText?: ReactNode;
  readonly cancelling?: boolean;
}

export function Progress({ sentence, value, max, onCancel, cancelText, cancelling = false }: ProgressProps) {
  const { t } = useText();
  const described = useId();
  return (
    <div>
      <p id={described}>{sentence}</p>
      <progress aria-labelledby={described} {...(max === undefined ? {} : { max, value: value ?? 0 })} />
      {onCancel !== undefined && (
        <div className="btns after">
          <Button onPress={onCancel} busy={cancelling}>
            {cancelText ?? t('design.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}
