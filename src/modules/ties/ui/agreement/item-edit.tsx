// The text of an agreed item for whoever may correct it: pressing it does.
import { useState } from 'react';
import { Named } from '#design/named.tsx';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import { ItemDialog } from './item-dialog.tsx';

interface ItemEditProps {
  readonly tie: Tie;
  readonly agreement: AgreementShown;
  readonly item: AgreementShown['items'][number];
}

export function ItemEdit({ tie, agreement, item }: ItemEditProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="linkish" onClick={() => setOpen(true)}>
        <Named text={item.text} quiet />
      </button>
      {open && <ItemDialog tie={tie} agreementId={agreement.id} item={item} onClose={() => setOpen(false)} />}
    </>
  );
}
