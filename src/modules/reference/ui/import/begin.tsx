// The beginning of an import: a file chosen or dropped, with a second one that names what it numbers; or Wikidata asked now.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { FileField } from '#design/fields/file-field.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Progress } from '#design/notices/waiting.tsx';
import { referenceApi, referenceQueries } from '../client.ts';
import type { ReferenceSet } from '../places/answers.ts';
import { AskWikidata } from '../places/ask-wikidata.tsx';
import { useCodeWords } from '../code-words.ts';

const ways = ['file', 'wikidata'] as const;
type Way = (typeof ways)[number];

export function ImportBegin({ set }: { readonly set: ReferenceSet }) {
  const { t } = useText();
  const [way, setWay] = useState<Way>('file');
  return (
    <Section title={t('reference.where_from')}>
      <ChoiceField
        name="way"
        label={t('reference.way')}
        options={ways.map((one) => ({ value: one, text: t(`reference.way_${one}`) }))}
        value={way}
        onChange={setWay}
      />
      {way === 'file' ? <Upload set={set} /> : <AskWikidata set={set} />}
    </Section>
  );
}

const BIGGEST = 20_000_000;

function Upload({ set }: { readonly set: ReferenceSet }) {
  const { t } = useText();
  const formats = useFormats();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const words = useCodeWords();
  const action = useAction();
  const [file, setFile] = useState<File | null>(null);
  const [names, setNames] = useState<File | null>(null);
  const [stopping, setStopping] = useState<AbortController | null>(null);
  const tooLarge = [file, names].some((one) => one !== null && one.size > BIGGEST);
  const send = (chosen: File) => {
    const abort = new AbortController();
    setStopping(abort);
    void action.run(async () => {
      const input = { setId: set.id, file: chosen, ...(names === null ? {} : { names }) };
      try {
        const { id } = await referenceApi.beginReferenceImport(input, { signal: abort.signal });
        await queryClient.invalidateQueries({ queryKey: referenceQueries.key() });
        await navigate({ to: '/reference/$set/import', params: { set: set.id }, search: { import: id } });
      } catch (error) {
        if (!abort.signal.aborted) throw error;
      }
    });
  };
  return (
    <>
      <FileField
        name="file"
        label={t('reference.choose_file')}
        hint={t('reference.file_hint')}
        accept=".csv,.tsv,.txt,.xlsx,.json"
        onChange={setFile}
      />
      <details className="spaced">
        <summary>{t('reference.second_file')}</summary>
        <p className="note">{t('reference.second_file_hint')}</p>
        <FileField name="names" label={t('reference.choose_names')} accept=".csv,.tsv,.txt,.xlsx" onChange={setNames} />
      </details>
      {tooLarge && <Notice kind="refused">{t('reference.file_too_large', { most: formats.size(BIGGEST) })}</Notice>}
      {action.trouble !== null && (
        <Notice kind="refused" live heading={action.trouble.message}>
          {action.trouble.problems.map(({ code, message }) => (
            <p key={code}>{message === '' ? words(code) : message}</p>
          ))}
        </Notice>
      )}
      {action.busy ? (
        <Progress sentence={t('reference.sending', { file: file?.name ?? '' })} onCancel={() => stopping?.abort()} />
      ) : (
        <Buttons after>
          <Button
            kind={file === null || tooLarge ? 'plain' : 'go'}
            aria-disabled={file === null || tooLarge || undefined}
            onPress={() => {
              if (file !== null && !tooLarge) send(file);
            }}
          >
            {t('reference.read_file')}
          </Button>
          <span className="note">{t('reference.nothing_changes_yet')}</span>
        </Buttons>
      )}
    </>
  );
}
