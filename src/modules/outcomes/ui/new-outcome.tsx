// The page on which an office enters what was said to have come of a tie.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { useSession } from '#client/session.ts';
import { Empty } from '#design/notice.tsx';
import { useNaming } from '#design/named.tsx';
import { Title } from '#design/page.tsx';
import { useToast } from '#design/toast.tsx';
import { Skeleton } from '#design/waiting.tsx';
import { OutcomeForm } from './outcome-form.tsx';

export function NewOutcomePage() {
  const { t } = useText();
  const { tie } = useSearch({ from: '/signed-in/outcomes/new' });
  const session = useSession();
  const office = session?.offices.find(({ role }) => role !== 'viewer');
  if (tie === undefined || office === undefined)
    return (
      <>
        <Title title={t('outcomes.record')} />
        <Empty heading={t('outcomes.no_tie')}>{t('outcomes.no_tie_text')}</Empty>
      </>
    );
  return <NewOutcome tie={tie} office={office.id} />;
}

function NewOutcome({ tie, office }: { readonly tie: string; readonly office: string }) {
  const { t } = useText();
  const naming = useNaming();
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data, error } = useQuery(queries().ties.getTie.queryOptions({ input: { tie } }));
  if (error !== null) throw error;
  if (data === undefined) return <Skeleton lines={8} />;
  const names = t('outcomes.the_tie', { first: naming(data.cities.a.name), second: naming(data.cities.b.name) });
  const back = () => navigate({ to: '/ties/$slug', params: { slug: data.slug } });
  return (
    <>
      <Title
        title={t('outcomes.record')}
        note={t('outcomes.record_note')}
        crumb={
          <Link to="/ties/$slug" params={{ slug: data.slug }}>
            {names}
          </Link>
        }
      />
      <OutcomeForm
        office={office}
        tie={data}
        onCancel={() => void back()}
        onRecorded={(outcome) => {
          void queryClient.invalidateQueries({ queryKey: queries().outcomes.key() });
          toast({ text: t('outcomes.recorded') });
          void navigate({ to: '/outcomes/$id', params: { id: outcome.id } });
        }}
      />
    </>
  );
}
