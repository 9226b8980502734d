// What was said of two cities is taken back.
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { TextAction } from '#design/button.tsx';
import type { CityRelation } from '../../contract/identity.ts';
import { citiesApi, citiesQueries } from '../client.ts';

export function TakeRelationBack({ relation }: { readonly relation: CityRelation }) {
  const { t } = useText();
  const { keep, trouble } = useKeeping(citiesQueries.key());
  const remove = () => keep(() => citiesApi.unrelateCities({ relationId: relation.id }), { said: t('cities.relation_gone') });
  return (
    <>
      {' '}
      <TextAction onPress={() => void remove()}>{t('cities.take_relation_back')}</TextAction>
      {trouble !== null && <span className="err"> {trouble.message}</span>}
    </>
  );
}
