// What an office does with an agreement of its own on the page of the tie; fetched only for whoever may.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { useNaming } from '#design/named.tsx';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import { AgreementDialog } from './agreement-dialog.tsx';
import { ItemDialog } from './item-dialog.tsx';

interface AgreementActsProps {
  readonly tie: Tie;
  readonly agreement: AgreementShown;
}

export function AgreementActs({ tie, agreement }: AgreementActsProps) {
  const { t } = useText();
  const naming = useNaming();
  const [doing, setDoing] = useState<'edit' | 'item' | null>(null);
  const stop = () => setDoing(null);
  return (
    <div className="noprint">
      <Buttons>
        <Button kind="text" onPress={() => setDoing('item')}>
          {t('ties.add_item')}
        </Button>
        <Button kind="text" aria-label={t('ties.edit_whom', { name: naming(agreement.title) })} onPress={() => setDoing('edit')}>
          {t('ties.edit')}
        </Button>
      </Buttons>
      {doing === 'edit' && <AgreementDialog tie={tie} office={agreement.office} agreement={agreement} onClose={stop} />}
      {doing === 'item' && <ItemDialog tie={tie} agreement={agreement} item={null} onClose={stop} />}
    </div>
  );
}
