// Tables, stands, and when they cannot be used.
import { useRead } from '#client/use-read.ts';
import { Skeleton } from '#design/notices/waiting.tsx';
import { exposQueries } from '../client.ts';
import { ClosedTimes } from '../slots/closed-times.tsx';
import { useSetupEdition } from '../setup-page.tsx';
import { StandsSection } from './stands-section.tsx';
import { TablesEditor } from './tables-editor.tsx';

export function PlacesPage() {
  const edition = useSetupEdition();
  const data = useRead(exposQueries.getSetup.queryOptions({ input: { editionId: edition.id } }));
  if (data === undefined) return <Skeleton lines={8} />;
  return (
    <>
      <TablesEditor edition={edition} setup={data} />
      <StandsSection edition={edition} />
      <ClosedTimes edition={edition} setup={data} />
    </>
  );
}
