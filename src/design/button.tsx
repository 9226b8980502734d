// Buttons and links that look like them. One `go` a page; what cannot be done yet stays reachable and says why.
import { createLink, type LinkComponent } from '@tanstack/react-router';
import { useId, useRef, useState, type AnchorHTMLAttributes, type ComponentPropsWithRef, type ReactNode } from 'react';

export type ButtonKind = 'go' | 'plain' | 'text';

const classOf = (kind: ButtonKind, big: boolean): string =>
  ['btn', kind === 'plain' ? '' : kind, big ? 'big' : ''].filter(Boolean).join(' ');

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'onClick' | 'className'> {
  readonly kind?: ButtonKind;
  /** For a thumb: full width. */
  readonly big?: boolean;
  /** Under way: presses are ignored, the word stays. Given at all, the button acts at the server, and the second press of a double click is part of the first. */
  readonly busy?: boolean;
  /** Where it answers a promise, presses are ignored until that is settled. */
  readonly onPress?: () => unknown;
}

/** Presses one after the other: while what the last one began is under way, and within a double click on it, no other one counts. */
function usePress(onPress: (() => unknown) | undefined) {
  const under = useRef(false);
  const acts = useRef(false);
  const [busy, setBusy] = useState(false);
  const set = (now: boolean) => {
    under.current = now;
    setBusy(now);
  };
  const press = (clicks: number) => {
    if (under.current || (acts.current && clicks > 1)) return;
    const begun = onPress?.();
    if (!(begun instanceof Promise)) return;
    acts.current = true;
    set(true);
    void begun.finally(() => set(false));
  };
  return { press, busy };
}

export function Button({ kind = 'plain', big = false, busy, onPress, type = 'button', children, ...rest }: ButtonProps) {
  const pressing = usePress(onPress);
  return (
    <button
      {...rest}
      type={type}
      className={classOf(kind, big)}
      aria-busy={busy || pressing.busy || undefined}
      onClick={(event) => {
        if (busy === true || (busy === false && event.detail > 1)) event.preventDefault();
        else pressing.press(event.detail);
      }}
    >
      {children}
    </button>
  );
}

/** One thing that stands in the way; `href` or `onGo` leads to it. */
export interface Reason {
  readonly text: ReactNode;
  readonly href?: string;
  readonly onGo?: () => void;
}

/** A refused action: focusable, dashed, its reasons beside it as links. `heading` introduces them: "Cannot be released yet:". */
export function Refused({
  children,
  heading,
  reasons,
}: {
  readonly children: ReactNode;
  readonly heading?: ReactNode;
  readonly reasons: readonly Reason[];
}) {
  const described = useId();
  return (
    <div>
      <button type="button" className="btn" aria-disabled="true" aria-describedby={described}>
        {children}
      </button>
      <div className="reasons" id={described}>
        {heading !== undefined && <p>{heading}</p>}
        <ul>
          {reasons.map((reason, at) => (
            <li key={at}>
              <ReasonText {...reason} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function ReasonText({ text, href, onGo }: Reason) {
  if (href !== undefined) return <a href={href}>{text}</a>;
  if (onGo !== undefined)
    return (
      <button type="button" className="linkish" onClick={onGo}>
        {text}
      </button>
    );
  return <span>{text}</span>;
}

/** Looks like a link, acts in place: "Take the pin off" in a sentence. */
export function TextAction({
  children,
  onPress,
  ...rest
}: Omit<ComponentPropsWithRef<'button'>, 'onClick' | 'className'> & { readonly onPress: () => unknown }) {
  const { press, busy } = usePress(onPress);
  return (
    <button {...rest} type="button" className="linkish" aria-busy={busy || undefined} onClick={(event) => press(event.detail)}>
      {children}
    </button>
  );
}

/** A row of buttons. */
export function Buttons({ children, after = false }: { readonly children: ReactNode; readonly after?: boolean }) {
  return <div className={after ? 'btns after' : 'btns'}>{children}</div>;
}

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly kind?: ButtonKind;
  readonly big?: boolean;
}

/** An anchor with the look of a button, for downloads and other addresses outside the router. */
export function ButtonAnchor({ kind = 'plain', big = false, ...rest }: AnchorProps) {
  return <a {...rest} className={classOf(kind, big)} />;
}

/** A router link with the look of a button: `<ButtonLink kind="go" to="/editions/$editionId" params={…}>`. */
export const ButtonLink: LinkComponent<typeof ButtonAnchor> = createLink(ButtonAnchor);
