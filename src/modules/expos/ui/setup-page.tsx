// The organiser's setup of an edition: one tab for each thing that is planned with.
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { createContext, useContext, useState, type ReactNode } from 'react';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { ButtonLink } from '#design/button.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Title } from '#design/page.tsx';
import { TabLink, Tabs } from '#design/tabs.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Named, useNaming } from '#design/named.tsx';
import type { Edition } from '../contract/edition.ts';
import { exposQueries } from './client.ts';
import { TakeOver } from './edition/take-over.tsx';
import { EditionNote } from './edition/words.tsx';

const Current = createContext<Edition | null>(null);

/** The edition that is being set up. */
export function useSetupEdition(): Edition {
  const edition = useContext(Current);
  if (edition === null) throw new Error('this part stands outside of the setup');
  return edition;
}

/** `tabs` are those of the edition's other pages, which the application knows. */
export function SetupPage({ tabs }: { readonly tabs?: (edition: Edition) => ReactNode }) {
  const { t } = useText();
  const { slug = '' } = useParams({ strict: false });
  const data = useRead(exposQueries.getEdition.queryOptions({ input: { edition: slug } }));
  if (data === undefined) return <Skeleton label={t('expos.setup')} lines={6} />;
  return <Shown edition={data} tabs={tabs?.(data)} />;
}

function Shown({ edition, tabs }: { readonly edition: Edition; readonly tabs: ReactNode }) {
  const { t } = useText();
  const naming = useNaming();
  const [taken, setTaken] = useState(0);
  const params = { slug: edition.slug };
  return (
    <div className="tight">
      <Title
        title={`${t('expos.setup')} – ${naming(edition.name)}`}
        crumb={
          <Link to="/editions/$slug/work" params={params}>
            <Named text={edition.name} quiet />
          </Link>
        }
        note={<EditionNote edition={edition} />}
      >
        {t('expos.setup')}
      </Title>
      {edition.mayEdit ? (
        <Current value={edition}>
          {tabs}
          <SetupTabs slug={edition.slug} />
          <TakeOver edition={edition} onChanged={() => setTaken(taken + 1)} />
          {/* What the pages of the setup hold as typed is read anew. */}
          <Outlet key={taken} />
        </Current>
      ) : (
        <Empty
          heading={t('expos.setup_not_yours')}
          actions={
            <ButtonLink to="/editions/$slug" params={params}>
              {t('expos.public_page')}
            </ButtonLink>
          }
        >
          {t('expos.setup_not_yours_text')}
        </Empty>
      )}
    </div>
  );
}

function SetupTabs({ slug }: { readonly slug: string }) {
  const { t } = useText();
  const params = { slug };
  return (
    <Tabs label={t('expos.setup')}>
      <TabLink to="/editions/$slug/setup" params={params} activeOptions={{ exact: true }}>
        {t('expos.tab_slots')}
      </TabLink>
      <TabLink to="/editions/$slug/setup/places" params={params}>
        {t('expos.tab_places')}
      </TabLink>
      <TabLink to="/editions/$slug/setup/floor" params={params}>
        {t('expos.tab_floor')}
      </TabLink>
      <TabLink to="/editions/$slug/setup/participants" params={params}>
        {t('expos.participants')}
      </TabLink>
      <TabLink to="/editions/$slug/setup/topics" params={params}>
        {t('expos.topics')}
      </TabLink>
      <TabLink to="/editions/$slug/setup/registration" params={params}>
        {t('expos.registration')}
      </TabLink>
      <TabLink to="/editions/$slug/setup/letters" params={params}>
        {t('expos.tab_letters')}
      </TabLink>
      <TabLink to="/editions/$slug/setup/groups" params={params}>
        {t('expos.groups')}
      </TabLink>
      <TabLink to="/editions/$slug/setup/interpreters" params={params}>
        {t('expos.interpreters')}
      </TabLink>
      <TabLink to="/editions/$slug/setup/facts" params={params}>
        {t('expos.facts')}
      </TabLink>
      <TabLink to="/editions/$slug/setup/publish" params={params}>
        {t('expos.publication')}
      </TabLink>
    </Tabs>
  );
}
