// Tabs are links: each has its address, and the one in use is marked as the current page.
import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode } from 'react';

/** `<Tabs label="Edition"><TabLink to=… >…</TabLink></Tabs>` */
export function Tabs({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav className="tabs" aria-label={label}>
      {children}
    </nav>
  );
}

function TabAnchor(props: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a {...props} className={undefined} />;
}

/** A router link in `Tabs`; the router sets aria-current. */
export const TabLink: LinkComponent<typeof TabAnchor> = createLink(TabAnchor);
