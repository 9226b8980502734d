// What each set lists of one city: partners with the side that names the other, and the way into the office's own register.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { Button } from '#design/button.tsx';
import { DataTable, More, type Column } from '#design/data-table.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { tiesQueries } from '#modules/ties/ui/client.ts';
import { referenceQueries } from '../client.ts';
import type { ListedTie, ReferenceSet } from '../places/answers.ts';
import { NotTaken } from './not-taken.tsx';
import { Licence } from '../sets/set-facts.tsx';
import { Openness } from '../sets/sets-page.tsx';
import { useTaking } from './taking.ts';
import { hasSaid, ListedBy, Said } from './tie-table.tsx';

interface CityListingsProps {
  readonly sets: readonly ReferenceSet[];
  readonly cityId: string;
  readonly officeId: string | null;
}

export function CityListings({ sets, cityId, officeId }: CityListingsProps) {
  const { t } = useText();
  return (
    <Section title={t('reference.listed_in')} id="listed" aside={t('reference.not_our_word')}>
      {sets.map((set) => (
        <OfSet key={set.id} set={set} cityId={cityId} officeId={officeId} />
      ))}
    </Section>
  );
}

const ALL = 200;

/** The office that may take the city's ties over: its own, or the register office. */
function useTakingOffice(officeId: string | null): string | null {
  const offices = useSession()?.offices ?? [];
  const found = offices.find(({ id, kind, role }) => role !== 'viewer' && (id === officeId || (officeId === null && kind === 'register')));
  return found?.id ?? null;
}

function OfSet({ set, cityId, officeId }: { readonly set: ReferenceSet } & Omit<CityListingsProps, 'sets'>) {
  const { t } = useText();
  const naming = useNaming();
  const office = useTakingOffice(officeId);
  const registered = useQuery(tiesQueries.listTies.queryOptions({ input: { city: cityId, limit: ALL } })).data;
  const pages = usePages(
    referenceQueries.listReferenceTies.infiniteOptions(
      paged({
        ...{ setId: set.id, city: cityId, limit: ALL },
        ...(office === null ? {} : { office }),
      }),
    ),
  );
  if (registered === undefined || pages.pending || pages.entries.length === 0) return null;
  const inRegister = new Set<string>(registered.entries.map(({ id }) => id));
  const fresh = pages.entries.filter(({ tieId }) => !inRegister.has(tieId));
  const above = pages.entries.length - fresh.length;
  return (
    <section className="spaced" aria-label={naming(set.name)}>
      <h3>
        <Link to="/reference/$set" params={{ set: set.id }} search={{ city: cityId }}>
          <Named text={set.name} quiet />
        </Link>
      </h3>
      <p className="note">
        {set.credit} · <Licence set={set} /> {!set.isPublic && <Openness set={set} />}
      </p>
      {above > 0 && <p>{t('reference.stand_above', { count: above })}</p>}
      {fresh.length > 0 && <Partners set={set} cityId={cityId} office={office} ties={fresh} />}
      {pages.more !== null && <More busy={pages.loadingMore} onMore={pages.more} />}
    </section>
  );
}

interface PartnersProps {
  readonly set: ReferenceSet;
  readonly cityId: string;
  readonly office: string | null;
  readonly ties: readonly ListedTie[];
}

function Partners({ set, cityId, office, ties }: PartnersProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const partner = ({ cities: { a, b } }: ListedTie) => (a.id === cityId ? b : a);
  const sorted = ties.toSorted((x, y) => naming(partner(x).name).localeCompare(naming(partner(y).name), language));
  const isStated = ties.some(({ listedBy }) => listedBy !== 'unstated');
  const columns: readonly Column<ListedTie>[] = [
    {
      key: 'city',
      head: t('reference.partner'),
      naming: true,
      cell: (tie) => (
        <Link to="/cities/$slug" params={{ slug: partner(tie).slug }}>
          <Named text={partner(tie).name} quiet />
        </Link>
      ),
    },
    { key: 'country', head: t('reference.country'), cell: (tie) => formats.countryName(partner(tie).country) },
    ...(ties.some(hasSaid)
      ? [{ key: 'said', head: t('reference.set_says'), cell: (tie: ListedTie) => (hasSaid(tie) ? <Said tie={tie} /> : '') }]
      : []),
    ...(isStated ? [{ key: 'listed', head: t('reference.listed'), cell: (tie: ListedTie) => <ListedBy tie={tie} /> }] : []),
  ];
  return (
    <>
      {office === null ? (
        <DataTable caption={naming(set.name)} brief columns={columns} rows={sorted} rowKey={({ tieId }) => tieId} />
      ) : (
        <Takeable setId={set.id} office={office} caption={naming(set.name)} columns={columns} ties={sorted} partner={partner} />
      )}
      {!isStated && <p className="note after">{t('reference.no_side_stated')}</p>}
    </>
  );
}

interface TakeableProps {
  readonly setId: string;
  readonly office: string;
  readonly caption: string;
  readonly columns: readonly Column<ListedTie>[];
  readonly ties: readonly ListedTie[];
  readonly partner: (tie: ListedTie) => ListedTie['cities']['a'];
}

function Takeable({ setId, office, caption, columns, ties, partner }: TakeableProps) {
  const { t } = useText();
  const naming = useNaming();
  const { action, take, refused } = useTaking(setId, office);
  const own: Column<ListedTie> = {
    key: 'take',
    head: t('reference.our_register'),
    silent: true,
    end: true,
    cell: (tie) =>
      tie.isKept === true ? (
        <Link to="/ties/$slug" params={{ slug: tie.slug }}>
          {t('reference.kept')}
        </Link>
      ) : (
        <Button kind="text" busy={action.busy} onPress={() => void take([tie.tieId])}>
          {t('reference.take')}
          <span className="hidden">{t('design.in_brackets', { words: naming(partner(tie).name) })}</span>
        </Button>
      ),
  };
  return (
    <>
      <TroubleNotice trouble={action.trouble} />
      {refused.length > 0 && <NotTaken refused={refused} ties={ties} />}
      <DataTable caption={caption} columns={[...columns, own]} rows={ties} rowKey={({ tieId }) => tieId} />
    </>
  );
}
