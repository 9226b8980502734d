// What a company shows beside its words: it adds pictures and a paper or two, says what they show, and takes them out again.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { FileField } from '#design/fields/file-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Note, Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { profileLimits } from '../../domain/profile/profile-file.ts';
import { exposApi, exposQueries } from '../client.ts';
import { Files, type OfCompany } from './files.tsx';
import { shrinkPicture } from './shrink-picture.ts';

export function OwnFilesSection({ ids }: { readonly ids: OfCompany }) {
  const { t } = useText();
  const formats = useFormats();
  const data = useRead(exposQueries.listProfileFiles.queryOptions({ input: ids }));
  const counted = { pictures: formats.number(profileLimits.picture), papers: formats.number(profileLimits.paper) };
  return (
    <Section title={t('expos.files_title')} id="files" aside={<Note>{t('expos.files_note', counted)}</Note>}>
      {data === undefined ? (
        <Skeleton lines={3} />
      ) : (
        <>
          {data.entries.length === 0 && <p className="muted">{t('expos.files_none')}</p>}
          <Files ids={ids} files={data.entries} mayChange={data.mayChange} />
          {data.mayChange && <AddFile ids={ids} />}
        </>
      )}
    </Section>
  );
}

/** Kept as soon as it is chosen. */
function AddFile({ ids }: { readonly ids: OfCompany }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(exposQueries.key());
  // A field made anew is empty.
  const [emptied, setEmptied] = useState(0);
  const add = (file: File | null) => {
    if (file === null) return action.clear();
    void keep(async () => exposApi.addProfileFile({ ...ids, file: await shrinkPicture(file) }), {
      said: t('expos.file_added', { name: file.name }),
      after: () => setEmptied(emptied + 1),
    });
  };
  return (
    <FileField
      key={emptied}
      name="file"
      label={t('expos.file_add')}
      hint={t('expos.file_add_hint', { megabytes: profileLimits.paperBytes / 1e6 })}
      accept="image/jpeg,image/png,image/webp,application/pdf"
      error={action.trouble?.problems[0]?.message ?? action.trouble?.message}
      doing={action.busy ? t('expos.file_sending') : undefined}
      onChange={add}
    />
  );
}
