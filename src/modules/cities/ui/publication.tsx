// What everybody will read, beside what they read now; then published, or taken back.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, queries } from '#client/api.ts';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Button } from '#design/button.tsx';
import { Dialog } from '#design/dialog.tsx';
import { Notice } from '#design/notice.tsx';
import { Skeleton } from '#design/waiting.tsx';
import { useToast } from '#design/toast.tsx';
import type { ProfileEntry, PublishedEntry } from '../contract/profile.ts';
import './profile.css';

export function Publication({ entry, onClose }: { readonly entry: ProfileEntry; readonly onClose: () => void }) {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const { data, error } = useQuery(
    queries().cities.previewProfileEntry.queryOptions({ input: { entryId: entry.id }, staleTime: 0, gcTime: 0 }),
  );
  const isOut = entry.state === 'published';
  const change = (version: number) =>
    action.run(async () => {
      const input = { entryId: entry.id };
      const context = { ifMatch: version };
      try {
        await (isOut ? api().cities.unpublishProfileEntry(input, { context }) : api().cities.publishProfileEntry(input, { context }));
        toast({ text: t(isOut ? 'cities.taken_back' : 'cities.published') });
        onClose();
      } finally {
        await queryClient.invalidateQueries({ queryKey: queries().cities.key() });
      }
    });
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t(isOut ? 'cities.publication' : 'cities.becomes_public')}
      actions={
        <>
          {data !== undefined && (
            <Button kind={isOut ? 'plain' : 'go'} busy={action.busy} onPress={() => void change(data.version)}>
              {t(isOut ? 'cities.take_back' : 'cities.publish')}
            </Button>
          )}
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
          </Button>
        </>
      }
    >
      {action.trouble !== null && (
        <Notice kind="refused" live>
          {action.trouble.message}
        </Notice>
      )}
      {error !== null && <Notice kind="refused">{troubleOf(error).message}</Notice>}
      {data === undefined && error === null && <Skeleton lines={4} />}
      {data !== undefined && (
        <>
          <p className="note">
            {t(isOut ? 'cities.everybody_reads' : data.now === null ? 'cities.nothing_public_yet' : 'cities.replaces_public')}
          </p>
          <InEachLanguage entry={data.becomes} />
          {!isOut && data.now !== null && (
            <details>
              <summary>{t('cities.public_now')}</summary>
              <InEachLanguage entry={data.now} />
            </details>
          )}
        </>
      )}
    </Dialog>
  );
}

/** The whole text in every language it has: a preview that falls back would hide one. */
function InEachLanguage({ entry }: { readonly entry: Pick<PublishedEntry, 'kind' | 'domain' | 'title' | 'body'> }) {
  const { t } = useText();
  const formats = useFormats();
  const tags = [...new Set([...Object.keys(entry.title), ...Object.keys(entry.body)])];
  return (
    <>
      <p className="note">
        {t(`cities.entry_${entry.kind}`)}
        {entry.domain !== null && ` · ${t(`cities.domain_${entry.domain}`)}`}
      </p>
      {tags.map((tag) => (
        <article key={tag}>
          <p className="note">{formats.languageName(tag)}</p>
          <h3 lang={tag}>{entry.title[tag]?.text ?? t('cities.missing_in_language')}</h3>
          <p className="read prose" lang={tag}>
            {entry.body[tag]?.text ?? t('cities.missing_in_language')}
          </p>
        </article>
      ))}
    </>
  );
}
