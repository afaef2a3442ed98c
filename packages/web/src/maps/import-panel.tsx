import { useEffect, useRef, useState } from 'react';
import { api } from '../api/client.ts';
import type { MapFilePreview } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/field.tsx';
import { SidePanel } from '../controls/side-panel.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { problemShown, record, showProblem, statusLine } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import { languageName, READ_LANGUAGES } from '../text/language-name.ts';
import type { Shape } from './canvas/types.ts';
import { FeatureFields } from './feature-fields.tsx';
import { detailsOf, EMPTY_FEATURE, type FeatureForm, formProblem } from './feature-form.ts';
import { FileDrop } from './file-drop.tsx';
import { PreviewList } from './preview-list.tsx';

/** The endings of what is read. What a file is, the server finds out from its bytes. */
const FILE_ENDINGS = '.geojson .json .kml .kmz .zip .shp .gpx .wkt .txt .topojson'.split(' ');

interface ImportPanelProps {
  /** Draws what the file holds, before anything is recorded. */
  readonly onPreview: (shapes: readonly Shape[]) => void;
  readonly onClose: () => void;
}

/** A map from a file: what it holds and what was repaired is shown first, and nothing is recorded until it is confirmed. */
export function ImportPanel({ onPreview, onClose }: ImportPanelProps) {
  const { caseId, change } = useCasePlace();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<MapFilePreview | null>(null);
  const [form, setForm] = useState(EMPTY_FEATURE);
  const [language, setLanguage] = useState('en');
  const [busy, setBusy] = useState<'reading' | 'recording' | null>(null);
  const latest = useRef<File | null>(null);
  useEffect(() => () => onPreview([]), [onPreview]);
  const read = async (chosen: File) => {
    latest.current = chosen;
    // Nobody shall record the file before this one because this one cannot be read.
    setFile(chosen);
    setPreview(null);
    onPreview([]);
    setBusy('reading');
    try {
      const read = await api.readMap(caseId, chosen);
      if (latest.current !== chosen) return;
      setPreview(read);
      onPreview(read.features.map((feature, at) => previewShape(feature, at)));
      problemShown.set(null);
    } catch (error) {
      if (latest.current !== chosen) return;
      showProblem(error);
      setFile(null);
    }
    setBusy(null);
  };
  const problem =
    preview === null ? t('maps.chooseFileFirst') : preview.features.length === 0 ? t('maps.nothingInFile') : formProblem(form);
  const save = async () => {
    if (file === null) return;
    setBusy('recording');
    const done = await record(caseId, t('setup.added', { name: file.name }), () =>
      api.importMap(caseId, file, { ...commonFields(form), language, compartment: form.compartment }),
    );
    setBusy(null);
    if (done === null) return;
    statusLine.set(t('maps.imported', { count: done.ids.length }));
    change({ open: undefined });
  };
  return (
    <SidePanel title={t('maps.import')} subject="import" below={t('maps.importHint')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (problem === null && busy === null) void save();
        }}
      >
        <FileDrop endings={FILE_ENDINGS} chosen={file?.name ?? null} hint={t('maps.fileHint')} onFile={(chosen) => void read(chosen)} />
        {busy && <p role="status">{t(busy === 'reading' ? 'report.reading' : 'maps.recording')}</p>}
        {preview && <PreviewList preview={preview} />}
        {preview && preview.features.length > 0 && <FeatureFields value={form} onChange={setForm} areSeveral />}
        {preview && preview.features.length > 0 && (
          <SelectField
            label={t('maps.nameLanguage')}
            value={language}
            onChange={setLanguage}
            options={READ_LANGUAGES.map((tag) => ({ value: tag, label: languageName(tag) }))}
          />
        )}
        <div className="actions">
          {preview && (
            <Button type="submit" look="main" isDisabled={problem !== null || busy !== null}>
              {t('maps.recordFile', { count: preview.features.length })}
            </Button>
          )}
          <Button onPress={onClose}>{t('form.cancel')}</Button>
        </div>
        {problem && <small>{problem}</small>}
      </form>
    </SidePanel>
  );
}

/** What holds for a whole file: a code is of one place only. */
function commonFields(form: FeatureForm) {
  const { pCode: _pCode, ...common } = detailsOf(form);
  return common;
}

function previewShape({ name, shape, coordinates }: MapFilePreview['features'][number], at: number): Shape {
  return {
    id: `preview:${at}`,
    shape,
    coordinates,
    label: name,
    contested: false,
    tone: 0,
    dashed: true,
    description: t('maps.notRecorded'),
  };
}
