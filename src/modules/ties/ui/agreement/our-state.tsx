// Our side's word on an agreed item, changed in place.
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { TroubleNotice } from '#design/notices/notice.tsx';
import type { AgreementShown } from '../../contract/shapes.ts';
import { itemStates, type ItemState } from '../../domain/happenings.ts';
import { tiesApi } from '../client.ts';

type Item = AgreementShown['items'][number];

export function OurState({ item, said, office }: { readonly item: Item; readonly said: ItemState | null; readonly office: string }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping();
  const id = `state-of-${item.id}`;
  const put = (state: ItemState) => tiesApi.sayItemState({ itemId: item.id, office, state });
  const say = (state: ItemState) =>
    void keep(() => put(state), {
      said: t('ties.our_word_is', { state: t(`ties.item_${state}`) }),
      undo: said === null ? undefined : () => put(said),
    });
  return (
    <>
      <label className="hidden" htmlFor={id}>
        {t('ties.our_word')}
      </label>
      <select
        id={id}
        className="in fits"
        value={said ?? ''}
        aria-busy={action.busy || undefined}
        onChange={(event) => {
          const state = itemStates.find((one) => one === event.target.value);
          if (state !== undefined) say(state);
        }}
      >
        {said === null && <option value="">{t('ties.not_stated')}</option>}
        {itemStates.map((state) => (
          <option key={state} value={state}>
            {t(`ties.item_${state}`)}
          </option>
        ))}
      </select>
      <TroubleNotice trouble={action.trouble} />
    </>
  );
}
