import { useLingui } from '@lingui/react';
import { useId, useState } from 'react';
import { useFormats } from '../i18n/format.ts';
import { Icon } from './icon.tsx';
import type { FieldWords } from './field.tsx';
import field from './field.module.css';
import styles from './file-field.module.css';

export interface FileFieldProps extends FieldWords {
  onChange: (files: File[]) => void;
  /** Types as in the HTML `accept` attribute. */
  accept?: string;
  multiple?: boolean;
  name?: string;
}

/** One or more files, chosen or dropped. Nothing leaves the browser before the form is sent. */
export function FileField({
  label,
  hint,
  optional,
  error,
  onChange,
  multiple,
  ...rest
}: FileFieldProps) {
  const { _ } = useLingui();
  const { size } = useFormats();
  const id = useId();
  const [files, setFiles] = useState<File[]>([]);
  return (
    <div className={field.field}>
      <label htmlFor={id} className={field.label}>
        {label}
        {optional && <span className={field.optional}>{_('optional')}</span>}
      </label>
      {hint && (
        <span id={`${id}-hint`} className={field.hint}>
          {hint}
        </span>
      )}
      <input
        {...rest}
        id={id}
        type="file"
        multiple={multiple}
        required={!optional}
        aria-invalid={Boolean(error)}
        aria-describedby={`${id}-hint ${id}-error`}
        className={styles.input}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          setFiles(chosen);
          onChange(chosen);
        }}
      />
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file) => (
            <li key={`${file.name}:${file.size}:${file.lastModified}`}>
              <Icon name="file" />
              <bdi>{file.name}</bdi>
              <span className={field.hint}>{size(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
      {error && (
        <span id={`${id}-error`} className={field.error}>
          <Icon name="stop" />
          {error}
        </span>
      )}
    </div>
  );
}
