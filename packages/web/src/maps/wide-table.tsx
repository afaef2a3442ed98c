import type { ReactNode } from 'react';

/** A table that may be wider than the page: it is moved sideways by finger, wheel or, once it has the focus, by the arrow keys. */
export function WideTable({ name, children }: { name: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keys do not reach what is beyond the edge
    <section className="wide-table" aria-label={name} tabIndex={0}>
      {children}
    </section>
  );
}
