// The projects of a tie: how many there are said to be, and by whom, beside those that are on record one by one; the two are never mixed.
import { Link, useParams } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { ButtonLink } from '#design/button.tsx';
import { DataTable } from '#design/data-table.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { AsWritten, Named, useNaming } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Section, Title } from '#design/page.tsx';
import type { StatementShape } from '#modules/evidence/contract/shapes.ts';
import { useSayer } from '#modules/evidence/ui/said.tsx';
import { StatementTable } from '#modules/evidence/ui/statement-table.tsx';
import type { Tie } from '#modules/ties/contract/shapes.ts';
import { tiesQueries } from '#modules/ties/ui/client.ts';
import { orderOf } from '#modules/ties/ui/tie-order.ts';
import type { Answer } from '../../contract.ts';
import { outcomesQueries } from '../client.ts';
import { OutcomeTable } from '../ledger/outcome-table.tsx';
import { Reached, type Reader } from '../words.tsx';
import { ProgressCell } from './progress.tsx';

type Projects = Answer<'listProjects'>;

/** Address: `/ties/$slug/projects`. */
export function ProjectsPage() {
  const { slug } = useParams({ from: '/ties/$slug/projects' });
  const tie = useRead(tiesQueries.getTie.queryOptions({ input: { tie: slug } }));
  return tie === undefined ? <Skeleton lines={8} /> : <OfTie tie={tie} />;
}

function OfTie({ tie }: { readonly tie: Tie }) {
  const { t } = useText();
  const naming = useNaming();
  const projects = useRead(outcomesQueries.listProjects.queryOptions({ input: { tieId: tie.id } }));
  const [first, second] = orderOf(tie);
  const title = t('outcomes.pj_title_of', { first: naming(tie.cities[first].name), second: naming(tie.cities[second].name) });
  const office = tie.kept.find(({ mayEdit }) => mayEdit)?.office ?? null;
  const reader: Reader = { isLeft: (id) => id === (office ?? tie.cities[tie.ownSide ?? 'a'].officeId) };
  const claimed = tie.shown.find(({ attribute }) => attribute === 'projects')?.shown;
  return (
    <>
      <Title
        title={title}
        crumb={
          <Link to="/ties/$slug" params={{ slug: tie.slug }}>
            {`${naming(tie.cities[first].name)} – ${naming(tie.cities[second].name)}`}
          </Link>
        }
      >
        {title}
      </Title>
      {projects === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <SaidBeside
            claimed={claimed === undefined || claimed.first === null ? [] : [claimed.first, ...claimed.differing]}
            {...{ projects }}
          />
          <Section title={t('outcomes.pj_claimed')} id="claimed">
            {claimed === undefined ? (
              <Empty heading={t('outcomes.pj_claimed_none')}>{t('outcomes.pj_claimed_none_text')}</Empty>
            ) : (
              <StatementTable caption={t('outcomes.pj_number_said')} shown={claimed} />
            )}
            <Note>{t('outcomes.pj_claimed_note')}</Note>
          </Section>
          <Listed {...{ tie, projects, mayRecord: office !== null }} />
          {projects.counted.length > 0 && (
            <Section title={t('outcomes.pj_as_number')}>
              <OutcomeTable outcomes={projects.counted} reader={reader} />
            </Section>
          )}
        </>
      )}
    </>
  );
}

/** “300 according to San Francisco; more than 200 according to …. 12 projects are listed here.” */
function SaidBeside({ claimed, projects }: { readonly claimed: readonly StatementShape[]; readonly projects: Projects }) {
  const { t } = useText();
  const formats = useFormats();
  const sayer = useSayer();
  const claims = claimed.flatMap((statement) =>
    statement.value.type === 'count'
      ? [
          t('outcomes.pj_claim', {
            number: formats.spelt(formats.count(statement.value.count, statement.value.qualifier)),
            who: sayer(statement),
          }),
        ]
      : [],
  );
  const count = projects.entries.length;
  const listed = count === 0 ? t('outcomes.pj_listed_here_none') : t('outcomes.listed_here', { count });
  return (
    <p className="read">
      {claims.length === 0 ? listed : t('outcomes.pj_said_beside', { claims: claims.join(t('outcomes.pj_apart')), listed })}
    </p>
  );
}

function Listed({ tie, projects, mayRecord }: { readonly tie: Tie; readonly projects: Projects; readonly mayRecord: boolean }) {
  const { t } = useText();
  const record = (
    <ButtonLink to="/outcomes/new" search={{ tie: tie.slug }}>
      {t('outcomes.pj_record')}
    </ButtonLink>
  );
  return (
    <Section title={t('outcomes.pj_listed')} id="listed-projects" aside={mayRecord && projects.entries.length > 0 ? record : undefined}>
      {projects.entries.length === 0 ? (
        <Empty heading={t('outcomes.pj_list_empty')} actions={mayRecord ? record : undefined}>
          {t(mayRecord ? 'outcomes.pj_list_empty_text' : 'outcomes.pj_list_empty_reader')}
        </Empty>
      ) : (
        <ProjectRows entries={projects.entries} />
      )}
      {projects.isCut && <Note>{t('outcomes.pj_list_cut', { count: projects.entries.length })}</Note>}
    </Section>
  );
}

function ProjectRows({ entries }: Pick<Projects, 'entries'>) {
  const { t } = useText();
  const naming = useNaming();
  const partyName = (named: Parameters<typeof naming>[0] | undefined): string =>
    named === undefined ? t('outcomes.party_hidden') : naming(named);
  const limited = entries.some(({ project }) => project.visibility !== 'public');
  return (
    <DataTable
      caption={t('outcomes.pj_listed')}
      rows={entries}
      rowKey={({ project }) => project.id}
      columns={[
        {
          key: 'title',
          head: t('outcomes.what'),
          naming: true,
          cell: ({ project: { id, title, visibility } }) => (
            <>
              <Link to="/outcomes/$id" params={{ id }}>
                <Named text={title} />
              </Link>{' '}
              {limited && <VisibilityMark visibility={visibility} />}
            </>
          ),
        },
        {
          key: 'roles',
          head: t('outcomes.pj_roles'),
          cell: ({ project: { parties } }) =>
            parties.map(({ name, city, organisation, role }, at) => (
              <div key={String(at)}>
                {name === null ? partyName(organisation?.name ?? city?.name) : <AsWritten text={name} named />}{' '}
                <span className="note">{t(`outcomes.role_${role}`)}</span>
              </div>
            )),
        },
        { key: 'stage', head: t('outcomes.stage'), cell: ({ project }) => <Reached outcome={project} /> },
        { key: 'progress', head: t('outcomes.pj_progress_head'), cell: ({ progress }) => <ProgressCell progress={progress} /> },
      ]}
    />
  );
}
