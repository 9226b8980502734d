// On the report: which snapshots of it were published, the newest first.
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { ButtonLink, Buttons } from '#design/button.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { reportsQueries } from '../client.ts';

export function SnapshotsLine({ slug }: { readonly slug: string }) {
  const { t } = useText();
  const formats = useFormats();
  const isMember = (useSession()?.offices.length ?? 0) > 0;
  const { data } = useQuery(reportsQueries.listTieSnapshots.queryOptions({ input: { tie: slug } }));
  const last = data?.entries.find(({ withdrawn }) => withdrawn === null);
  if (data === undefined || (data.entries.length === 0 && !isMember)) return null;
  return (
    <div className="noprint">
      <Buttons>
        {last !== undefined && (
          <ButtonLink kind="text" to="/ties/$slug/snapshots/$number" params={{ slug, number: String(last.number) }}>
            {t('reports.snapshot_of', { number: last.number, date: formats.day(last.frozenAt.slice(0, 10), 'text') })}
          </ButtonLink>
        )}
        <ButtonLink kind="text" to="/ties/$slug/snapshots" params={{ slug }}>
          {t('reports.snapshots')}
        </ButtonLink>
      </Buttons>
    </div>
  );
}
