// The register office goes through entries that may be one city, and back through what it has merged.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '#client/use-read.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAddress } from '#client/use-address.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, TextAction } from '#design/button.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Empty, TroubleNotice } from '#design/notices/notice.tsx';
import { Section, Sentence, Title } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { TabLink, Tabs } from '#design/tabs.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { CityMerge, Duplicate } from '../../contract/duplicates.ts';
import { duplicatesSearch, duplicateStates, type DuplicateState } from '../address.ts';
import { tiesApi, tiesQueries } from '../client.ts';
import { GroundLine } from './grounds.tsx';
import { PairDialog } from './pair-dialog.tsx';

/** /cities/duplicates */
export function DuplicatesPage() {
  const { t } = useText();
  const office = useSession()?.offices.find(({ kind, role }) => kind === 'register' && role !== 'viewer');
  const { state = 'open' } = useAddress(duplicatesSearch);
  return (
    <>
      <Title title={t('ties.duplicates')} crumb={<Link to="/cities">{t('cities.register')}</Link>} />
      {office === undefined ? (
        <Empty heading={t('ties.duplicates')}>{t('ties.duplicates_only_register')}</Empty>
      ) : (
        <>
          <Sentence>{t('ties.duplicates_sentence')}</Sentence>
          <Tabs label={t('ties.duplicates')}>
            {duplicateStates.map((one) => (
              <TabLink
                key={one}
                to="/cities/duplicates"
                search={one === 'open' ? {} : { state: one }}
                activeOptions={{ exact: true, includeSearch: true }}
              >
                {t(`ties.duplicates_${one}`)}
              </TabLink>
            ))}
          </Tabs>
          {state === 'merged' ? <Merged /> : <Pairs key={state} office={office.id} state={state} />}
        </>
      )}
    </>
  );
}

const AT_ONCE = 50;

function Pairs({ office, state }: { readonly office: string; readonly state: Exclude<DuplicateState, 'merged'> }) {
  const { t } = useText();
  const [open, setOpen] = useState<Duplicate | null>(null);
  const data = useRead(tiesQueries.listDuplicates.queryOptions({ input: { state, limit: AT_ONCE } }));
  if (data === undefined) return <Skeleton label={t('ties.duplicates')} lines={6} />;
  if (data.entries.length === 0) return <Empty heading={t('ties.no_duplicates')}>{t(`ties.no_duplicates_${state}`)}</Empty>;
  return (
    <Section title={t(`ties.duplicates_${state}`)} count={data.of}>
      <PairRows entries={data.entries} onOpen={setOpen} />
      {open !== null && <PairDialog office={office} fromId={open.goes.id} intoId={open.stays.id} onClose={() => setOpen(null)} />}
    </Section>
  );
}

/** The points of grounds were weighed by hand: they order pairs and are no share of anything. */
function PairRows({ entries, onOpen }: { readonly entries: readonly Duplicate[]; readonly onOpen: (pair: Duplicate) => void }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  return (
    <Rows
      wide
      label={t('ties.duplicates')}
      entries={entries.map((pair) => {
        const { stays, goes, score, grounds, said } = pair;
        return {
          key: `${stays.id} ${goes.id}`,
          when: t(`ties.likely_${score >= 75 ? 'very' : score >= 45 ? 'rather' : 'maybe'}`),
          what: (
            <TextAction onPress={() => onOpen(pair)}>
              <Named text={stays.name} quiet /> · <Named text={goes.name} quiet />
            </TextAction>
          ),
          detail: (
            <>
              <GroundLine grounds={grounds} />
              {said.map(({ office, reason }) => (
                <span key={office.id}>
                  {reason === null ? null : (
                    <>
                      <br />
                      {t('ties.office_says_same', { office: naming(office.name), reason })}
                    </>
                  )}
                </span>
              ))}
            </>
          ),
          end: formats.countryName(stays.country),
        };
      })}
    />
  );
}

function Merged() {
  const { t } = useText();
  const data = useRead(tiesQueries.listMerges.queryOptions({ input: { limit: 100 } }));
  if (data === undefined) return <Skeleton label={t('ties.duplicates_merged')} lines={4} />;
  if (data.entries.length === 0) return <Empty heading={t('ties.no_duplicates')}>{t('ties.no_duplicates_merged')}</Empty>;
  return (
    <Section title={t('ties.duplicates_merged')}>
      <MergedRows merges={data.entries} />
    </Section>
  );
}

function MergedRows({ merges }: { readonly merges: readonly CityMerge[] }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { keep, ...action } = useKeeping();
  const [asked, setAsked] = useState<CityMerge | null>(null);
  const part = ({ id: mergeId, version, former }: CityMerge) =>
    void keep(() => tiesApi.undoMerge({ mergeId }, { context: { ifMatch: version } }), {
      said: t('ties.parted', { former: former.name }),
    });
  return (
    <>
      <TroubleNotice trouble={action.trouble} />
      <Rows
        wide
        label={t('ties.duplicates_merged')}
        entries={merges.map((merge) => ({
          key: merge.id,
          when: formats.entryDay(merge.mergedAt),
          what: (
            <>
              {t('ties.merged_into', { former: merge.former.name })}
              <Link to="/cities/$slug" params={{ slug: merge.city.slug }}>
                <Named text={merge.city.name} quiet />
              </Link>
            </>
          ),
          detail: merge.reason,
          end: (
            <Button busy={action.busy} onPress={() => setAsked(merge)}>
              {t('ties.undo_merge')}
            </Button>
          ),
        }))}
      />
      {asked !== null && (
        <Confirm
          open
          onClose={() => setAsked(null)}
          title={t('ties.part_question', { former: asked.former.name })}
          confirmText={t('ties.undo_merge')}
          onConfirm={() => {
            setAsked(null);
            part(asked);
          }}
        >
          <p>{t('ties.part_means', { former: asked.former.name, city: naming(asked.city.name) })}</p>
        </Confirm>
      )}
    </>
  );
}
