// What the agreement before left open, taken over into this one in one step.
import { useQueryClient } from '@tanstack/react-query';
import { api, queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { useNaming } from '#design/named.tsx';
import { Notice } from '#design/notice.tsx';
import { Note } from '#design/page.tsx';
import { useToast } from '#design/toast.tsx';
import type { AgreementShown, Tie } from '../contract/shapes.ts';
import { isSettled } from '../domain/memoranda.ts';

export function TakeOver({ tie, agreement }: { readonly tie: Tie; readonly agreement: AgreementShown }) {
  const { t } = useText();
  const naming = useNaming();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const before = tie.agreements.find(({ id }) => id === agreement.followsId);
  if (before === undefined || before.office !== agreement.office) return null;
  const taken = new Set(agreement.items.map(({ carriedFrom }) => carriedFrom));
  const left = before.items.filter(({ id, states }) => !isSettled(states) && !taken.has(id));
  if (left.length === 0) return null;
  const take = () =>
    void action.run(async () => {
      const { entries } = await api().ties.carryItemsOver({ agreementId: agreement.id, itemIds: left.map(({ id }) => id) });
      await queryClient.invalidateQueries({ queryKey: queries().ties.key() });
      toast({ text: t('ties.taken_over', { count: entries.length }) });
    });
  return (
    <div className="noprint">
      <Note>{t('ties.still_open', { count: left.length, agreement: naming(before.title) })}</Note>
      <Buttons>
        <Button kind="go" busy={action.busy} onPress={take}>
          {t('ties.take_over', { count: left.length })}
        </Button>
      </Buttons>
      {action.trouble !== null && (
        <Notice kind="refused" live>
          {action.trouble.message}
        </Notice>
      )}
    </div>
  );
}
