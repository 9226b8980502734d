// Which sets list a tie: a line for each, with the side that names the other.
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { Named } from '#design/named.tsx';
import { Gap, Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { referenceQueries } from '../client.ts';
import type { ReferenceSet } from '../places/answers.ts';
import { hasSaid, ListedBy, Said } from './tie-table.tsx';

interface TieListingsProps {
  readonly sets: readonly ReferenceSet[];
  readonly tieId: string;
  readonly cityId: string;
}

export function TieListings({ sets, tieId, cityId }: TieListingsProps) {
  const { t } = useText();
  const answers = useQueries({
    queries: sets.map((set) => referenceQueries.listReferenceTies.queryOptions({ input: { setId: set.id, tie: tieId, limit: 1 } })),
  });
  const found = sets.flatMap((set, at) => {
    const tie = answers[at]?.data?.entries[0];
    return tie === undefined ? [] : [{ set, tie }];
  });
  if (found.length === 0) return null;
  return (
    <Section title={t('reference.listed_in')} aside={t('reference.not_our_word')}>
      <Rows
        wide
        label={t('reference.listed_in')}
        entries={found.map(({ set, tie }) => ({
          key: set.id,
          when: <ListedBy tie={tie} />,
          what: (
            <>
              <Link to="/reference/$set" params={{ set: set.id }} search={{ city: cityId }}>
                <Named text={set.name} quiet />
              </Link>
              {hasSaid(tie) && (
                <>
                  <Gap />
                  <Said tie={tie} />
                </>
              )}
            </>
          ),
          detail: `${set.credit} · ${set.licence}`,
        }))}
      />
    </Section>
  );
}
