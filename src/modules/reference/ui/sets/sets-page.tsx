// The sets of ties as others list them: whose they are, under which licence, how large, how fresh, and who sees them.
import { Link } from '@tanstack/react-router';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { paged, usePages } from '#client/use-pages.ts';
import { ButtonLink } from '#design/button.tsx';
import { DataTable, More, type Column } from '#design/data-table.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Section, Sentence, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { recordingOffice } from '#modules/cities/ui/city/cities-page.tsx';
import { referenceQueries } from '../client.ts';
import { isTurning, type ReferenceSet } from '../places/answers.ts';
import { Licence } from './set-facts.tsx';

export function SetsPage() {
  const { t } = useText();
  const office = recordingOffice(useSession());
  const pages = usePages(referenceQueries.listReferenceSets.infiniteOptions(paged({ limit: 50 })));
  const add = office !== undefined && (
    <ButtonLink kind="go" to="/reference/new">
      {t('reference.new_set')}
    </ButtonLink>
  );
  return (
    <>
      <Title title={t('reference.sets')} crumb={<Link to="/cities">{t('cities.register')}</Link>} />
      <Sentence>{t('reference.sets_sentence')}</Sentence>
      {pages.error !== null && <Notice kind="refused">{troubleOf(pages.error).message}</Notice>}
      {pages.pending && pages.error === null && <Skeleton lines={4} />}
      {!pages.pending && (
        <Section title={t('reference.sets')} aside={pages.entries.length > 0 ? add : undefined}>
          {pages.entries.length === 0 ? <NoSets add={add} /> : <SetTable sets={pages.entries} />}
          {pages.more !== null && <More busy={pages.loadingMore} onMore={pages.more} />}
        </Section>
      )}
    </>
  );
}

/** What a set is good for, told where there is none yet. */
function NoSets({ add }: { readonly add: React.ReactNode }) {
  const { t } = useText();
  if (add === false) return <Empty heading={t('reference.none_open')}>{t('reference.none_open_text')}</Empty>;
  return (
    <Empty heading={t('reference.none_yet')} actions={add}>
      {t('reference.none_yet_text')}
    </Empty>
  );
}

function SetTable({ sets }: { readonly sets: readonly ReferenceSet[] }) {
  const { t } = useText();
  const formats = useFormats();
  const isOurs = sets.some(({ mayEdit }) => mayEdit);
  const columns: readonly Column<ReferenceSet>[] = [
    {
      key: 'name',
      head: t('reference.set'),
      naming: true,
      cell: (set) => (
        <Link to="/reference/$set" params={{ set: set.id }}>
          <Named text={set.name} quiet />
        </Link>
      ),
    },
    { key: 'ties', head: t('reference.ties'), end: true, cell: ({ ties }) => formats.number(ties) },
    { key: 'cities', head: t('reference.cities'), end: true, cell: ({ cities }) => formats.number(cities) },
    ...(isOurs
      ? [
          {
            key: 'imported',
            head: t('reference.last_imported'),
            nowrap: true,
            cell: (set: ReferenceSet) => set.mayEdit && <LastImported {...set} />,
          },
        ]
      : []),
    { key: 'credit', head: t('reference.credit'), cell: ({ credit }) => credit },
    { key: 'licence', head: t('reference.licence'), cell: (set) => <Licence set={set} /> },
    { key: 'office', head: t('reference.kept_by'), cell: ({ office }) => <Named text={office.name} quiet /> },
    { key: 'seen', head: t('reference.seen_by'), cell: (set) => <Openness set={set} /> },
  ];
  return <DataTable caption={t('reference.sets')} columns={columns} rows={sets} rowKey={({ id }) => id} />;
}

/** Who sees a set, as a word in its frame. */
export function Openness({ set }: { readonly set: ReferenceSet }) {
  const { t } = useText();
  return (
    <VisibilityMark visibility={set.isPublic ? 'public' : 'private'}>
      {t(isTurning(set) ? `reference.is_${set.openness}` : set.isPublic ? 'reference.is_open' : 'reference.is_closed')}
    </VisibilityMark>
  );
}

function LastImported({ importedAt }: ReferenceSet) {
  const { t } = useText();
  const formats = useFormats();
  return importedAt === null ? <span className="muted">{t('reference.never')}</span> : formats.entryDay(importedAt);
}
