// The answers to one thing in one frame: one question, not several buttons.
import { Link } from '@tanstack/react-router';
import { Button } from '#design/button.tsx';
import './answers.css';

export interface Choice {
  readonly key: string;
  readonly text: string;
  /** Else it is told elsewhere: at that place of the page of answers. */
  readonly onPress?: () => unknown;
  readonly place?: string;
  /** It opens in place. */
  readonly isOpen?: boolean;
}

/** `label`: what is answered, for ears. */
export function Four({ choices, label, busy }: { readonly choices: readonly Choice[]; readonly label: string; readonly busy: boolean }) {
  return (
    <div className="four" role="group" aria-label={label}>
      {choices.map(({ key, text, onPress, place, isOpen }) =>
        place === undefined ? (
          <Button
            key={key}
            busy={busy}
            aria-label={`${text} – ${label}`}
            {...(isOpen === undefined ? {} : { 'aria-expanded': isOpen })}
            {...(onPress === undefined ? {} : { onPress })}
          >
            {text}
          </Button>
        ) : (
          <Link key={key} className="btn" to="/answers" hash={place} aria-label={`${text} – ${label}`}>
            {text}
          </Link>
        ),
      )}
    </div>
  );
}
