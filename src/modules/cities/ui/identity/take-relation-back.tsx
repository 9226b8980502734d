// What was said of two cities is taken back.
import { useQueryClient } from '@tanstack/react-query';
import { api, queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { TextAction } from '#design/button.tsx';
import { useToast } from '#design/notices/toast.tsx';
import type { CityRelation } from '../../contract/identity.ts';

export function TakeRelationBack({ relation }: { readonly relation: CityRelation }) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const remove = () =>
    void action.run(async () => {
      await api().cities.unrelateCities({ relationId: relation.id });
      await queryClient.invalidateQueries({ queryKey: queries().cities.key() });
      toast({ text: t('cities.relation_gone') });
    });
  return (
    <>
      {' '}
      <TextAction onPress={remove}>{t('cities.take_relation_back')}</TextAction>
      {action.trouble !== null && <span className="err"> {action.trouble.message}</span>}
    </>
  );
}
