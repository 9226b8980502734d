// Pictures and papers of a company as everybody who takes part sees them; whoever may change them describes and removes them here.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { filledText, MultilingualField } from '#design/fields/multilingual-field.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Named, useNaming } from '#design/named.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import type { ProfileFileShown } from '../../contract/profile-files.ts';
import { exposApi, exposQueries } from '../client.ts';
import './files.css';

export interface OfCompany {
  readonly editionId: string;
  readonly participantId: string;
}

interface FilesProps {
  readonly ids: OfCompany;
  readonly files: readonly ProfileFileShown[];
  readonly mayChange: boolean;
}

type Asked = { readonly kind: 'describe' | 'remove'; readonly file: ProfileFileShown } | null;

const addressOf = ({ editionId, participantId }: OfCompany, { id }: ProfileFileShown): string =>
  `/api/v1/editions/${editionId}/participants/${participantId}/files/${id}`;

export function Files({ ids, files, mayChange }: FilesProps) {
  const [asked, setAsked] = useState<Asked>(null);
  const pictures = files.filter(({ kind }) => kind === 'picture');
  const papers = files.filter(({ kind }) => kind === 'paper');
  const shown = { ids, mayChange, onAsk: setAsked };
  return (
    <>
      {pictures.length > 0 && (
        <ul className="pictures">
          {pictures.map((file) => (
            <li key={file.id}>
              <PictureOf file={file} {...shown} />
            </li>
          ))}
        </ul>
      )}
      {papers.length > 0 && (
        <ul className="papers">
          {papers.map((file) => (
            <li key={file.id}>
              <PaperOf file={file} {...shown} />
            </li>
          ))}
        </ul>
      )}
      {asked?.kind === 'describe' && <Describe ids={ids} file={asked.file} onClose={() => setAsked(null)} />}
      {asked?.kind === 'remove' && <Remove ids={ids} file={asked.file} onClose={() => setAsked(null)} />}
    </>
  );
}

interface FileProps {
  readonly ids: OfCompany;
  readonly file: ProfileFileShown;
  readonly mayChange: boolean;
  readonly onAsk: (asked: Asked) => void;
}

/** Which one is meant, where several buttons are called alike. */
function useCalled() {
  const { t } = useText();
  const naming = useNaming();
  return (file: ProfileFileShown): string =>
    Object.keys(file.words).length === 0 ? t('expos.file_called', { name: file.name }) : naming(file.words);
}

function Ways({ file, onAsk }: Pick<FileProps, 'file' | 'onAsk'>) {
  const { t } = useText();
  const called = useCalled();
  return (['describe', 'remove'] as const).map((kind, at) => (
    <span key={kind}>
      {at > 0 && ' · '}
      <TextAction aria-label={`${t(`expos.file_${kind}`)}: ${called(file)}`} onPress={() => onAsk({ kind, file })}>
        {t(`expos.file_${kind}`)}
      </TextAction>
    </span>
  ));
}

function PictureOf({ ids, file, mayChange, onAsk }: FileProps) {
  const { t } = useText();
  const naming = useNaming();
  const isDescribed = Object.keys(file.words).length > 0;
  return (
    <>
      <a href={addressOf(ids, file)} download={file.name}>
        <img
          src={addressOf(ids, file)}
          alt={isDescribed ? naming(file.words) : t('expos.picture_undescribed')}
          width={file.width ?? undefined}
          height={file.height ?? undefined}
          loading="lazy"
        />
      </a>
      <p>
        {isDescribed ? <Named text={file.words} /> : mayChange && <span className="attention">{t('expos.picture_to_describe')}</span>}{' '}
        {mayChange && <Ways file={file} onAsk={onAsk} />}
      </p>
    </>
  );
}

function PaperOf({ ids, file, mayChange, onAsk }: FileProps) {
  const { t } = useText();
  const formats = useFormats();
  return (
    <>
      <a href={addressOf(ids, file)} download={file.name}>
        {Object.keys(file.words).length === 0 ? file.name : <Named text={file.words} />}
      </a>{' '}
      <span className="muted">{t('expos.paper_size', { size: formats.size(file.size) })}</span>{' '}
      {mayChange && <Ways file={file} onAsk={onAsk} />}
    </>
  );
}

interface OneProps {
  readonly ids: OfCompany;
  readonly file: ProfileFileShown;
  readonly onClose: () => void;
}

function Describe({ ids, file, onClose }: OneProps) {
  const { t } = useText();
  const [words, setWords] = useState(file.words);
  const { keep, ...action } = useKeeping(exposQueries.key());
  const at = { ...ids, fileId: file.id };
  const save = () =>
    void keep(() => exposApi.describeProfileFile({ ...at, words: filledText(words) ?? {} }, { context: { ifMatch: file.version } }), {
      said: t('expos.file_described'),
      undo: ({ version }) => exposApi.describeProfileFile({ ...at, words: file.words }, { context: { ifMatch: version } }),
      after: onClose,
    });
  return (
    <FormDialog title={t('expos.file_describe')} action={action} submit={t('expos.save')} onSubmit={save} onClose={onClose}>
      <MultilingualField
        name="words"
        label={t(file.kind === 'picture' ? 'expos.picture_words' : 'expos.paper_words')}
        hint={t(file.kind === 'picture' ? 'expos.picture_words_hint' : 'expos.paper_words_hint')}
        optional
        value={words}
        onChange={setWords}
      />
    </FormDialog>
  );
}

function Remove({ ids, file, onClose }: OneProps) {
  const { t } = useText();
  const called = useCalled();
  const { keep, ...action } = useKeeping(exposQueries.key());
  const remove = () =>
    void keep(() => exposApi.removeProfileFile({ ...ids, fileId: file.id }, { context: { ifMatch: file.version } }), {
      said: t('expos.file_removed'),
      after: onClose,
    });
  return (
    <Confirm
      open
      onClose={onClose}
      title={t('expos.file_remove_question', { name: called(file) })}
      confirmText={t('expos.file_remove')}
      busy={action.busy}
      onConfirm={remove}
    >
      <p>{t('expos.file_remove_text')}</p>
      <TroubleNotice trouble={action.trouble} />
    </Confirm>
  );
}
