import '../../packages/web/src/style/fonts.css';
import '../../packages/web/src/style/tokens.css';
import '../../packages/web/src/style/base.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type Draft, draftOf, emptyDraft } from '../../packages/web/src/maps/canvas/draft.ts';
import { MapCanvas } from '../../packages/web/src/maps/canvas/map-canvas.tsx';
import type { MapCanvasProps } from '../../packages/web/src/maps/canvas/types.ts';
import { direction, locale } from '../../packages/web/src/strings/strings.ts';

document.documentElement.lang = locale;
document.documentElement.dir = direction;

type Given = Omit<MapCanvasProps, 'draft' | 'onDraft' | 'selectedId' | 'onSelect'> & {
  drawing?: 'zone' | 'line' | { shape: 'zone' | 'line'; coordinates: unknown };
};

/** The map drawing by itself, with what `/given.json` says. */
function Page({ drawing, ...given }: Given) {
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft | undefined>(
    drawing === undefined ? undefined : typeof drawing === 'string' ? emptyDraft(drawing) : draftOf(drawing.shape, drawing.coordinates),
  );
  return <MapCanvas {...given} {...{ selectedId, draft }} onSelect={setSelectedId} onDraft={setDraft} />;
}

const given = (await (await fetch(`/given.json${window.location.search}`)).json()) as Given;
createRoot(document.getElementById('root') as HTMLElement).render(<Page {...given} />);
