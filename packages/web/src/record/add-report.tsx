import { PUBLIC } from '@parley/model';
import { type FormEvent, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { api } from '../api/client.ts';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/field.tsx';
import { SidePanel } from '../controls/side-panel.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { base64Of } from './base64-of.ts';
import { CompartmentField } from './compartment-field.tsx';
import { dateProblem, EMPTY_SOURCE, filledIn, SourceFields } from './source-fields.tsx';
import { useAddSource } from './use-add-source.ts';

/** The endings of what the reader reads. What a file is, the server finds out from its bytes. */
const FILE_ENDINGS = '.txt .md .html .htm .pdf .docx .eml .mbox .rss .atom .xml .csv .tsv .xlsx'.split(' ');

/** Takes in a report: text pasted, or a file. */
export function AddReport({ onClose }: { onClose: () => void }) {
  const { caseId } = useCasePlace();
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [details, setDetails] = useState(EMPTY_SOURCE);
  const [compartment, setCompartment] = useState<string>(PUBLIC);
  const { add, isAdding } = useAddSource();
  const nothing = file === null && text.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (nothing || dateProblem(details.published)) return;
    const shared = { kind: 'report' as const, ...filledIn(details), ...(compartment !== PUBLIC && { compartment }) };
    await add(async () =>
      api.addSource(
        caseId,
        file === null
          ? { ...shared, text }
          : { ...shared, base64: base64Of(new Uint8Array(await file.arrayBuffer())), fileName: file.name },
      ),
    );
  };
  return (
    <SidePanel title={t('record.addReport')} subject="report" onClose={onClose} takesFocus={false}>
      <form onSubmit={(event) => void submit(event)}>
        {file === null ? (
          <TextField label={t('report.text')} value={text} onChange={setText} rows={12} said autoFocus hint={t('report.textHint')} />
        ) : (
          <p className="chosen-file">
            <bdi>{file.name}</bdi> <small>{t('report.size', { kilobytes: Math.ceil(file.size / 1024) })}</small>{' '}
            <Button look="quiet" onPress={() => setFile(null)}>
              {t('report.otherText')}
            </Button>
          </p>
        )}
        <div className="actions choose-file">
          <FileTrigger acceptedFileTypes={FILE_ENDINGS} onSelect={(files) => setFile(files?.[0] ?? null)}>
            <Button>{t('report.chooseFile')}</Button>
          </FileTrigger>
          <small>{t('report.fileHint')}</small>
        </div>
        <SourceFields value={details} onChange={setDetails} />
        <CompartmentField value={compartment} onChange={setCompartment} />
        <div className="actions">
          <Button type="submit" look="main" isDisabled={nothing || isAdding}>
            {isAdding ? t('report.reading') : t('report.add')}
          </Button>
          <Button onPress={onClose}>{t('form.cancel')}</Button>
        </div>
      </form>
    </SidePanel>
  );
}
