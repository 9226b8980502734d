// In lists of who takes part: that a company shows pictures or papers, opened on demand, so that a list of hundreds loads none of them.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { TextAction } from '#design/button.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { exposQueries } from '../client.ts';
import { Files, type OfCompany } from './files.tsx';

interface ShownFilesProps {
  readonly ids: OfCompany;
  readonly name: MultilingualText;
  /** How many there are. */
  readonly count: number;
}

export function ShownFiles({ ids, name, count }: ShownFilesProps) {
  const { t } = useText();
  const naming = useNaming();
  const [open, setOpen] = useState(false);
  const words = t('expos.files_open', { count });
  if (count === 0) return null;
  return (
    <small className="ownline">
      <TextAction aria-label={`${words}: ${naming(name)}`} onPress={() => setOpen(true)}>
        {words}
      </TextAction>
      {open && (
        <Dialog open wide asksOnly onClose={() => setOpen(false)} title={<Named text={name} />}>
          <Opened ids={ids} />
        </Dialog>
      )}
    </small>
  );
}

function Opened({ ids }: { readonly ids: OfCompany }) {
  const data = useRead(exposQueries.listProfileFiles.queryOptions({ input: ids }));
  return data === undefined ? <Skeleton lines={6} /> : <Files ids={ids} files={data.entries} mayChange={data.mayChange} />;
}
