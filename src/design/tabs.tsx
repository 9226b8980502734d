// Tabs are links: each has its address, and the one in use is marked as the current page.
import { createLink, type LinkComponent } from '@tanstack/react-router';
import { useEffect, useRef, type AnchorHTMLAttributes, type ReactNode } from 'react';

/** `<Tabs label="Edition"><TabLink to=… >…</TabLink></Tabs>` */
export function Tabs({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where they do not all fit, the current one is in view.
    const current = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (current != null && nav.current !== null) nav.current.scrollLeft = current.offsetLeft - nav.current.offsetLeft - 16;
  });
  return (
    <nav className="tabs" aria-label={label} ref={nav}>
      {children}
    </nav>
  );
}

function TabAnchor(props: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a {...props} className={undefined} />;
}

/** A router link in `Tabs`; the router sets aria-current. */
export const TabLink: LinkComponent<typeof TabAnchor> = createLink(TabAnchor);
