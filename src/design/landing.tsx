// Where a link leads within a page, also to what is loaded after it: in view, with the focus, once it stands there.
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';

/** What loads above it afterwards moves it away again: so long it is kept in view (milliseconds), unless somebody moves themselves. */
const SETTLES = 2000;

export function Landing({ id, className, children }: { readonly id: string; readonly className?: string; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const isMeant = useLocation({ select: ({ hash }) => hash === id });
  useEffect(() => {
    const element = place.current;
    if (!isMeant || element === null) return undefined;
    const show = () => element.scrollIntoView({ block: 'start' });
    element.focus({ preventScroll: true });
    const moves = new ResizeObserver(show);
    moves.observe(document.body);
    const leave = () => moves.disconnect();
    const timer = setTimeout(leave, SETTLES);
    const own = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;
    for (const event of own) window.addEventListener(event, leave, { passive: true });
    return () => {
      leave();
      clearTimeout(timer);
      for (const event of own) window.removeEventListener(event, leave);
    };
  }, [isMeant]);
  return (
    <div id={id} ref={place} tabIndex={-1} className={className}>
      {children}
    </div>
  );
}
