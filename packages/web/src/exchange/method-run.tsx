import { Button } from '../controls/button.tsx';
import { t } from '../strings/strings.ts';
import type { useMethod } from './use-method.ts';

interface MethodRunProps {
  readonly running: ReturnType<typeof useMethod>['running'];
  readonly budgetMs: number;
  readonly label: string;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

/** The button that starts a method, how far it is and the way to stop it, or why it could not be run. */
export function MethodRun({ running, budgetMs, label, onStart, onCancel }: MethodRunProps) {
  return (
    <>
      {running.state === 'running' ? (
        <div className="planning" role="status">
          <progress max={budgetMs} value={running.elapsedMs} aria-label={t('exchange.planning')} />
          <Button onPress={onCancel}>{t('form.cancel')}</Button>
        </div>
      ) : (
        <Button look="main" onPress={onStart}>
          {label}
        </Button>
      )}
      {running.state === 'fault' && (
        <p className="problem" role="alert">
          {running.message}; {running.cure}
        </p>
      )}
    </>
  );
}
