// What is said of a set wherever its ties are shown: whose word it is, its credit and licence.
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import { Facts } from '#design/rows.tsx';
import { SourceName } from '#modules/evidence/ui/said.tsx';
import type { ReferenceSet } from '../places/answers.ts';

export function Licence({ set: { licence, licenceAddress } }: { readonly set: Pick<ReferenceSet, 'licence' | 'licenceAddress'> }) {
  if (licenceAddress === null) return licence;
  return (
    <a href={licenceAddress} className="src" rel="license noopener noreferrer nofollow">
      {licence}
    </a>
  );
}

export function SetFacts({ set }: { readonly set: ReferenceSet }) {
  const { t } = useText();
  return (
    <Facts
      entries={[
        { term: t('reference.source'), value: set.source === null ? <Unknown /> : <SourceName source={set.source} /> },
        { term: t('reference.credit'), value: set.credit },
        { term: t('reference.licence'), value: <Licence set={set} /> },
        { term: t('reference.kept_by'), value: <Named text={set.office.name} quiet /> },
      ]}
    />
  );
}
