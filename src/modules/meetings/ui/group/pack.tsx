// The pack: every agenda of a group, one a page, to print and hand out.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { dayOf, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Note, Section, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { zoneName } from '#kernel/zone-names.ts';
import type { Agenda } from '../agenda/answers.ts';
import { PaperHead } from '../agenda/agenda-page.tsx';
import { AgendaPaper } from '../agenda/paper.tsx';
import { meetingsQueries } from '../client.ts';
import { PaperButtons } from '../paper/making.tsx';
import { Named, useName } from '../edition/names.tsx';

/** /editions/$slug/groups/$groupId/pack */
export function PackPage() {
  const { t } = useText();
  const name = useName();
  const { slug = '', groupId = '' } = useParams({ strict: false });
  const edition = useQuery({ ...exposQueries.getEdition.queryOptions({ input: { edition: slug } }), throwOnError: true }).data;
  const pack = useQuery({
    ...meetingsQueries.groupPack.queryOptions({ input: { editionId: edition?.id ?? '', groupId } }),
    enabled: edition !== undefined,
    throwOnError: true,
  }).data;
  if (pack === undefined) return <Skeleton lines={10} />;
  return (
    <>
      <Title
        title={t('meetings.pack_title', { group: name(pack.group.name) })}
        note={<Named name={pack.edition.name} />}
        crumb={
          <Link className="noprint" to="/editions/$slug/groups/$groupId" params={{ slug, groupId }}>
            {t('meetings.companies_and_times')}
          </Link>
        }
      />
      <Buttons>
        <Button kind="go" onPress={() => window.print()}>
          {t('meetings.print')}
        </Button>
      </Buttons>
      {pack.release !== null && (
        <div className="noprint">
          <PaperButtons of={{ editionId: pack.edition.id, groupId }} papers={['agendas', 'interpreters', 'overview', 'badges']} />
        </div>
      )}
      {pack.agendas.length === 0 ? (
        <Empty heading={t('meetings.agenda_none')}>{t('meetings.group_none_text')}</Empty>
      ) : (
        pack.agendas.map((agenda) => <PackAgenda key={agenda.participant.id} agenda={agenda} />)
      )}
    </>
  );
}

function PackAgenda({ agenda }: { readonly agenda: Agenda }) {
  const { t } = useText();
  const formats = useFormats();
  const zone = agenda.edition.timeZone;
  const days = [...new Set([...agenda.entries, ...agenda.away].map(({ startsAt }) => dayOf(startsAt, zone)))].sort();
  return (
    <div className="packpage">
      <PaperHead agenda={agenda} days={days} />
      <Section
        title={
          <>
            <Named name={agenda.participant.name} /> {agenda.participant.code}
          </>
        }
        aside={agenda.release === null ? undefined : t('meetings.schedule_number', { number: agenda.release.number })}
      >
        <AgendaPaper agenda={agenda} />
        <div className="noprint">
          <Note>{t('meetings.venue_clock', { zone: zoneName(zone, formats.language) })}</Note>
        </div>
      </Section>
    </div>
  );
}
