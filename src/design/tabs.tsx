// Tabs are links: each has its address, and the one in use is marked as the current page.
import { createLink, type LinkComponent } from '@tanstack/react-router';
import { useEffect, useRef, type AnchorHTMLAttributes, type ReactNode } from 'react';

/** `<Tabs label="Edition"><TabLink to=… >…</TabLink></Tabs>` */
export function Tabs({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const nav = useRef<HTMLElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    const box = nav.current;
    if (box === null) return;
    // Where they do not all fit, the current one is in view.
    const current = box.querySelector<HTMLElement>('[aria-current]');
    const address = current?.getAttribute('href') ?? null;
    if (current !== null && shown.current !== address) box.scrollLeft = current.offsetLeft - box.offsetLeft - 48;
    shown.current = address;
    sayMore(box);
  });
  useEffect(() => {
    const box = nav.current;
    if (box === null) return;
    const watcher = new ResizeObserver(() => sayMore(box));
    watcher.observe(box);
    return () => watcher.disconnect();
  }, []);
  return (
    <nav className="tabs" aria-label={label} ref={nav} onScroll={({ currentTarget }) => sayMore(currentTarget)}>
      {children}
    </nav>
  );
}

/** Marks the sides on which there are more, where they fade out. */
function sayMore(box: HTMLElement): void {
  const { scrollLeft, scrollWidth, clientWidth } = box;
  const more = [...(scrollLeft > 2 ? ['before'] : []), ...(scrollWidth - clientWidth - scrollLeft > 2 ? ['after'] : [])];
  box.dataset['more'] = more.join(' ');
}

function TabAnchor(props: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a {...props} className={undefined} />;
}

/** A router link in `Tabs`; the router sets aria-current. */
export const TabLink: LinkComponent<typeof TabAnchor> = createLink(TabAnchor);
