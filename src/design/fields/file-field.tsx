// A file chosen or dropped; says what was taken before anything is done with it.
import { useRef, useState, type DragEvent } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useFieldId } from './field-id.ts';
import { useFieldProblem } from './form.tsx';
import type { FieldProps } from './field.tsx';

export type FileFieldProps = Omit<FieldProps, 'optional'> & {
  /** As the native attribute: '.xlsx,.csv,.dzn'. */
  readonly accept?: string;
  readonly onChange?: (file: File | null) => void;
  /** What is being done with the chosen file. */
  readonly doing?: string | undefined;
};

export function FileField({ name, label, hint, error, accept, onChange, doing }: FileFieldProps) {
  const fieldId = useFieldId();
  const { t } = useText();
  const formats = useFormats();
  const [over, setOver] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const problem = useFieldProblem(name);
  const message = error ?? problem;
  const id = fieldId(name);

  const take = (taken: File | null) => {
    setFile(taken);
    onChange?.(taken);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length === 0 || input.current === null) return;
    input.current.files = event.dataTransfer.files;
    take(event.dataTransfer.files[0] ?? null);
  };
  return (
    <div className={message === undefined ? undefined : 'field bad'}>
      <div
        className={over ? 'filedrop over' : 'filedrop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label className="lbl" htmlFor={id}>
          {label}
        </label>
        <input
          ref={input}
          type="file"
          id={id}
          name={name}
          accept={accept}
          aria-describedby={`${id}-hint`}
          aria-invalid={message === undefined ? undefined : true}
          onChange={(event) => take(event.target.files?.[0] ?? null)}
        />
        <p className="note" id={`${id}-hint`}>
          {file === null ? (hint ?? t('design.file_choose')) : t('design.file_chosen', { name: file.name, size: formats.size(file.size) })}
        </p>
        {doing !== undefined && (
          <p className="note" role="status">
            {doing}
          </p>
        )}
      </div>
      {message !== undefined && <p className="err">{message}</p>}
    </div>
  );
}
