import { useEffect } from 'react';
import { eventsAddress } from './client.ts';
import { refreshCase } from './queries.ts';

/** Asks anew for what is shown whenever entries come, from here or from another process. */
export function useLiveUpdates(caseId: string): void {
  useEffect(() => {
    const events = new EventSource(eventsAddress(caseId));
    let opened = false;
    const refresh = () => void refreshCase(caseId);
    events.addEventListener('entries', refresh);
    // What came while the line was down was not told.
    events.addEventListener('open', () => {
      if (opened) refresh();
      opened = true;
    });
    return () => events.close();
  }, [caseId]);
}
