import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** `main` for the one thing to do next, `quiet` for one without a border. */
  readonly look?: 'main' | 'plain' | 'quiet';
  /** The key that does the same, shown beside the words. */
  readonly keyHint?: string;
  readonly children: ReactNode;
}

export function Button({ look = 'plain', keyHint, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button ${look}`}>
      {children}
      {keyHint && (
        <span className="kbd" aria-hidden="true">
          {keyHint}
        </span>
      )}
    </AriaButton>
  );
}
