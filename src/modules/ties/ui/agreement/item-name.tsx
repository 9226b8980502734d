// What an agreed item says, and of one side's word alone whose it is: nobody else has agreed to it yet.
import { later } from '#design/notices/later.tsx';
import { useText } from '#client/language.ts';
import { VisibilityMark } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import type { ItemState } from '../../domain/happenings.ts';

const ItemEdit = later(() => import('./item-edit.tsx'), 'ItemEdit');

interface ItemNameProps {
  readonly tie: Tie;
  readonly agreement: AgreementShown;
  readonly item: AgreementShown['items'][number];
}

const sides = ['a', 'b'] as const;

/** Whoever says nothing of it, cannot say, or says that it was not agreed has agreed to nothing. */
const isAgreeing = (state: ItemState | null): boolean => state !== null && state !== 'cannot_say' && state !== 'not_agreed';

export function ItemName({ tie, agreement, item }: ItemNameProps) {
  const { t } = useText();
  const naming = useNaming();
  const by = sides.find((side) => tie.cities[side].officeId === agreement.office);
  const isOneSided = sides.some((side) => side !== by && !isAgreeing(item.states[side]));
  const who = by === undefined ? agreement.officeName : tie.cities[by].name;
  return (
    <>
      {agreement.mayEdit ? <ItemEdit {...{ tie, agreement, item }} /> : <Named text={item.text} quiet />}
      {isOneSided && who !== null && <small>{t('ties.item_said_by', { who: naming(who) })}</small>}
      {item.visibility !== agreement.visibility && <VisibilityMark visibility={item.visibility} />}
    </>
  );
}
