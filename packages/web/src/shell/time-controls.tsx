import { isEdtfDate } from '@parley/model';
import { useEffect, useState } from 'react';
import { Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useSummary, useTable } from '../api/queries.ts';
import { Button } from '../controls/button.tsx';
import { DateText } from '../controls/words.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { dateInWords, dayNumber, dayOfNumber, dayRange, instantInWords, neighbourDay, today } from '../text/dates.ts';
import { CompartmentChoice } from './compartment-choice.tsx';

/** Both times and the compartments, always in sight: held on which day, as known when, seen through what. */
export function TimeControls() {
  const { query, change } = useCasePlace();
  const days = useTable().data?.days ?? [];
  const heldOn = query.heldOn ?? today();
  const setHeldOn = (day: string | undefined) => change({ heldOn: day }, { replace: true });
  const step = (direction: -1 | 1) => {
    const day = neighbourDay(days, heldOn, direction);
    if (day !== null) setHeldOn(day);
  };
  useKeys({ earlier: () => step(-1), later: () => step(1), today: () => setHeldOn(undefined) });
  return (
    <section className="as-of" aria-label={t('time.label')}>
      <span className="held-on">
        {t('time.heldOn')} <b>{query.heldOn ? <DateText date={heldOn} /> : t('time.todayIs', { day: dateInWords(heldOn) })}</b>
      </span>
      <DaySlider days={days} heldOn={heldOn} onChange={setHeldOn} />
      <span className="steps">
        <Button look="quiet" aria-label={t('time.earlier')} isDisabled={neighbourDay(days, heldOn, -1) === null} onPress={() => step(-1)}>
          <span className="arrow-back" aria-hidden="true" />
        </Button>
        <Button look="quiet" aria-label={t('time.later')} isDisabled={neighbourDay(days, heldOn, 1) === null} onPress={() => step(1)}>
          <span className="arrow-on" aria-hidden="true" />
        </Button>
        <DayField value={query.heldOn ?? ''} onChange={setHeldOn} />
        {query.heldOn && (
          <Button look="quiet" onPress={() => setHeldOn(undefined)}>
            {t('time.today')}
          </Button>
        )}
      </span>
      <KnownAt />
      <CompartmentChoice />
    </section>
  );
}

function DaySlider({ days, heldOn, onChange }: { days: readonly string[]; heldOn: string; onChange: (day: string) => void }) {
  const { first, last } = dayRange(days, today());
  const place = Math.min(last, Math.max(first, dayNumber(heldOn)));
  // While the knob is dragged only the label follows; the address changes when it is let go.
  const [dragged, setDragged] = useState<number | null>(null);
  const percent = (day: number) => `${((day - first) / (last - first)) * 100}%`;
  return (
    <Slider
      className="day-slider"
      minValue={first}
      maxValue={last}
      value={dragged ?? place}
      onChange={(value) => setDragged(value as number)}
      onChangeEnd={(value) => {
        setDragged(null);
        if (value !== place) onChange(dayOfNumber(value as number));
      }}
    >
      <Label className="visually-hidden">{t('time.heldOn')}</Label>
      <SliderTrack className="track">
        {days.map((day) => (
          <span key={day} className="tick" style={{ insetInlineStart: percent(dayNumber(day)) }} />
        ))}
        <SliderThumb className="knob" aria-label={t('time.slider')} />
        {dragged !== null && (
          <output className="drag-label" style={{ insetInlineStart: percent(dragged) }}>
            {dateInWords(dayOfNumber(dragged))}
          </output>
        )}
      </SliderTrack>
    </Slider>
  );
}

function DayField({ value, onChange }: { value: string; onChange: (day: string | undefined) => void }) {
  const [text, setText] = useState(value);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText(value);
    setWrong(false);
  }, [value]);
  const take = () => {
    const day = text.trim();
    if (day === '') onChange(undefined);
    else if (day.length === 10 && isEdtfDate(day)) onChange(day);
    else setWrong(true);
  };
  return (
    <form
      className="day-field"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <input
        className="input"
        aria-label={t('time.dayField')}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? 'day-field-problem' : undefined}
        placeholder="2025-07-12"
        size={10}
        dir="ltr"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text !== value && take()}
      />
      {wrong && (
        <small id="day-field-problem" className="problem">
          {t('time.dayWrong')}
        </small>
      )}
    </form>
  );
}

function KnownAt() {
  const { query, change } = useCasePlace();
  const instants = [...(useSummary().data?.receivedAt ?? [])].sort().reverse();
  if (query.knownAt && !instants.includes(query.knownAt)) instants.unshift(query.knownAt);
  return (
    <label className="known-at">
      {t('time.knownAt')}{' '}
      <select
        className="input"
        value={query.knownAt ?? ''}
        onChange={(event) => change({ knownAt: event.target.value || undefined }, { replace: true })}
      >
        <option value="">{t('time.now')}</option>
        {instants.map((instant) => (
          <option key={instant} value={instant}>
            {instantInWords(instant)}
          </option>
        ))}
      </select>
    </label>
  );
}
