// The set-up of an edition under the tabs of its meetings: one edition, one row of tabs, whichever module a page belongs to.
import { SetupPage } from '#modules/expos/ui/setup-page.tsx';
import { EventTabs } from '#modules/meetings/ui/edition/edition-page.tsx';

export function EditionSetup() {
  return <SetupPage tabs={(edition) => <EventTabs edition={edition} />} />;
}
