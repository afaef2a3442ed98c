import { useMemo, useState } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useSource } from '../api/queries.ts';
import type { SourcePage } from '../api/types.ts';
import { useKeys } from '../keys/use-keys.ts';
import { navigate } from '../router/location.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { STANCE_KEYS } from '../statement/stance-choice.tsx';
import { t } from '../strings/strings.ts';
import { sentence } from '../text/sentence.ts';
import { CorrectionForm } from './correction-form.tsx';
import { SPAN_PARTS, type SpanPart, withLink, withSpan } from './draft.ts';
import { ItemList } from './item-list.tsx';
import { type Item, marksOfItems, neighbour } from './items.ts';
import { SourceHead } from './source-head.tsx';
import { SourceText } from './source-text.tsx';
import { useReview } from './use-review.ts';

/** A source to read, with what is said in it highlighted, and beside it the statements to decide on. */
export function ReadingView({ sourceId }: { sourceId: string }) {
  const { data: page, error, isPlaceholderData } = useSource(sourceId);
  if (!page) {
    const problem = error instanceof ApiProblem ? `${sentence(error.message)} ${sentence(error.cure)}` : null;
    return <p className={problem ? 'loading problem' : 'loading'}>{problem ?? t('shell.loading')}</p>;
  }
  return <Reading page={page} dimmed={isPlaceholderData} />;
}

const DRAFT_ID = 'draft';
const unreadId = (start: number): string => `unread-${start}`;

function Reading({ page, dimmed }: { page: SourcePage; dimmed: boolean }) {
  const { query } = useCasePlace();
  const review = useReview(page);
  const { items, current, draft, setDraft } = review;
  const [selection, setSelection] = useState<{ start: number; end: number } | null>(null);
  // Counts the times the text is to scroll to the current words: not when they were pressed in the text itself.
  const [shown, setShown] = useState(1);
  const [unreadAt, setUnreadAt] = useState<number | null>(null);
  const unread = page.unread.find(({ start }) => start === unreadAt);
  const currentId = draft ? (draft.id ?? DRAFT_ID) : unread ? unreadId(unread.start) : (current?.id ?? null);

  const marks = useMemo(() => {
    const others = draft?.id ? items.filter(({ id }) => id !== draft.id) : items;
    const drafted = draft && draft.statement.content.length + Number(draft.statement.speaker.span !== undefined) > 0;
    return [
      ...page.unread.map(({ start, end }) => ({
        start,
        end,
        part: 'unread' as const,
        ownerId: unreadId(start),
        status: 'suggested' as const,
      })),
      ...marksOfItems(others),
      ...(drafted
        ? marksOfItems([{ kind: 'statement', id: draft.id ?? DRAFT_ID, statement: draft.statement, positions: [], start: 0 }])
        : []),
    ];
  }, [items, draft, page.unread]);

  const showUnread = (start: number) => {
    setUnreadAt(start);
    setShown(shown + 1);
  };
  /** To the next sentence that was not understood: after the one shown, else after what is current. */
  const goToUnread = () => {
    const from = unreadAt ?? current?.start ?? -1;
    const next = page.unread.find(({ start }) => start > from) ?? page.unread[0];
    if (next) showUnread(next.start);
  };
  const pick = (item: Item | undefined) => {
    setUnreadAt(null);
    review.pick(item);
  };
  const go = (by: -1 | 1) => {
    const next = neighbour(items, current?.id, by);
    pick(next);
    setShown(shown + 1);
    if (next) window.setTimeout(() => document.getElementById(`pick-${next.id}`)?.focus({ preventScroll: true }), 0);
  };
  const activate = (part: SpanPart) => () => draft && setDraft({ ...draft, part });
  const select = (stretch: { start: number; end: number } | null) => {
    setSelection(stretch);
    if (stretch === null || draft === null) return;
    setDraft({ ...draft, statement: withSpan(draft.statement, draft.part, stretch, page.text) });
    window.getSelection()?.removeAllRanges();
  };
  const focusOn = (name: string) => () => document.querySelector<HTMLElement>(`[name="quick-${name}"]`)?.focus();
  const reviewing = draft === null;
  const suggested = current?.kind === 'statement' && current.statement.status === 'suggested' ? current : undefined;
  useKeys({
    close: query.from && reviewing ? () => navigate(query.from ?? '') : undefined,
    next: reviewing ? () => go(1) : undefined,
    nextUnread: reviewing && page.unread.length > 0 ? goToUnread : undefined,
    previous: reviewing ? () => go(-1) : undefined,
    accept: reviewing && current ? () => void review.accept(current) : undefined,
    reject: reviewing && current ? () => void review.reject(current) : undefined,
    correct: reviewing && current ? () => review.correct(current) : undefined,
    add: reviewing ? () => review.add(selection ?? unread ?? null) : undefined,
    show: reviewing && current ? () => setShown(shown + 1) : undefined,
    stance:
      reviewing && suggested
        ? ({ key }) => review.edit(suggested.id, withLink(suggested.statement, { stance: STANCE_KEYS[Number(key) - 1] ?? '' }))
        : undefined,
    party: reviewing ? focusOn('party') : undefined,
    issue: reviewing ? focusOn('issue') : undefined,
    option: reviewing ? focusOn('option') : undefined,
    save: draft ? () => void review.save() : undefined,
    markSpeaker: draft ? activate('speaker') : undefined,
    markCue: draft ? activate('cue') : undefined,
    markContent: draft ? activate('content') : undefined,
    markCondition: draft ? activate('condition') : undefined,
  });

  return (
    <>
      <section className={dimmed ? 'view reading dimmed' : 'view reading'} aria-busy={dimmed} aria-label={t('reading.label')}>
        <SourceHead page={page} />
        <SourceText
          text={page.text}
          language={page.source.language}
          label={page.source.title}
          marks={marks}
          currentId={currentId}
          scrollTo={currentId === null ? '' : String(shown)}
          onPick={(id) => {
            if (!reviewing) return;
            const sentence = page.unread.find(({ start }) => unreadId(start) === id);
            if (sentence) showUnread(sentence.start);
            else pick(items.find((item) => item.id === id));
          }}
          onSelect={select}
        />
      </section>
      {draft ? (
        <CorrectionForm
          text={page.text}
          draft={draft}
          onChange={setDraft}
          onSave={() => void review.save()}
          onCancel={() => setDraft(null)}
          parts={SPAN_PARTS}
        />
      ) : (
        <ItemList
          review={review}
          page={page}
          hasSelection={selection !== null || unread !== undefined}
          onAdd={() => review.add(selection ?? unread ?? null)}
          onShow={() => {
            setUnreadAt(null);
            setShown(shown + 1);
          }}
          unreadAt={unread?.start ?? null}
          onPickUnread={showUnread}
        />
      )}
    </>
  );
}
