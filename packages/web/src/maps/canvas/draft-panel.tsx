import { useId, useState } from 'react';
import { Button } from '../../controls/button.tsx';
import { SelectField, TextField } from '../../controls/field.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { t } from '../../strings/strings.ts';
import { CoordinateField, type DegreeForm } from './coordinate-field.tsx';
import { readPlace } from './degrees.ts';
import { changed, type Draft, type DraftAction } from './draft.ts';
import { DraftMeasures } from './draft-measures.tsx';
import type { Position } from './position.ts';

interface DraftPanelProps {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

const ROWS = 50;

/** What is being drawn, in numbers: its measures, and each vertex with coordinates that can be typed. All of drawing can be done here by keyboard. */
export function DraftPanel({ draft, onDraft }: DraftPanelProps) {
  const [form, setForm] = useState<DegreeForm>('decimal');
  const act = (action: DraftAction) => onDraft(changed(draft, action));
  // While something is drawn, undoing is of the drawing and not of what was recorded before.
  useKeys({ undo: ({ shiftKey }) => act({ act: shiftKey ? 'redo' : 'undo' }) });
  return (
    <div className="map-draft-panel">
      <div className="map-draft-head">
        <DraftMeasures draft={draft} />
        <div className="actions">
          <Button keyHint="Ctrl+Z" isDisabled={draft.past.length === 0} onPress={() => act({ act: 'undo' })}>
            {t('mapCanvas.undo')}
          </Button>
          <Button keyHint="Ctrl+Shift+Z" isDisabled={draft.future.length === 0} onPress={() => act({ act: 'redo' })}>
            {t('mapCanvas.redo')}
          </Button>
          <Button onPress={() => act({ act: 'part' })}>
            {t(draft.shape === 'zone' ? 'mapCanvas.addZonePart' : 'mapCanvas.addLinePart')}
          </Button>
          {draft.shape === 'zone' && <Button onPress={() => act({ act: 'hole' })}>{t('mapCanvas.addHole')}</Button>}
        </div>
      </div>
      <Vertices draft={draft} act={act} form={form} />
      <div className="map-draft-typed">
        <PlaceToAdd onPlace={(at) => act({ act: 'add', at })} />
        <SelectField
          label={t('mapCanvas.form')}
          value={form}
          onChange={setForm}
          options={[
            { value: 'decimal', label: t('mapCanvas.form.decimal') },
            { value: 'sexagesimal', label: t('mapCanvas.form.sexagesimal') },
          ]}
        />
      </div>
      <p className="sub">{t('mapCanvas.draftHint')}</p>
    </div>
  );
}

interface VerticesProps {
  readonly draft: Draft;
  readonly act: (action: DraftAction) => void;
  readonly form: DegreeForm;
}

/** The vertices of the path that is worked on; of many, those around the current one. */
function Vertices({ draft, act, form }: VerticesProps) {
  const caption = useId();
  const { paths, current } = draft;
  const path = current?.path ?? paths.length - 1;
  const vertices = paths[path]?.vertices ?? [];
  const from = Math.max(0, Math.min(vertices.length - ROWS, (current?.vertex ?? vertices.length) - ROWS / 2));
  const rows = vertices.slice(from, from + ROWS);
  return (
    <>
      <p className="map-vertices-caption" id={caption}>
        {paths.length > 1 && <PartChoice draft={draft} path={path} act={act} />}
        {vertices.length > ROWS
          ? t('mapCanvas.someVertices', { from: from + 1, to: from + rows.length, count: vertices.length })
          : t('mapCanvas.vertices', { count: vertices.length })}
      </p>
      {rows.length > 0 && (
        <div className="map-vertices-scroll">
          <table className="map-vertices" aria-labelledby={caption}>
            <thead>
              <tr>
                <th scope="col">{t('mapCanvas.vertex')}</th>
                <th scope="col">{t('mapCanvas.latitude')}</th>
                <th scope="col">{t('mapCanvas.longitude')}</th>
                <th scope="col">{t('mapCanvas.change')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((at, index) => (
                <VertexRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: a vertex is known by its place in the line.
                  key={`${path} ${from + index}`}
                  {...{ at, path, act, form }}
                  vertex={from + index}
                  isCurrent={current?.vertex === from + index}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

interface VertexRowProps extends Pick<VerticesProps, 'act' | 'form'> {
  readonly at: Position;
  readonly path: number;
  readonly vertex: number;
  readonly isCurrent: boolean;
}

function VertexRow({ at, path, vertex, act, form, isCurrent }: VertexRowProps) {
  const number = vertex + 1;
  const choose = () => !isCurrent && act({ act: 'choose', path, vertex });
  const move = (to: Position) => act({ act: 'move', path, vertex, at: to });
  const field = { form, onFocus: choose, onPlace: move };
  return (
    <tr aria-current={isCurrent ? 'true' : undefined}>
      <th scope="row">{number.toLocaleString('en')}</th>
      <td>
        <CoordinateField
          {...field}
          axis="latitude"
          label={t('mapCanvas.latitudeOf', { number })}
          value={at[1]}
          onValue={(latitude) => move([at[0], latitude])}
        />
      </td>
      <td>
        <CoordinateField
          {...field}
          axis="longitude"
          label={t('mapCanvas.longitudeOf', { number })}
          value={at[0]}
          onValue={(longitude) => move([longitude, at[1]])}
        />
      </td>
      <td className="moves">
        <Button
          look="quiet"
          aria-label={t('mapCanvas.insertAfter', { number })}
          onPress={() => act({ act: 'insert', path, vertex: vertex + 1, at })}
        >
          +
        </Button>
        <Button look="quiet" aria-label={t('mapCanvas.deleteVertex', { number })} onPress={() => act({ act: 'delete', path, vertex })}>
          ×
        </Button>
      </td>
    </tr>
  );
}

function PartChoice({ draft: { paths, shape }, path, act }: { draft: Draft; path: number; act: VerticesProps['act'] }) {
  const label = (at: number): string => {
    const isHole = shape === 'zone' && paths.findIndex(({ polygon }) => polygon === paths[at]?.polygon) !== at;
    return t(isHole ? 'mapCanvas.holeNumber' : 'mapCanvas.partNumber', { number: at + 1 });
  };
  return (
    <select
      className="input"
      aria-label={t('mapCanvas.part')}
      value={path}
      onChange={(event) => act({ act: 'choose', path: Number(event.target.value), vertex: 0 })}
    >
      {paths.map(({ vertices }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place in the list.
        <option key={at} value={at} disabled={vertices.length === 0 && at !== path}>
          {label(at)}
        </option>
      ))}
    </select>
  );
}

function PlaceToAdd({ onPlace }: { onPlace: (place: Position) => void }) {
  const [text, setText] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const add = () => {
    const place = readPlace(text);
    setIsWrong(place === null);
    if (place === null) return;
    onPlace(place);
    setText('');
  };
  return (
    <div className="map-place-to-add">
      <TextField
        label={t('mapCanvas.placeToAdd')}
        hint={t('mapCanvas.placeToAddHint')}
        problem={isWrong ? t('mapCanvas.placeWrong') : null}
        value={text}
        onChange={setText}
        onEnter={add}
      />
      <Button onPress={add}>{t('mapCanvas.addVertex')}</Button>
    </div>
  );
}
