// A list of links and actions under a button: native popover, placed by script, closed by Escape or a press outside.
import { useId, useRef, type MouseEvent, type ReactNode, type ToggleEvent } from 'react';
import { placeUnder } from './place-under.ts';

export interface MenuProps {
  readonly label: ReactNode;
  /** Name for ears, when the label alone does not say it. */
  readonly name?: string;
  /** `<MenuAction>`, `<MenuGap>`, `<li><Link …/></li>` */
  readonly children: ReactNode;
  readonly className?: string;
}

export function Menu({ label, name, children, className = 'btn' }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);

  const place = (event: ToggleEvent) => {
    if (event.newState === 'open' && button.current !== null && list.current !== null) placeUnder(button.current, list.current);
  };
  const closeAfterChoice = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a, button') !== null) list.current?.hidePopover();
  };
  return (
    <>
      <button ref={button} type="button" className={className} popoverTarget={id} aria-label={name}>
        {label}
      </button>
      <ul ref={list} id={id} popover="auto" className="popover" onToggle={place} onClick={closeAfterChoice} onKeyDown={moveFocus}>
        {children}
      </ul>
    </>
  );
}

function moveFocus(event: { readonly key: string; readonly currentTarget: HTMLElement; readonly preventDefault: () => void }) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[(at + step + stops.length) % stops.length]?.focus();
}

export interface MenuActionProps {
  readonly children: ReactNode;
  readonly onChoose: () => void;
  /** The one in use. */
  readonly current?: boolean;
  readonly lang?: string;
  /** What is chosen, for a page on which a small script alone hears of it. */
  readonly choice?: { readonly name: string; readonly value: string };
}

export function MenuAction({ children, onChoose, current = false, lang, choice }: MenuActionProps) {
  return (
    <li>
      <button
        type="button"
        {...choice}
        className={current ? 'current' : undefined}
        aria-pressed={current || undefined}
        lang={lang}
        onClick={onChoose}
      >
        {children}
      </button>
    </li>
  );
}

/** Words at the head of a group of entries; a hairline stands above it unless it is the first. */
export function MenuHead({ children, first = false }: { readonly children: ReactNode; readonly first?: boolean }) {
  return <li className={first ? 'head' : 'head gap'}>{children}</li>;
}
