// Publishing: what becomes public is shown first, and what is kept back is counted.
import { useState } from 'react';
import { useRead } from '#client/use-read.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, Buttons, ButtonLink } from '#design/button.tsx';
import { LongDataTable } from '#design/long-data-table.tsx';
import { Unknown, VisibilityMark } from '#design/marks.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Columns, Note, Section, Sentence } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Named } from '#design/named.tsx';
import { zoneName } from '#kernel/zone-names.ts';
import type { Edition } from '../../contract/edition.ts';
import type { Listing } from '../../contract/roster.ts';
import { exposApi, exposQueries } from '../client.ts';
import { useSetupEdition } from '../setup-page.tsx';

type Preview = Awaited<ReturnType<(typeof exposApi)['previewPublication']>>;

const SHOWN = 50;

export function PublishPage() {
  const edition = useSetupEdition();
  const data = useRead(exposQueries.previewPublication.queryOptions({ input: { editionId: edition.id }, staleTime: 0 }));
  if (data === undefined) return <Skeleton lines={8} />;
  return <Shown edition={edition} preview={data} />;
}

function Shown({ edition, preview }: { readonly edition: Edition; readonly preview: Preview }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(exposQueries.key());
  const editionId = edition.id;
  const withdraw = (ifMatch: number) => exposApi.unpublishEdition({ editionId }, { context: { ifMatch } });
  const takeBack = () => void keep(() => withdraw(preview.version), { said: t('expos.taken_back') });
  const publish = () =>
    void keep(() => exposApi.publishEdition({ editionId, digest: preview.digest }, { context: { ifMatch: preview.version } }), {
      said: t('expos.published'),
      undo: ({ version }) => withdraw(version),
    });
  const isPublic = edition.publishedAt !== null;
  const { keptBack } = preview;
  return (
    <>
      <Section title={t('expos.publication')} aside={<VisibilityMark visibility={isPublic ? 'public' : 'private'} />}>
        <Sentence>{t(isPublic ? 'expos.publish_sentence_public' : 'expos.publish_sentence')}</Sentence>
        <TroubleNotice trouble={action.trouble} />
        <Buttons>
          {isPublic ? (
            <Button busy={action.busy} onPress={takeBack}>
              {t('expos.take_back')}
            </Button>
          ) : (
            edition.archivedAt === null && (
              <Button kind="go" busy={action.busy} onPress={publish}>
                {t('expos.publish')}
              </Button>
            )
          )}
          <ButtonLink kind="text" to="/editions/$slug" params={{ slug: edition.slug }}>
            {t('expos.public_page')}
          </ButtonLink>
        </Buttons>
      </Section>
      <Columns>
        <Section title={t('expos.becomes_public')} span={6}>
          <PublicFacts edition={edition} preview={preview} />
        </Section>
        <Section title={t('expos.stays_private')} span={6}>
          <ul className="plainlist">
            <li>{t('expos.private_buyers', { count: keptBack.buyers })}</li>
            {keptBack.exhibitors > 0 && <li>{t('expos.private_exhibitors', { count: keptBack.exhibitors })}</li>}
            <li>{t('expos.private_planning')}</li>
            <li>{t('expos.private_people')}</li>
          </ul>
        </Section>
      </Columns>
      <PublicExhibitors exhibitors={preview.exhibitors} />
      {!isPublic && <Archive edition={edition} />}
    </>
  );
}

/** For an edition that was added by mistake, or of which nothing comes. */
function Archive({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(exposQueries.key());
  const set = (archived: boolean, ifMatch: number) => exposApi.updateEdition({ editionId: edition.id, archived }, { context: { ifMatch } });
  const isArchived = edition.archivedAt !== null;
  const press = () =>
    void keep(() => set(!isArchived, edition.version), {
      said: t(isArchived ? 'expos.brought_back' : 'expos.archived_now'),
      undo: ({ version }) => set(isArchived, version),
    });
  return (
    <Section title={t('expos.archive')}>
      <Sentence>{t(isArchived ? 'expos.is_archived' : 'expos.archive_sentence')}</Sentence>
      <TroubleNotice trouble={action.trouble} />
      <Buttons>
        <Button busy={action.busy} onPress={press}>
          {t(isArchived ? 'expos.bring_back' : 'expos.archive_edition')}
        </Button>
      </Buttons>
    </Section>
  );
}

function PublicFacts({ edition, preview }: { readonly edition: Edition; readonly preview: Preview }) {
  const { t } = useText();
  const formats = useFormats();
  const values = {
    name: <Named text={edition.name} />,
    expo: edition.expo === null ? null : <Named text={edition.expo.name} />,
    organiser: <Named text={edition.organiserName} />,
    venue: <Named text={edition.venue} />,
    description: edition.description === null ? <Unknown>{t('expos.none')}</Unknown> : <Named text={edition.description} />,
    website: edition.website ?? <Unknown>{t('expos.none')}</Unknown>,
    firstDay: formats.day(edition.firstDay),
    lastDay: formats.day(edition.lastDay),
    timeZone: t('design.venue_time', { zone: zoneName(edition.timeZone, formats.language) }),
  };
  const labels = {
    name: t('expos.name'),
    expo: t('expos.expo'),
    organiser: t('expos.organiser'),
    venue: t('expos.venue'),
    description: t('expos.description'),
    website: t('expos.website'),
    firstDay: t('expos.first_day'),
    lastDay: t('expos.last_day'),
    timeZone: t('expos.time_zone'),
  };
  const { counts } = preview;
  return (
    <Facts
      entries={[
        ...preview.fields.map((field) => ({ term: labels[field], value: values[field] })),
        { term: t('expos.exhibitors'), value: formats.number(counts.exhibitors) },
        { term: t('expos.stands'), value: formats.number(counts.stands) },
        { term: t('expos.slots'), value: formats.number(counts.slots) },
        { term: t('expos.tables'), value: formats.number(counts.tables) },
      ]}
    />
  );
}

function PublicExhibitors({ exhibitors }: { readonly exhibitors: readonly Listing[] }) {
  const { t } = useText();
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const shown = all ? exhibitors : exhibitors.slice(0, SHOWN);
  const rest = exhibitors.length - shown.length;
  return (
    <Section
      title={t('expos.public_exhibitors')}
      count={formats.number(exhibitors.length)}
      aside={<Note>{t('expos.public_exhibitors_note')}</Note>}
    >
      {exhibitors.length === 0 ? (
        <p className="muted">{t('expos.no_exhibitors_text')}</p>
      ) : (
        <LongDataTable
          caption={t('expos.public_exhibitors')}
          rows={shown}
          rowKey={({ participantId }) => participantId}
          columns={[
            { key: 'name', head: t('expos.exhibitor'), naming: true, cell: ({ name }) => <Named text={name} quiet /> },
            {
              key: 'country',
              head: t('expos.country'),
              cell: ({ country }) => (country === null ? <Unknown /> : formats.countryName(country)),
            },
            { key: 'city', head: t('expos.city'), cell: ({ city }) => city ?? <Unknown /> },
            { key: 'hall', head: t('expos.hall'), cell: ({ hall }) => (hall === null || hall === '' ? <Unknown /> : hall) },
            { key: 'stand', head: t('expos.stand'), cell: ({ standCode }) => standCode ?? <Unknown>{t('expos.none')}</Unknown> },
          ]}
        />
      )}
      {rest > 0 && (
        <p className="after">
          <Button kind="text" onPress={() => setAll(true)}>
            {t('design.more_count', { count: rest })}
          </Button>
        </p>
      )}
    </Section>
  );
}
