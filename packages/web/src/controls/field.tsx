import { type KeyboardEvent, type ReactNode, useId } from 'react';

interface FieldFrame {
  readonly label: string;
  /** A line below: what may be written there. */
  readonly hint?: string | undefined;
  /** What is wrong with what stands there. */
  readonly problem?: string | null | undefined;
}

interface TextFieldProps extends FieldFrame {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly name?: string;
  readonly type?: 'text' | 'password' | 'number';
  readonly placeholder?: string;
  readonly required?: boolean;
  /** What people said or are called: shown from the side that its script begins on. */
  readonly said?: boolean;
  /** More than one line of this many. */
  readonly rows?: number;
  readonly autoFocus?: boolean;
  /** Enter in the field does this, and does not send the form. */
  readonly onEnter?: () => void;
}

export function TextField({
  label,
  hint,
  problem,
  value,
  onChange,
  type = 'text',
  said,
  rows,
  autoFocus,
  onEnter,
  ...rest
}: TextFieldProps) {
  const id = useId();
  const shared = {
    ...rest,
    id,
    value,
    className: said ? 'input said' : 'input',
    'aria-describedby': hint || problem ? `${id}-more` : undefined,
    'aria-invalid': problem ? true : undefined,
    ...(said && { dir: 'auto' }),
    onKeyDown: (event: KeyboardEvent) => {
      if (onEnter === undefined || event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      onEnter();
    },
    // A form that opens on the user's demand puts the cursor where they will write.
    ref: (element: HTMLElement | null) => {
      if (autoFocus && element && !element.dataset.focusedOnce) {
        element.dataset.focusedOnce = 'yes';
        element.focus();
      }
    },
  };
  return (
    <Frame id={id} label={label} hint={hint} problem={problem}>
      {rows === undefined ? (
        <input {...shared} type={type} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      ) : (
        <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      )}
    </Frame>
  );
}

interface SelectFieldProps<T extends string> extends FieldFrame {
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly name?: string;
  readonly disabled?: boolean;
}

export function SelectField<T extends string>({ label, hint, problem, value, onChange, options, name, disabled }: SelectFieldProps<T>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} problem={problem}>
      <select
        id={id}
        className="input"
        name={name}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

interface CheckFieldProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function CheckField({ label, checked, onChange }: CheckFieldProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} /> {label}
    </label>
  );
}

function Frame({ id, label, hint, problem, children }: FieldFrame & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {(hint || problem) && (
        <small id={`${id}-more`} className={problem ? 'problem' : undefined}>
          {problem ?? hint}
        </small>
      )}
    </div>
  );
}
