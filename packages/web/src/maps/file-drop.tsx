import { type DragEvent, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '../controls/button.tsx';
import { t } from '../strings/strings.ts';

interface FileDropProps {
  /** Endings of what may be chosen, each with its dot. */
  readonly endings: readonly string[];
  readonly chosen: string | null;
  readonly hint: string;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file on, and the button that chooses one. */
export function FileDrop({ endings, chosen, hint, onFile }: FileDropProps) {
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    // Dropping is a shorter way to what the button does for everybody.
    // biome-ignore lint/a11y/noStaticElementInteractions: the button within is the way by keyboard
    <div className={isOver ? 'file-drop over' : 'file-drop'} onDragOver={over} onDragLeave={() => setIsOver(false)} onDrop={drop}>
      <FileTrigger acceptedFileTypes={[...endings]} onSelect={(files) => files?.[0] && onFile(files[0])}>
        <Button>{chosen === null ? t('maps.chooseFile') : t('maps.otherFile')}</Button>
      </FileTrigger>{' '}
      {chosen === null ? t('maps.orDrop') : <bdi>{chosen}</bdi>}
      <small>{hint}</small>
    </div>
  );
}
