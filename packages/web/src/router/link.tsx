import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { navigate } from './location.ts';
import { formatPlace, type Place } from './place.ts';

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly to: Place | string;
}

/** A link within the app: a real address, followed without loading the page anew. */
export function Link({ to, onClick, children, ...rest }: LinkProps) {
  const href = typeof to === 'string' ? to : formatPlace(to);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}
