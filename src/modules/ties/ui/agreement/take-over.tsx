// What the agreement before left open, taken over into this one in one step, and taken back in one.
import { useQueryClient } from '@tanstack/react-query';
import { api } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { useNaming } from '#design/named.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Note } from '#design/page.tsx';
import { useToast } from '#design/notices/toast.tsx';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import { isSettled } from '../../domain/memoranda.ts';

interface TakeOverProps {
  readonly tie: Tie;
  readonly agreement: AgreementShown;
}

/** Takes items over and back; each act can be undone by the other. */
function useItems({ agreement }: Pick<TakeOverProps, 'agreement'>) {
  const { t } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const { id: agreementId } = agreement;
  const settled = () => queryClient.invalidateQueries();
  const back = async (itemIds: readonly string[]): Promise<string> => {
    const { taken, stayed } = await api().ties.takeItemsBack({ agreementId, itemIds: [...itemIds] });
    await settled();
    const words = t('ties.items_taken_back', { count: taken.length });
    if (stayed.length === 0) return words;
    return `${words}${t('ties.items_stayed', { count: stayed.length, names: formats.list(stayed.map(({ text }) => naming(text))) })}`;
  };
  const over = async (itemIds: readonly string[]) => {
    const { entries } = await api().ties.carryItemsOver({ agreementId, itemIds: [...itemIds] });
    await settled();
    return entries;
  };
  return { back, over };
}

export function TakeOver({ tie, agreement }: TakeOverProps) {
  const { t } = useText();
  const naming = useNaming();
  const toast = useToast();
  const action = useAction();
  const { back, over } = useItems({ agreement });
  const before = tie.agreements.find(({ id }) => id === agreement.followsId);
  if (before === undefined || before.office !== agreement.office) return null;
  const taken = new Set(agreement.items.map(({ carriedFrom }) => carriedFrom));
  const left = before.items.filter(({ id, states }) => !isSettled(states) && !taken.has(id));
  const carried = agreement.items.filter(({ carriedFrom }) => carriedFrom !== null);
  if (left.length === 0 && carried.length === 0) return null;
  const take = () =>
    void action.run(async () => {
      const entries = await over(left.map(({ id }) => id));
      const undo = () => back(entries.map(({ id }) => id));
      toast({ text: t('ties.taken_over', { count: entries.length }), undo });
    });
  const takeBack = () =>
    void action.run(async () => {
      const said = await back(carried.map(({ id }) => id));
      toast({ text: said });
    });
  return (
    <div className="noprint">
      {left.length > 0 && <Note>{t('ties.still_open', { count: left.length, agreement: naming(before.title) })}</Note>}
      <Buttons>
        {left.length > 0 && (
          <Button kind="go" busy={action.busy} onPress={take}>
            {t('ties.take_over', { count: left.length })}
          </Button>
        )}
        {carried.length > 0 && (
          <Button kind="text" busy={action.busy} onPress={takeBack}>
            {t('ties.undo_take_over', { count: carried.length })}
          </Button>
        )}
      </Buttons>
      <TroubleNotice trouble={action.trouble} />
    </div>
  );
}
