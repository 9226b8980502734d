// The text of an agreed item for whoever may correct it: pressing it does; one that is the office's own is shown to others from here.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Named, useNaming } from '#design/named.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import { tiesApi } from '../client.ts';
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
      {item.visibility === 'private' && agreement.visibility !== 'private' && <ShowItem {...{ agreement, item }} />}
      {open && <ItemDialog {...{ tie, agreement, item }} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Who will read it is said, with its words, before they do. */
function ShowItem({ agreement, item }: Omit<ItemEditProps, 'tie'>) {
  const { t } = useText();
  const naming = useNaming();
  const { keep, ...action } = useKeeping();
  const [asks, setAsks] = useState(false);
  const put = (visibility: 'private' | 'agreement', version: number) =>
    tiesApi.setItemAudience({ itemId: item.id, visibility, confirmed: ['kernel.read_by_others'] }, { context: { ifMatch: version } });
  const show = () => {
    setAsks(false);
    void keep(() => put('agreement', item.version), { said: t('ties.item_shown'), undo: ({ version }) => put('private', version) });
  };
  const words = agreement.visibility === 'public' ? 'ties.item_show_public' : 'ties.item_show_shared';
  return (
    <>
      {' '}
      <TextAction onPress={() => setAsks(true)}>{t('ties.item_show')}</TextAction>
      <Confirm
        open={asks}
        onClose={() => setAsks(false)}
        title={t('ties.item_show_title')}
        confirmText={t('ties.item_show')}
        onConfirm={show}
      >
        <p>{t(words, { agreement: naming(agreement.title) })}</p>
        <p>
          <b>
            <Named text={item.text} quiet />
          </b>
        </p>
        <p>{t('ties.item_show_asks')}</p>
      </Confirm>
      <TroubleNotice trouble={action.trouble} />
    </>
  );
}
