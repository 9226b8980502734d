// One entry of a profile: as readers will see it in both languages, who reads it before it is published, and everything that was done with it.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonLink, Buttons } from '#design/button.tsx';
import { InLanguage } from '#design/in-language.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Columns, Gap, Section, Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { languages, writing, type Language } from '#kernel/language.ts';
import type { City } from '../../contract.ts';
import type { ProfileEntry } from '../../contract/profile.ts';
import { citiesQueries } from '../client.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryHistory } from './entry-history.tsx';
import { EntryReview } from './entry-review.tsx';
import { Told } from './sections.tsx';
import './profile.css';

/** Address: `/cities/<slug>/profile/<id of the entry>`. */
export function EntryPage() {
  const { t } = useText();
  const { slug = '', entry: entryId = '' } = useParams({ strict: false });
  const city = useQuery(citiesQueries.getCity.queryOptions({ input: { city: slug } }));
  const cityId = city.data?.id ?? '';
  const entries = useQuery({
    ...citiesQueries.listProfileEntries.queryOptions({ input: { cityId } }),
    enabled: city.data !== undefined,
  });
  const error = city.error ?? entries.error;
  if (error !== null && entries.data === undefined) throw error;
  if (city.data === undefined || entries.data === undefined) return <Skeleton label={t('cities.profile')} lines={8} />;
  const entry = entries.data.entries.find(({ id }) => id === entryId);
  return entry === undefined ? <NotThere slug={slug} /> : <Entry city={city.data} entry={entry} />;
}

function NotThere({ slug }: { readonly slug: string }) {
  const { t } = useText();
  return (
    <>
      <Title title={t('cities.entry_not_there')} />
      <Empty
        heading={t('cities.entry_not_there')}
        actions={
          <ButtonLink to="/cities/$slug/profile" params={{ slug }}>
            {t('cities.edit_profile')}
          </ButtonLink>
        }
      >
        {t('cities.entry_not_found')}
      </Empty>
    </>
  );
}

function Entry({ city, entry }: { readonly city: City; readonly entry: ProfileEntry }) {
  const { t } = useText();
  const naming = useNaming();
  const [editing, setEditing] = useState(false);
  const facts = [t(`cities.entry_${entry.kind}`), ...(entry.domain === null ? [] : [t(`cities.domain_${entry.domain}`)])];
  return (
    <>
      <Title
        title={naming(entry.title)}
        crumb={
          <Link to="/cities/$slug/profile" params={{ slug: city.slug }}>
            {t('cities.profile_of', { city: naming(city.name) })}
          </Link>
        }
        note={facts.join(' · ')}
      >
        <Named text={entry.title} />
      </Title>
      <p>
        <VisibilityMark visibility={entry.state === 'draft' ? 'private' : 'public'}>{t(`cities.state_${entry.state}`)}</VisibilityMark>{' '}
        <WrittenBy entry={entry} />
      </p>
      <CallEnding entry={entry} />
      <Section
        title={t('cities.as_readers')}
        aside={
          <Link to="/cities/$slug/preview" params={{ slug: city.slug }} search={{ entry: entry.id }}>
            {t('cities.whole_page')}
          </Link>
        }
      >
        <p className="note">{t('cities.as_readers_note')}</p>
        <Columns>
          {languages.map((language) => (
            <AsReaders key={language} language={language} entry={entry} />
          ))}
        </Columns>
        {city.mayEdit && (
          <Buttons after>
            <Button onPress={() => setEditing(true)}>{t('cities.edit')}</Button>
          </Buttons>
        )}
      </Section>
      {city.mayEdit && <EntryReview entry={entry} />}
      <EntryHistory entry={entry} mayEdit={city.mayEdit} />
      {editing && <EntryDialog cityId={city.id} office={city.steward.id} entry={entry} onClose={() => setEditing(false)} />}
    </>
  );
}

function WrittenBy({ entry: { writtenBy, textVersion, updatedAt } }: { readonly entry: ProfileEntry }) {
  const { t } = useText();
  const formats = useFormats();
  const told = { number: textVersion, day: formats.entryDay(updatedAt) };
  if (writtenBy === null) return t('cities.written_on', told);
  const name = writtenBy.isReader ? t('cities.you') : (writtenBy.name ?? t('cities.left_office'));
  return t('cities.written_by', { ...told, name });
}

/** The entry as readers of one language see it; what is missing in it is said above. */
function AsReaders({ language, entry }: { readonly language: Language; readonly entry: ProfileEntry }) {
  const { t } = useText();
  const name = t(`design.language_${writing[language].suffix}`);
  const [hasTitle, hasBody] = [entry.title[language] !== undefined, entry.body[language] !== undefined];
  const missing = hasTitle ? (hasBody ? null : 'body') : hasBody ? 'title' : 'both';
  return (
    <Section span={6} title={name}>
      {missing !== null && <Notice kind="plain">{t(`cities.preview_missing_${missing}`, { language: name })}</Notice>}
      <InLanguage language={language}>
        <div className="told">
          <Told entry={entry} />
        </div>
      </InLanguage>
    </Section>
  );
}

/** Days before its last one on which the office is told. */
const soonDays = 30;
const dayAfter = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A call that is over, or soon will be, says so to its office; to let it end is no fault. */
export function CallEnding({ entry: { sought, state } }: { readonly entry: ProfileEntry }) {
  const { t } = useText();
  const formats = useFormats();
  if (sought === null || state === 'draft' || sought.until > dayAfter(soonDays)) return null;
  const day = formats.day(sought.until);
  return (
    <Notice kind="plain">
      {sought.until < dayAfter(0) ? t('cities.call_ended', { day }) : t('cities.call_ends', { day })}
      <Gap />
    </Notice>
  );
}
