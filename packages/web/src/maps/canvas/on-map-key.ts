import type { KeyboardEvent } from 'react';
import type { Draft, DraftAction } from './draft.ts';

interface MapKeys {
  /** What is being drawn, if it can be drawn on. */
  readonly draft: Draft | null;
  readonly act: (action: DraftAction) => void;
  readonly addInMiddle: () => void;
  readonly select: (id: string) => void;
  /** To the next shape or the one before; false where there is none. */
  readonly reach: (by: 1 | -1) => boolean;
  /** Moves the picture; false where the key does not. */
  readonly move: (event: KeyboardEvent) => boolean;
}

/** What keys do on the map; the page's own keys are left alone by what was done here. */
export function onMapKey(event: KeyboardEvent, shapeId: string | null, keys: MapKeys): void {
  if (isDone(event, shapeId, keys)) event.preventDefault();
}

function isDone(event: KeyboardEvent, shapeId: string | null, keys: MapKeys): boolean {
  const { key } = event;
  if (key === 'PageDown' || key === 'PageUp') return keys.reach(key === 'PageDown' ? 1 : -1);
  if (keys.draft !== null) return isDrawn(event, keys.draft, keys) || keys.move(event);
  if ((key === 'Enter' || key === ' ') && shapeId !== null) {
    keys.select(shapeId);
    return true;
  }
  return keys.move(event);
}

function isDrawn({ key, ctrlKey, metaKey, shiftKey, target, currentTarget }: KeyboardEvent, draft: Draft, keys: MapKeys): boolean {
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') {
    keys.act({ act: shiftKey ? 'redo' : 'undo' });
    return true;
  }
  if (key === 'Enter' && target === currentTarget) {
    keys.addInMiddle();
    return true;
  }
  if ((key === 'Delete' || key === 'Backspace') && draft.current !== null) {
    keys.act({ act: 'delete', ...draft.current });
    return true;
  }
  return false;
}
