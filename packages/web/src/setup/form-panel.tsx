import type { ReactNode } from 'react';
import { Button } from '../controls/button.tsx';
import { SidePanel } from '../controls/side-panel.tsx';
import { t } from '../strings/strings.ts';

interface FormPanelProps {
  readonly title: string;
  readonly subject: string;
  readonly isNew: boolean;
  /** Why it cannot be recorded yet; null where it can. */
  readonly problem: string | null;
  readonly onSave: () => void;
  readonly onRemove?: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form beside the setup, with its buttons. */
export function FormPanel({ title, subject, isNew, problem, onSave, onRemove, onClose, children }: FormPanelProps) {
  return (
    <SidePanel title={title} subject={subject} onClose={onClose} takesFocus={!isNew}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (problem === null) onSave();
        }}
      >
        {children}
        <div className="actions">
          <Button type="submit" look="main" isDisabled={problem !== null}>
            {isNew ? t('form.add') : t('form.save')}
          </Button>
          <Button onPress={onClose}>{isNew ? t('form.done') : t('form.cancel')}</Button>
          {!isNew && onRemove && (
            <Button look="quiet" onPress={onRemove}>
              {t('form.remove')}
            </Button>
          )}
        </div>
        {problem && <small>{problem}</small>}
      </form>
    </SidePanel>
  );
}
