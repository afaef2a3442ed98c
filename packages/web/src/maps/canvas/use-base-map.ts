import { useEffect, useState } from 'react';
import near from 'world-atlas/countries-10m.json?url';
import overview from 'world-atlas/countries-50m.json?url';
import type { BaseDetail, BaseRequest } from './base-plan.ts';
import type { BaseAnswer, BaseMap } from './base-worker.ts';
import type { Plane } from './plane.ts';

const URLS: Readonly<Record<BaseDetail, string>> = { '50m': overview, '10m': near };

export type Base = BaseMap & { readonly detail: BaseDetail };

/**
 * The base map in a plane: the overview first, so that there is something soon, then the detail that is asked for.
 * Both are files of the app, from the server that the app is from. Null until there is one.
 */
export function useBaseMap(plane: Plane, detail: BaseDetail): { readonly base: Base | null; readonly fault: string | null } {
  const [known, setKnown] = useState<{ plane: Plane; bases: ReadonlyMap<BaseDetail, Base>; fault: string | null }>(nothingYet(plane));
  const [worker, setWorker] = useState<Worker | null>(null);
  useEffect(() => {
    const started = new Worker(new URL('./base-worker.ts', import.meta.url), { type: 'module' });
    setWorker(started);
    return () => started.terminate();
  }, []);

  const current = known.plane === plane ? known : nothingYet(plane);
  const lacking = (['50m', detail] as const).find((one) => !current.bases.has(one));
  const isFaulty = current.fault !== null;
  useEffect(() => {
    if (worker === null || lacking === undefined || isFaulty) return;
    const take = ({ data }: MessageEvent<BaseAnswer>): void =>
      setKnown((before) => {
        const { bases } = before.plane === plane ? before : nothingYet(plane);
        if ('fault' in data) return { plane, bases, fault: data.fault };
        return { plane, bases: new Map(bases).set(lacking, { ...data.base, detail: lacking }), fault: null };
      });
    // Each question has an answering port of its own, so that a late answer is not taken for another one.
    let isLate = false;
    const listener = (event: MessageEvent<BaseAnswer>) => !isLate && take(event);
    const channel = new MessageChannel();
    channel.port1.onmessage = listener;
    worker.postMessage(
      { detail: lacking, url: new URL(URLS[lacking], window.location.href).href, spec: plane.spec } satisfies BaseRequest,
      [channel.port2],
    );
    return () => {
      isLate = true;
      channel.port1.close();
    };
  }, [worker, lacking, plane, isFaulty]);
  return { base: current.bases.get(detail) ?? current.bases.get('50m') ?? null, fault: current.fault };
}

function nothingYet(plane: Plane): { plane: Plane; bases: ReadonlyMap<BaseDetail, Base>; fault: string | null } {
  return { plane, bases: new Map(), fault: null };
}
