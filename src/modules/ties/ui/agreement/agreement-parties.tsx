// The parties of an agreement.
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import type { AgreementShown } from '../../contract/shapes.ts';

/** Who agreed, each by name; an organisation leads to what is on record of it. */
export function Parties({ parties }: { readonly parties: readonly AgreementShown['parties'][number][] }) {
  const { t } = useText();
  if (parties.length === 0) return <Unknown>{t('ties.no_parties')}</Unknown>;
  return parties.map(({ kind, id, name }, at) => (
    <Fragment key={at}>
      {at > 0 && t('ties.between_names')}
      {name === null ? (
        t('ties.party_not_shared')
      ) : kind === 'organisation' && id !== null ? (
        <Link to="/organisations/$id" params={{ id }}>
          <Named text={name} quiet />
        </Link>
      ) : (
        <Named text={name} quiet />
      )}
    </Fragment>
  ));
}
