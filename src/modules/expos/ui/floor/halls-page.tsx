// /editions/$slug/halls: a hall as it is drawn; who or what is sought is found by name, and the way to it is worked out from the drawing.
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { ButtonLink } from '#design/button.tsx';
import { LongDataTable } from '#design/long-data-table.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Gap, Section, Title } from '#design/page.tsx';
import { TabLink, Tabs } from '#design/tabs.tsx';
import type { Edition } from '../../contract/edition.ts';
import { floorSearch, type FloorSearch } from './floor-search.ts';
import { exposQueries } from '../client.ts';
import { useHallWords } from '../places/hall-words.ts';
import { Chosen } from './chosen.tsx';
import { Finder } from './finder.tsx';
import { FloorMap } from './floor-map.tsx';
import { drawnPieces, keyOf, keysOf, measured, wayOn, type HallPlan, type ShownHall } from './shown-hall.ts';

export function HallsPage() {
  const { t } = useText();
  const { slug } = useParams({ from: '/editions/$slug/halls' });
  const data = useRead(exposQueries.getEdition.queryOptions({ input: { edition: slug } }));
  if (data === undefined) return <Skeleton label={t('expos.floor')} lines={8} />;
  return <PlanOf edition={data} />;
}

function PlanOf({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const naming = useNaming();
  const { hall } = floorSearch(useSearch({ from: '/editions/$slug/halls' }));
  const input = { editionId: edition.id, ...(hall === undefined ? {} : { hall }) };
  const plan = useRead(exposQueries.getHallPlan.queryOptions({ input }));
  const params = { slug: edition.slug };
  const draw = (words: 'expos.floor_draw' | 'expos.floor_change') =>
    edition.mayEdit && (
      <ButtonLink to="/editions/$slug/setup/floor" params={params}>
        {t(words)}
      </ButtonLink>
    );
  return (
    <>
      <Title
        title={`${t('expos.floor')} – ${naming(edition.name)}`}
        crumb={
          <Link to="/editions/$slug" params={params}>
            <Named text={edition.name} />
          </Link>
        }
        note={<span className="noprint">{draw('expos.floor_change')}</span>}
      >
        {t('expos.floor')}
      </Title>
      {plan === undefined ? (
        <Skeleton lines={10} />
      ) : plan.shown === null ? (
        <Empty heading={t('expos.floor_none')} actions={draw('expos.floor_draw')}>
          {t('expos.floor_none_text')}
        </Empty>
      ) : (
        <Hall edition={edition} plan={plan} shown={plan.shown} />
      )}
    </>
  );
}

interface HallProps {
  readonly edition: Edition;
  readonly plan: HallPlan;
  readonly shown: ShownHall;
}

function Hall({ edition: { id, slug }, plan, shown }: HallProps) {
  const { t } = useText();
  const formats = useFormats();
  const hallWords = useHallWords();
  const naming = useNaming();
  const asked = useSearch({ from: '/editions/$slug/halls' });
  const search = useMemo(() => floorSearch(asked), [asked]);
  const navigate = useNavigate({ from: '/editions/$slug/halls' });
  const go = (change: FloorSearch) => void navigate({ search: floorSearch({ ...search, ...change }), replace: true, resetScroll: false });
  const pieces = useMemo(() => drawnPieces(shown, naming), [shown, naming]);
  const size = measured(shown.hall);
  const way = useMemo(() => wayOn(shown, search), [shown, search]);
  const words = hallWords(shown.hall.code);
  return (
    <>
      <HallTabs {...{ slug, plan, shown }} />
      <p className="lead floorlead">
        <CountsOf {...{ plan, shown }} />
        <Gap />
        {size !== null && <small className="muted">{t('expos.floor_size', metresOf(size, formats))}</small>}
      </p>
      {size === null ? (
        <Notice kind="plain">{t('expos.floor_not_measured')}</Notice>
      ) : (
        <>
          <Finder {...{ plan, shown, search, go }} editionId={id} />
          <FloorMap
            label={t('expos.floor_of_hall', { hall: words })}
            hall={size}
            pieces={pieces}
            chosen={keysOf(shown, search.to)}
            here={
              search.from === undefined
                ? undefined
                : { keys: [...(way?.start === undefined ? keysOf(shown, search.from) : [way.start])], words: t('expos.floor_you_are_here') }
            }
            way={way?.corners}
            mayTurn
            onChoose={(piece) => {
              const to = keyOf(shown.rectangles[Number(piece.key)]);
              if (to !== null) go({ to });
            }}
          />
        </>
      )}
      <Chosen {...{ plan, shown, search, way }} />
      <StandList {...{ shown, go }} title={t('expos.floor_stands_of_hall', { hall: words })} />
    </>
  );
}

const metresOf = ({ width, depth }: { readonly width: number; readonly depth: number }, formats: ReturnType<typeof useFormats>) => ({
  width: formats.number(width / 100),
  depth: formats.number(depth / 100),
});

function HallTabs({ slug, plan, shown }: { readonly slug: string; readonly plan: HallPlan; readonly shown: ShownHall }) {
  const { t } = useText();
  const hallWords = useHallWords();
  if (plan.halls.length < 2) return null;
  return (
    <div className="noprint">
      <Tabs label={t('expos.halls')}>
        {plan.halls.map(({ code }) => (
          <TabLink
            key={code}
            to="/editions/$slug/halls"
            params={{ slug }}
            search={{ hall: code }}
            aria-current={code === shown.hall.code ? 'page' : undefined}
            activeOptions={{ includeSearch: true }}
          >
            {hallWords(code)}
          </TabLink>
        ))}
      </Tabs>
    </div>
  );
}

function CountsOf({ plan, shown }: { readonly plan: HallPlan; readonly shown: ShownHall }) {
  const { t } = useText();
  const hallWords = useHallWords();
  const counts = plan.halls.find(({ code }) => code === shown.hall.code);
  if (counts === undefined) return null;
  const missing = counts.stands + counts.tables - counts.drawn;
  return (
    <>
      {t('expos.floor_sentence', {
        hall: hallWords(shown.hall.code),
        stands: t('expos.stand_count', { count: counts.stands }),
        tables: t('expos.table_count', { count: counts.tables }),
      })}
      {missing > 0 && (
        <>
          <Gap />
          {t('expos.floor_not_drawn', { count: missing })}
        </>
      )}
    </>
  );
}

/** The same in words: every stand of the hall with who exhibits there. */
function StandList({
  shown,
  go,
  title,
}: {
  readonly shown: ShownHall;
  readonly go: (change: FloorSearch) => void;
  readonly title: string;
}) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  if (shown.stands.length === 0) return null;
  return (
    <Section title={title} count={formats.number(shown.stands.length)}>
      <LongDataTable
        caption={title}
        rows={shown.stands}
        rowKey={({ id }) => id}
        columns={[
          { key: 'stand', head: t('expos.stand'), naming: true, nowrap: true, cell: ({ code }) => code },
          {
            key: 'who',
            head: t('expos.exhibitors'),
            cell: ({ exhibitors }) =>
              exhibitors.length === 0 ? (
                <span className="muted">{t('expos.none')}</span>
              ) : (
                formats.list(exhibitors.map(({ name }) => naming(name)))
              ),
          },
          {
            key: 'show',
            head: t('expos.floor_show'),
            silent: true,
            end: true,
            cell: ({ code }) => (
              <button
                type="button"
                className="linkish noprint"
                aria-label={t('expos.floor_show_named', { code })}
                onClick={() => {
                  go({ to: `stand-${code}` });
                  window.scrollTo({ top: 0 });
                }}
              >
                {t('expos.floor_show')}
              </button>
            ),
          },
        ]}
      />
    </Section>
  );
}
