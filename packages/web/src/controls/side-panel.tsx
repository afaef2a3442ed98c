import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { t } from '../strings/strings.ts';
import { Button } from './button.tsx';

interface SidePanelProps {
  readonly title: ReactNode;
  readonly below?: ReactNode;
  readonly onClose: () => void;
  /** Whether the panel takes the focus when it opens or shows something else; `subject` names what it shows. */
  readonly subject: string;
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}

/** Details beside the view, never over it. Escape closes it. */
export function SidePanel({ title, below, onClose, subject, takesFocus = true, children }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useKeys({ close: onClose });
  // Taken while it is drawn up: afterwards the focus is in the panel.
  const cameFrom = useRef(focusedElement());
  const focusedFor = useRef<string | null>(null);
  useEffect(() => {
    if (focusedFor.current === subject) return;
    focusedFor.current = subject;
    if (takesFocus && !heading.current?.closest('aside')?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true });
  }, [subject, takesFocus]);
  // Whoever came by keyboard goes on where they were.
  useEffect(() => {
    const before = cameFrom.current;
    return () => {
      if (document.activeElement === document.body && before?.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside className="panel" aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button look="quiet" keyHint="Esc" onPress={onClose}>
          <span className="visually-hidden">{t('panel.close')}</span>
          <span aria-hidden="true">×</span>
        </Button>
      </header>
      {below && <p className="sub">{below}</p>}
      {children}
    </aside>
  );
}

function focusedElement(): HTMLElement | SVGElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement || activeElement instanceof SVGElement ? activeElement : null;
}
