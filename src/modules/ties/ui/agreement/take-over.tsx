// What the agreement before left open, taken over into this one in one step, and taken back in one.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, Buttons } from '#design/button.tsx';
import { useNaming } from '#design/named.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Note } from '#design/page.tsx';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';
import { isSettled } from '../../domain/memoranda.ts';
import { tiesApi } from '../client.ts';

interface TakeOverProps {
  readonly tie: Tie;
  readonly agreement: AgreementShown;
}

export function TakeOver({ tie, agreement }: TakeOverProps) {
  const { t } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const { keep, ...action } = useKeeping();
  const before = tie.agreements.find(({ id }) => id === agreement.followsId);
  if (before === undefined || before.office !== agreement.office) return null;
  const taken = new Set(agreement.items.map(({ carriedFrom }) => carriedFrom));
  const left = before.items.filter(({ id, states }) => !isSettled(states) && !taken.has(id));
  const carried = agreement.items.filter(({ carriedFrom }) => carriedFrom !== null);
  if (left.length === 0 && carried.length === 0) return null;
  const { id: agreementId } = agreement;
  const back = async (items: readonly { readonly id: string }[]): Promise<string> => {
    const { taken: gone, stayed } = await tiesApi.takeItemsBack({ agreementId, itemIds: items.map(({ id }) => id) });
    const words = t('ties.items_taken_back', { count: gone.length });
    if (stayed.length === 0) return words;
    return `${words}${t('ties.items_stayed', { count: stayed.length, names: formats.list(stayed.map(({ text }) => naming(text))) })}`;
  };
  const take = () =>
    void keep(() => tiesApi.carryItemsOver({ agreementId, itemIds: left.map(({ id }) => id) }), {
      said: ({ entries }) => t('ties.taken_over', { count: entries.length }),
      undo: ({ entries }) => back(entries),
    });
  const takeBack = () => void keep(() => back(carried), { said: (words) => words });
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
